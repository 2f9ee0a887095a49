# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Protections that have come to their last day are lifted at night."""

from django.utils import timezone
from procrastinate.contrib.django import app
from procrastinate.retry import RetryStrategy

from jobunivers.foundation.everywhere import everywhere
from jobunivers.identity import protecting


# Before the night's rows are made, so that the lists of the day are right.
@app.periodic(cron="5 0 * * *")
@app.task(queueing_lock="identity.lift_protections", retry=RetryStrategy(max_attempts=3, wait=300))
def lift_ended_protections(timestamp: int = 0) -> None:  # noqa: ARG001 - when it was due
    """Lift what has ended in every open kommune; safe to run twice."""
    now = timezone.now()
    everywhere(
        "lifting protections",
        lambda: protecting.lift_ended(at=now, today=timezone.localdate(now)),
    )
