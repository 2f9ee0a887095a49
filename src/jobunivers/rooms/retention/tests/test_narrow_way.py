# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Nothing goes that may not: the database asks for itself, whatever the app says."""

import json
from datetime import date, timedelta
from pathlib import Path

import pytest
from django.db import DatabaseError, connection, transaction
from django.db.utils import ProgrammingError

from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity.models import Person
from jobunivers.rooms.retention import actions
from jobunivers.rooms.retention.actions import erased
from jobunivers.rooms.retention.models import (
    Batch,
    Ended,
    LedgerLine,
    Member,
    Plan,
    PlanState,
    Told,
)
from jobunivers.rooms.retention.tests import bare
from jobunivers.rooms.retention.tests.conftest import LONG_AGO, NOW, XENIA, Ending
from jobunivers.rooms.retention.tests.steps import is_there, planned, run
from jobunivers.trust.models import Look

pytestmark = pytest.mark.django_db


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
    assert is_there(aarhus, xenia)


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
    run(aarhus)
    assert not is_there(aarhus, xenia)
    assert not is_there(aarhus, mads)


def test_a_batch_is_done_once_however_often_it_is_run(
    aarhus: Municipality, xenia: Person, ended: Ending
) -> None:
    with working_for(aarhus.pk):
        ended(xenia)
    planned(aarhus)
    with working_for(aarhus.pk):
        (batch_id,) = Batch.objects.filter(code="end").values_list("pk", flat=True)
    run(aarhus)
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
    planned(aarhus)
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
    run(aarhus)
    assert not is_there(aarhus, xenia)
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
    run(aarhus)
    with working_for(odense.pk):
        assert Person.objects.filter(pk=jonas.pk).exists()
        assert Look.objects.filter(citizen_id=jonas.pk).exists()
        assert "no such batch" in _refused(batch)


def test_what_is_remembered_outside_holds_no_name_and_no_number_of_hers(
    aarhus: Municipality, xenia: Person, ended: Ending, erased_folder: Path
) -> None:
    with working_for(aarhus.pk):
        ended(xenia)
    planned(aarhus)
    run(aarhus)
    (line,) = (erased_folder / "erased.jsonl").read_text().splitlines()
    said = json.loads(line)
    assert said["who"] == erased.digest(erased.key(), xenia.uuid)
    assert str(XENIA) not in line
    assert xenia.uuid.hex not in line
    assert (erased_folder / "key").stat().st_mode & 0o077 == 0
    assert erased.forget_before(at=NOW + timedelta(days=1)) == 1
    assert erased.remembered() == {}
