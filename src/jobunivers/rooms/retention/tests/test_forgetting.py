# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What goes, goes whole; what stays leads back to nobody; and nothing goes that may not."""

import json
from collections import Counter
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.db import DatabaseError, connection, transaction
from django.db.utils import ProgrammingError
from django.utils import timezone

from jobunivers.foundation.events import actions as events
from jobunivers.foundation.events.models import Event
from jobunivers.foundation.keeping import HoldSource, only
from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity.models import Person
from jobunivers.rooms.retention import actions
from jobunivers.rooms.retention.actions import erased
from jobunivers.rooms.retention.models import (
    Batch,
    BatchState,
    Ended,
    Hold,
    HoldKind,
    LedgerLine,
    Member,
    Plan,
    PlanState,
    Told,
    Tombstone,
)
from jobunivers.rooms.retention.tests import bare
from jobunivers.rooms.retention.tests.conftest import LONG_AGO, NOW, XENIA, Ending
from jobunivers.trust.models import Look

pytestmark = pytest.mark.django_db


def _moves() -> Any:
    """Return the moves between courses: of a room above, so found by its name."""
    return apps.get_model("segmentation", "Move").objects.all()


def _run(municipality: Municipality) -> None:
    """Do what the worker does, in this test's transaction."""
    with working_for(municipality.pk):
        for batch_id in actions.to_run():
            while actions.run_batch(batch_id=batch_id, at=NOW):
                pass


def _planned(municipality: Municipality) -> Plan:
    with working_for(municipality.pk):
        plan = actions.make_plan(by_id=None, at=NOW)
    assert plan is not None
    return plan


def _is_there(municipality: Municipality, person: Person) -> bool:
    with working_for(municipality.pk):
        return Person.objects.filter(pk=person.pk).exists()


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
    plan = _planned(aarhus)
    assert plan.state == PlanState.APPROVED

    _run(aarhus)

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
    _planned(aarhus)

    _run(aarhus)

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
    _planned(aarhus)

    _run(aarhus)

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
    _planned(aarhus)
    with working_for(aarhus.pk):
        actions.set_hold(
            person_id=XENIA, kind=HoldKind.COURT, reason="Retssag", by_id=anne.pk, at=NOW,
            review_on=date(2027, 1, 1),
        )  # fmt: skip

    _run(aarhus)

    assert _is_there(aarhus, xenia)
    with working_for(aarhus.pk):
        batch = Batch.objects.get(code="end")
        assert (batch.people, batch.left_out, batch.state) == (0, 1, BatchState.DONE)


def test_somebody_who_seeks_again_between_the_plan_and_the_night_stays(
    aarhus: Municipality, xenia: Person, ended: Ending
) -> None:
    with working_for(aarhus.pk):
        ended(xenia)
    _planned(aarhus)
    with (
        working_for(aarhus.pk),
        only(clocks={"tests": lambda: {XENIA: None}}),
    ):
        actions.find_ended(at=NOW)

    _run(aarhus)

    assert _is_there(aarhus, xenia)


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
    _run(aarhus)
    assert _is_there(aarhus, xenia)


def _refused(batch: Batch) -> str:
    with (
        pytest.raises(ProgrammingError) as refused,
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute("SELECT retention_run_batch(%s, %s)", [batch.pk, NOW])
    return str(refused.value)


@transaction.atomic
def _break_half_way(batch: Batch) -> None:
    actions.run_batch(batch_id=batch.pk, at=NOW)
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1 / 0")


@pytest.mark.parametrize("state", [PlanState.WAITING, PlanState.REFUSED, PlanState.LAPSED])
def test_the_app_cannot_erase_by_a_plan_that_is_not_approved(
    aarhus: Municipality, xenia: Person, ended: Ending, state: PlanState
) -> None:
    with working_for(aarhus.pk):
        ended(xenia)
        plan = Plan.objects.create(made_at=NOW, state=state)
        batch = Batch.objects.create(plan=plan, number=1, code="end")
        Member.objects.create(batch=batch, person_id=XENIA)
        assert "not approved" in _refused(batch)
    assert _is_there(aarhus, xenia)


def test_the_app_cannot_call_what_the_narrow_way_calls(aarhus: Municipality) -> None:
    for call in (
        "retention_let_go(0, 0, 'end', ARRAY[1]::bigint[], now())",
        "retention_finish(1, 1, 1, now())",
        "retention_fresh()",
    ):
        with (
            working_for(aarhus.pk),
            pytest.raises(ProgrammingError, match="permission denied for function"),
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute(f"SELECT {call}")


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM trust_look",
        "UPDATE retention_way SET path = '{id}'",
        (
            'INSERT INTO retention_tombstone (municipality_id, at, batch_id, "table", pks, changed)'
            " VALUES (1, now(), 1, 'trust_look', '{1}', false)"
        ),
        (
            "INSERT INTO retention_ledgerline (municipality_id, at, plan_id, batch_id, code, label,"
            " anonymised, rows, people) VALUES (1, now(), 1, 1, 'x', 'x', false, 1, 1)"
        ),
    ],
)
def test_the_app_writes_neither_ways_nor_ledger_and_deletes_no_log(
    aarhus: Municipality, statement: str
) -> None:
    with (
        working_for(aarhus.pk),
        pytest.raises(DatabaseError, match="permission denied"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)


def test_above_the_size_the_kommune_sets_a_second_person_must_say_yes(
    aarhus: Municipality, xenia: Person, mads: Person, anne: Person, olga: Person, ended: Ending
) -> None:
    with working_for(aarhus.pk):
        actions.choose(
            code="people_above", value=1, from_on=date(2026, 11, 23), reason="Prøve",
            by_id=anne.pk, at=NOW,
        )  # fmt: skip
        ended(xenia, mads)
        plan = actions.make_plan(by_id=anne.pk, at=NOW)
        assert plan is not None
        assert plan.state == PlanState.WAITING
        with pytest.raises(actions.NotNow):
            actions.approve(plan_id=plan.pk, by_id=anne.pk, why="Ja", at=NOW)
        # Neither does the database take a plan's own word that nobody need be asked.
        batch = Batch.objects.get(code="end")
        Plan.objects.filter(pk=plan.pk).update(state=PlanState.APPROVED, needs_second=False)
        assert "second person" in _refused(batch)
        Plan.objects.filter(pk=plan.pk).update(state=PlanState.WAITING, needs_second=True)
        actions.approve(plan_id=plan.pk, by_id=olga.pk, why="Set igennem", at=NOW)
    _run(aarhus)
    assert not _is_there(aarhus, xenia)
    assert not _is_there(aarhus, mads)


def test_a_batch_is_done_once_however_often_it_is_run(
    aarhus: Municipality, xenia: Person, ended: Ending
) -> None:
    with working_for(aarhus.pk):
        ended(xenia)
    _planned(aarhus)
    with working_for(aarhus.pk):
        (batch_id,) = Batch.objects.filter(code="end").values_list("pk", flat=True)
    _run(aarhus)
    with working_for(aarhus.pk), connection.cursor() as cursor:
        lines = LedgerLine.objects.count()
        cursor.execute("SELECT retention_run_batch(%s, %s)", [batch_id, NOW])
        assert cursor.fetchone() == (0,)
        assert LedgerLine.objects.count() == lines


def test_a_batch_that_fails_is_taken_back_whole_and_tried_again(
    aarhus: Municipality, xenia: Person, ended: Ending, erased_folder: Path
) -> None:
    with working_for(aarhus.pk):
        bare.fill([XENIA], municipality_id=aarhus.pk)
        ended(xenia)
    _planned(aarhus)
    with working_for(aarhus.pk):
        looks = Look.objects.count()
        batch = Batch.objects.get(code="end")
        with pytest.raises(DatabaseError):
            _break_half_way(batch)
        actions.note_failure(batch_id=batch.pk, why="22012")
        batch.refresh_from_db()
        assert (batch.state, batch.tries, batch.failed_why) == ("failed", 1, "22012")
        assert Look.objects.count() == looks
        assert erased.remembered() == {}
        assert batch.pk in actions.to_run()
    _run(aarhus)
    assert not _is_there(aarhus, xenia)
    assert [len(who) for who in erased.remembered()[aarhus.pk].values()] == [1]
    assert "Xenia" not in (erased_folder / "erased.jsonl").read_text()


def test_a_kommunes_run_never_touches_anothers(
    aarhus: Municipality, odense: Municipality, jonas: Person, ended: Ending
) -> None:
    with working_for(odense.pk):
        bare.fill([jonas.pk], municipality_id=odense.pk)
        ended(jonas)
    with working_for(aarhus.pk):
        Ended.objects.create(person_id=jonas.pk, ended_on=LONG_AGO, is_citizen=True, found_at=NOW)
        Told.objects.create(
            citizen_id=jonas.pk, code="end", ended_on=LONG_AGO, goes_on=date(2026, 1, 1),
            told_at=NOW - timedelta(days=99),
        )  # fmt: skip
        plan = Plan.objects.create(made_at=NOW, state=PlanState.APPROVED, needs_second=False)
        batch = Batch.objects.create(plan=plan, number=1, code="end")
        Member.objects.create(batch=batch, person_id=jonas.pk)
    _run(aarhus)
    with working_for(odense.pk):
        assert Person.objects.filter(pk=jonas.pk).exists()
        assert Look.objects.filter(citizen_id=jonas.pk).exists()
        assert "no such batch" in _refused(batch)


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
    _planned(aarhus)

    _run(aarhus)

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


def test_what_is_remembered_outside_holds_no_name_and_no_number_of_hers(
    aarhus: Municipality, xenia: Person, ended: Ending, erased_folder: Path
) -> None:
    with working_for(aarhus.pk):
        ended(xenia)
    _planned(aarhus)
    _run(aarhus)
    (line,) = (erased_folder / "erased.jsonl").read_text().splitlines()
    said = json.loads(line)
    assert said["who"] == erased.digest(erased.key(), xenia.uuid)
    assert str(XENIA) not in line
    assert xenia.uuid.hex not in line
    assert (erased_folder / "key").stat().st_mode & 0o077 == 0
    assert erased.forget_before(at=NOW + timedelta(days=1)) == 1
    assert erased.remembered() == {}
