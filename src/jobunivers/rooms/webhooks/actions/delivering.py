# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Messages on their way: what is tried next, what came of it, and when it is given up."""

import random
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F

from jobunivers.foundation.events import actions as events
from jobunivers.integrations.webhooks import CONTENT_TYPE, Answer, Trouble, signed
from jobunivers.rooms.launching import queries as launched
from jobunivers.rooms.marketplace.queries import offer
from jobunivers.rooms.webhooks.models import Attempt, Delivery, Endpoint, Message, OffWhy, State
from jobunivers.rooms.webhooks.queries.addresses import own_machine
from jobunivers.rooms.webhooks.queries.sealing import opened
from jobunivers.rooms.webhooks.queries.words import PING, WITHDRAWN

# After each try that failed, so long until the next: eight tries within a day.
WAITS = (
    timedelta(seconds=5), timedelta(minutes=5), timedelta(minutes=30), timedelta(hours=2),
    timedelta(hours=4), timedelta(hours=6), timedelta(hours=10),
)  # fmt: skip
TRIES = len(WAITS) + 1
# So many messages given up in a row, and an endpoint is switched off.
DEAD_IN_A_ROW = 5
# One who keeps us waiting is left alone: a minute, then two, then four … at most an hour.
_RESTS, _LONGEST_REST = timedelta(minutes=1), timedelta(hours=1)
KEPT_FOR = timedelta(days=30)
_KEPT_SIGNS = 200
_MIDDLE = 0.1  # waits differ by a tenth, so that not all come back at once


@dataclass(frozen=True, slots=True, kw_only=True)
class Sending:
    """A message ready to be sent: `also` is a host on one's own machine that may be asked."""

    endpoint_id: int
    url: str
    body: bytes
    headers: dict[str, str]
    also: frozenset[str]


@transaction.atomic
def next_try(*, message_id: str, at: datetime) -> Sending | datetime | None:
    """Return what to send now, or when to look again, or None: nothing (any more)."""
    delivery = _waiting(message_id)
    if delivery is None:
        return None
    endpoint = delivery.endpoint
    message = Message.objects.filter(message_id=message_id).first()
    if endpoint.closed_at is not None or message is None or not _may_be_told(message):
        _set(delivery, state=State.DROPPED, next_at=None)
        return None
    # A try by hand is made even when it is switched off: it is how one finds out.
    if endpoint.off_at is not None and message.kind != PING:
        _set(delivery, state=State.DEAD, next_at=None)
        return None
    resting = endpoint.resting_until
    if resting is not None and resting > at and message.kind != PING:
        return resting
    secrets = _secrets(endpoint, at)
    if not secrets:
        _set(delivery, state=State.DEAD, next_at=None)
        return None
    body = message.body.encode()
    headers = signed(body, message_id=message_id, at=at, secrets=secrets)
    return Sending(
        endpoint_id=endpoint.pk,
        url=endpoint.url,
        body=body,
        headers={"Content-Type": CONTENT_TYPE, **headers},
        also=own_machine(endpoint.url),
    )


@transaction.atomic
def keep_answer(*, message_id: str, answer: Answer, at: datetime) -> datetime | None:
    """Note what came of a try; return when the next is due, None: none is."""
    delivery = _waiting(message_id)
    if delivery is None:
        return None
    message = Message.objects.filter(message_id=message_id).first()
    Attempt.objects.create(
        delivery=delivery,
        at=at,
        status=answer.status,
        ms=answer.ms,
        trouble=answer.trouble or "",
        said=_without(answer.said, message.subject if message else ""),
    )
    _note_pace(delivery.endpoint, answer, at)
    tries = delivery.tries + 1
    if answer.trouble is None:
        _set(delivery, state=State.RECEIVED, tries=tries, next_at=None)
        Endpoint.objects.filter(pk=delivery.endpoint_id).update(dead_in_a_row=0)
        return None
    if answer.trouble == Trouble.GONE:
        _switch_off(delivery.endpoint, OffWhy.GONE, at)
    if tries >= TRIES or answer.trouble == Trouble.GONE or delivery.kind == PING:
        _set(delivery, state=State.DEAD, tries=tries, next_at=None)
        _count_dead(delivery, at)
        return None
    wait = WAITS[tries - 1]
    due = at + wait * random.uniform(1 - _MIDDLE, 1 + _MIDDLE)  # noqa: S311 - no secret
    _set(delivery, tries=tries, next_at=due)
    return due


@transaction.atomic
def forget_old(*, at: datetime) -> int:
    """Forget the kommune's messages of more than thirty days ago; return how many."""
    before = at - KEPT_FOR
    gone, _by = Message.objects.filter(made_at__lt=before).delete()
    return gone


@transaction.atomic
def forget_old_log(*, at: datetime) -> int:
    """Forget what came of messages of more than thirty days ago, for all kommuner."""
    gone, _by = Delivery.objects.filter(made_at__lt=at - KEPT_FOR).delete()
    return gone


def _waiting(message_id: str) -> Delivery | None:
    rows = Delivery.objects.select_for_update(of=("self",)).filter(
        message_id=message_id, state=State.WAITING
    )
    return rows.select_related("endpoint").first()


def _may_be_told(message: Message) -> bool:
    """Say whether she still agrees to what was written when it happened."""
    if message.citizen_id is None or message.kind == WITHDRAWN:
        return True
    found = offer(message.offer_id) if message.offer_id is not None else None
    if found is None or found.vendor_id is None:
        return False
    known = launched.pseudonym(citizen_id=message.citizen_id, vendor_id=found.vendor_id)
    agreed = launched.agreed(citizen_id=message.citizen_id, offer=found)
    return agreed is not None and known == message.subject


def _secrets(endpoint: Endpoint, at: datetime) -> list[str]:
    kept = [bytes(endpoint.sealed)]
    if endpoint.before_until is not None and endpoint.before_until > at:
        kept.append(bytes(endpoint.sealed_before or b""))
    return [secret for one in kept if (secret := opened(one))]


def _without(said: str, subject: str) -> str:
    """Return what is kept of an answer: who is meant is taken out before it is cut."""
    return (said.replace(subject, "…") if subject else said)[:_KEPT_SIGNS]


def _note_pace(endpoint: Endpoint, answer: Answer, at: datetime) -> None:
    rows = Endpoint.objects.filter(pk=endpoint.pk)
    if answer.trouble == Trouble.SLOW:
        rest = min(_RESTS * 2 ** min(endpoint.slow_in_a_row, 10), _LONGEST_REST)
        rows.update(slow_in_a_row=F("slow_in_a_row") + 1, resting_until=at + rest)
    elif endpoint.slow_in_a_row:
        rows.update(slow_in_a_row=0, resting_until=None)


def _count_dead(delivery: Delivery, at: datetime) -> None:
    if delivery.kind == PING:
        return
    Endpoint.objects.filter(pk=delivery.endpoint_id).update(dead_in_a_row=F("dead_in_a_row") + 1)
    delivery.endpoint.refresh_from_db()
    if delivery.endpoint.dead_in_a_row >= DEAD_IN_A_ROW:
        _switch_off(delivery.endpoint, OffWhy.DEAD, at)


def _switch_off(endpoint: Endpoint, why: OffWhy, at: datetime) -> None:
    rows = Endpoint.objects.filter(pk=endpoint.pk, off_at=None)
    if rows.update(off_at=at, off_why=why):
        events.record(
            "webhooks.endpoint_switched_off", at=at, data={"endpoint_id": endpoint.pk, "why": why}
        )


def _set(delivery: Delivery, **columns: object) -> None:
    Delivery.objects.filter(pk=delivery.pk).update(**columns)
