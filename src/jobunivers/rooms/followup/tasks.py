# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the worker does: letters and lists are sent when their time has come."""

from typing import Any

from django.utils import timezone
from procrastinate.contrib.django import app

from jobunivers.foundation.everywhere import each_kommune
from jobunivers.foundation.notices import actions as notices
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.rooms.followup import actions
from jobunivers.rooms.followup.queries.told import SENDER


@app.task
def send_due(**told: Any) -> None:
    """Send what is due in one kommune; safe to run twice."""
    actions.send_due(municipality_id=told["municipality_id"], at=timezone.now())


@app.periodic(cron="* * * * *")
@app.task(queueing_lock="followup.send_everywhere")
def send_everywhere(timestamp: int = 0) -> None:  # noqa: ARG001 - when it was due
    """Send what is due, every minute; a kommune that fails does not stop the others."""

    def one(municipality: Municipality) -> int:
        return actions.send_due(municipality_id=municipality.pk, at=timezone.now())

    made = each_kommune("letters and lists", one)
    notices.beat(sender=SENDER, at=timezone.now(), made=made)
