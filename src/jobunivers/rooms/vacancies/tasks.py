# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the worker does for this room."""

from typing import Any

from django.utils import timezone
from procrastinate.contrib.django import app

from jobunivers.rooms.vacancies import actions


@app.periodic(cron="7 * * * *")
@app.task(queueing_lock="close_expired", pass_context=False)
def close_expired(timestamp: int = 0) -> None:  # noqa: ARG001 - procrastinate tells when it was due
    """Close what has expired, hourly."""
    actions.close_expired(at=timezone.now())


@app.periodic(cron="* * * * *")
@app.task(queueing_lock="follow_index")
def follow_index(timestamp: int = 0, **_: Any) -> None:  # noqa: ARG001
    """Bring the search index up to date; every minute, whoever changed what."""
    actions.bring_index_up_to_date(at=timezone.now())


@app.periodic(cron="23 * * * *")
@app.task(queueing_lock="understand_again")
def understand_again(timestamp: int = 0) -> None:  # noqa: ARG001
    """Understand anew what an older model or taxonomy understood."""
    actions.understand_again(at=timezone.now())
