# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Large previews and all sending are the worker's; each batch is confirmed by itself."""

import contextlib
from datetime import timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued
from procrastinate.retry import RetryStrategy

from jobunivers.foundation.events import queries as log
from jobunivers.foundation.everywhere import each_kommune, everywhere
from jobunivers.foundation.notices.actions import beat
from jobunivers.foundation.tenancy import working_for
from jobunivers.rooms.outreach import actions
from jobunivers.rooms.outreach.queries.told import SENDER

_LATELY = timedelta(minutes=15)


@app.task(retry=RetryStrategy(max_attempts=3, wait=10))
def preview_push(municipality_id: int, push_id: int) -> None:
    """Look through a large group; what is no draft any more, or is gone, is left alone."""
    with working_for(municipality_id), contextlib.suppress(actions.NotNow, actions.GroupGone):
        actions.preview(push_id=push_id, at=timezone.now())


@app.periodic(cron="* * * * *")
@app.task(lock="outreach.send", queueing_lock="outreach.send_everywhere")
def send_everywhere(timestamp: int = 0) -> None:  # noqa: ARG001 - when it was due
    """Send what is due, every minute; a kommune that fails does not stop the others."""
    each_kommune("pushes", lambda municipality: send_due(municipality.pk))
    beat(sender=SENDER, at=timezone.now(), made=0)


def send_due(municipality_id: int) -> None:
    """Send what is due in one kommune, batch by batch."""
    with working_for(municipality_id):
        waiting = actions.due(at=timezone.now())
    for push_id in waiting:
        with working_for(municipality_id):
            more = actions.begin(push_id=push_id, at=timezone.now())
        while more:
            with working_for(municipality_id):
                more = actions.send_some(push_id=push_id, at=timezone.now())


@app.periodic(cron="10 5 * * *")
@app.task(lock="outreach.triggers", queueing_lock="outreach.run_rules")
def run_rules(timestamp: int = 0) -> None:  # noqa: ARG001 - when it was due
    """Let every kommune's rules choose, each night; one that fails does not stop the others."""
    everywhere("rules that send", lambda: actions.run_triggers(at=timezone.now()))


@app.periodic(cron="*/5 * * * *")
@app.task(lock="outreach.triggers", queueing_lock="outreach.follow_events")
def follow_events(timestamp: int = 0) -> None:  # noqa: ARG001 - when it was due
    """Ask the rules about those to whom something has happened in the last quarter of an hour.

    A third of it each time anew: what a run missed, the next two take; nobody is chosen twice.
    """
    everywhere("rules that follow events", _run_lately)


def _run_lately() -> None:
    now = timezone.now()
    for kind in actions.events_followed():
        people = log.citizens_with(kind=kind, since=now - _LATELY)
        if people:
            actions.run_triggers(at=now, ids=sorted(people), after=[kind])


@app.periodic(cron="40 4 * * *")
@app.task(lock="outreach.effects", queueing_lock="outreach.count_effects")
def count_effects(timestamp: int = 0) -> None:  # noqa: ARG001 - when it was due
    """Count what came of what was sent, each night, where a share was held out."""
    everywhere("counting effects", lambda: actions.count_effects(at=timezone.now()))


@app.task(retry=RetryStrategy(max_attempts=3, wait=10), lock="outreach.triggers")
def look_at_offer(offer_id: int) -> None:
    """Pause every kommune's rules that send an offer which is there no more."""
    everywhere(
        "pausing rules of an offer",
        lambda: actions.look_again(offer_ids=[offer_id], at=timezone.now()),
    )


class OfferGone:
    """An offer that goes away, as events see it."""

    def defer(self, **told: Any) -> int:
        """Let the worker look at the rules, when this transaction stands."""
        return int(look_at_offer.defer(offer_id=int(told["event_data"]["offer_id"])))


class Soon:
    """Sending as events see it: many events, one waiting job; the minute takes what it missed."""

    def defer(self, **_told: Any) -> int:
        """Let a worker send at once, when this transaction stands."""
        with contextlib.suppress(AlreadyEnqueued), transaction.atomic():
            return int(send_everywhere.defer())
        return 0


class LookThrough:
    """Looking through a large group, as events see it."""

    def defer(self, **told: Any) -> int:
        """Let a worker find who gets it, when this transaction stands."""
        push_id = int(told["event_data"]["push"])
        return int(preview_push.defer(municipality_id=told["municipality_id"], push_id=push_id))


send_soon, look_through, offer_gone = Soon(), LookThrough(), OfferGone()
