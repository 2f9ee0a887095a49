# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a month costs, line by line.

The order: flat price, citizens by band, acts; percent for effect and for ratings of these; then
the minimum, then the cap. The budget is of the agreement, not of a month: `within_budget`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum

from jobunivers.science.pricing.money import NOTHING, part, product, rounded, shared
from jobunivers.science.pricing.terms import (
    LEAST_RATINGS,
    Band,
    Flat,
    Ladder,
    Measure,
    Period,
    Span,
    Terms,
)

_MONTHS = {Period.MONTH: 1, Period.QUARTER: 3, Period.YEAR: 12}
ONE = Decimal(1)


class Kind(StrEnum):
    """What a line is for."""

    FLAT = "flat"
    CITIZENS = "citizens"
    ACTS = "acts"
    EFFECT = "effect"
    FEEDBACK = "feedback"
    MINIMUM = "minimum"
    CAP = "cap"
    BUDGET = "budget"


@dataclass(frozen=True, slots=True)
class Line:
    """An amount and why.

    Attributes:
        of: what tells it from others of its kind: the band's number, the act and its counting.
        amount: quantity times price in øre; below nothing where something is taken off.
        days, days_in_all: of a part of a period; 0, 0 where that plays no role.
    """

    kind: Kind
    quantity: Decimal
    price: Decimal
    amount: Decimal
    of: str = ""
    days: int = 0
    days_in_all: int = 0


def month_of(day: date) -> tuple[date, date]:
    """Return the first and the last day of a month."""
    first = day.replace(day=1)
    return first, _months_on(first, 1) - timedelta(days=1)


def priced(terms: Terms, span: Span, month: date, measure: Measure) -> list[Line]:
    """Return the lines of a month; none when the agreement does not hold on any day of it."""
    first, last = month_of(month)
    days, whole = span.days_in(first, last), (last - first).days + 1
    if not days:
        return []
    lines = [
        *(_flat(terms.flat, span, first, last) if terms.flat else ()),
        *_citizens(terms.bands, measure.active),
        *_acts(terms, measure),
    ]
    base = total(lines)
    if terms.effect is not None and measure.effect_low is not None:
        lines += _percent(Kind.EFFECT, terms.effect, measure.effect_low, base)
    if terms.feedback is not None and measure.ratings >= LEAST_RATINGS:
        mean = Decimal(measure.stars) / measure.ratings
        lines += _percent(Kind.FEEDBACK, terms.feedback, mean, base)
    lines += _minimum(terms.minimum, total(lines), days, whole)
    lines += _cap(terms.cap, total(lines), days, whole)
    return lines


def total(lines: Sequence[Line]) -> Decimal:
    """Return the sum of lines."""
    return sum((line.amount for line in lines), NOTHING)


def within_budget(budget: Decimal | None, owed: Decimal, billed: Decimal) -> Decimal:
    """Return what is billed now: what is owed in all, at most the budget, less what was billed.

    Nothing is lost and nothing comes twice: what did not fit is billed later should a correction
    make room, and only then.
    """
    most = owed if budget is None else min(owed, budget)
    return rounded(most - billed)


def split(lines: Sequence[Line], weights: Sequence[Decimal]) -> list[list[Line]]:
    """Return each kommune's part of the lines, by weights; each line's parts add up to it.

    A single kommune has the lines as they are.
    """
    if len(weights) == 1:
        return [list(lines)]
    parts: list[list[Line]] = [[] for _weight in weights]
    for line in lines:
        for mine, amount in zip(parts, shared(line.amount, weights), strict=True):
            mine.append(_alone(line, amount))
    return parts


def _alone(line: Line, amount: Decimal) -> Line:
    sign = -ONE if amount < 0 else ONE
    return Line(line.kind, sign, abs(amount), amount, line.of, line.days, line.days_in_all)


def single(kind: Kind, amount: Decimal, of: str = "") -> Line:
    """Return a line of one thing at an amount; what is taken off has a quantity of minus one."""
    sign = -ONE if amount < 0 else ONE
    return Line(kind, sign, abs(amount), amount, of)


def _months_on(first: date, months: int) -> date:
    number = first.year * 12 + first.month - 1 + months
    return date(number // 12, number % 12 + 1, 1)


def _flat(flat: Flat, span: Span, first: date, last: date) -> list[Line]:
    """Return a month's part of the period's amount, so that the months of a period add up."""
    size = _MONTHS[flat.period]
    begins = first.replace(month=(first.month - 1) // size * size + 1)
    ends = _months_on(begins, size) - timedelta(days=1)
    whole = (ends - begins).days + 1
    to_now = part(flat.amount, span.days_in(begins, last), whole)
    before = part(flat.amount, span.days_in(begins, first - timedelta(days=1)), whole)
    amount = to_now - before
    days = span.days_in(first, last)
    return [Line(Kind.FLAT, ONE, amount, amount, flat.period.value, days, whole)]


def _citizens(bands: Sequence[Band], active: int) -> list[Line]:
    lines, above = [], 0
    for number, band in enumerate(bands, start=1):
        top = active if band.up_to is None else min(active, band.up_to)
        if (inside := top - above) > 0:
            amount = product(Decimal(inside), band.price)
            lines.append(Line(Kind.CITIZENS, Decimal(inside), band.price, amount, of=str(number)))
            above = top
    return lines


def _acts(terms: Terms, measure: Measure) -> list[Line]:
    lines = []
    for one in terms.acts:
        if many := measure.acts.get((one.act, one.counting), 0):
            amount = product(Decimal(many), one.price)
            of = f"{one.act.value}:{one.counting.value}"
            lines.append(Line(Kind.ACTS, Decimal(many), one.price, amount, of=of))
    return lines


def _percent(kind: Kind, ladder: Ladder, value: Decimal, base: Decimal) -> list[Line]:
    percent = ladder.percent(value)
    amount = product(base, percent / 100)
    return [single(kind, amount, of=f"{percent.normalize():f}")] if amount else []


def _minimum(minimum: Decimal | None, sum_: Decimal, days: int, whole: int) -> list[Line]:
    if minimum is None or (least := part(minimum, days, whole)) <= sum_:
        return []
    return [single(Kind.MINIMUM, least - sum_)]


def _cap(cap: Decimal | None, sum_: Decimal, days: int, whole: int) -> list[Line]:
    if cap is None or (most := part(cap, days, whole)) >= sum_:
        return []
    return [single(Kind.CAP, most - sum_)]
