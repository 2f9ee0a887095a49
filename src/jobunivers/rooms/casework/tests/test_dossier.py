# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""One view of a citizen: parts of all rooms, the chart, the log of her way, goals and gaps."""

import re
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from functools import partial

import pytest
from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st

from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity.models import Person, Role
from jobunivers.rooms.casework.queries.dossier import drawing
from jobunivers.rooms.casework.queries.dossier.activity import KINDS, days_asked, finding
from jobunivers.rooms.casework.queries.dossier.columns import asks_of
from jobunivers.rooms.casework.queries.dossier.log import ON_A_PAGE, log_page
from jobunivers.rooms.casework.queries.dossier.who import age_on
from jobunivers.rooms.casework.tests.making import make_point
from jobunivers.rooms.journey import actions as journey
from jobunivers.rooms.plan import actions as plan
from jobunivers.rooms.segmentation.models import ActivityDay
from jobunivers.rooms.segmentation.tests.page_making import out_of_work
from jobunivers.rooms.vacancies.models import Application, ApplicationStep
from jobunivers.rooms.vacancies.tests.factories import make_application
from jobunivers.testing.browsers import KommuneClient
from jobunivers.trust import dossier
from jobunivers.trust.dossier import Act, Happening, Log, Part, Showing

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)


def page(person: Person, rest: str = "") -> str:
    return f"/medarbejder/borgere/{person.pk}/{rest}"


def opened(browser: KommuneClient, person: Person, rest: str = "") -> str:
    browser.post(page(person, "grund/"), {"reason": "talk"})
    answer = browser.get(page(person, rest))
    assert answer.status_code == 200
    return re.sub(r"\s*(<[^>]+>)\s*", r"\1", str(answer.content.decode()))


def showing(person: Person, **more: object) -> Showing:
    said = {"staff_id": 1, "role": Role.ADVISER, "at": timezone.now(), "language": "da", **more}
    return Showing(citizen_id=person.pk, **said)  # type: ignore[arg-type]


def test_an_empty_citizen_is_met_with_what_to_ask(as_omar: KommuneClient, mads: Person) -> None:
    shown = opened(as_omar, mads)

    for said in (
        "er ikke begyndt på sin profil", "har ikke skrevet ønsker eller mål endnu",
        "Planen er tom", "Intet venter lige nu", "Intet forløb endnu", "Ikke meldt ledig her",
        "Ingen aktivitet på siden de seneste 30 dage", "Der er ingen forslag endnu",
    ):  # fmt: skip
        assert said in shown, said
    assert '<svg class="dossier-chart"' not in shown, "nothing is not drawn"


def test_who_she_is_stands_first_and_what_needs_help_beside_it(
    aarhus: Municipality, as_omar: KommuneClient, kirsten: Person
) -> None:
    with working_for(aarhus.pk):
        Person.objects.filter(pk=kirsten.pk).update(born_on=date(1990, 5, 4))
        make_point(kirsten, "plan_empty")
    out_of_work(kirsten, weeks=9, at=timezone.now())

    shown = opened(as_omar, kirsten)

    who, help_, way = (shown.index(f'id="casework-{one}"') for one in ("who", "points", "way"))
    assert who < help_ < way
    assert "9 uger" in shown
    assert re.search(r"<dd>3[0-9] år</dd>", shown)


def test_the_pages_about_her_share_one_bar(as_omar: KommuneClient, kirsten: Person) -> None:
    for rest, name in (("", "Overblik"), ("plan/", "Plan"), ("forloeb/", "Forløb")):
        shown = opened(as_omar, kirsten, rest)
        bar = shown.partition('class="ju-citizen-pages')[2].partition("</nav>")[0]
        assert f'aria-current="page">{name}</a>' in bar
        for other in ("Overblik", "Jobrejsen", "Plan", "Forløb", "Relevante job", "Aktindsigt"):
            assert f">{other}</a>" in bar


def test_another_kommunes_staff_find_nobody(as_lise: KommuneClient, kirsten: Person) -> None:
    for rest in ("", "jobrejse/", "aktindsigt/"):
        assert as_lise.get(page(kirsten, rest)).status_code == 404


def test_a_name_of_signs_is_shown_as_it_is(
    aarhus: Municipality, as_omar: KommuneClient, kirsten: Person
) -> None:
    with working_for(aarhus.pk):
        Person.objects.filter(pk=kirsten.pk).update(name="Kirsten 🌻 <b>")

    shown = opened(as_omar, kirsten)

    assert "Kirsten 🌻 &lt;b&gt;" in shown


def test_five_thousand_applications_are_ten_on_the_page(
    aarhus: Municipality, as_omar: KommuneClient, kirsten: Person
) -> None:
    first = make_application(kirsten)
    with working_for(aarhus.pk):
        first.pk = None
        rows = Application.objects.bulk_create(
            Application(
                citizen_id=kirsten.pk, title=f"Job {number}", employer="Nord ApS",
                status="applied", applied_on=date(2026, 1, 1), created_at=NOW, changed_at=NOW,
            )
            for number in range(5_000)
        )  # fmt: skip
        ApplicationStep.objects.bulk_create(
            ApplicationStep(
                application=row, citizen_id=kirsten.pk, status="applied",
                on=date(2026, 1, 1), at=NOW,
            )
            for row in rows
        )  # fmt: skip

    shown = opened(as_omar, kirsten)
    joblog = shown.partition('id="casework-joblog"')[2].partition("</section>")[0]
    assert joblog.count("ju-list-item") == 10
    log = opened(as_omar, kirsten, "jobrejse/")
    assert log.count("Søgte “") == ON_A_PAGE


def test_an_act_that_a_room_offers_is_a_button_and_one_without_an_address_is_not(
    as_omar: KommuneClient, kirsten: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dossier, "_acts", {})
    dossier.offer_act(Act("a.plan", "Foreslå noget nyt", "plan:propose", 10))
    dossier.offer_act(Act("a.gone", "Findes ikke", "nowhere:at_all", 20))
    dossier.offer_act(
        Act("a.other", "Ikke for rådgivere", "plan:propose", 5, roles=(Role.MANAGER,))
    )

    shown = opened(as_omar, kirsten)

    assert "Foreslå noget nyt" in shown
    assert "Findes ikke" not in shown
    assert "Ikke for rådgivere" not in shown


def _loaded(shown: Mapping[str, object] | None, _: Showing) -> Mapping[str, object] | None:
    return shown


def test_a_part_is_left_out_when_it_has_nothing_and_is_then_not_logged(
    as_omar: KommuneClient, kirsten: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dossier, "_parts", {})
    for code, loaded in (("x.there", {"lines": []}), ("x.gone", None)):
        dossier.offer(
            Part(
                code=code,
                name=f"Del {code}",
                order=50,
                looks=(code,),
                template="casework/dossier/log.html",
                load=partial(_loaded, loaded),
            )
        )

    shown = opened(as_omar, kirsten)

    assert "Del x.there" in shown
    assert "Del x.gone" not in shown


# The log of her way


def test_what_happened_stands_newest_first_with_who_did_it(
    aarhus: Municipality, omar: Person, as_omar: KommuneClient, kirsten: Person
) -> None:
    make_application(kirsten)
    with working_for(aarhus.pk):
        plan.add_activity(
            citizen_id=kirsten.pk, entry=plan.ActivityEntry(title="Ring til Nordvind"),
            actor=plan.staff(omar.pk), why="Fordi", at=timezone.now(),
        )  # fmt: skip

    shown = opened(as_omar, kirsten, "jobrejse/")

    line = shown.partition("Ny aktivitet: Ring til Nordvind")[2].partition("</li>")[0]
    assert "Omar Said" in line
    assert shown.index("Ring til Nordvind") < shown.index("Søgte “")


def test_one_kind_is_chosen_in_the_address_and_nonsense_is_no_choice(
    aarhus: Municipality, kirsten: Person
) -> None:
    make_application(kirsten)
    with working_for(aarhus.pk):
        journey.report_absence(
            citizen_id=kirsten.pk, kind=journey.AbsenceKind.HOLIDAY,
            starts_on=timezone.localdate(), ends_on=timezone.localdate() + timedelta(days=3),
            told_by=journey.Teller.CITIZEN, at=timezone.now(),
        )  # fmt: skip
        one = log_page(showing(kirsten), kind="journey.absences", cursor="")
        all_ = log_page(showing(kirsten), kind="no.such", cursor="-1-1")

    assert [line.log.code for line in one.lines] == ["journey.absences"]
    assert one.looks == ["profile"]
    assert {"journey.absences", "vacancies.applications"} <= {x.log.code for x in all_.lines}
    assert all_.kind == ""


@given(
    days=st.lists(st.integers(0, 5), max_size=90),
    others=st.lists(st.integers(0, 5), max_size=60),
)
@settings(max_examples=25, deadline=None)
def test_the_pages_of_the_log_show_every_line_once(days: list[int], others: list[int]) -> None:
    """However many lines share a moment, paging neither loses nor repeats one."""
    rows = {"a.a": sorted(days), "b.b": sorted(others)}
    before = dict(dossier._logs)
    try:
        dossier._logs.clear()
        for code, ages in rows.items():
            dossier.offer_log(_pretended(code, ages))
        seen, cursor = [], ""
        for _ in range(20):
            sheet = log_page(
                Showing(citizen_id=1, staff_id=1, role=Role.ADVISER, at=NOW, language="da"),
                kind="",
                cursor=cursor,
            )
            seen += [line.happening.text for line in sheet.lines]
            cursor = sheet.next
            if not cursor:
                break
    finally:
        dossier._logs.clear()
        dossier._logs.update(before)
    wanted = [f"{code}{number}" for code, ages in rows.items() for number in range(len(ages))]
    assert sorted(seen) == sorted(wanted)


class _Answered(list[tuple[int, int]]):
    """Rows that have been answered already, as far as `together.ask` can tell."""

    _result_cache = ()


def _pretended(code: str, ages: list[int]) -> Log:
    rows = list(enumerate(ages))

    def ask(_: Showing, until: datetime, most: int) -> object:
        return _Answered([row for row in rows if NOW - timedelta(days=row[1]) <= until][:most])

    def tell(_: Showing, found: object) -> list[Happening]:
        assert isinstance(found, list)
        return [
            Happening(at=NOW - timedelta(days=age), text=f"{code}{number}") for number, age in found
        ]

    return Log(code=code, name=code, looks=(), ask=ask, tell=tell)  # type: ignore[arg-type]


# The chart of activity


def test_the_chart_says_its_finding_and_has_its_table(
    aarhus: Municipality, as_omar: KommuneClient, kirsten: Person
) -> None:
    today = timezone.localdate()
    with working_for(aarhus.pk):
        Person.objects.filter(pk=kirsten.pk).update(created_at=NOW - timedelta(days=900))
        for back, many in ((1, 2), (3, 1), (40, 7)):
            ActivityDay.objects.create(
                citizen_id=kirsten.pk, day=today - timedelta(days=back), applications=many, logins=3
            )

    month = opened(as_omar, kirsten)
    quarter = opened(as_omar, kirsten, "?dage=90")

    assert "3 ansøgninger på 30 dage, færre end perioden før (7)" in month
    assert "10 ansøgninger på 90 dage" in quarter
    assert month.count('class="dossier-bar"') == 4, "two days, each with applications and a login"
    assert "Dage logget ind: 2" in month
    assert f'<th scope="row">{today - timedelta(days=1):%d.%m.%Y}</th><td>2</td>' in month


@pytest.mark.parametrize(
    ("text", "days"), [("90", 90), ("365", 365), ("7", 30), ("", 30), ("x", 30)]
)
def test_the_stretch_is_chosen_in_the_address(text: str, days: int) -> None:
    assert days_asked(text) == days


def test_a_finding_blames_nobody_and_compares_only_with_what_is_known() -> None:
    nothing = dict.fromkeys(KINDS, 0)
    assert finding(nothing, None, 30) == "Ingen aktivitet på siden de seneste 30 dage"
    assert finding({**nothing, "logins": 4}, None, 30) == (
        "0 ansøgninger på 30 dage, og logget ind på 4 dage"
    )
    assert finding({**nothing, "applications": 1}, None, 90) == "1 ansøgning på 90 dage"
    assert finding({**nothing, "applications": 1}, nothing, 90).endswith("perioden før (0)")


@given(
    rows=st.lists(st.lists(st.integers(0, 400), min_size=4, max_size=4), min_size=1, max_size=60)
)
@settings(max_examples=40, deadline=None)
def test_every_bar_lies_in_its_strip_and_none_is_lost(rows: list[list[int]]) -> None:
    kinds = [(code, code, sum(row[place] for row in rows)) for place, code in enumerate(KINDS)]

    made = drawing.strips(kinds, rows, [True] * len(rows))

    for place, strip in enumerate(made):
        assert [bar.count for bar in strip.bars] == [row[place] for row in rows]
        for bar in strip.bars:
            assert (bar.height > 0) == (bar.count > 0), "what is there can be seen"
            assert strip.top_y - 0.02 <= bar.y <= bar.y + bar.height <= strip.base_y + 0.02
            assert 0 <= bar.x <= bar.x + bar.width <= drawing.WIDTH
    assert made[-1].base_y <= drawing.height_of(len(made))


# Goals and what they ask for


class _Wanted:
    def __init__(self, uri: str, words: str) -> None:
        self.occupation_uri, self.words = uri, words


@pytest.mark.django_db
def test_a_goal_says_what_it_asks_for_and_what_of_it_is_not_named() -> None:
    from jobunivers.foundation.taxonomy import queries as taxonomy
    from jobunivers.foundation.taxonomy.models import OccupationSkill

    one = OccupationSkill.objects.filter(essential=True).select_related("occupation").first()
    assert one is not None
    uri = one.occupation.uri
    needed = taxonomy.needed_by([uri])[uri]
    assert set(needed) == {
        skill.uri for skill in taxonomy.skills_of_occupation(uri) if skill.essential
    }
    have = list(needed)[:1]

    (told,) = asks_of([_Wanted("", "Noget andet"), _Wanted(uri, "Faget")], have, "da")

    assert (told.name, told.all, told.named) == ("Faget", len(needed), 1)
    assert needed[have[0]] not in told.missing
    assert asks_of([], have, "da") == []


@pytest.mark.parametrize(
    ("born", "today", "age"),
    [
        (date(1990, 5, 4), date(2026, 5, 3), 35),
        (date(1990, 5, 4), date(2026, 5, 4), 36),
        (date(2000, 2, 29), date(2026, 2, 28), 25),
        (date(2000, 2, 29), date(2026, 3, 1), 26),
    ],
)
def test_her_age_is_whole_years(born: date, today: date, age: int) -> None:
    assert age_on(born, today) == age


def test_the_number_she_wrote_for_all_who_help_her_is_there_to_press(
    as_kirsten: KommuneClient, as_omar: KommuneClient, kirsten: Person
) -> None:
    assert "Telefon</dt><dd>Ikke oplyst" in opened(as_omar, kirsten)

    as_kirsten.post("/profil/telefon/", {"phone": "12 34 56 78"})

    assert '<a href="tel:12 34 56 78">12 34 56 78</a>' in opened(as_omar, kirsten)
