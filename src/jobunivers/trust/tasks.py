# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the worker does for the AI register at night."""

from django.utils import timezone
from procrastinate.contrib.django import app

from jobunivers.trust import actions


@app.periodic(cron="15 5 * * *")
@app.task(queueing_lock="trust.count_groups")
def count_groups(timestamp: int = 0) -> None:  # noqa: ARG001 - when it was due
    """Count how good models are in real use, for each course, place and region."""
    actions.count_groups(at=timezone.now())
