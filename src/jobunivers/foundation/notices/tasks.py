# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Sending happens later, in the worker: every minute, and at once when something is due."""

import logging
from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils import timezone
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued
from procrastinate.retry import RetryStrategy

from jobunivers.foundation.everywhere import each_kommune, everywhere
from jobunivers.foundation.notices import actions
from jobunivers.foundation.notices.queries.health import DELIVERY
from jobunivers.foundation.tenancy.models import Municipality

_log = logging.getLogger(__name__)


@app.task
def deliver(municipality_id: int) -> None:
    """Hand over what is due in one kommune."""
    actions.deliver_due(municipality_id=municipality_id, at=timezone.now())


@app.periodic(cron="* * * * *")
@app.task(queueing_lock="notices.deliver_everywhere")
def deliver_everywhere(timestamp: int = 0) -> None:  # noqa: ARG001 - when it was due
    """Hand over what is due, every minute; a kommune that fails does not stop the others."""
    actions.begin_watch(at=timezone.now())

    def one(municipality: Municipality) -> int:
        return actions.deliver_due(municipality_id=municipality.pk, at=timezone.now())

    sent = each_kommune("sending", one, platform=True)
    actions.beat(sender=DELIVERY, at=timezone.now(), made=sent)


@app.periodic(cron="*/15 * * * *")
@app.task(queueing_lock="notices.watch_everywhere")
def watch_everywhere(timestamp: int = 0) -> None:  # noqa: ARG001
    """Look for senders that have stopped, four times an hour."""

    def one() -> None:
        found = actions.watch(at=timezone.now())
        actions.forget_old(at=timezone.now())
        if found:
            _log.warning("sending is in trouble: %s", ", ".join(found))

    everywhere("watching over sending", one)


@app.task(retry=RetryStrategy(max_attempts=6, exponential_wait=4))
def confirm_address(municipality_id: int, address_id: int) -> None:
    """Send the letter that asks whether an address is hers."""
    actions.send_confirmation(
        municipality_id=municipality_id, address_id=address_id, at=timezone.now()
    )


def deliver_soon(*, municipality_id: int) -> None:
    """Let a worker hand over at once, when this transaction stands.

    A job that waits already may begin before: then the next minute's takes what it missed.
    """
    job = deliver.configure(queueing_lock=f"notices.deliver:{municipality_id}")
    try:
        with transaction.atomic():  # a refused INSERT must not spoil the whole transaction
            job.defer(municipality_id=municipality_id)
    except AlreadyEnqueued:
        pass


def confirm_soon(*, municipality_id: int, address_id: int) -> None:
    """Let a worker send the letter of confirmation."""
    confirm_address.defer(municipality_id=municipality_id, address_id=address_id)


class WhenDone:
    """What `events.subscribe` calls after an act: it is remembered in the same transaction."""

    def __init__(self, event: str) -> None:
        self.event = event

    def __eq__(self, other: object) -> bool:
        """Be the same follower of the same act."""
        return isinstance(other, WhenDone) and other.event == self.event

    def __hash__(self) -> int:
        return hash(self.event)

    def defer(self, **told: Any) -> int:
        """Remember the act of a citizen; nothing is queued."""
        data: Mapping[str, Any] = told.get("event_data") or {}
        if told["citizen_id"] is not None:
            actions.act(
                person_id=told["citizen_id"],
                event=self.event,
                event_data=data,
                at=timezone.now(),
            )
        return 0
