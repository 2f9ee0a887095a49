# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the worker does for Mine data."""

from typing import Any

from django.utils import timezone
from procrastinate.contrib.django import app

from jobunivers.foundation.everywhere import everywhere
from jobunivers.foundation.notices import actions as notices
from jobunivers.foundation.tenancy import working_for
from jobunivers.rooms.mydata import actions
from jobunivers.rooms.mydata.queries.told import DEADLINES


@app.task
def make_download(**told: Any) -> None:
    """Write a file of all that is held on somebody, unless it is made; safe to run twice."""
    with working_for(told["municipality_id"]):
        actions.make(download_id=told["event_data"]["download_id"], at=timezone.now())


# In the morning, so that whoever answers has the day.
@app.periodic(cron="40 5 * * *")
@app.task(queueing_lock="mydata.remind_of_deadlines")
def remind_of_deadlines(timestamp: int = 0) -> None:  # noqa: ARG001 - when it was due
    """Tell who answers of requests that are due within a week or overdue, daily."""
    now = timezone.now()
    made = everywhere("reminders of requests", lambda: actions.remind_of_deadlines(at=now))
    notices.beat(sender=DEADLINES, at=now, made=made)
