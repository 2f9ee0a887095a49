# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who is out of work is placed, by what she did, and every decision can be made again."""

from datetime import timedelta

import pytest

from jobunivers.foundation.events.models import Event
from jobunivers.foundation.notices.models import Notice
from jobunivers.identity.models import Person
from jobunivers.rooms.entrance.models import OwnWish, SelfTest
from jobunivers.rooms.journey import actions as journey
from jobunivers.rooms.journey.models import AbsenceKind, SpellEnd, Teller
from jobunivers.rooms.segmentation import actions
from jobunivers.rooms.segmentation.models import (
    ActivityDay,
    ActivityState,
    FlowDay,
    Move,
    Placement,
)
from jobunivers.rooms.segmentation.queries.explaining import explain, make_again
from jobunivers.rooms.segmentation.queries.knowing import facts_of
from jobunivers.rooms.segmentation.tests.people import (
    NOW,
    TODAY,
    deed,
    out_of_work,
    placed,
    segmented,
    silent_pushes,
)
from jobunivers.trust import actions as trust

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("by_rules_alone")]
DAY = timedelta(days=1)


def test_who_is_not_out_of_work_is_not_placed(kirsten: Person, mads: Person) -> None:
    out_of_work(kirsten.pk, weeks=1)

    done = actions.segment_kommune(at=NOW)

    assert (done.people, done.moves) == (1, 1)
    assert not Placement.objects.filter(citizen_id=mads.pk).exists()


def test_half_a_year_out_of_work_leads_to_regular_talks_with_the_reason_kept(
    kirsten: Person,
) -> None:
    out_of_work(kirsten.pk, weeks=30)

    found = segmented(kirsten.pk)

    assert (found.course, found.rule) == ("combined", "half_a_year")
    assert found.reasons == [{"fact": "weeks_out", "is": ">=", "value": 26.0, "was": 30.0}]


def test_her_own_wish_moves_her_at_once_and_back(kirsten: Person) -> None:
    out_of_work(kirsten.pk, weeks=1)
    assert segmented(kirsten.pk).course == "self_driven"

    OwnWish.objects.create(citizen_id=kirsten.pk, wish="in_person", at=NOW, version="1",
                           actor_id=kirsten.pk)  # fmt: skip
    found = segmented(kirsten.pk)

    assert (found.course, found.rule) == ("combined", "wants_in_person")
    assert Move.objects.latest("pk").kind == "wish"


def test_silence_leads_down_the_ladder_and_deeds_back(kirsten: Person) -> None:
    out_of_work(kirsten.pk, weeks=10, at=NOW)
    segmented(kirsten.pk)
    at = NOW + 15 * DAY
    silent_pushes(kirsten.pk, 9, at=at)

    assert segmented(kirsten.pk, at=at).step == 1
    assert segmented(kirsten.pk, at=at + 13 * DAY).step == 1, "the cool-down holds"
    assert segmented(kirsten.pk, at=at + 14 * DAY).step == 2
    found = segmented(kirsten.pk, at=at + 28 * DAY)
    assert (found.step, found.course) == (3, "close_support")

    for n in range(14):
        deed(kirsten.pk, at=at + (29 + n) * DAY)
    found = segmented(kirsten.pk, at=at + 43 * DAY)
    assert (found.step, Move.objects.latest("pk").kind) == (2, "back")


def test_the_first_step_is_a_reminder_and_the_others_are_told(kirsten: Person) -> None:
    out_of_work(kirsten.pk, weeks=10)
    segmented(kirsten.pk)
    at = NOW + 15 * DAY
    silent_pushes(kirsten.pk, 4, at=at)
    segmented(kirsten.pk, at=at)

    (told,) = Notice.objects.filter(kind__startswith="segmentation.")
    assert (told.kind, told.person_id) == ("segmentation.reminder", kirsten.pk)
    event = Event.objects.filter(kind="segmentation.moved").latest("pk")
    assert event.data["kind"] == "step"


def test_absence_stops_the_clock(kirsten: Person) -> None:
    out_of_work(kirsten.pk, weeks=10)
    segmented(kirsten.pk)
    journey.report_absence(
        citizen_id=kirsten.pk,
        kind=AbsenceKind.ILLNESS,
        starts_on=TODAY + DAY,
        ends_on=TODAY + 11 * DAY,
        told_by=Teller.CITIZEN,
        at=NOW,
    )
    at = NOW + 15 * DAY
    silent_pushes(kirsten.pk, 9, at=at)

    assert segmented(kirsten.pk, at=at).step == 0
    assert facts_of(kirsten.pk, at)["days_inactive"] == 5
    assert facts_of(kirsten.pk, NOW + 3 * DAY)["absent"] == 1


def test_who_finds_work_leaves_and_her_consultant_is_free_again(
    kirsten: Person, tove: Person
) -> None:
    out_of_work(kirsten.pk, weeks=60)
    assert segmented(kirsten.pk).course == "close_support"
    journey.end_spell(citizen_id=kirsten.pk, ended_on=TODAY, end=SpellEnd.JOB, at=NOW)

    done = actions.segment_kommune(at=NOW + DAY)

    assert done.left == 1
    assert not Placement.objects.filter(citizen_id=kirsten.pk).exists()
    assert Move.objects.latest("pk").kind == "left"


def test_every_automated_move_is_made_again_from_its_inputs(kirsten: Person, mads: Person) -> None:
    out_of_work(kirsten.pk, weeks=10)
    out_of_work(mads.pk, weeks=60)
    for days in range(0, 90, 7):
        at = NOW + days * DAY
        silent_pushes(kirsten.pk, 2, at=at)
        actions.gather_activity(at=at)
        actions.segment_kommune(at=at)

    moves = list(Move.objects.order_by("pk"))
    assert {move.kind for move in moves} >= {"first", "step"}
    for move in moves:
        again = make_again(move)
        assert again is not None
        assert again.same, (move.kind, again)


def test_a_night_and_one_at_a_time_come_to_the_same(kirsten: Person, mads: Person) -> None:
    for person, weeks in ((kirsten, 30), (mads, 3)):
        out_of_work(person.pk, weeks=weeks)
    alone = {pk: segmented(pk).course for pk in (kirsten.pk, mads.pk)}
    Placement.objects.all().delete()

    actions.segment_kommune(at=NOW)

    assert {pk: placed(pk).course for pk in alone} == alone


def test_a_second_night_writes_nothing_when_nothing_has_changed(kirsten: Person) -> None:
    out_of_work(kirsten.pk, weeks=30)
    actions.segment_kommune(at=NOW)

    done = actions.segment_kommune(at=NOW + DAY)

    assert (done.people, done.moves, done.written) == (1, 0, 0)


def test_why_is_told_with_the_facts_and_what_would_change_it(kirsten: Person) -> None:
    out_of_work(kirsten.pk, weeks=30)
    segmented(kirsten.pk)

    why = explain(citizen_id=kirsten.pk, at=NOW)

    assert why is not None
    assert (why.explanation.course, why.explanation.rule) == ("combined", "half_a_year")
    assert why.facts["weeks_out"] == 30


def test_flows_count_the_new_who_moved_and_who_stayed(kirsten: Person, mads: Person) -> None:
    out_of_work(kirsten.pk, weeks=1)
    out_of_work(mads.pk, weeks=25)
    actions.segment_kommune(at=NOW)
    actions.segment_kommune(at=NOW + 14 * DAY)

    def flows(days: int) -> list[tuple[str, str, int]]:
        rows = FlowDay.objects.filter(day=TODAY + days * DAY).order_by("from_course", "to_course")
        return list(rows.values_list("from_course", "to_course", "people"))

    assert flows(0) == [("", "digital_sparring", 1), ("", "self_driven", 1)]
    assert flows(14) == [
        ("digital_sparring", "combined", 1),
        ("self_driven", "digital_sparring", 1),
    ]


def test_where_it_is_switched_off_nobody_is_moved_and_staff_choose(
    kirsten: Person, mads: Person, omar: Person, anne: Person
) -> None:
    out_of_work(kirsten.pk, weeks=25)
    segmented(kirsten.pk)
    trust.switch(code="segmentation", on=False, actor_id=anne.pk, reason="Pause", at=NOW)
    out_of_work(mads.pk, weeks=60)

    actions.segment_kommune(at=NOW + 30 * DAY)
    assert placed(kirsten.pk).course == "digital_sparring"
    assert placed(mads.pk).course == "self_driven"

    later = NOW + 30 * DAY
    actions.override(
        citizen_id=mads.pk, staff_id=omar.pk, course="combined", reason="Aftalt med ham",
        until=TODAY + 60 * DAY, at=later,
    )  # fmt: skip
    assert placed(mads.pk).course == "combined"
    trust.switch(code="segmentation", on=True, actor_id=anne.pk, reason="Igen", at=later)
    actions.segment_kommune(at=later + DAY)
    assert placed(kirsten.pk).course == "combined"
    assert all(again.same for move in Move.objects.all() if (again := make_again(move)))


# Activity


def test_reading_the_log_twice_counts_once_and_late_events_are_found(kirsten: Person) -> None:
    deed(kirsten.pk, at=NOW - DAY)
    actions.gather_activity(at=NOW)
    actions.gather_activity(at=NOW)
    deed(kirsten.pk, at=NOW - DAY)
    deed(kirsten.pk, "identity.logged_in", at=NOW - 40 * DAY)
    actions.gather_activity(at=NOW)

    days = ActivityDay.objects.filter(citizen_id=kirsten.pk).order_by("day")
    assert list(days.values_list("day", "applications", "logins")) == [
        (TODAY - 40 * DAY, 0, 1),
        (TODAY - DAY, 2, 0),
    ]
    state = ActivityState.objects.get(citizen_id=kirsten.pk)
    assert (state.points30, state.applications30) == (6.0, 2)
    assert state.last_active_on == TODAY - DAY


def test_sums_follow_the_day_though_nothing_new_is_done(kirsten: Person) -> None:
    deed(kirsten.pk, at=NOW)
    actions.gather_activity(at=NOW)
    actions.gather_activity(at=NOW + 31 * DAY)
    state = ActivityState.objects.get(citizen_id=kirsten.pk)
    assert (state.points30, state.points90) == (0.0, 3.0)

    actions.gather_activity(at=NOW + 200 * DAY)
    state = ActivityState.objects.get(citizen_id=kirsten.pk)
    assert (state.points90, state.last_active_on) == (0.0, TODAY)


def test_a_day_is_a_danish_day(kirsten: Person) -> None:
    deed(kirsten.pk, at=NOW.replace(hour=23, minute=30))  # half past midnight in Denmark
    actions.gather_activity(at=NOW + DAY)

    assert ActivityDay.objects.get(citizen_id=kirsten.pk).day == TODAY + DAY


def test_one_citizens_activity_can_be_forgotten(kirsten: Person, mads: Person) -> None:
    deed(kirsten.pk, at=NOW)
    deed(mads.pk, at=NOW)
    actions.gather_activity(at=NOW)

    actions.forget_activity(citizen_id=kirsten.pk)

    assert set(ActivityState.objects.values_list("citizen_id", flat=True)) == {mads.pk}


def test_her_own_account_of_things_digital_counts(kirsten: Person) -> None:
    out_of_work(kirsten.pk, weeks=1)
    assert facts_of(kirsten.pk, NOW)["readiness"] is None

    SelfTest.objects.create(citizen_id=kirsten.pk, score=0.2, level="together", at=NOW,
                            version="1", actor_id=kirsten.pk)  # fmt: skip

    assert facts_of(kirsten.pk, NOW)["readiness"] == 0.2
    assert segmented(kirsten.pk).rule == "hard_online"
