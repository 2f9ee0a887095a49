# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the worker does: letters and lists are sent when their time has come."""

import logging
from typing import Any

from django.utils import timezone
from procrastinate.contrib.django import app

from jobunivers.foundation.notices import actions as notices
from jobunivers.foundation.tenancy import queries as tenancy
from jobunivers.rooms.followup import actions
from jobunivers.rooms.followup.queries.told import SENDER

_log = logging.getLogger(__name__)


@app.task
def send_due(**told: Any) -> None:
    """Send what is due in one kommune; safe to run twice."""
    actions.send_due(municipality_id=told["municipality_id"], at=timezone.now())


@app.periodic(cron="* * * * *")
@app.task(queueing_lock="followup.send_everywhere")
def send_everywhere(timestamp: int = 0) -> None:  # noqa: ARG001 - when it was due
    """Send what is due, every minute; a kommune that fails does not stop the others."""
    made, failed = 0, 0
    for municipality in tenancy.opened():
        try:
            made += actions.send_due(municipality_id=municipality.pk, at=timezone.now())
        except Exception:  # noqa: BLE001 - the others shall have theirs; the log has the trace
            failed += 1
            _log.exception("letters and lists failed for kommune %s", municipality.pk)
    if failed:
        raise RuntimeError(f"letters and lists failed for {failed} kommuner")
    notices.beat(sender=SENDER, at=timezone.now(), made=made)
