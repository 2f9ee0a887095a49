# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What an agreement costs all its kommuner for a month, from what each has counted."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from jobunivers.rooms.agreements.models import (
    Agreement,
    AgreementTerms,
    Bill,
    MonthCount,
    Party,
    Sharing,
)
from jobunivers.rooms.agreements.queries.finding import party_span, span_of, terms_in
from jobunivers.rooms.agreements.queries.measures import Counted, counted_of
from jobunivers.science.pricing import (
    Kind,
    Line,
    Measure,
    Terms,
    month_of,
    priced,
    single,
    total,
    within_budget,
)

OPEN_MONTHS = 3
"""So many months back are counted anew, and put right."""


@dataclass(frozen=True, slots=True)
class Billed:
    """A line of a bill: for which month, and whether it puts an earlier one right."""

    line: Line
    month: date
    correction: bool = False

    def as_json(self) -> dict[str, Any]:
        """Return it as it is kept."""
        return line_json(self.line) | {
            "month": self.month.isoformat(),
            "correction": self.correction,
        }


def billed_of(told: Mapping[str, Any]) -> Billed:
    """Return a line that was kept."""
    return Billed(line_of(told), date.fromisoformat(told["month"]), told["correction"])


def line_json(line: Line) -> dict[str, Any]:
    """Return a line of a price as it is kept."""
    return {
        "kind": line.kind.value,
        "quantity": str(line.quantity),
        "price": str(line.price),
        "amount": str(line.amount),
        "of": line.of,
        "days": line.days,
        "days_in_all": line.days_in_all,
    }


def line_of(told: Mapping[str, Any]) -> Line:
    """Return a line that was kept."""
    return Line(
        Kind(told["kind"]),
        Decimal(told["quantity"]),
        Decimal(told["price"]),
        Decimal(told["amount"]),
        told["of"],
        told["days"],
        told["days_in_all"],
    )


def months_back(first: date, month: date, most: int) -> list[date]:
    """Return the first days of up to `most` months before a month, none before `first`."""
    found: list[date] = []
    day = month.replace(day=1)
    for _each in range(most):
        day = (day.replace(year=day.year - 1, month=12) if day.month == 1
               else day.replace(month=day.month - 1))  # fmt: skip
        if day < first.replace(day=1):
            break
        found.append(day)
    return found[::-1]


def latest_counts(agreement_id: int, months: Sequence[date]) -> dict[date, dict[str, Counted]]:
    """Return the last count of each month and kommune."""
    rows = MonthCount.objects.filter(agreement_id=agreement_id, month__in=months).order_by("pk")
    found: dict[date, dict[str, Counted]] = {}
    for row in rows:
        found.setdefault(row.month, {})[row.municipality_code] = counted_of(row.told)
    return found


def together(counts: Mapping[str, Counted]) -> Measure:
    """Return what all kommuner counted together."""
    return sum((one.measure for one in counts.values()), Measure())


def missing_codes(agreement: Agreement, parties: Sequence[Party], month: date) -> list[str]:
    """Return the codes of kommuner that have not counted a month they are parties in."""
    counts = latest_counts(agreement.pk, [month]).get(month, {})
    return [one.kommune.code for one in in_month(agreement, parties, month)
            if one.kommune.code not in counts]  # fmt: skip


def in_month(agreement: Agreement, parties: Sequence[Party], month: date) -> list[Party]:
    """Return the parties of a month, on a day of it at least.

    After the last day of the agreement they are those of its last month: what is put right of it
    comes to them.
    """
    first, last = _held(agreement, month)
    return [one for one in parties if party_span(agreement, one).days_in(first, last)]


def _held(agreement: Agreement, month: date) -> tuple[date, date]:
    """Return the first and last day of a month, or of the last one in which the agreement held."""
    held = month if agreement.last_on is None else min(month, agreement.last_on)
    return month_of(held)


def bill_lines(
    *,
    terms: Terms,
    owed_before: Mapping[date, Sequence[Line]],
    owed_now: Mapping[date, Sequence[Line]],
    month: date,
    billed_before: Decimal,
) -> list[Billed]:
    """Return what is billed now: the month, what is put right of earlier ones, the budget.

    Args:
        terms: what the budget is.
        owed_before: the lines of earlier months as they were known when last billed.
        owed_now: the lines of every month as now known, this one among them.
        month: the one billed.
        billed_before: the sum of all bills so far.
    """
    lines = [Billed(one, month) for one in owed_now.get(month, ())]
    for earlier in sorted(day for day in owed_now if day < month):
        lines += [
            Billed(one, earlier, correction=True)
            for one in _differences(owed_before.get(earlier, ()), owed_now[earlier])
        ]
    owed = sum((total(some) for some in owed_now.values()), Decimal(0))
    now = within_budget(terms.budget, owed, billed_before)
    if rest := now - total([one.line for one in lines]):
        lines.append(Billed(single(Kind.BUDGET, rest), month))
    return lines


def _differences(before: Sequence[Line], now: Sequence[Line]) -> list[Line]:
    sums: dict[tuple[Kind, str], Decimal] = {}
    for line in now:
        sums[line.kind, line.of] = sums.get((line.kind, line.of), Decimal(0)) + line.amount
    for line in before:
        sums[line.kind, line.of] = sums.get((line.kind, line.of), Decimal(0)) - line.amount
    return [single(kind, amount, of) for (kind, of), amount in sums.items() if amount]


def owed_of(bill: Bill | None) -> dict[date, list[Line]]:
    """Return the lines of each month as a bill knew them."""
    if bill is None:
        return {}
    return {
        date.fromisoformat(day): [line_of(one) for one in lines] for day, lines in bill.owed.items()
    }


def owed_now(
    agreement: Agreement, rows: Sequence[AgreementTerms], months: Sequence[date]
) -> dict[date, list[Line]]:
    """Return the lines of months from the last counts."""
    counts = latest_counts(agreement.pk, months)
    span = span_of(agreement)
    found = {}
    for day in months:
        terms = terms_in(rows, day)
        if terms is not None and (measure := together(counts.get(day, {}))) is not None:
            found[day] = priced(terms, span, day, measure)
    return found


def shares_of(agreement: Agreement, parties: Sequence[Party], month: date) -> dict[str, Decimal]:
    """Return the weight of each kommune of a month; a part of a month counts by its days.

    By use, a kommune's weight is what its citizens' acts that count are; where nobody has used
    anything, the weights that were agreed count instead.
    """
    first, last = _held(agreement, month)
    month = first
    here = in_month(agreement, parties, month)
    days = {one.kommune.code: party_span(agreement, one).days_in(first, last) for one in here}
    if agreement.sharing == Sharing.USE:
        counts = latest_counts(agreement.pk, [month.replace(day=1)]).get(month.replace(day=1), {})
        used = {
            code: Decimal(_used(counts[code].measure)) if code in counts else Decimal(0)
            for code in days
        }
        if sum(used.values()):
            return used
    weights = {one.kommune.code: one.weight * days[one.kommune.code] for one in here}
    if not sum(weights.values()):
        return {code: Decimal(many) for code, many in days.items()}
    return weights


def _used(measure: Measure) -> int:
    return sum(measure.acts.values()) or measure.active
