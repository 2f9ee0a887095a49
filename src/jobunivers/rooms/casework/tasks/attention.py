# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The rules look at everybody at night; one citizen is looked at when her row is made anew."""

from typing import Any

from django.utils import timezone
from procrastinate.contrib.django import app
from procrastinate.retry import RetryStrategy

from jobunivers.foundation.tenancy import working_for
from jobunivers.rooms.casework import actions

_INVITATION = "invitation"  # the kind of letter


# After everybody has been placed (02:40) and has a row (03:10).
@app.periodic(cron="25 3 * * *")
@app.task(queueing_lock="casework.attend_everybody", retry=RetryStrategy(max_attempts=3, wait=300))
def attend_everybody(timestamp: int = 0) -> None:  # noqa: ARG001 - when it was due
    """Let the rules look at everybody every night: days pass."""
    actions.attend_everybody(at=timezone.now())


@app.task(retry=RetryStrategy(max_attempts=5, exponential_wait=4))
def follow_answer(**told: Any) -> None:
    """Put off the point that she was invited or written to because of; safe to run twice."""
    event = told["event_data"]
    with working_for(told["municipality_id"]):
        actions.answer_point(
            point_id=event["point"],
            citizen_id=told["citizen_id"],
            staff_id=event["staff_id"],
            how="invited" if event["kind"] == _INVITATION else "written",
            at=timezone.now(),
        )


@app.task(retry=RetryStrategy(max_attempts=5, exponential_wait=4))
def follow_answer_undone(**told: Any) -> None:
    """Let the point wait again, now that the letter was taken back; safe to run twice."""
    event = told["event_data"]
    with working_for(told["municipality_id"]):
        actions.answer_undone(
            point_id=event["point"],
            citizen_id=told["citizen_id"],
            staff_id=event["staff_id"],
            at=timezone.now(),
        )
