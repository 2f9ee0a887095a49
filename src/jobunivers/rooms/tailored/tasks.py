# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Recommendations follow the profile at once, new advertisements hourly, and time nightly."""

import logging
from contextlib import suppress
from datetime import timedelta
from typing import Any

from django.utils import timezone
from procrastinate.contrib.django import app
from procrastinate.retry import RetryStrategy

from jobunivers.foundation.events import queries as events
from jobunivers.foundation.everywhere import everywhere
from jobunivers.foundation.notices import actions as notices
from jobunivers.foundation.once import OncePerCitizen, defer_once
from jobunivers.foundation.tenancy import current_municipality_id, working_for
from jobunivers.rooms.journey import queries as journey
from jobunivers.rooms.tailored import actions, queries
from jobunivers.rooms.tailored.queries.signals import PURPOSE
from jobunivers.rooms.tailored.queries.told import SENDER
from jobunivers.rooms.vacancies import queries as vacancies
from jobunivers.trust import queries as trust

_log = logging.getLogger(__name__)

CHUNK = 500  # citizens a task: about a minute of work, so that a restart loses little
SEEN_DAYS = 14  # who has not logged in for two weeks gets tonight's answer, not the hour's
BEHIND_PEOPLE = -10  # her own change goes before everybody's
# Everybody with a profile gets a run a night. What is older is of somebody without one.
FRESH = timedelta(days=1)


# An index is built in minutes: 4, 16, 64, 256 and 1,024 seconds reach past it.
@app.task(retry=RetryStrategy(max_attempts=5, exponential_wait=4))
def recompute(
    municipality_id: int,
    citizen_id: int,
    event_data: dict[str, Any] | None = None,  # noqa: ARG001 - every subscriber is told
) -> None:
    """Make the citizen's recommendations anew, where the kommune lets them be made."""
    with working_for(municipality_id), suppress(actions.SwitchedOff):
        actions.recommend(citizen_id=citizen_id, at=timezone.now())


@app.task(retry=RetryStrategy(max_attempts=5, exponential_wait=4))
def forget_withdrawn(municipality_id: int, citizen_id: int, source: str) -> None:
    """Forget what a source told once she has taken her consent back, and make her list anew.

    No page shows what was made with it from the moment on that she took it back.
    """
    now = timezone.now()
    with working_for(municipality_id):
        if trust.has_consent(citizen_id=citizen_id, source=source, purpose=PURPOSE, at=now):
            return  # she has said yes again meanwhile
        actions.forget_told(citizen_id=citizen_id, source=source, at=now)
        with suppress(actions.SwitchedOff, actions.NotReady):
            actions.recommend(citizen_id=citizen_id, at=now)


@app.task
def recompute_many(municipality_id: int, citizen_ids: list[int]) -> None:
    """Make many citizens' recommendations anew; one that fails does not stop the others."""
    failed = 0
    for citizen_id in citizen_ids:
        try:
            recompute(municipality_id, citizen_id)
        except Exception:  # noqa: BLE001 - the others shall have theirs; the log has the trace
            failed += 1
            _log.exception("recommendations failed for citizen %s", citizen_id)
    if failed:
        raise RuntimeError(f"{failed} of {len(citizen_ids)} citizens got no new recommendations")


@app.periodic(cron="* * * * *")
@app.task(queueing_lock="tailored.follow_world")
def follow_world(timestamp: int = 0, **_: Any) -> None:  # noqa: ARG001 - when it was due
    """Let the packed world follow the advertisements; every minute, whoever changed what."""
    actions.bring_world_up_to_date(at=timezone.now())


@app.periodic(cron="20 1 * * *")
@app.task(queueing_lock="tailored.match_everybody", retry=RetryStrategy(max_attempts=3, wait=300))
def match_everybody(timestamp: int = 0) -> None:  # noqa: ARG001
    """Make everybody's list anew every night: advertisements age, expire, arrive and crowd."""
    actions.match_everybody(at=timezone.now())


# After the night's lists, before the day's letter.
@app.periodic(cron="20 5 * * *")
@app.task(queueing_lock="tailored.tell_of_new_jobs")
def tell_of_new_jobs(timestamp: int = 0) -> None:  # noqa: ARG001
    """Tell people of new jobs that fit them very well; a kommune that fails stops no other."""
    now = timezone.now()
    made = everywhere("telling of new jobs", lambda: actions.tell_of_new_jobs(at=now))
    notices.beat(sender=SENDER, at=now, made=made)


@app.periodic(cron="50 2 * * *")
@app.task(queueing_lock="tailored.forget_old")
def forget_old(timestamp: int = 0) -> None:  # noqa: ARG001
    """Let go of what nobody may ask about any more."""
    actions.forget_old(at=timezone.now())


@app.periodic(cron="10 3 * * 0")
@app.task(queueing_lock="tailored.train_meaning")
def train_meaning(timestamp: int = 0) -> None:  # noqa: ARG001
    """Learn the meaning of words anew from the week's advertisements; the old one serves."""
    actions.train_meaning(at=timezone.now())


@app.periodic(cron="37 * * * *")
@app.task(queueing_lock="tailored.follow_vacancies")
def follow_vacancies(timestamp: int = 0) -> None:  # noqa: ARG001
    """Every hour, enqueue those seen lately whose run is older than the newest advertisement."""
    everywhere("following advertisements", _enqueue_behind)


def _enqueue_behind() -> None:
    arrived = vacancies.latest_arrival()
    if arrived is None:
        return
    since = timezone.now() - timedelta(days=SEEN_DAYS)
    seen = events.citizens_with(kind="identity.logged_in", since=since)
    fresh = queries.computed_since(arrived)
    behind = [one for one in journey.citizen_ids() if one in seen and one not in fresh]
    _enqueue(current_municipality_id(), behind, "hourly")


def _enqueue(municipality_id: int, citizen_ids: list[int], why: str) -> None:
    for start in range(0, len(citizen_ids), CHUNK):
        chunk = citizen_ids[start : start + CHUNK]
        key = f"tailored:{why}:{municipality_id}:{chunk[0]}"
        defer_once(
            recompute_many.configure(queueing_lock=key, priority=BEHIND_PEOPLE),
            key,
            municipality_id=municipality_id,
            citizen_ids=chunk,
        )


recompute_after_event = OncePerCitizen(recompute, "tailored")


class WhenNotFresh:
    """The same after a login: somebody new has suggestions without asking for them."""

    def defer(self, **told: Any) -> int:
        """Queue the task for a citizen whose run is old or missing; return its number, else 0."""
        citizen_id, now = told["citizen_id"], timezone.now()
        if citizen_id is None or queries.is_fresh(citizen_id=citizen_id, since=now - FRESH):
            return 0
        return recompute_after_event.defer(**told)


recompute_after_login = WhenNotFresh()


class WhenWithdrawn:
    """`forget_withdrawn` as events see it: of consents to this room's purpose alone."""

    def defer(self, **told: Any) -> int:
        """Queue the task; return its number, else 0."""
        data = told["event_data"]
        if data.get("purpose") != PURPOSE:
            return 0
        return int(
            forget_withdrawn.defer(
                municipality_id=told["municipality_id"],
                citizen_id=told["citizen_id"],
                source=data["source"],
            )
        )


forget_after_withdrawal = WhenWithdrawn()


class WhenDone:
    """The same when something of her plan is done, or is not done after all."""

    def defer(self, **told: Any) -> int:
        """Queue the task; return its number, else 0."""
        done = told["event_data"].get("state") in {"done", "begun", "planned"}
        return recompute_after_event.defer(**told) if done else 0


recompute_when_done = WhenDone()
