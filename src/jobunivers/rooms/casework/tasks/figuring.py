# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Managers' figures are counted at night."""

from django.utils import timezone
from procrastinate.contrib.django import app
from procrastinate.retry import RetryStrategy

from jobunivers.foundation.everywhere import everywhere
from jobunivers.rooms.casework import actions


# After everybody has a row (03:10).
@app.periodic(cron="40 3 * * *")
@app.task(queueing_lock="casework.count_figures", retry=RetryStrategy(max_attempts=3, wait=300))
def count_figures(timestamp: int = 0) -> None:  # noqa: ARG001 - when it was due
    """Count how long people wait, and the aims, in every kommune; safe to run twice."""
    now = timezone.now()
    everywhere("counting", lambda: actions.count_waits(at=now) + actions.count_aims(at=now))
