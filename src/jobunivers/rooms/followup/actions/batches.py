# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The same for many: chosen, looked at, sent, and undone until then."""

import hashlib
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction

from jobunivers.foundation.events import actions as events
from jobunivers.identity import queries as identity
from jobunivers.identity.models import Role
from jobunivers.rooms.followup.models import Batch, BatchItem, BatchState, ItemState
from jobunivers.rooms.followup.queries.composing import Composed, Text, composed
from jobunivers.rooms.followup.queries.left_out import MAY_COME_BACK, left_out
from jobunivers.rooms.followup.queries.templates import template, templates_for

MOST = 500
HURRIED = "list_hurried"
"""The event after which a worker sends at once."""
_AGAIN_WITHIN = timedelta(hours=1)  # the same people and act within it are one press


class TooMany(Exception):  # noqa: N818 - it reads as what is wrong
    """More were chosen than one list may hold; the argument is how many."""


class NobodyChosen(Exception):  # noqa: N818 - it reads as what is wrong
    """Nobody was chosen, or none of them is a citizen of the kommune."""


class NotNow(Exception):  # noqa: N818 - it reads as what happened
    """The list has moved on: it is on its way, sent, thrown away, or changed in another window."""


@transaction.atomic
def start_batch(*, act: str, citizen_ids: Sequence[int], staff_id: int, at: datetime) -> Batch:
    """Make a list of these citizens to look at; nothing is sent.

    Those who are not the kommune's are not taken along. Raises TooMany, NobodyChosen.
    """
    wanted = sorted(set(citizen_ids))
    if len(wanted) > MOST:
        raise TooMany(len(wanted))
    known = identity.names(ids=wanted)
    ids = [pk for pk in wanted if pk in known and known[pk][1] == Role.CITIZEN]
    if not ids:
        raise NobodyChosen
    digest = hashlib.sha256(repr((act, ids)).encode()).hexdigest()
    stands = Batch.objects.filter(
        made_by_id=staff_id, digest=digest, state=BatchState.DRAFT, made_at__gt=at - _AGAIN_WITHIN
    ).order_by("-pk")
    if (before := stands.first()) is not None:
        return before
    offered = templates_for(act)
    batch = Batch.objects.create(
        act=act, made_by_id=staff_id, made_at=at, digest=digest,
        template=offered[0].code if offered else "",
    )  # fmt: skip
    BatchItem.objects.bulk_create(
        [BatchItem(batch=batch, citizen_id=pk, municipality_id=batch.municipality_id)
         for pk in ids]
    )  # fmt: skip
    _written(batch, at=at)
    # One event with the ids, as a list of names is one.
    events.record(
        "followup.list_made",
        at=at,
        actor_id=staff_id,
        data={"batch": batch.pk, "act": act, "citizen_ids": ids},
    )
    return batch


@transaction.atomic
def word_batch(
    *,
    batch_id: int,
    version: int,
    at: datetime,
    template_code: str = "",
    title: str = "",
    words: str = "",
    due_on: date | None = None,
    shared: bool = False,
) -> Batch:
    """Choose the template or write the words; everybody's text is made anew. Raises NotNow."""
    batch = _draft(batch_id, version)
    batch.template, batch.title, batch.words = template_code, title.strip(), words.strip()
    batch.due_on, batch.shared = due_on, shared
    _saved(batch)
    _written(batch, at=at)
    return batch


def text_of(batch: Batch) -> Text:
    """Return what the list says: its own words, else its template."""
    if batch.title or batch.words:
        return Text.written(batch.title, batch.words)
    found = template(batch.template)
    return Text.of(found) if found else Text.written("", "")


def _written(batch: Batch, *, at: datetime) -> None:
    """Write each one's text, and who does not get it; who was taken away stays away."""
    items = list(batch.items.order_by("pk"))
    ids = [one.citizen_id for one in items]
    texts = composed(text_of(batch), ids, staff_id=batch.made_by_id, at=at)
    why = left_out(ids, act=batch.act, template=batch.template, title=batch.title, at=at)
    for item in items:
        text = texts.get(item.citizen_id, Composed("", ""))
        item.title, item.words = text.title[:200], text.words
        if item.state != ItemState.AWAY:
            item.why = why.get(item.citizen_id, "")
            if text.lacks and not item.why:
                item.why = "no_talk" if text.lacks == "møde" else "lacks"
            item.state = ItemState.LEFT_OUT if item.why else ItemState.READY
    BatchItem.objects.bulk_update(items, ["title", "words", "state", "why"])


@transaction.atomic
def take_away(*, batch_id: int, item_id: int) -> None:
    """Take somebody off the list; raises NotNow when it is on its way."""
    _draft(batch_id)
    found = BatchItem.objects.filter(batch_id=batch_id, pk=item_id, state=ItemState.READY)
    found.update(state=ItemState.AWAY)


@transaction.atomic
def put_back(*, batch_id: int, item_id: int) -> None:
    """Put somebody back who was taken away, or left out only out of care; raises NotNow."""
    _draft(batch_id)
    found = BatchItem.objects.filter(batch_id=batch_id, pk=item_id)
    found.filter(state=ItemState.AWAY, why="").update(state=ItemState.READY)
    found.filter(state__in=[ItemState.LEFT_OUT, ItemState.AWAY], why__in=MAY_COME_BACK).update(
        state=ItemState.READY, why=""
    )


@transaction.atomic
def send_batch(*, batch_id: int, version: int, send_at: datetime, at: datetime) -> Batch:
    """Let the list be sent at a time; until then it is undone by `undo_batch`. Raises NotNow."""
    batch = _draft(batch_id, version)
    if not batch.items.filter(state=ItemState.READY).exists():
        raise NobodyChosen
    batch.state, batch.send_at = BatchState.WAITING, send_at
    _saved(batch)
    _recorded("list_sent_off", batch, at=at)
    return batch


@transaction.atomic
def hurry_batch(*, batch_id: int, at: datetime) -> Batch:
    """Let a list that waits be sent now; raises NotNow."""
    batch = _locked(batch_id, BatchState.WAITING)
    batch.send_at = at
    _recorded(HURRIED, batch, at=at)
    return _saved(batch)


@transaction.atomic
def undo_batch(*, batch_id: int, at: datetime) -> Batch:
    """Make a list that waits a draft again; raises NotNow when sending has begun."""
    batch = _locked(batch_id, BatchState.WAITING)
    batch.state, batch.send_at = BatchState.DRAFT, None
    _recorded("list_undone", batch, at=at)
    return _saved(batch)


@transaction.atomic
def drop_batch(*, batch_id: int, at: datetime) -> Batch:
    """Throw a draft away; raises NotNow."""
    batch = _draft(batch_id)
    batch.state = BatchState.DROPPED
    _recorded("list_dropped", batch, at=at)
    return _saved(batch)


@transaction.atomic
def retry_batch(*, batch_id: int, at: datetime) -> Batch:
    """Try those that failed once more; what was done stays done. Raises NotNow."""
    batch = _locked(batch_id, BatchState.DONE)
    failed = batch.items.filter(state=ItemState.FAILED)
    if not failed.update(state=ItemState.READY, why=""):
        raise NotNow
    batch.state, batch.send_at, batch.done_at = BatchState.WAITING, at, None
    _recorded(HURRIED, batch, at=at)
    return _saved(batch)


def _draft(batch_id: int, version: int | None = None) -> Batch:
    batch = _locked(batch_id, BatchState.DRAFT)
    if version is not None and batch.version != version:
        raise NotNow
    return batch


def _locked(batch_id: int, state: str) -> Batch:
    batch = Batch.objects.select_for_update().get(pk=batch_id)
    if batch.state != state:
        raise NotNow
    return batch


def _saved(batch: Batch) -> Batch:
    batch.version += 1
    batch.save()
    return batch


def _recorded(what: str, batch: Batch, *, at: datetime) -> None:
    data: dict[str, Any] = {"batch": batch.pk, "act": batch.act}
    if what == "list_sent_off":
        ready = batch.items.filter(state=ItemState.READY).order_by("pk")
        data["citizen_ids"] = list(ready.values_list("citizen_id", flat=True))
    events.record(f"followup.{what}", at=at, actor_id=batch.made_by_id, data=data)
