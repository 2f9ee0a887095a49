# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A plan that is approved is carried out, batch by batch; each whole or not at all."""

from datetime import datetime

from django.db import connection, transaction
from django.db.models import F

from jobunivers.foundation import keeping
from jobunivers.foundation.events import actions as events
from jobunivers.identity import queries as identity
from jobunivers.rooms.retention.actions import erased
from jobunivers.rooms.retention.actions.holding import wait_for_deletion
from jobunivers.rooms.retention.models import (
    AGED,
    LEFT,
    NAME,
    Batch,
    BatchState,
    Member,
    PlanState,
)

_TRIES = 5
_ROWS_AT_A_TIME = 20_000


def to_run() -> list[int]:
    """Return the batches of approved plans that are to be done, in their order."""
    waiting = Batch.objects.filter(plan__state=PlanState.APPROVED, tries__lt=_TRIES).exclude(
        state=BatchState.DONE
    )
    return list(waiting.order_by("plan_id", "number").values_list("pk", flat=True))


@transaction.atomic
def run_batch(*, batch_id: int, at: datetime) -> bool:
    """Do one batch, or a part of one with many old rows; tell whether there is more of it.

    What may go is found by the database's own function; it refuses what is not approved. Of two
    workers the second waits for the first, and finds the batch done.
    """
    wait_for_deletion()
    batch = Batch.objects.filter(pk=batch_id).exclude(state=BatchState.DONE).first()
    if batch is None:
        return False
    if batch.code == AGED:
        rows = _asked("retention_run_aged(%s, %s, %s)", batch_id, at, _ROWS_AT_A_TIME)
        keeping.witness(batch_id, at=at)
        return rows >= _ROWS_AT_A_TIME
    if batch.code not in {LEFT, NAME}:
        ids = Member.objects.filter(batch=batch).order_by("pk").values_list("person_id", flat=True)
        erased.note(uuids=identity.uuids(list(ids)), code=batch.code, batch_id=batch_id, at=at)
        keeping.strike(list(ids))
    people = _asked("retention_run_batch(%s, %s)", batch_id, at)
    keeping.witness(batch_id, at=at)
    events.record(
        "retention.batch_done",
        at=at,
        data={"batch_id": batch_id, "code": batch.code, "people": people},
    )
    return False


def _asked(call: str, *values: int | datetime) -> int:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {call}", list(values))
        (answer,) = cursor.fetchone() or (0,)
    return int(answer)


@transaction.atomic
def note_failure(*, batch_id: int, why: str) -> None:
    """Remember that a batch was taken back whole, and why; it is tried again next night."""
    erased.take_back(batch_id=batch_id)
    Batch.objects.filter(pk=batch_id).exclude(state=BatchState.DONE).update(
        state=BatchState.FAILED, tries=F("tries") + 1, failed_why=why[:300]
    )
