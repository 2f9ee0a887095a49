# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the worker does for this room."""

import contextlib
from datetime import datetime
from typing import Any

from django.utils import timezone
from procrastinate.contrib.django import app

from jobunivers.foundation.everywhere import FailedSomewhere, everywhere
from jobunivers.foundation.tenancy import working_for
from jobunivers.rooms.agreements import actions
from jobunivers.rooms.agreements.models import Agreement, Amendment, PriceRequest
from jobunivers.rooms.agreements.queries.finding import parties_of


@app.periodic(cron="20 4 * * *")
@app.task(queueing_lock="agreements.settle_months")
def settle_months(timestamp: int = 0) -> None:  # noqa: ARG001 - when it was due
    """Settle the months that are over, tell of budgets, end old proposals; safe to run twice.

    Two rounds: kommuner that share an agreement wait for each other's numbers in the first.
    """

    def settle() -> None:
        actions.lapse_changes(at=timezone.now())
        actions.lapse_requests(at=timezone.now())
        actions.settle_due(at=timezone.now())
        actions.try_all(at=timezone.now())

    # One that fails in the first round is tried in the second, with the others.
    with contextlib.suppress(FailedSomewhere):
        everywhere("settling", settle)
    everywhere("settling", settle)


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


@app.task
def tell_of_request(**told: Any) -> None:
    """Tell who buys that a firm asks for other prices; safe to run twice."""
    rows = PriceRequest.objects.select_related("agreement")
    request = rows.filter(pk=told["event_data"]["request_id"]).first()
    if request is not None:
        with working_for(request.agreement.lead_id):
            actions.tell_of_request(request=request, at=timezone.now())
