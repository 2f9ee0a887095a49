# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the worker does for this room."""

import logging

from django.utils import timezone
from procrastinate.contrib.django import app

from jobunivers.foundation.tenancy import queries as tenancy
from jobunivers.foundation.tenancy import working_for
from jobunivers.rooms.evidence import actions

_log = logging.getLogger(__name__)


@app.periodic(cron="* * * * *")
@app.task(queueing_lock="evidence.read_waiting")
def read_waiting(timestamp: int = 0) -> None:  # noqa: ARG001 - when it was due
    """Read what has come for each kommune; one that fails does not stop the others."""
    now = timezone.now()
    failed = 0
    for municipality in tenancy.opened():
        try:
            with working_for(municipality.pk):
                actions.read_waiting(at=now)
        except Exception:  # noqa: BLE001 - the others shall have theirs; the log has the trace
            failed += 1
            _log.exception("statements of kommune %s could not be read", municipality.pk)
    if failed:
        raise RuntimeError(f"statements of {failed} kommuner could not be read")
