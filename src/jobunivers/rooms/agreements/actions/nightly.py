# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is done by itself each night: months that are over are settled, budgets are told of."""

from datetime import datetime

from jobunivers.foundation.events import actions as events
from jobunivers.foundation.notices import actions as notices
from jobunivers.foundation.notices.actions import Wanted
from jobunivers.foundation.tenancy import current_municipality_id
from jobunivers.identity import queries as identity
from jobunivers.identity.models import Role
from jobunivers.rooms.agreements.actions.settling import NotCounted, WrongStep, settle
from jobunivers.rooms.agreements.models import Agreement, Bill, Settlement, State
from jobunivers.rooms.agreements.queries.finding import ours
from jobunivers.rooms.agreements.queries.pages import FULL, NEAR, budget_of, due_month, late_month
from jobunivers.rooms.agreements.queries.told import BUDGET

_MOST_MONTHS = 24


def settle_due(*, at: datetime) -> int:
    """Settle every month that is over for the kommune at work; return how many are new."""
    made = 0
    for agreement in ours().exclude(state=State.DRAFT):
        for _month in range(_MOST_MONTHS):
            month = due_month(agreement, at) or late_month(agreement, at)
            if month is None:
                break
            try:
                made += settle(agreement=agreement, month=month, at=at) is not None
            except (NotCounted, WrongStep):
                break
        _take_own(agreement, at=at)
        warn(agreement=agreement, at=at)
    return made


def _take_own(agreement: Agreement, *, at: datetime) -> None:
    """Take the kommune's part of months that another kommune has billed."""
    done = Settlement.objects.filter(agreement_id=agreement.pk).values_list("month", flat=True)
    rows = Bill.objects.filter(agreement_id=agreement.pk).exclude(month__in=list(done))
    for month in rows.order_by("month").values_list("month", flat=True):
        settle(agreement=agreement, month=month, at=at)


def warn(*, agreement: Agreement, at: datetime) -> int:
    """Tell who buys that 80 or 100 percent of a budget is used, once each."""
    budget = budget_of(agreement, at)
    reached = 0 if budget is None else max((one for one in (NEAR, FULL) if budget.percent >= one),
                                           default=0)  # fmt: skip
    if not reached:
        return 0
    if Agreement.objects.filter(pk=agreement.pk, warned__lt=reached).update(warned=reached):
        data = {"agreement_id": agreement.pk, "percent": reached}
        events.record("agreements.budget_reached", at=at, data=data)
    wanted = [
        Wanted(
            person_id=person.pk,
            kind=BUDGET,
            path=f"administration/aftaler/{agreement.pk}/",
            data={"title": agreement.title, "percent": reached},
            key=f"{BUDGET}:{agreement.pk}:{reached}:{current_municipality_id()}",
        )
        for person in identity.staff(roles=[Role.ADMINISTRATOR, Role.MANAGER])
    ]
    return len(notices.notify_many(wanted, at=at))
