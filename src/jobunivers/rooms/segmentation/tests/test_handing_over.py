# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A manager spreads citizens or hands them over, line by line, and may take it back."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from jobunivers.foundation.events.models import Event
from jobunivers.foundation.notices.models import Notice
from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity.models import Person
from jobunivers.rooms.segmentation import actions, queries
from jobunivers.rooms.segmentation.models import Assignment, HandOver, Leave
from jobunivers.rooms.segmentation.tests.page_making import NOON, TODAY, text
from jobunivers.testing.browsers import KommuneClient
from jobunivers.testing.cast import add_person

pytestmark = [pytest.mark.django_db]
HERE = "/leder/forloeb/konsulenter/"


@pytest.fixture(autouse=True)
def _at_noon() -> object:
    with time_machine.travel(NOON, tick=False) as clock:
        yield clock


@pytest.fixture
def per(aarhus: Municipality) -> Person:
    return add_person(aarhus, "Per Bro", "consultant")


@pytest.fixture
def held(aarhus: Municipality, tove: Person) -> list[Assignment]:
    """Return eight citizens of Tove's, who can help ten."""
    people = [add_person(aarhus, f"Borger {n}", "citizen") for n in range(8)]
    with working_for(aarhus.pk):
        actions.set_caseload(staff_id=tove.pk, capacity=10, at=NOON)
        return [
            Assignment.objects.create(
                citizen_id=one.pk, staff_id=tove.pk, why="load",
                began_at=NOON - timedelta(days=40 + n),
            )
            for n, one in enumerate(people)
        ]  # fmt: skip


def handed(rows: list[Assignment], to: Person, by: Person) -> actions.Handed:
    return actions.hand_over(
        from_id=rows[0].staff_id,
        handings=[actions.Handing(one.pk, to.pk) for one in rows],
        proposed={one.citizen_id: to.pk for one in rows},
        reason="Jævnere",
        by_id=by.pk,
        at=timezone.now(),
    )


def test_a_line_is_carried_out_told_and_taken_back(
    as_bente: KommuneClient, held: list[Assignment], per: Person, aarhus: Municipality
) -> None:
    first = held[0]
    shown = text(as_bente, f"{HERE}fordel/")
    assert "Borger 0" in shown
    assert "Fra Tove Juhl til Per Bro" in shown

    sent = {"next": "spread", "pick": str(first.pk), f"to-{first.pk}": str(per.pk),
            "reason": "Jævnere fordeling"}  # fmt: skip
    assert as_bente.post(f"{HERE}{first.staff_id}/overdrag/", sent).status_code == 302

    with working_for(aarhus.pk):
        row = HandOver.objects.get()
        assert row.proposed == {str(first.citizen_id): per.pk}
        now = Assignment.objects.get(citizen_id=first.citizen_id, ended_at=None)
        assert (now.staff_id, now.why, now.hand_over_id) == (per.pk, "spread", row.pk)
        listed = Event.objects.filter(kind="segmentation.names_shown").first()
        assert listed is not None
        assert listed.data["reason"] == "hand_over"
    assert "Fortryd flytningen" in text(as_bente, HERE)

    for _ in range(2):  # the second press finds it done
        path = f"/leder/forloeb/overdragelser/{row.pk}/fortryd/"
        assert as_bente.post(path).status_code == 302
    with working_for(aarhus.pk):
        back = Assignment.objects.get(citizen_id=first.citizen_id, ended_at=None)
        assert (back.staff_id, back.why) == (first.staff_id, "back")
        kinds = Notice.objects.filter(person_id=first.citizen_id).order_by("pk")
        assert list(kinds.values_list("kind", flat=True)) == [
            "segmentation.handed", "segmentation.handed_back",
        ]  # fmt: skip


def test_many_are_handed_over_when_somebody_leaves(
    as_bente: KommuneClient, held: list[Assignment], per: Person, aarhus: Municipality
) -> None:
    path = f"{HERE}{held[0].staff_id}/overdrag/"
    assert text(as_bente, path).count('type="checkbox"') == 8
    chosen = held[:6]
    sent: dict[str, object] = {"pick": [str(one.pk) for one in chosen], "reason": "Stopper"}
    sent |= {f"to-{one.pk}": str(per.pk) for one in chosen}

    assert as_bente.post(path, sent).status_code == 302

    with working_for(aarhus.pk):
        assert queries.mine_today(per.pk, TODAY).count() == 6


def test_nobody_chosen_no_reason_and_a_stranger_are_refused(
    as_bente: KommuneClient, held: list[Assignment], per: Person, lise: Person
) -> None:
    path, one = f"{HERE}{held[0].staff_id}/overdrag/", held[0].pk
    for sent in (
        {"reason": "Stopper"},
        {"pick": str(one), f"to-{one}": str(per.pk)},
        {"pick": str(one), f"to-{one}": str(lise.pk), "reason": "Stopper"},
        {"pick": "x", "reason": "Stopper"},
    ):
        assert as_bente.post(path, sent).status_code == 422
    with working_for(per.municipality_id or 0):
        assert not HandOver.objects.exists()


def test_two_managers_move_the_same_citizens_once(
    held: list[Assignment], per: Person, bente: Person, aarhus: Municipality
) -> None:
    other = add_person(aarhus, "Ane Skov", "consultant")
    with working_for(aarhus.pk):
        handed(held[:3], per, bente)

        second = handed(held[:5], other, bente)
        with pytest.raises(actions.NothingToHandOver):
            handed(held[:5], other, bente)

        assert (len(second.citizen_ids), second.skipped) == (2, 3)
        assert Assignment.objects.filter(ended_at=None).count() == 8


def test_only_who_is_still_there_comes_back(
    held: list[Assignment], per: Person, bente: Person, aarhus: Municipality
) -> None:
    with working_for(aarhus.pk):
        done = handed(held[:3], per, bente)
        actions.assign_consultant(
            citizen_id=held[0].citizen_id,
            staff_id=add_person(aarhus, "Ane Skov", "consultant").pk,
            by_id=bente.pk,
            at=NOON,
        )

        assert actions.undo_hand_over(hand_over_id=done.row.pk, by_id=bente.pk, at=NOON) == 2
        with pytest.raises(actions.AlreadyUndone):
            actions.undo_hand_over(hand_over_id=done.row.pk, by_id=bente.pk, at=NOON)


def test_even_loads_and_an_empty_house_are_said(as_bente: KommuneClient, tove: Person) -> None:
    assert "Fordelingen er jævn" in text(as_bente, f"{HERE}fordel/")
    with working_for(tove.municipality_id or 0):
        actions.plan_leave(
            staff_id=tove.pk, away_from=TODAY, away_to=TODAY + timedelta(days=3),
            substitute_id=None, by_id=tove.pk, at=NOON,
        )  # fmt: skip
    assert "Ingen kan tage imod lige nu" in text(as_bente, f"{HERE}fordel/")
    assert "Alle konsulenter er væk i dag" in text(as_bente, HERE)
    assert "Konsulenten har ingen borgere" in text(as_bente, f"{HERE}{tove.pk}/overdrag/")


def test_too_many_for_one_is_said_and_capacity_zero_is_no_trouble(
    as_bente: KommuneClient, held: list[Assignment], per: Person, tove: Person
) -> None:
    with working_for(tove.municipality_id or 0):
        actions.set_caseload(staff_id=tove.pk, capacity=0, at=NOON)
        actions.set_caseload(staff_id=per.pk, capacity=20, at=NOON)

    assert "Har for mange" in text(as_bente, HERE)
    assert text(as_bente, f"{HERE}fordel/").count("Fra Tove Juhl til Per Bro") == 8


def test_leave_is_planned_and_refused_in_words(
    as_bente: KommuneClient, tove: Person, per: Person
) -> None:
    days = {"away_first": "2026-12-01", "away_last": "2026-12-09"}
    path = f"{HERE}{tove.pk}/fravaer/"
    assert as_bente.post(path, {**days, "substitute": str(per.pk)}).status_code == 302
    assert "Per Bro er stedfortræder." in text(as_bente, f"{HERE}{tove.pk}/")

    for sent, said in (
        (days, "allerede væk"),
        ({"away_first": "2026-11-01", "away_last": "2026-11-02"}, "Den sidste dag er gået"),
        ({"away_first": "2026-12-24"}, "Skriv en dato"),
        ({"away_first": "2027-01-24", "away_last": "2027-01-02"}, "ligger før den første"),
        ({"away_first": "2027-01-24", "away_last": "2027-01-25", "substitute": "0"}, "fra listen"),
    ):
        answer = as_bente.post(path, sent)
        assert answer.status_code == 422
        assert said in answer.content.decode()
    refused = as_bente.post(f"{HERE}{per.pk}/fravaer/", days)
    assert "stedfortræder for Tove Juhl" in refused.content.decode()


def test_a_substitute_is_changed_and_whoever_comes_second_sees_it(
    as_bente: KommuneClient, tove: Person, per: Person, omar: Person, bente: Person
) -> None:
    with working_for(tove.municipality_id or 0):
        row = actions.plan_leave(
            staff_id=tove.pk, away_from=TODAY, away_to=TODAY + timedelta(days=9),
            substitute_id=None, by_id=bente.pk, at=NOON,
        )  # fmt: skip
    path = f"/leder/forloeb/fravaer/{row.pk}/"
    sent = {"substitute": str(per.pk), "version": "1"}
    assert as_bente.post(f"{path}stedfortraeder/", sent).status_code == 302

    late = as_bente.post(f"{path}stedfortraeder/", {"substitute": str(omar.pk), "version": "1"})
    assert late.status_code == 409
    assert "Nu står Per Bro som stedfortræder." in late.content.decode()
    assert 'name="version" value="2"' in late.content.decode()

    assert as_bente.post(f"{path}slut/", {"version": "1"}).status_code == 302
    assert as_bente.post(f"{path}slut/", {"version": "2"}).status_code == 302
    assert as_bente.get(f"{path}stedfortraeder/").status_code == 404
    with working_for(tove.municipality_id or 0):
        assert Leave.objects.get().cancelled_at is not None


def test_what_was_chosen_stands_when_the_reason_is_missing(
    as_bente: KommuneClient, held: list[Assignment], per: Person, tove: Person
) -> None:
    path, one = f"{HERE}{held[0].staff_id}/overdrag/", held[0].pk
    answer = as_bente.post(path, {"pick": str(one), f"to-{one}": str(per.pk)})
    assert answer.status_code == 422
    line = next(line for line in answer.context["page"].lines if line.assignment_id == one)
    assert (line.taker_id, line.taker) == (per.pk, per.name)
    assert f'<option value="{per.pk}" selected>' in answer.content.decode()


def test_more_than_a_page_holds_are_told_of_and_one_picked_further_down_is_moved(
    as_bente: KommuneClient,
    held: list[Assignment],
    per: Person,
    aarhus: Municipality,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("jobunivers.rooms.segmentation.queries.spreading.MOST_HANDED", 3)
    path, last = f"{HERE}{held[0].staff_id}/overdrag/", held[-1]
    shown = text(as_bente, path)
    assert shown.count('type="checkbox"') == 3
    assert "Der er 5 borgere mere" in shown

    sent = {
        "pick": str(last.pk),
        f"to-{last.pk}": str(per.pk),
        "reason": "Jævnere",
        "next": "spread",
    }
    assert as_bente.post(path, sent).status_code == 302

    with working_for(aarhus.pk):
        row = HandOver.objects.get()
        now = Assignment.objects.get(citizen_id=last.citizen_id, ended_at=None)
        assert (now.staff_id, now.why, now.hand_over_id) == (per.pk, "spread", row.pk)
