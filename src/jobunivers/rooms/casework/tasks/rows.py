# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The overview's rows: everybody's at night, one citizen's within seconds of what happened."""

from typing import Any

from django.utils import timezone
from procrastinate.contrib.django import app
from procrastinate.retry import RetryStrategy

from jobunivers.foundation.once import OncePerCitizen
from jobunivers.foundation.tenancy import working_for
from jobunivers.rooms.casework import actions


@app.task(retry=RetryStrategy(max_attempts=5, exponential_wait=4))
def fill_row_of(
    municipality_id: int,
    citizen_id: int,
    event_data: dict[str, Any] | None = None,  # noqa: ARG001 - every subscriber is told
) -> None:
    """Make one citizen's row anew after what happened, and see to her points; safe to run twice."""
    now = timezone.now()
    with working_for(municipality_id):
        actions.fill_rows_of(citizen_ids=[citizen_id], at=now)
        actions.attend(at=now, citizen_ids=[citizen_id])


# After everybody has been placed (02:40).
@app.periodic(cron="10 3 * * *")
@app.task(queueing_lock="casework.fill_rows", retry=RetryStrategy(max_attempts=3, wait=300))
def fill_rows(timestamp: int = 0) -> None:  # noqa: ARG001 - when it was due
    """Make everybody's row every night: days pass, and windows of days move."""
    actions.fill_rows_everywhere(at=timezone.now())


fill_row_after_event = OncePerCitizen(fill_row_of, "casework.row")
