# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Staff see a citizen with a reason; she sees that they did."""

import re
from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from django.utils import timezone

from jobunivers.foundation.events.models import Event
from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity.models import Person
from jobunivers.rooms.casework import actions, forms
from jobunivers.rooms.journey import actions as journey
from jobunivers.rooms.vacancies import actions as vacancies
from jobunivers.rooms.vacancies.models import ApplicationStatus
from jobunivers.testing.browsers import KommuneClient, browser
from jobunivers.testing.cast import add_person
from jobunivers.trust import words
from jobunivers.trust.models import Look

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


def page(person: Person) -> str:
    return f"/medarbejder/borgere/{person.pk}/"


def give_reason(
    browser: KommuneClient, person: Person, reason: str = "talk", note: str = ""
) -> None:
    answer = browser.post(f"{page(person)}grund/", {"reason": reason, "note": note})
    assert answer.status_code == 302
    assert answer["Location"].endswith(page(person))


def text(browser: KommuneClient, path: str) -> str:
    answer = browser.get(path)
    assert answer.status_code == 200, answer.status_code
    # White space between tags says nothing to a reader.
    return re.sub(r"\s*(<[^>]+>)\s*", r"\1", str(answer.content.decode()))


@pytest.fixture
def begun(aarhus: Municipality, kirsten: Person) -> Person:
    """Return Kirsten with a profile and a joblog."""
    now = timezone.now()
    with working_for(aarhus.pk):
        profile = journey.ensure_profile(citizen_id=kirsten.pk, at=now)
        journey.add_wish(profile=profile, named=journey.Named("Gartner"), at=now)
        entry = journey.ExperienceEntry(title="Blomsterbinder", started_on=date(2020, 1, 1))
        journey.add_experience(profile=profile, entry=entry, at=now)
        vacancies.log_application(
            citizen_id=kirsten.pk,
            vacancy_id=None,
            entry=vacancies.ApplicationEntry(
                status=ApplicationStatus.APPLIED,
                applied_on=date(2026, 11, 20),
                title="Gartner i Botanisk Have",
                employer="Nordvind ApS",
                note="Husk at ringe til mor først",
            ),
            at=now,
        )
    return kirsten


def test_an_adviser_says_why_and_then_sees_profile_and_joblog(
    as_omar: KommuneClient, begun: Person
) -> None:
    asked = as_omar.get(page(begun))
    assert asked.status_code == 302
    assert f"{page(begun)}grund/?next=" in asked["Location"]
    assert "Gartner" not in text(as_omar, f"{page(begun)}grund/")

    give_reason(as_omar, begun)

    shown = text(as_omar, page(begun))
    for words_ in ("Gartner", "Blomsterbinder", "Gartner i Botanisk Have", "Nordvind ApS", "Søgt"):
        assert words_ in shown
    assert "ringe til mor" not in shown, "notes to herself are hers alone"


def test_she_reads_who_looked_when_at_what_and_why(
    aarhus: Municipality, omar: Person, begun: Person, mads: Person
) -> None:
    with time_machine.travel(NOON, tick=False):
        as_omar = browser(aarhus, omar)
        give_reason(as_omar, begun, "follow_up", "Før mødet på torsdag")
        as_omar.get(page(begun))

        read = text(browser(aarhus, begun), "/hvem-har-set/")

    for said in (
        "Omar Said", "Jobrådgiver", "23. november 2026 13.00", "Din profil", "Dine ansøgninger",
        "Opfølgning på din jobsøgning", "Før mødet på torsdag",
    ):  # fmt: skip
        # Within a sentence a role and a part begin with a small letter.
        assert said.lower() in read.lower(), said
    assert "Omar Said" not in text(browser(aarhus, mads), "/hvem-har-set/")


def test_every_opening_is_logged_part_by_part(
    aarhus: Municipality, as_omar: KommuneClient, omar: Person, begun: Person
) -> None:
    give_reason(as_omar, begun)
    as_omar.get(page(begun))
    as_omar.get(page(begun))
    with working_for(aarhus.pk):
        looks = list(Look.objects.order_by("pk").values_list("part", "viewer_id", "citizen_id"))
    once = looks[: len(looks) // 2]
    assert looks == once * 2
    assert {(viewer, citizen) for _, viewer, citizen in once} == {(omar.pk, begun.pk)}
    parts = [part for part, _, _ in once]
    assert len(parts) == len(set(parts)), "one look for each part, however often it is shown"
    assert {"profile", "joblog", "recommendations", "attention", "activity", "plan"} <= set(parts)
    assert set(parts) <= set(words.PARTS)


def test_asking_for_the_reason_shows_nothing_so_logs_no_look(
    aarhus: Municipality, as_omar: KommuneClient, begun: Person
) -> None:
    as_omar.get(page(begun))
    as_omar.get(f"{page(begun)}grund/")
    with working_for(aarhus.pk):
        assert not Look.objects.exists()
        shown = Event.objects.get(kind="casework.names_shown")
    assert shown.data == {"citizen_ids": [begun.pk], "searched": False}


def test_a_reason_is_needed_for_each_citizen(
    as_omar: KommuneClient, begun: Person, mads: Person
) -> None:
    give_reason(as_omar, begun)
    assert as_omar.get(page(begun)).status_code == 200
    assert as_omar.get(page(mads)).status_code == 302


def test_a_reason_given_before_midnight_does_not_hold_after_it(
    aarhus: Municipality, omar: Person, begun: Person
) -> None:
    almost_midnight = datetime(2026, 11, 23, 22, 55, tzinfo=UTC)  # 23.55 in Copenhagen
    with time_machine.travel(almost_midnight, tick=False) as clock:
        as_omar = browser(aarhus, omar)
        give_reason(as_omar, begun)
        assert as_omar.get(page(begun)).status_code == 200
        clock.shift(timedelta(minutes=10))
        assert as_omar.get(page(begun)).status_code == 302


@pytest.mark.parametrize("reason", ["", "overview", "because"])
def test_a_reason_must_be_one_of_the_reasons(
    as_omar: KommuneClient, begun: Person, reason: str
) -> None:
    answer = as_omar.post(f"{page(begun)}grund/", {"reason": reason, "note": "Mit ord"})
    assert answer.status_code == 422
    assert "Mit ord" in answer.content.decode(), "what was typed stays"
    assert as_omar.get(page(begun)).status_code == 302


def test_every_reason_staff_may_give_has_words_for_the_citizen() -> None:
    assert set(forms.REASONS) <= set(words.REASONS)


def test_a_citizen_without_profile_is_shown_kindly(as_omar: KommuneClient, mads: Person) -> None:
    give_reason(as_omar, mads)
    shown = text(as_omar, page(mads))
    assert "ikke begyndt på sin profil" in shown
    assert "ikke skrevet ansøgninger" in shown


def test_nobody_is_sent_to_log_in(visitor: KommuneClient, kirsten: Person) -> None:
    for path in ("/medarbejder/", "/medarbejder/borgere/", page(kirsten)):
        answer = visitor.get(path)
        assert answer.status_code == 302
        assert "/log-ind/?next=/aarhus/medarbejder/" in answer["Location"]


@pytest.mark.parametrize("who", ["as_kirsten", "as_eva", "as_anne"])
def test_other_roles_are_refused(request: pytest.FixtureRequest, kirsten: Person, who: str) -> None:
    other: KommuneClient = request.getfixturevalue(who)
    for path in ("/medarbejder/", "/medarbejder/borgere/", page(kirsten)):
        assert other.get(path).status_code == 403


def test_a_citizen_of_another_kommune_does_not_exist(
    as_lise: KommuneClient, kirsten: Person
) -> None:
    assert as_lise.get(page(kirsten)).status_code == 404
    assert as_lise.get(f"{page(kirsten)}grund/").status_code == 404
    post = as_lise.post(f"{page(kirsten)}grund/", {"reason": "talk"})
    assert post.status_code == 404
    assert "Kirsten" not in text(as_lise, "/medarbejder/borgere/?navn=kirsten")


def test_staff_and_people_who_are_gone_are_no_citizens(
    aarhus: Municipality, as_omar: KommuneClient, kirsten: Person, eva: Person
) -> None:
    assert as_omar.get(page(eva)).status_code == 404
    assert as_omar.get("/medarbejder/borgere/999999/").status_code == 404
    give_reason(as_omar, kirsten)
    with working_for(aarhus.pk):
        Person.objects.filter(pk=kirsten.pk).update(is_active=False)
    assert as_omar.get(page(kirsten)).status_code == 404
    with working_for(aarhus.pk):
        assert not Look.objects.exists()


def test_the_list_shows_names_in_danish_order_page_by_page(
    aarhus: Municipality, as_omar: KommuneClient
) -> None:
    for name in ("Åse Vind", "Ægir Sø", "Ørn Bæk", *(f"Berit {n:02}" for n in range(25))):
        add_person(aarhus, name, "citizen")
    first, last = (
        text(as_omar, "/medarbejder/borgere/"),
        text(as_omar, "/medarbejder/borgere/?side=2"),
    )
    assert "Berit 00" in first
    assert "Åse Vind" not in first
    assert last.index("Ægir Sø") < last.index("Ørn Bæk") < last.index("Åse Vind")
    assert "Omar Said</a>" not in first + last, "staff are not on the list"


@pytest.mark.usefixtures("kirsten", "mads")
@pytest.mark.parametrize("typed", ["holm", "KIRSTEN", "kir hol", "holm kirsten"])
def test_a_citizen_is_found_by_any_part_of_her_name(as_omar: KommuneClient, typed: str) -> None:
    found = text(as_omar, f"/medarbejder/borgere/?navn={typed}")
    assert "Kirsten Holm" in found
    assert "Mads" not in found


@pytest.mark.usefixtures("kirsten", "mads")
@pytest.mark.parametrize("typed", ["åby", "Aaby", "ÅBY"])
def test_danish_letters_are_found_however_they_are_written(
    as_omar: KommuneClient, typed: str
) -> None:
    assert "Mads Åby" in text(as_omar, f"/medarbejder/borgere/?navn={typed}")


@pytest.mark.parametrize("typed", ["xyz", "%", "_", "' OR 1=1", "x" * 5000])
def test_a_search_that_finds_nobody_helps_onwards(as_omar: KommuneClient, typed: str) -> None:
    answer = as_omar.get("/medarbejder/borgere/", {"navn": typed})
    assert answer.status_code == 200
    if typed == "xyz":
        assert "Ingen borgere med det navn" in answer.content.decode()


def test_one_event_remembers_which_names_a_list_showed(
    aarhus: Municipality, as_omar: KommuneClient, omar: Person, kirsten: Person
) -> None:
    as_omar.get("/medarbejder/borgere/?navn=holm")
    with working_for(aarhus.pk):
        event = Event.objects.get(kind="casework.names_shown")
        assert not Look.objects.exists()
    assert event.actor_id == omar.pk
    assert event.data == {"citizen_ids": [kirsten.pk], "searched": True}
    assert "holm" not in str(event.data)


def test_the_list_asks_as_often_for_one_name_as_for_many(
    aarhus: Municipality, as_omar: KommuneClient, django_assert_max_num_queries: object
) -> None:
    for n in range(30):
        add_person(aarhus, f"Birk {n}", "citizen")
    with django_assert_max_num_queries(16):  # type: ignore[operator]
        as_omar.get("/medarbejder/borgere/")


def test_the_home_counts_the_own_kommune_only(
    as_omar: KommuneClient, as_lise: KommuneClient, begun: Person
) -> None:
    shown = text(as_omar, "/medarbejder/")
    assert "ansøgninger i joblog: 1, ændrede profiler: 1." in shown
    elsewhere = text(as_lise, "/medarbejder/")
    assert "ansøgninger i joblog: 0," in elsewhere
    assert begun.name not in shown


def test_what_happened_long_ago_is_not_counted(
    aarhus: Municipality, omar: Person, begun: Person
) -> None:
    with time_machine.travel(timezone.now() + timedelta(days=8)):
        shown = text(browser(aarhus, omar), "/medarbejder/")
    assert "ansøgninger i joblog: 0," in shown


def test_one_link_of_the_menu_is_current(as_omar: KommuneClient) -> None:
    shown = text(as_omar, "/medarbejder/borgere/")
    assert shown.count('aria-current="page"') == 2, "once in each of the two menus"


@pytest.mark.parametrize(
    ("wanted", "led_to"),
    [
        ("/aarhus/medarbejder/arbejdsmarked/", "/medarbejder/arbejdsmarked/"),
        ("https://example.org/", "/medarbejder/borgere/{pk}/"),
        ("//example.org/", "/medarbejder/borgere/{pk}/"),
    ],
)
def test_who_has_said_why_is_led_back_to_where_she_wanted_and_never_out_of_the_house(
    as_omar: KommuneClient, kirsten: Person, wanted: str, led_to: str
) -> None:
    answer = as_omar.post(f"{page(kirsten)}grund/", {"reason": "talk", "note": "", "next": wanted})

    assert answer.status_code == 302
    assert answer["Location"].endswith(led_to.format(pk=kirsten.pk))
    assert "example.org" not in answer["Location"]


def test_reasons_of_a_replayed_past_are_in_the_log(
    aarhus: Municipality, kirsten: Person, omar: Person
) -> None:
    given = actions.ReasonGiven(citizen_id=kirsten.pk, adviser_id=omar.pk, code="talk", at=NOON)
    with working_for(aarhus.pk):
        assert actions.note_reasons(given=[given]) == 1
        row = Event.objects.get(kind="casework.reason_given")
    assert (row.citizen_id, row.actor_id, row.at) == (kirsten.pk, omar.pk, NOON)
    assert row.data == {"reason": "talk"}
