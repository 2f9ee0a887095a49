# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Staff see a course with a reason, choose another for a while, and answer whoever says no."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
import time_machine

from jobunivers.foundation.events.models import Event
from jobunivers.foundation.tenancy import working_for
from jobunivers.identity.models import Person
from jobunivers.rooms.journey.models import Absence
from jobunivers.rooms.segmentation import actions
from jobunivers.rooms.segmentation.models import (
    Assignment,
    Leave,
    Objection,
    ObjectionKind,
    ObjectionOutcome,
    Override,
    Placement,
)
from jobunivers.rooms.segmentation.tests.page_making import (
    NOON,
    TODAY,
    give_reason,
    out_of_work,
    text,
)
from jobunivers.testing.browsers import KommuneClient
from jobunivers.trust.models import Look

pytestmark = pytest.mark.django_db
ANSWER = {"outcome": "kept", "course": "", "last_day": "", "answer": "Vi tales ved på mandag."}


@pytest.fixture(autouse=True)
def noon() -> Iterator[None]:
    with time_machine.travel(NOON, tick=False):
        yield


@pytest.fixture
def placed(kirsten: Person) -> Person:
    """Return Kirsten, out of work for half a year."""
    out_of_work(kirsten, weeks=30)
    return kirsten


@pytest.fixture
def said_no(placed: Person, omar: Person) -> int:
    """Return what Kirsten said and Omar is to answer."""
    with working_for(placed.municipality_id or 0):
        row = actions.object_to(
            citizen_id=placed.pk, kind=ObjectionKind.OTHER_COURSE, words="Jeg klarer mig selv.",
            wished_course="self_driven", at=NOON,
        )  # fmt: skip
    return row.pk


def course_of(person: Person) -> str:
    with working_for(person.municipality_id or 0):
        return Placement.objects.get(citizen_id=person.pk).course


def page(person: Person) -> str:
    return f"/medarbejder/borgere/{person.pk}/forloeb/"


def test_the_course_opens_with_a_reason_and_the_look_is_logged(
    as_omar: KommuneClient, placed: Person
) -> None:
    asked = as_omar.get(page(placed))
    assert asked.status_code == 302
    assert "/grund/?next=" in asked["Location"]
    give_reason(as_omar, placed)

    shown = text(as_omar, page(placed))

    assert "Du har været uden job i mindst 26 uger" in shown
    assert "“Du” er borgeren." in shown
    with working_for(placed.municipality_id or 0):
        assert list(Look.objects.values_list("part", "reason")) == [("segment", "talk")]


def test_the_citizen_reads_that_her_course_was_looked_at(
    as_omar: KommuneClient, as_kirsten: KommuneClient, placed: Person
) -> None:
    give_reason(as_omar, placed)
    as_omar.get(page(placed))

    assert "dit forløb" in text(as_kirsten, "/hvem-har-set/").lower()


def test_staff_choose_another_course_until_a_day_and_she_reads_who_and_why(
    as_omar: KommuneClient, as_kirsten: KommuneClient, placed: Person
) -> None:
    give_reason(as_omar, placed)
    sent = {"course": "digital_sparring", "reason": "Vi har talt om det.", "last_day": "2026-12-31"}

    assert as_omar.post(f"{page(placed)}vaelg/", sent).status_code == 302

    assert course_of(placed) == "digital_sparring"
    hers = text(as_kirsten, "/mit-forloeb/")
    assert "Omar Said har valgt “Digital med sparring” til og med 31. december 2026." in hers
    assert "“Vi har talt om det.”" in hers
    with working_for(placed.municipality_id or 0):
        assert Override.objects.get().until == TODAY.replace(month=12, day=31) + timedelta(days=1)


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"course": "combined", "reason": " ", "last_day": "2026-12-31"}, "Skriv hvorfor."),
        ({"course": "combined", "reason": "x", "last_day": "2026-11-22"}, "Dagen er gået"),
        ({"course": "combined", "reason": "x", "last_day": "2027-11-22"}, "Højst et halvt år"),
        ({"course": "combined", "reason": "x", "last_day": ""}, "Skriv en dato."),
        ({"course": "nowhere", "reason": "x", "last_day": "2026-12-31"}, "Vælg et forløb."),
    ],
)
def test_a_choice_needs_a_course_a_reason_and_a_last_day_within_half_a_year(
    as_omar: KommuneClient, placed: Person, sent: dict[str, str], said: str
) -> None:
    give_reason(as_omar, placed)

    answer = as_omar.post(f"{page(placed)}vaelg/", sent)

    assert answer.status_code == 422
    assert said in answer.content.decode()
    with working_for(placed.municipality_id or 0):
        assert not Override.objects.exists()


def test_the_longest_choice_the_form_allows_is_allowed(
    as_omar: KommuneClient, placed: Person
) -> None:
    give_reason(as_omar, placed)
    last = TODAY + timedelta(days=182)
    sent = {"course": "digital_sparring", "reason": "x", "last_day": last.isoformat()}

    assert as_omar.post(f"{page(placed)}vaelg/", sent).status_code == 302


def test_the_rules_hold_again_when_staff_say_so(as_omar: KommuneClient, placed: Person) -> None:
    give_reason(as_omar, placed)
    sent = {"course": "digital_sparring", "reason": "x", "last_day": "2026-12-31"}
    as_omar.post(f"{page(placed)}vaelg/", sent)

    as_omar.post(f"{page(placed)}vaelg/slut/")

    assert course_of(placed) == "combined"
    assert as_omar.post(f"{page(placed)}vaelg/slut/").status_code == 404


def test_a_pause_is_agreed_and_ended(
    as_omar: KommuneClient, as_kirsten: KommuneClient, placed: Person
) -> None:
    give_reason(as_omar, placed)
    sent = {"first_day": "2026-11-20", "last_day": "2026-12-04"}
    assert as_omar.post(f"{page(placed)}pause/", sent).status_code == 302
    assert "Pause, aftalt med Omar Said" in text(as_kirsten, "/mit-forloeb/")
    with working_for(placed.municipality_id or 0):
        pk = Absence.objects.get().pk
    assert as_kirsten.post(f"/mit-forloeb/fravaer/{pk}/slut/").status_code == 404

    as_omar.post(f"{page(placed)}pause/{pk}/slut/")

    with working_for(placed.municipality_id or 0):
        assert Absence.objects.get().ends_on == TODAY


def test_what_she_said_waits_with_a_date_for_a_named_person(
    as_omar: KommuneClient, as_ida: KommuneClient, said_no: int
) -> None:
    mine = text(as_omar, "/medarbejder/indsigelser/")
    assert "Kirsten Holm" in mine
    assert "Svar senest mandag den 7. december · Omar Said" in mine
    assert "Ingen venter på svar" in text(as_ida, "/medarbejder/indsigelser/")
    assert "Kirsten Holm" in text(as_ida, "/medarbejder/indsigelser/?vis=alle")


def test_a_list_of_names_is_one_event(as_omar: KommuneClient, placed: Person, said_no: int) -> None:
    as_omar.get("/medarbejder/indsigelser/")

    with working_for(placed.municipality_id or 0):
        event = Event.objects.get(kind="segmentation.names_shown")
    assert event.data == {"citizen_ids": [placed.pk]}


def test_the_answer_is_read_by_her_and_opening_it_is_a_look_because_she_asked(
    as_omar: KommuneClient, as_kirsten: KommuneClient, placed: Person, said_no: int
) -> None:
    shown = text(as_omar, f"/medarbejder/indsigelser/{said_no}/")
    assert "“Jeg klarer mig selv.”" in shown
    assert "Vil hellere have: Selvkørende digital" in shown

    as_omar.post(f"/medarbejder/indsigelser/{said_no}/", ANSWER)

    assert "Vi tales ved på mandag." in text(as_kirsten, "/mit-forloeb/")
    assert "Ingen venter på svar" in text(as_omar, "/medarbejder/indsigelser/")
    with working_for(placed.municipality_id or 0):
        assert Objection.objects.get().outcome == ObjectionOutcome.KEPT
        assert ("segment", "request") in set(Look.objects.values_list("part", "reason"))


def test_who_gets_right_gets_the_course_for_as_long_as_was_said(
    as_omar: KommuneClient, placed: Person, said_no: int
) -> None:
    sent = ANSWER | {"outcome": "agreed", "course": "self_driven", "last_day": "2027-01-31"}

    as_omar.post(f"/medarbejder/indsigelser/{said_no}/", sent)

    assert course_of(placed) == "self_driven"


def test_a_course_in_an_answer_needs_a_last_day(as_omar: KommuneClient, said_no: int) -> None:
    sent = ANSWER | {"outcome": "agreed", "course": "self_driven"}

    answer = as_omar.post(f"/medarbejder/indsigelser/{said_no}/", sent)

    assert answer.status_code == 422
    assert "hvor længe forløbet skal gælde" in answer.content.decode()


def test_what_is_answered_or_of_another_kommune_does_not_exist(
    as_omar: KommuneClient, as_lise: KommuneClient, said_no: int
) -> None:
    assert as_lise.get(f"/medarbejder/indsigelser/{said_no}/").status_code == 404
    as_omar.post(f"/medarbejder/indsigelser/{said_no}/", ANSWER)
    assert as_omar.get(f"/medarbejder/indsigelser/{said_no}/").status_code == 404


def test_a_colleague_takes_it_on_herself(as_ida: KommuneClient, ida: Person, said_no: int) -> None:
    as_ida.post(f"/medarbejder/indsigelser/{said_no}/tag/")

    assert "Kirsten Holm" in text(as_ida, "/medarbejder/indsigelser/")


def test_a_consultant_sees_her_own_citizens(
    as_tove: KommuneClient, tove: Person, placed: Person
) -> None:
    assert "Du har ingen faste borgere endnu" in text(as_tove, "/medarbejder/mine-borgere/")
    with working_for(placed.municipality_id or 0):
        Assignment.objects.create(citizen_id=placed.pk, staff_id=tove.pk, began_at=NOON, why="load")

    mine = text(as_tove, "/medarbejder/mine-borgere/")

    assert "Kirsten Holm" in mine
    assert "personlig jobkonsulent for 1 borger." in mine


def test_a_manager_plans_a_consultants_work(
    as_bente: KommuneClient, tove: Person, placed: Person
) -> None:
    path = f"/leder/forloeb/konsulenter/{tove.pk}/"
    sent = {"capacity": "25", "languages": ["uk", "ar"]}
    away = {"away_first": "2026-12-21", "away_last": "2027-01-03"}

    assert as_bente.post(path, sent).status_code == 302
    assert as_bente.post(f"{path}fravaer/", away).status_code == 302

    shown = text(as_bente, "/leder/forloeb/konsulenter/")
    assert "0 af 25" in shown
    assert "arabisk, ukrainsk" in shown
    assert "21. december 2026 til 3. januar 2027" in shown
    with working_for(placed.municipality_id or 0):
        assert Leave.objects.get().away_to == TODAY.replace(year=2027, month=1, day=4)
    assert "Intet fravær er planlagt" not in text(as_bente, path)


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"capacity": "-1"}, "Skriv 0 eller mere."),
        ({"capacity": "mange"}, "Skriv et helt tal."),
    ],
)
def test_a_plan_that_cannot_be_is_refused_with_words(
    as_bente: KommuneClient, tove: Person, sent: dict[str, str], said: str
) -> None:
    answer = as_bente.post(f"/leder/forloeb/konsulenter/{tove.pk}/", sent)

    assert answer.status_code == 422
    assert said in answer.content.decode()


def test_only_consultants_have_a_plan(
    as_bente: KommuneClient, omar: Person, kirsten: Person
) -> None:
    for person in (omar, kirsten):
        assert as_bente.get(f"/leder/forloeb/konsulenter/{person.pk}/").status_code == 404


def test_moves_are_listed_with_their_reasons_and_no_names(
    as_bente: KommuneClient, placed: Person
) -> None:
    shown = text(as_bente, "/leder/forloeb/flytninger/")

    assert "Det første forløb" in shown
    assert "Du har været uden job i mindst 26 uger (30 uger)" in shown
    assert "Kirsten" not in shown
    assert "Ingen passer" in text(as_bente, "/leder/forloeb/flytninger/?grund=left")


def test_the_flow_is_shown_as_a_picture_and_as_numbers(
    as_bente: KommuneClient, placed: Person, mads: Person
) -> None:
    assert "Der er ikke talt længe nok endnu" in text(as_bente, "/leder/forloeb/")
    with working_for(placed.municipality_id or 0):
        from jobunivers.rooms.segmentation.models import FlowDay

        FlowDay.objects.all().delete()
        for ago, (start, end) in ((9, ("", "self_driven")), (0, ("self_driven", "combined"))):
            day = TODAY - timedelta(days=ago)
            FlowDay.objects.create(day=day, from_course=start, to_course=end, people=1234)

    shown = text(as_bente, "/leder/forloeb/?uger=4")

    assert shown.count('<svg class="seg-flow-') == 2
    assert "1.234 flytninger til tættere hjælp, 0 den anden vej" in shown
    assert '<td data-title="Flytninger">1.234</td>' in shown
