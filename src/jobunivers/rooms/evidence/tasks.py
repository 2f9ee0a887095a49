# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the worker does for this room."""

from django.utils import timezone
from procrastinate.contrib.django import app

from jobunivers.foundation.everywhere import everywhere
from jobunivers.rooms.evidence import actions


@app.periodic(cron="* * * * *")
@app.task(queueing_lock="evidence.read_waiting")
def read_waiting(timestamp: int = 0) -> None:  # noqa: ARG001 - when it was due
    """Read what has come for each kommune; one that fails does not stop the others."""
    now = timezone.now()
    everywhere("reading statements", lambda: actions.read_waiting(at=now))
