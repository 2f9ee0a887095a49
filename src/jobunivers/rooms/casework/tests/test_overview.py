# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The overview finds citizens by what the rooms know of them, and says when it cannot."""

from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
from django.http import QueryDict
from django.utils import timezone

from jobunivers.foundation.events.models import Event
from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity.models import Person
from jobunivers.rooms.casework import actions
from jobunivers.rooms.casework.models import CitizenRow, SavedFilter
from jobunivers.rooms.casework.queries import overview as queries
from jobunivers.rooms.casework.queries.fields import COLUMNS, FIELDS, Kind
from jobunivers.rooms.casework.tests.test_pages import text
from jobunivers.testing.browsers import KommuneClient, browser
from jobunivers.testing.cast import add_person

pytestmark = pytest.mark.django_db
PAGE = "/medarbejder/oversigt/"


@pytest.fixture
def people(aarhus: Municipality, kirsten: Person, mads: Person) -> tuple[Person, Person]:
    """Return two citizens who differ in everything a filter asks about."""
    today = timezone.localdate()
    with working_for(aarhus.pk):
        actions.fill_rows(at=timezone.now())
        CitizenRow.objects.filter(citizen_id=kirsten.pk).update(
            born_on=today.replace(year=today.year - 40, day=1),
            out_since=today - timedelta(days=70),
            applications30=6,
            has_cv=True,
            course="self",
            next_on=today + timedelta(days=3),
            last_active_on=today,
            languages=["da", "pl"],
            licences=["B"],
            postcode="8000",
            town="Aarhus C",
            education="vocational",
        )
        CitizenRow.objects.filter(citizen_id=mads.pk).update(
            born_on=today.replace(year=today.year - 25, day=1),
            out_since=today - timedelta(days=7),
            applications30=0,
            last_active_on=today - timedelta(days=20),
            postcode="8230",
            absent=True,
            consultant_id=None,
        )
    return kirsten, mads


def found(client: KommuneClient, query: str) -> str:
    shown = text(client, f"{PAGE}?{query}")
    names = [name for name in ("Kirsten", "Mads") if f"{name} " in shown.partition("<table")[2]]
    return "+".join(names)


_FOUND = (
    ("", "Kirsten+Mads"),
    ("alder=40", "Kirsten"),
    ("alder=20-30", "Mads"),
    ("alder=ikke:20-30", "Kirsten"),
    ("ledig=10", "Kirsten"),
    ("ledig=-5", "Mads"),
    ("ansoegt30=1-", "Kirsten"),
    ("ansoegt30=0", "Mads"),
    ("cv=ja", "Kirsten"),
    ("cv=nej", "Mads"),
    ("fravaer=ja", "Mads"),
    ("naeste=0-7", "Kirsten"),
    ("naeste=aldrig", "Mads"),
    ("aktiv=14-", "Mads"),
    ("sprog=pl,de", "Kirsten"),
    ("koerekort=B", "Kirsten"),
    ("postnummer=82", "Mads"),
    ("by=aarhus", "Kirsten"),
    ("uddannelse=vocational,master", "Kirsten"),
    ("uddannelse=ingen", "Mads"),
    ("navn=kirs", "Kirsten"),
    ("navn=AABY", "Mads"),
    ("cv=ja&alder=20-30", ""),
    ("cv=ja&ansoegt30=ikke:0", "Kirsten"),
)


@pytest.mark.usefixtures("people")
def test_filters_are_joined_and_may_be_turned_round(as_omar: KommuneClient) -> None:
    wrong = [(query, names) for query, names in _FOUND if found(as_omar, query) != names]
    assert wrong == []


def _some(field_code: str) -> str:
    field = FIELDS[field_code]
    if field.kind in {Kind.NUMBER, Kind.AGO, Kind.AHEAD, Kind.AGE}:
        return "0-9"
    if field.kind is Kind.YES:
        return "ja"
    if field.kind in {Kind.CHOICE, Kind.CODES}:
        return next(iter(field.choices), "ingen")
    return {"postnummer": "80", "by": "Aar", "navn": "k"}.get(field_code, "gartner")


@pytest.mark.usefixtures("people")
def test_each_field_filters_sorts_and_shows_and_with_its_opposite_leaves_nobody_out(
    aarhus: Municipality, omar: Person
) -> None:
    def total(query: str) -> int:
        with working_for(aarhus.pk):
            page = queries.overview_page(
                query=QueryDict(query),
                reader=omar.pk,
                role=omar.role,
                language="da",
                at=timezone.now(),
            )
        assert page.asked.mistakes == ()
        assert len(page.lines) == page.total
        return page.total

    for code in FIELDS:
        value = _some(code)
        assert total(f"{code}={value}") + total(f"{code}=ikke:{value}") == 2, code
        assert total(f"sorter={code}&kolonner={code}") == 2, code
        assert total(f"sorter=-{code}") == 2, code


def test_there_are_at_least_forty_fields_and_none_of_what_must_not_rank() -> None:
    assert len(FIELDS) >= 40
    columns = {field.column for field in FIELDS.values()}
    assert columns <= {field.name for field in CitizenRow._meta.get_fields()}
    assert set(COLUMNS) <= set(FIELDS)


_SENSELESS = (
        "ukendt=1", "alder=mange", "alder=30-20", "alder=999", "cv=maaske", "ledig=-", "alder=",
        "forloeb=findes-ikke", "sprog=xx", "postnummer=abc", "oensker=qqqq zzzz", "sorter=hat",
        "kolonner=hat", "alder=%00", "konsulent=999999", "navn=%F0%9F%99%82",
)  # fmt: skip


@pytest.mark.usefixtures("people")
def test_what_is_not_understood_is_said_and_shows_nobody(as_omar: KommuneClient) -> None:
    for query in _SENSELESS:
        answer = as_omar.get(f"{PAGE}?{query}")
        shown = answer.content.decode()
        assert answer.status_code == 400, query
        assert "Et filter passer ikke" in shown
        assert "Kirsten" not in shown
        assert "Fjern alle filtre" in shown


@pytest.mark.usefixtures("people")
def test_nobody_and_everybody_are_said_and_helped_onwards(as_omar: KommuneClient) -> None:
    assert "Ingen borgere passer til alle filtrene" in text(as_omar, f"{PAGE}?ansoegt30=500-")
    assert "Filtrene gælder alle borgere" in text(as_omar, f"{PAGE}?profil=0-100")


@pytest.mark.usefixtures("people")
def test_the_list_sorts_both_ways_and_keeps_who_has_no_value_last(as_omar: KommuneClient) -> None:
    def first(order: str) -> str:
        table = text(as_omar, f"{PAGE}?sorter={order}").partition("<tbody")[2]
        return "Kirsten" if table.index("Kirsten") < table.index("Mads") else "Mads"

    assert first("navn") == "Kirsten"
    assert first("-navn") == "Mads"
    assert first("ledig") == "Mads", "fewest weeks first"
    assert first("-ledig") == "Kirsten"
    assert first("naeste") == first("-naeste") == "Kirsten", "without a day is last"


@pytest.mark.usefixtures("people")
def test_a_filter_is_chosen_and_filled_in_without_script(as_omar: KommuneClient) -> None:
    asked = text(as_omar, f"{PAGE}?cv=ja&vaelg=alder")
    assert 'name="fra"' in asked
    assert 'name="cv" value="ja"' in asked, "what was chosen before stays"
    answer = as_omar.get(f"{PAGE}?cv=ja&vaelg=alder&saet=1&fra=30&til=45&omvendt=on")
    assert answer.status_code == 302
    assert parse_qs(urlsplit(answer["Location"]).query) == {"cv": ["ja"], "alder": ["ikke:30-45"]}
    wrong = as_omar.get(f"{PAGE}?vaelg=alder&saet=1&fra=45&til=30")
    assert wrong.status_code == 422
    assert "Det største tal skal stå sidst" in wrong.content.decode()
    assert as_omar.get(f"{PAGE}?vaelg=hat").status_code == 404


@pytest.mark.usefixtures("people")
def test_columns_are_chosen(as_omar: KommuneClient) -> None:
    answer = as_omar.get(f"{PAGE}?cv=ja&kol=by&kol=hat")
    assert parse_qs(urlsplit(answer["Location"]).query) == {"cv": ["ja"], "kolonner": ["by"]}
    offered = text(as_omar, f"{PAGE}kolonner/?cv=ja&kolonner=by")
    assert 'name="cv" value="ja"' in offered
    assert offered.count("checked") == 1
    shown = text(as_omar, f"{PAGE}?kolonner=by")
    assert "Aarhus C</td>" in shown
    assert 'data-title="Forløb"' not in shown


@pytest.mark.usefixtures("people")
def test_how_they_divide_is_counted_for_who_asks(as_omar: KommuneClient) -> None:
    assert "Sådan fordeler de sig" not in text(as_omar, PAGE)
    shown = text(as_omar, f"{PAGE}?tal=ja")
    assert '<a href="?tal=ja&amp;cv=ja">Ja</a>: 1' in shown
    assert '<a href="?tal=ja&amp;forloeb=ingen">Ikke kendt</a>: 1' in shown


def test_one_event_remembers_whose_names_a_list_showed(
    aarhus: Municipality, as_omar: KommuneClient, people: tuple[Person, Person]
) -> None:
    as_omar.get(f"{PAGE}?cv=ja")
    with working_for(aarhus.pk):
        event = Event.objects.get(kind="casework.names_shown")
    assert event.data == {"citizen_ids": [people[0].pk], "searched": True}


@pytest.mark.usefixtures("people")
def test_a_manager_sees_numbers_and_no_names(aarhus: Municipality, as_bente: KommuneClient) -> None:
    shown = text(as_bente, PAGE)
    assert "Færre end 5 borgere" in shown
    assert "Kirsten" not in shown
    assert as_bente.get(f"{PAGE}fil/").status_code == 403
    for n in range(6):
        add_person(aarhus, f"Birk {n}", "citizen")
    with working_for(aarhus.pk):
        actions.fill_rows(at=timezone.now())
    shown = text(as_bente, PAGE)
    assert "8 borgere af 8" in shown
    assert "Birk" not in shown
    with working_for(aarhus.pk):
        assert not Event.objects.filter(kind="casework.names_shown").exists()


def test_a_list_becomes_a_file_with_a_reason_and_is_remembered(
    aarhus: Municipality, as_omar: KommuneClient, omar: Person, people: tuple[Person, Person]
) -> None:
    refused = as_omar.post(f"{PAGE}fil/", {"query": "cv=ja"})
    assert refused.status_code == 422
    answer = as_omar.post(f"{PAGE}fil/", {"query": "cv=ja&kolonner=alder", "reason": "follow_up"})
    assert answer["Content-Type"].startswith("text/csv")
    assert answer.content.decode("utf-8-sig").split("\r\n")[:2] == [
        "Navn;Alder",
        "Kirsten Holm;40",
    ]
    with working_for(aarhus.pk):
        event = Event.objects.get(kind="casework.list_exported")
    assert event.actor_id == omar.pk
    assert event.data == {
        "citizen_ids": [people[0].pk],
        "columns": ["alder"],
        "reason": "follow_up",
    }
    bad = as_omar.post(f"{PAGE}fil/", {"query": "hat=1", "reason": "follow_up"})
    assert bad.status_code == 422


def test_a_name_that_a_spreadsheet_would_run_is_made_harmless(
    aarhus: Municipality, as_omar: KommuneClient
) -> None:
    add_person(aarhus, "=1+1 🙂", "citizen")
    with working_for(aarhus.pk):
        actions.fill_rows(at=timezone.now())
    answer = as_omar.post(f"{PAGE}fil/", {"query": "", "reason": "talk"})
    assert "\r\n'=1+1 🙂;" in answer.content.decode("utf-8-sig")


@pytest.mark.usefixtures("people")
def test_a_filter_is_kept_shared_changed_and_forgotten_by_its_owner(
    aarhus: Municipality, as_omar: KommuneClient, as_ida: KommuneClient, as_lise: KommuneClient
) -> None:
    sent = {"name": "Søger lidt", "query": "ansoegt30=0&side=3"}
    as_omar.post(f"{PAGE}gem/", sent)
    with working_for(aarhus.pk):
        kept = SavedFilter.objects.get()
    assert (kept.query, kept.shared) == ("ansoegt30=0", False)
    assert "Søger lidt" in text(as_omar, PAGE)
    assert "Søger lidt" not in text(as_ida, PAGE)
    again = as_omar.post(f"{PAGE}gem/", sent)
    assert again.status_code == 422
    assert "Du har et filter med det navn" in again.content.decode()
    assert 'value="ansoegt30=0"' in text(as_omar, f"{PAGE}gem/?query=ansoegt30%3D0")

    as_omar.post(f"{PAGE}filter/{kept.pk}/", {"name": "Ingen ansøgninger", "shared": "on"})
    assert "Ingen ansøgninger" in text(as_ida, PAGE)
    assert "Ingen ansøgninger" not in text(as_lise, PAGE)
    assert as_ida.get(f"{PAGE}filter/{kept.pk}/").status_code == 404
    assert as_ida.post(f"{PAGE}filter/{kept.pk}/slet/").status_code == 404

    as_omar.post(f"{PAGE}filter/{kept.pk}/slet/")
    assert "Ingen ansøgninger" not in text(as_omar, PAGE)
    with working_for(aarhus.pk):
        kinds = Event.objects.filter(kind__startswith="casework.filter").order_by("pk")
        assert [one.kind.partition("_")[2] for one in kinds] == ["saved", "changed", "forgotten"]


def test_a_consultant_has_her_own_citizens_one_link_away(
    aarhus: Municipality, tove: Person, people: tuple[Person, Person]
) -> None:
    with working_for(aarhus.pk):
        CitizenRow.objects.filter(citizen_id=people[1].pk).update(consultant_id=tove.pk)
    as_tove = browser(aarhus, tove)
    assert f'href="?konsulent={tove.pk}"' in text(as_tove, PAGE)
    assert found(as_tove, f"konsulent={tove.pk}") == "Mads"
    assert found(as_tove, f"konsulent=ikke:{tove.pk}") == "Kirsten"
    assert found(as_tove, "konsulent=ingen") == "Kirsten"


def test_before_the_first_night_the_page_says_so(as_omar: KommuneClient) -> None:
    assert "Oversigten er ikke lavet endnu" in text(as_omar, PAGE)


def test_the_other_kommune_is_not_there(
    as_lise: KommuneClient, odense: Municipality, people: tuple[Person, Person]
) -> None:
    with working_for(odense.pk):
        actions.fill_rows(at=timezone.now())
    assert people[0].name not in text(as_lise, PAGE)


def test_a_name_and_a_town_are_text_and_never_markup(
    aarhus: Municipality, as_omar: KommuneClient, people: tuple[Person, Person]
) -> None:
    with working_for(aarhus.pk):
        CitizenRow.objects.update(name='<b>"Kir&sten', town="<i>Aarhus", lately="applied")
        CitizenRow.objects.update(lately_on=timezone.localdate())

    page = text(as_omar, f"{PAGE}?kolonner=by,senest")

    assert "<b>" not in page
    assert "<i>" not in page
    assert page.count("&lt;b&gt;&quot;Kir&amp;sten</a>") == len(people)
    assert page.count("&lt;i&gt;Aarhus</td>") == len(people)
    # What is markup of our own stays so.
    assert "Søgte et job i dag ·" in page
    assert f'<a href="/aarhus/medarbejder/borgere/{people[0].pk}/">Se ansøgningen</a>' in page


def test_those_with_several_points_are_counted_at_each(
    aarhus: Municipality, as_omar: KommuneClient, people: tuple[Person, Person]
) -> None:
    kirsten, mads = people
    with working_for(aarhus.pk):
        CitizenRow.objects.filter(pk__gt=0).update(flags=["inactive"], meeting="ahead")
        CitizenRow.objects.filter(citizen_id=mads.pk).update(flags=["inactive", "plan_empty"])

    page = as_omar.get(f"{PAGE}?tal=ja").context["page"]

    counted = {one.words: [(c.words, c.number) for c in one.choices] for one in page.groups}
    assert page.total == 2
    assert [n for _words, n in counted[str(FIELDS["opmaerksom"].words)]] == [2, 1]
    assert counted[str(FIELDS["foerste-moede"].words)] == [("Aftalt", 2)]
    assert counted[str(FIELDS["cv"].words)] == [("Ja", 1), ("Nej", 1)]
    assert kirsten.pk in [line.citizen_id for line in page.lines]
