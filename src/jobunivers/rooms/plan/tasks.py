# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the worker does for the plan."""

from typing import Any

from django.utils import timezone
from procrastinate.contrib.django import app

from jobunivers.foundation.everywhere import everywhere
from jobunivers.foundation.notices import actions as notices
from jobunivers.foundation.tenancy import working_for
from jobunivers.rooms.plan import actions
from jobunivers.rooms.plan.queries.told import REMINDERS

_NOT_APPLIED = frozenset({"planned", "withdrawn"})


@app.task
def follow_application(**told: Any) -> None:
    """Mark what she planned for a job as done, now that she has applied; safe to run twice."""
    event = told.get("event_data") or {}
    if event.get("vacancy_id") and event.get("status") not in _NOT_APPLIED:
        with working_for(told["municipality_id"]):
            actions.done_by_application(
                citizen_id=told["citizen_id"], vacancy_id=event["vacancy_id"], at=timezone.now()
            )
    suggest_for(**told)


@app.task
def follow_suggested_offer(**told: Any) -> None:
    """Put what staff suggested from the market place into her plan; safe to run twice."""
    event = told.get("event_data") or {}
    with working_for(told["municipality_id"]):
        actions.suggest_offer(
            citizen_id=told["citizen_id"],
            offer_id=event["offer_id"],
            staff_id=event["staff_id"],
            at=timezone.now(),
        )


@app.task
def follow_completed_offer(**told: Any) -> None:
    """Mark what she is through with as done in her plan; safe to run twice."""
    with working_for(told["municipality_id"]):
        actions.done_by_offer(
            citizen_id=told["citizen_id"],
            offer_id=told["event_data"]["offer_id"],
            at=timezone.now(),
        )


@app.task
def follow_completion_taken_back(**told: Any) -> None:
    """Mark what she is not through with after all as ahead of her again; safe to run twice."""
    with working_for(told["municipality_id"]):
        actions.undone_by_offer(
            citizen_id=told["citizen_id"],
            offer_id=told["event_data"]["offer_id"],
            at=timezone.now(),
        )


@app.task
def suggest_for(**told: Any) -> None:
    """Suggest what the rules find for her; safe to run twice."""
    if told["citizen_id"] is None:  # somebody of the kommune has logged in
        return
    with working_for(told["municipality_id"]):
        actions.suggest_for(citizen_id=told["citizen_id"], at=timezone.now())


# In the night, so that the day's letter has it.
@app.periodic(cron="20 5 * * *")
@app.task(queueing_lock="plan.remind_of_agreements")
def remind_of_agreements(timestamp: int = 0) -> None:  # noqa: ARG001 - when it was due
    """Tell people of agreements that are due soon, daily."""
    now = timezone.now()
    made = everywhere("reminders of agreements", lambda: actions.remind_of_agreements(at=now))
    notices.beat(sender=REMINDERS, at=now, made=made)
