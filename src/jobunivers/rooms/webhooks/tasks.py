# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Vendors are told by the worker, never in a citizen's request."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.utils import timezone
from procrastinate.contrib.django import app

from jobunivers.foundation.everywhere import everywhere
from jobunivers.foundation.tenancy import working_for
from jobunivers.integrations.webhooks import send
from jobunivers.rooms.webhooks import actions, queries


class Telling:
    """What `events.subscribe` calls: a job is queued in the event's transaction, if one listens.

    Without a vendor that listens nothing is queued, so that a start costs one small question.
    """

    def __init__(self, kind: str) -> None:
        """Tell events as this kind."""
        self.kind = kind

    def __eq__(self, other: object) -> bool:
        """Be the same follower."""
        return isinstance(other, Telling) and other.kind == self.kind

    def __hash__(self) -> int:
        return hash(self.kind)

    def defer(self, **told: Any) -> int:
        """Queue the telling; return the job's number, 0: nobody listens."""
        data: Mapping[str, Any] = told.get("event_data") or {}
        offer_id = data.get("offer_id")
        if offer_id is None:
            return 0
        endpoint_id = queries.listening(offer_id=offer_id, kind=self.kind)
        if endpoint_id is None:
            return 0
        job = tell.defer(
            municipality_id=told["municipality_id"],
            endpoint_id=endpoint_id,
            message_id=actions.new_message_id(),
            kind=self.kind,
            offer_id=offer_id,
            citizen_id=told["citizen_id"],
            version=data.get("version"),
            at=timezone.now().isoformat(),
        )
        return int(job)


@app.task
def tell(**told: Any) -> None:
    """Write the message and queue its delivery; safe to run twice."""
    happening = actions.Happening(
        message_id=told["message_id"],
        kind=told["kind"],
        offer_id=told["offer_id"],
        citizen_id=told["citizen_id"],
        version=told["version"],
        at=datetime.fromisoformat(told["at"]),
    )
    with working_for(told["municipality_id"]):
        endpoint = queries.endpoint_by_id(told["endpoint_id"])
        if endpoint is None or actions.compose(endpoint=endpoint, happening=happening) is None:
            return
        _deliver_at(told["municipality_id"], told["message_id"], None)


@app.task
def deliver_asked_for(**told: Any) -> None:
    """Deliver what a person has asked for, in the kommune whose message it is."""
    data = told["event_data"]
    _deliver_at(data["kommune_id"], data["message_id"], None)


@app.task
def deliver(municipality_id: int, message_id: str) -> None:
    """Try once to deliver a message; the database waits for nobody's answer."""
    with working_for(municipality_id):
        found = actions.next_try(message_id=message_id, at=timezone.now())
        if isinstance(found, datetime):
            _deliver_at(municipality_id, message_id, found)
    if not isinstance(found, actions.Sending):
        return
    answer = send(found.url, found.body, found.headers, also=found.also)
    with working_for(municipality_id):
        due = actions.keep_answer(message_id=message_id, answer=answer, at=timezone.now())
        if due is not None:
            _deliver_at(municipality_id, message_id, due)


@app.periodic(cron="40 2 * * *")
@app.task(queueing_lock="webhooks.forget_everywhere")
def forget_everywhere(timestamp: int = 0) -> None:  # noqa: ARG001 - when it was due
    """Forget what is more than thirty days old; a kommune that fails does not stop the others."""
    now = timezone.now()
    actions.forget_old_log(at=now)
    everywhere("forgetting messages", lambda: actions.forget_old(at=now), platform=True)


def _deliver_at(municipality_id: int, message_id: str, due: datetime | None) -> None:
    """Queue a try, now or later; one message is never tried by two workers at once."""
    job = deliver.configure(lock=f"webhooks:{message_id}", schedule_at=due)
    job.defer(municipality_id=municipality_id, message_id=message_id)
