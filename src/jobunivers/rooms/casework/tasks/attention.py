# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The rules look at everybody at night; one citizen is looked at when her row is made anew."""

from django.utils import timezone
from procrastinate.contrib.django import app
from procrastinate.retry import RetryStrategy

from jobunivers.rooms.casework import actions


# After everybody has been placed (02:40) and has a row (03:10).
@app.periodic(cron="25 3 * * *")
@app.task(queueing_lock="casework.attend_everybody", retry=RetryStrategy(max_attempts=3, wait=300))
def attend_everybody(timestamp: int = 0) -> None:  # noqa: ARG001 - when it was due
    """Let the rules look at everybody every night: days pass."""
    actions.attend_everybody(at=timezone.now())
