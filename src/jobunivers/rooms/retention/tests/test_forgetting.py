# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What goes, goes whole; what stays leads back to nobody."""

from collections import Counter
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.apps import apps
from django.utils import timezone

from jobunivers.foundation.events import actions as events
from jobunivers.foundation.events.models import Event
from jobunivers.foundation.keeping import HoldSource, only
from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity import actions as identity
from jobunivers.identity.models import Person
from jobunivers.rooms.retention import actions
from jobunivers.rooms.retention.models import (
    Batch,
    BatchState,
    Ended,
    Hold,
    HoldKind,
    Member,
    Plan,
    PlanState,
    Told,
    Tombstone,
)
from jobunivers.rooms.retention.tests import bare
from jobunivers.rooms.retention.tests.conftest import LONG_AGO, NOW, XENIA, Ending
from jobunivers.rooms.retention.tests.steps import is_there, planned, run
from jobunivers.trust.models import Look

pytestmark = pytest.mark.django_db


def _moves() -> Any:
    """Return the moves between courses: of a room above, so found by its name."""
    return apps.get_model("segmentation", "Move").objects.all()


def test_after_her_end_nothing_in_the_whole_database_leads_to_her(
    aarhus: Municipality, xenia: Person, mads: Person, ended: Ending
) -> None:
    with working_for(aarhus.pk):
        made, refused = bare.fill([XENIA], municipality_id=aarhus.pk)
        events.record("tests.chosen_by_her", at=NOW, actor_id=XENIA, data={"choice": 4})
        events.record("tests.let_go", at=NOW, actor_id=mads.pk, data={"person_id": XENIA})
        handed, push = _named_among_others(XENIA, mads.pk)
        ended(xenia)
    assert refused == {}
    assert len(made) > 80
    plan = planned(aarhus)
    assert plan.state == PlanState.APPROVED

    run(aarhus)

    with working_for(aarhus.pk):
        there = bare.where_it_stands(str(XENIA), str(xenia.uuid), "Xenia", "Qvistorp")
        assert Person.objects.filter(pk=mads.pk).exists()
        assert Event.objects.filter(kind="tests.let_go", actor_id=mads.pk).exists()
        handed.refresh_from_db()
        push.refresh_from_db()
    assert there == {}
    assert (handed.proposed, push.picked) == ({str(mads.pk): 5}, [mads.pk])


def _named_among_others(*people: int) -> tuple[Any, Any]:
    """Let rows about staff's work name people in their lists; of rooms above, found by name."""
    handed = apps.get_model("segmentation", "HandOver").objects.create(
        from_id=5, by_id=6, at=NOW, reason="Ferie", proposed=dict.fromkeys(map(str, people), 5)
    )
    push = apps.get_model("outreach", "Push").objects.create(
        sender_id=6, what="message", title="Møde", because="Du er valgt", picked=list(people),
        created_at=NOW, changed_at=NOW,
    )  # fmt: skip
    return handed, push


def test_what_statistics_count_is_the_same_before_and_after(
    aarhus: Municipality, xenia: Person, mads: Person, ended: Ending
) -> None:
    def counted() -> Any:
        with working_for(aarhus.pk):
            moves = list(_moves().order_by("pk"))
            kinds = Counter(Event.objects.filter(kind__startswith="tests.").values_list("kind"))
        months = Counter(
            (f"{timezone.localtime(row.at):%Y-%m}", row.from_course, row.to_course) for row in moves
        )
        people = len({row.citizen_id for row in moves})
        return months, people, kinds

    with working_for(aarhus.pk):
        for person in (xenia, mads):
            bare.fill([person.pk], municipality_id=aarhus.pk)
        for day in (1, 31):
            at = datetime(2025, 3, day, 23, 30, tzinfo=UTC)
            events.record("tests.moved", at=at, citizen_id=XENIA)
        ended(xenia)
    before = counted()
    planned(aarhus)

    run(aarhus)

    assert counted() == before
    with working_for(aarhus.pk):
        left = _moves().exclude(citizen_id=mads.pk).get()
        moved = Event.objects.filter(kind="tests.moved").order_by("pk")
        logged = list(moved.values_list("at", flat=True))
    assert left.citizen_id not in {XENIA, mads.pk}
    assert (left.inputs, left.reasons) == ({}, [])
    assert [f"{timezone.localtime(at):%d %H:%M}" for at in logged] == ["01 12:00", "01 12:00"]
    assert [timezone.localtime(at).month for at in logged] == [3, 4]


def test_one_person_has_one_number_in_a_family_of_tables_and_another_in_the_next(
    aarhus: Municipality, xenia: Person, ended: Ending
) -> None:
    with working_for(aarhus.pk):
        bare.fill([XENIA], municipality_id=aarhus.pk)
        for _ in range(3):
            events.record("tests.thrice", at=NOW, citizen_id=XENIA)
        ended(xenia)
    planned(aarhus)

    run(aarhus)

    with working_for(aarhus.pk):
        in_events = set(
            Event.objects.filter(kind="tests.thrice").values_list("citizen_id", flat=True)
        )
        in_looks = set(Look.objects.values_list("citizen_id", flat=True))
    assert len(in_events) == 1
    assert not in_events & in_looks


def test_a_hold_set_between_the_plan_and_the_night_keeps_everything(
    aarhus: Municipality, xenia: Person, anne: Person, ended: Ending
) -> None:
    with working_for(aarhus.pk):
        ended(xenia)
    planned(aarhus)
    with working_for(aarhus.pk):
        actions.set_hold(
            person_id=XENIA, kind=HoldKind.COURT, reason="Retssag", by_id=anne.pk, at=NOW,
            review_on=date(2027, 1, 1),
        )  # fmt: skip

    run(aarhus)

    assert is_there(aarhus, xenia)
    with working_for(aarhus.pk):
        batch = Batch.objects.get(code="end")
        assert (batch.people, batch.left_out, batch.state) == (0, 1, BatchState.DONE)


def test_somebody_who_seeks_again_between_the_plan_and_the_night_stays(
    aarhus: Municipality, xenia: Person, ended: Ending
) -> None:
    with working_for(aarhus.pk):
        ended(xenia)
    planned(aarhus)
    with (
        working_for(aarhus.pk),
        only(clocks={"tests": lambda: {XENIA: None}}),
    ):
        actions.find_ended(at=NOW)

    run(aarhus)

    assert is_there(aarhus, xenia)


def test_what_she_asks_to_keep_stays_half_a_year_more_and_once(
    aarhus: Municipality, xenia: Person, ended: Ending
) -> None:
    with working_for(aarhus.pk):
        ended(xenia, told_days=20)
        told = Told.objects.get()
        goes_on = told.goes_on
        actions.keep(citizen_id=XENIA, told_id=told.pk, at=NOW)
        told.refresh_from_db()
        assert told.goes_on == goes_on + timedelta(days=182)
        with pytest.raises(actions.CannotKeep):
            actions.keep(citizen_id=XENIA, told_id=told.pk, at=NOW)
        assert actions.make_plan(by_id=None, at=NOW) is None


@pytest.mark.parametrize("told_days", [0, 12, 29])
def test_nobody_goes_before_she_has_had_30_days_of_notice(
    aarhus: Municipality, xenia: Person, ended: Ending, told_days: int
) -> None:
    with working_for(aarhus.pk):
        ended(xenia, told_days=told_days)
        assert actions.make_plan(by_id=None, at=NOW) is None
        # A batch that was forged past the plan meets the same question in the database.
        plan = Plan.objects.create(made_at=NOW, state=PlanState.APPROVED, needs_second=False)
        batch = Batch.objects.create(plan=plan, number=1, code="end")
        Member.objects.create(batch=batch, person_id=XENIA)
    run(aarhus)
    assert is_there(aarhus, xenia)


def test_rows_that_are_too_old_go_and_leave_a_tombstone_where_they_were_a_log(
    aarhus: Municipality, mads: Person, xenia: Person, anne: Person
) -> None:
    with working_for(aarhus.pk):
        for person in (mads, xenia):
            bare.fill([person.pk], municipality_id=aarhus.pk)
        new = Look.objects.create(
            citizen_id=mads.pk, viewer_id=anne.pk, viewer_role="adviser", at=NOW, part="profile",
            reason="talk",
        )  # fmt: skip
        old = set(Look.objects.filter(citizen_id=mads.pk, at__lt=NOW).values_list("pk", flat=True))
        actions.set_hold(
            person_id=XENIA, kind=HoldKind.CASE, reason="Klage", by_id=anne.pk, at=NOW,
            review_on=date(2027, 1, 1),
        )  # fmt: skip
    planned(aarhus)

    run(aarhus)

    with working_for(aarhus.pk):
        assert list(Look.objects.filter(citizen_id=mads.pk)) == [new]
        assert Look.objects.filter(citizen_id=XENIA).exists(), "a hold holds old rows too"
        stones = Tombstone.objects.filter(table="trust_look", changed=False)
        assert {pk for stone in stones for pk in stone.pks} == old


def test_an_open_case_holds_back_by_itself_and_lets_go_when_it_is_over(
    aarhus: Municipality, xenia: Person
) -> None:
    held = {XENIA: "En sag er ikke slut"}
    with (
        working_for(aarhus.pk),
        only(holds=(HoldSource("tests.case", "Sag", lambda: held),)),
    ):
        actions.bring_holds(at=NOW)
        actions.bring_holds(at=NOW)
        assert Hold.objects.filter(person_id=XENIA, lifted_at=None).count() == 1
        held.clear()
        actions.bring_holds(at=NOW)
        assert not Hold.objects.filter(lifted_at=None).exists()


def test_an_end_stays_known_when_what_told_of_it_has_gone(
    aarhus: Municipality, xenia: Person
) -> None:
    with working_for(aarhus.pk):
        with only(clocks={"tests": lambda: {XENIA: LONG_AGO}}):
            actions.find_ended(at=NOW)
        with only(clocks={"tests": dict}):
            actions.find_ended(at=NOW)
        assert Ended.objects.get().ended_on == LONG_AGO


def test_whoever_is_let_in_no_more_has_ended_once_and_not_anew_each_night(
    aarhus: Municipality, xenia: Person
) -> None:
    with working_for(aarhus.pk):
        identity.let_go(person_id=XENIA, at=NOW)
        for night in range(3):
            actions.find_ended(at=NOW + timedelta(days=night))
        assert Ended.objects.get(person_id=XENIA).ended_on == timezone.localdate(NOW)


def test_a_citizen_is_told_once_of_all_that_goes(
    aarhus: Municipality, xenia: Person, ended: Ending
) -> None:
    with working_for(aarhus.pk):
        ended(xenia, codes=())
        assert actions.tell(at=NOW) == 1
        assert actions.tell(at=NOW) == 0
        rows = Told.objects.filter(citizen_id=XENIA)
        assert {row.code for row in rows} == {"journey", "statistics", "end"}
        assert {row.goes_on for row in rows} == {date(2026, 12, 23)}
