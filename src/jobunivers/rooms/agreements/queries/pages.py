# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the pages show."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal

from django.utils import timezone

from jobunivers.foundation.tenancy import current_municipality_id
from jobunivers.foundation.ui.wording import kommune, number
from jobunivers.rooms.agreements.models import (
    Agreement,
    Bill,
    Party,
    Settlement,
    State,
)
from jobunivers.rooms.agreements.queries import words
from jobunivers.rooms.agreements.queries.billing import months_back
from jobunivers.rooms.agreements.queries.finding import (
    offers_of,
    ours,
    parties_of,
    terms_in,
    terms_of_all,
    terms_rows,
)
from jobunivers.rooms.agreements.queries.measures import counted_month
from jobunivers.rooms.agreements.queries.settled import left_out
from jobunivers.rooms.agreements.queries.words import kroner, line_words
from jobunivers.rooms.marketplace.queries import Offer
from jobunivers.science.pricing import (
    Line,
    Span,
    Terms,
    month_of,
    priced,
    total,
    vat,
)

SIMULATED = 3
NEAR, FULL = 80, 100


@dataclass(frozen=True, slots=True)
class Budget:
    """How much of a budget is used, and when it will be with the use so far (None: not)."""

    whole: Decimal
    used: Decimal
    percent: int
    runs_out: date | None

    @property
    def near(self) -> bool:
        """Say whether it is time to look at it."""
        return self.percent >= NEAR

    @property
    def full(self) -> bool:
        """Say whether it is used up."""
        return self.percent >= FULL


@dataclass(frozen=True, slots=True)
class Simulated:
    """What a month would have cost."""

    month: date
    lines: Sequence[tuple[str, str, str, str]]  # what, quantity, price, amount
    net: str
    gross: str
    left: Sequence[tuple[str, int]]


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementPage:
    """One agreement; `simulated`: before it is signed."""

    agreement: Agreement
    state: str
    leads: bool
    mine: Party | None
    offers: Sequence[Offer]
    model: Sequence[str]
    parties: Sequence[tuple[str, Party, str]]
    sharing: str
    budget: Budget | None
    simulated: Sequence[Simulated]
    settlements: Sequence[tuple[Settlement, str, str]]
    due: date | None


def agreements_page(at: datetime) -> list[tuple[Agreement, str, Budget | None]]:
    """Return the kommune's agreements with their state and budget."""
    on = timezone.localdate(at)
    rows = list(ours())
    used = _used([one.pk for one in rows])
    said = terms_of_all(rows)
    found = []
    for one in rows:
        terms = terms_in(said[one.pk], max(on, one.first_on))
        found.append((one, str(words.STATES[one.state]), _budget(one, terms, used[one.pk])))
    return found


def _used(ids: Sequence[int]) -> dict[int, list[Bill]]:
    found: dict[int, list[Bill]] = {pk: [] for pk in ids}
    for bill in Bill.objects.filter(agreement_id__in=ids).order_by("month"):
        found[bill.agreement_id].append(bill)
    return found


def budget_of(agreement: Agreement, at: datetime) -> Budget | None:
    """Return how an agreement's budget stands."""
    on = max(timezone.localdate(at), agreement.first_on)
    return _budget(
        agreement, terms_in(terms_rows(agreement), on), _used([agreement.pk])[agreement.pk]
    )


def _budget(agreement: Agreement, terms: Terms | None, bills: Sequence[Bill]) -> Budget | None:
    if terms is None or not terms.budget:
        return None
    used = sum((one.net for one in bills), Decimal(0))
    runs_out = None
    if bills and used > 0:
        # As much each month as in those so far.
        left = int((terms.budget - used) / (used / len(bills)))
        day = bills[-1].month
        for _month in range(min(left, 600) + 1):
            day = month_of(day)[1] + timedelta(days=1)
        if agreement.last_on is None or day <= agreement.last_on:
            runs_out = day
    return Budget(terms.budget, used, int(used * 100 / terms.budget), runs_out)


def agreement_page(agreement: Agreement, at: datetime) -> AgreementPage:
    """Return one agreement with what it would have cost and what it came to."""
    on = timezone.localdate(at)
    rows, parties = terms_rows(agreement), parties_of(agreement)
    terms = terms_in(rows, max(on, agreement.first_on)) or Terms()
    me = current_municipality_id()
    settled = Settlement.objects.filter(agreement_id=agreement.pk).order_by("-month")
    bills = _used([agreement.pk])[agreement.pk]
    whole = sum((one.weight for one in parties), Decimal(0))
    return AgreementPage(
        agreement=agreement,
        state=str(words.STATES[agreement.state]),
        leads=agreement.lead_id == me,
        mine=next((one for one in parties if one.kommune_id == me), None),
        offers=offers_of(agreement),
        model=words.model_words(terms),
        parties=[
            (kommune(one.kommune.name), one, number(one.weight * 100 / whole, 1) if whole else "")
            for one in parties
        ],
        sharing=str(words.SHARING[agreement.sharing]),
        budget=_budget(agreement, terms, bills),
        simulated=simulated(agreement, terms, on) if agreement.state == State.DRAFT else [],
        settlements=[(one, str(words.STEPS[one.state]), kroner(one.gross)) for one in settled],
        due=_due(agreement, bills, on),
    )


def _due(agreement: Agreement, bills: Sequence[Bill], on: date) -> date | None:
    """Return the month to settle next, when it is over."""
    if agreement.state == State.DRAFT:
        return None
    day = month_of(bills[-1].month)[1] + timedelta(days=1) if bills else agreement.first_on
    past = agreement.last_on is not None and day > agreement.last_on
    return None if past or month_of(day)[1] >= on else day.replace(day=1)


def due_month(agreement: Agreement, at: datetime) -> date | None:
    """Return the month to settle next, when it is over."""
    return _due(agreement, _used([agreement.pk])[agreement.pk], timezone.localdate(at))


def simulated(agreement: Agreement, terms: Terms, on: date) -> list[Simulated]:
    """Return what the last whole months would have cost the kommune alone, from its real acts."""
    found = []
    for month in months_back(date(2000, 1, 1), on, SIMULATED):
        first, last = month_of(month)
        span = Span(first, last)
        counts = counted_month(agreement, terms, span, month)
        lines = priced(terms, span, month, counts.measure)
        net = total(lines)
        found.append(
            Simulated(
                month, [_shown(one) for one in lines], kroner(net), kroner(net + vat(net)),
                left_out(counts),
            )
        )  # fmt: skip
    return found


def _shown(line: Line) -> tuple[str, str, str, str]:
    what = line_words(line.kind, line.of, days=line.days, days_in_all=line.days_in_all)
    return what, number(line.quantity), kroner(line.price), kroner(line.amount)
