# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reminders of first meetings, in time and once."""

from django.utils import timezone
from procrastinate.contrib.django import app

from jobunivers.foundation.everywhere import everywhere
from jobunivers.foundation.notices import actions as notices
from jobunivers.rooms.entrance import actions
from jobunivers.rooms.entrance.queries.wordings import SENDER


@app.periodic(cron="*/15 * * * *")
@app.task(queueing_lock="entrance.remind")
def remind(timestamp: int = 0) -> None:  # noqa: ARG001 - when it was due
    """Tell everybody in every kommune whose first meeting begins within a day."""
    now = timezone.now()
    made = everywhere("reminders of first meetings", lambda: actions.remind(at=now))
    notices.beat(sender=SENDER, at=now, made=made)
