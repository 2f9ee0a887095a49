# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The worker sends what is due: one citizen at a time, each confirmed by herself.

Killed in the middle, what was done stays done, and the next minute goes on with the rest; each act
has a key, so nothing is done twice.
"""

import logging
from datetime import datetime

from django.db import transaction

from jobunivers.foundation.events import actions as events
from jobunivers.foundation.tenancy import working_for
from jobunivers.rooms.entrance import queries as entrance
from jobunivers.rooms.followup.actions.letters import send_due_letter, why_not, write_to
from jobunivers.rooms.followup.actions.notes import add_note
from jobunivers.rooms.followup.actions.tasks import add_task
from jobunivers.rooms.followup.models import (
    Batch,
    BatchAct,
    BatchItem,
    BatchState,
    ItemState,
    Letter,
    LetterKind,
    LetterState,
)
from jobunivers.rooms.followup.queries.templates import template

_log = logging.getLogger(__name__)
_KINDS = {
    BatchAct.INVITE: LetterKind.INVITATION,
    BatchAct.REMIND: LetterKind.REMINDER,
    BatchAct.WRITE: LetterKind.MESSAGE,
}


class HasTalk(Exception):  # noqa: N818 - it reads as what happened
    """She has chosen a time since she was put on the list."""


def send_due(*, municipality_id: int, at: datetime) -> int:
    """Send the letters and lists of a kommune whose time has come; return how many acts.

    Never inside a transaction: each citizen is confirmed by herself.
    """
    with working_for(municipality_id):
        due = Letter.objects.filter(state=LetterState.WAITING, send_at__lte=at)
        letters = list(due.order_by("send_at", "pk").values_list("pk", flat=True))
        lists = Batch.objects.filter(
            state__in=[BatchState.WAITING, BatchState.SENDING], send_at__lte=at
        )
        batches = list(lists.order_by("send_at", "pk").values_list("pk", flat=True))
    done = 0
    for letter_id in letters:
        with working_for(municipality_id):
            done += send_due_letter(letter_id=letter_id, at=at)
    for batch_id in batches:
        done += _send_list(municipality_id, batch_id, at)
    return done


def _send_list(municipality_id: int, batch_id: int, at: datetime) -> int:
    with working_for(municipality_id):
        # From here on it cannot be undone; a list undone meanwhile is left alone.
        begun = Batch.objects.filter(pk=batch_id, state=BatchState.WAITING, send_at__lte=at)
        begun.update(state=BatchState.SENDING)
        if not Batch.objects.filter(pk=batch_id, state=BatchState.SENDING).exists():
            return 0
        ready = BatchItem.objects.filter(batch_id=batch_id, state=ItemState.READY)
        items = list(ready.order_by("pk").values_list("pk", flat=True))
    done = 0
    for item_id in items:
        with working_for(municipality_id):
            done += send_item(item_id=item_id, at=at)
    with working_for(municipality_id):
        _finish(batch_id, at)
    return done


@transaction.atomic
def send_item(*, item_id: int, at: datetime) -> bool:
    """Do for one citizen what the list says, once; say whether it was done."""
    locked = BatchItem.objects.select_for_update(of=("self",), skip_locked=True)
    item = locked.select_related("batch").filter(pk=item_id, state=ItemState.READY).first()
    if item is None:
        return False
    try:
        with transaction.atomic():
            item.made_id = _do(item, at)
    except Exception as problem:  # noqa: BLE001 - the reason is kept, the log has the trace
        item.why = "has_talk" if isinstance(problem, HasTalk) else why_not(problem)
        if item.why == "error":
            _log.exception("item %s of list %s failed", item.pk, item.batch_id)
        item.state = ItemState.FAILED
    else:
        item.state = ItemState.DONE
    item.done_at = at
    item.save()
    return item.state == ItemState.DONE


def _do(item: BatchItem, at: datetime) -> int:
    """Do it, and return the number of the letter, task or note that came of it."""
    batch, key = item.batch, f"item:{item.pk}"
    if batch.act == BatchAct.TASK:
        return add_task(
            staff_id=batch.made_by_id, title=item.title, text=item.words, at=at,
            citizen_id=item.citizen_id, due_on=batch.due_on, origin="list",
            ref=str(batch.pk), key=key,
        ).pk  # fmt: skip
    if batch.act == BatchAct.NOTE:
        return add_note(
            citizen_id=item.citizen_id, staff_id=batch.made_by_id, text=item.words, at=at,
            shared=batch.shared, ref=f"list:{batch.pk}", key=key,
        ).pk  # fmt: skip
    if batch.act == BatchAct.INVITE and entrance.meetings_ahead([item.citizen_id], at=at):
        raise HasTalk
    used = template(batch.template)
    return write_to(
        citizen_id=item.citizen_id, staff_id=batch.made_by_id, title=item.title,
        words=item.words, at=at, kind=_KINDS[BatchAct(batch.act)],
        way="meeting" if batch.act == BatchAct.INVITE else used.way if used else "",
        template=batch.template, template_number=used.number if used else 0,
        key=key, origin="list", ref=str(batch.pk),
    ).pk  # fmt: skip


def _finish(batch_id: int, at: datetime) -> None:
    """Close a list of which nobody waits any more, and say what became of it."""
    batch = Batch.objects.select_for_update().get(pk=batch_id)
    if batch.state != BatchState.SENDING or batch.items.filter(state=ItemState.READY).exists():
        return
    batch.state, batch.done_at = BatchState.DONE, at
    batch.version += 1
    batch.save()
    done = list(
        batch.items.filter(state=ItemState.DONE).order_by("pk").values_list("citizen_id", flat=True)
    )
    events.record(
        "followup.list_sent",
        at=at,
        actor_id=batch.made_by_id,
        data={
            "batch": batch.pk,
            "act": batch.act,
            "citizen_ids": done,
            "failed": batch.items.filter(state=ItemState.FAILED).count(),
        },
    )
