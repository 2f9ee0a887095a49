# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the worker does for Mine data."""

import logging
from typing import Any

from django.utils import timezone
from procrastinate.contrib.django import app

from jobunivers.foundation.notices import actions as notices
from jobunivers.foundation.tenancy import queries as tenancy
from jobunivers.foundation.tenancy import working_for
from jobunivers.rooms.mydata import actions
from jobunivers.rooms.mydata.queries.told import DEADLINES

_log = logging.getLogger(__name__)


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
    now, made, failed = timezone.now(), 0, 0
    for municipality in tenancy.opened():
        try:
            with working_for(municipality.pk):
                made += actions.remind_of_deadlines(at=now)
        except Exception:  # noqa: BLE001 - the others shall have theirs; the log has the trace
            failed += 1
            _log.exception("reminders of requests failed for kommune %s", municipality.pk)
    if failed:
        raise RuntimeError(f"reminders of requests failed for {failed} kommuner")
    notices.beat(sender=DEADLINES, at=now, made=made)
