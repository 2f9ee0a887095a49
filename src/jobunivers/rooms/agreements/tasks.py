# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the worker does for this room."""

import logging
from datetime import datetime
from typing import Any

from django.utils import timezone
from procrastinate.contrib.django import app

from jobunivers.foundation.tenancy import queries as tenancy
from jobunivers.foundation.tenancy import working_for
from jobunivers.rooms.agreements import actions
from jobunivers.rooms.agreements.models import Agreement, Amendment
from jobunivers.rooms.agreements.queries.finding import parties_of

_log = logging.getLogger(__name__)


@app.periodic(cron="20 4 * * *")
@app.task(queueing_lock="agreements.settle_months")
def settle_months(timestamp: int = 0) -> None:  # noqa: ARG001 - when it was due
    """Settle the months that are over, tell of budgets, end old proposals; safe to run twice.

    Two rounds: kommuner that share an agreement wait for each other's numbers in the first.
    """
    failed = 0
    for _round in range(2):
        for municipality in tenancy.opened():
            try:
                with working_for(municipality.pk):
                    actions.lapse_changes(at=timezone.now())
                    actions.settle_due(at=timezone.now())
                    actions.try_all(at=timezone.now())
            except Exception:  # noqa: BLE001 - the others shall have theirs; the log has the trace
                failed += 1
                _log.exception("settling failed for kommune %s", municipality.pk)
    if failed:
        raise RuntimeError(f"settling failed {failed} times")


@app.task
def try_out(**told: Any) -> None:
    """Count what terms that are written would have cost, for each kommune of the agreement.

    After an event of the agreement; safe to run twice.
    """
    agreement = Agreement.objects.filter(pk=told["event_data"]["agreement_id"]).first()
    if agreement is None:
        return
    now: datetime = timezone.now()
    kommuner = {agreement.lead_id, *(one.kommune_id for one in parties_of(agreement))}
    for pk in sorted(kommuner):
        with working_for(pk):
            actions.try_out(agreement=agreement, at=now)


@app.task
def tell_of_change(**told: Any) -> None:
    """Tell who buys of a step of a change; safe to run twice."""
    data = told["event_data"]
    rows = Amendment.objects.select_related("agreement").filter(pk=data["change_id"])
    change = rows.first()
    if change is None:
        return
    for pk in actions.kommuner_told(change=change, step=data["step"]):
        with working_for(pk):
            actions.tell_of_change(change=change, step=data["step"], at=timezone.now())
