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
from jobunivers.rooms.agreements.models import Agreement, Amendment, ChangeState
from jobunivers.rooms.agreements.queries.changes import others_on
from jobunivers.rooms.agreements.queries.finding import parties_of

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
    """Tell who buys: what is sent the other kommuner, the firm's answer the one that leads."""
    change = Amendment.objects.filter(pk=told["event_data"]["change_id"]).first()
    if change is None:
        return
    agreement = Agreement.objects.get(pk=change.agreement_id)
    sent = change.state == ChangeState.SENT
    others = {one.kommune_id for one in others_on(agreement, change.from_on)}
    for pk in sorted(others if sent else {agreement.lead_id}):
        with working_for(pk):
            actions.tell_of_change(change=change, at=timezone.now())
