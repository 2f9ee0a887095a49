# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the worker does for this room."""

import logging

from django.utils import timezone
from procrastinate.contrib.django import app

from jobunivers.foundation.tenancy import queries as tenancy
from jobunivers.foundation.tenancy import working_for
from jobunivers.rooms.agreements import actions

_log = logging.getLogger(__name__)


@app.periodic(cron="20 4 * * *")
@app.task(queueing_lock="agreements.settle_months")
def settle_months(timestamp: int = 0) -> None:  # noqa: ARG001 - when it was due
    """Settle the months that are over, tell of budgets; safe to run twice.

    Two rounds: kommuner that share an agreement wait for each other's numbers in the first.
    """
    failed = 0
    for _round in range(2):
        for municipality in tenancy.opened():
            try:
                with working_for(municipality.pk):
                    actions.settle_due(at=timezone.now())
            except Exception:  # noqa: BLE001 - the others shall have theirs; the log has the trace
                failed += 1
                _log.exception("settling failed for kommune %s", municipality.pk)
    if failed:
        raise RuntimeError(f"settling failed {failed} times")
