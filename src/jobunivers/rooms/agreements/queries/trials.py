# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the kommune's own last months would have cost by terms that are written down.

The months are counted when terms are written and at night (`actions.trying`); a page reads the
counts and puts prices on them, so that another price, or an assumed effect, costs no new count.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from jobunivers.foundation.ui.wording import number
from jobunivers.rooms.agreements.models import Agreement, Trial
from jobunivers.rooms.agreements.queries import words
from jobunivers.rooms.agreements.queries.billing import months_back
from jobunivers.rooms.agreements.queries.measures import (
    Counted,
    counted_of,
    effect_is_measured,
)
from jobunivers.rooms.agreements.queries.settled import left_out
from jobunivers.rooms.agreements.queries.words import kroner, line_words
from jobunivers.science.pricing import Line, Span, Terms, as_json, month_of, priced, total, vat

SIMULATED = 3
OWN_TERMS = 0
"""`Trial.amendment_id` of an agreement's own terms."""


@dataclass(frozen=True, slots=True)
class Simulated:
    """What a month would have cost."""

    month: date
    lines: Sequence[tuple[str, str, str, str]]  # what, quantity, price, amount
    net: str
    gross: str
    left: Sequence[tuple[str, int]]


@dataclass(frozen=True, slots=True)
class Tried:
    """The months that are counted, the latest last, and those that are still being counted."""

    counts: Mapping[date, Counted]
    waiting: Sequence[date]


def tried_months(on: date) -> list[date]:
    """Return the first days of the last whole months before a day."""
    return months_back(date(2000, 1, 1), on, SIMULATED)


def key_of(offers: Sequence[int], terms: Terms) -> str:
    """Return a digest of what a count depends on; prices are put on it afterwards."""
    told = {
        "offers": sorted(offers),
        "acts": sorted(f"{one.act}:{one.counting}" for one in terms.acts),
        "bands": bool(terms.bands),
        "effect": terms.effect is not None,
        "feedback": terms.feedback is not None,
        "guard": as_json(terms)["guard"],
    }
    return hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()


def tried(agreement: Agreement, terms: Terms, on: date, *, amendment_id: int = OWN_TERMS) -> Tried:
    """Return the counts of the kommune at work by these terms."""
    months = tried_months(on)
    rows = Trial.objects.filter(
        agreement_id=agreement.pk,
        amendment_id=amendment_id,
        month__in=months,
        key=key_of(agreement.offers, terms),
    )
    counts = {row.month: counted_of(row.told) for row in rows.order_by("month")}
    return Tried(counts, [day for day in months if day not in counts])


def cost(terms: Terms, month: date, counts: Counted, effect: Decimal | None = None) -> list[Line]:
    """Return the lines of a whole month; `effect` is assumed where one is given."""
    measure = counts.measure if effect is None else replace(counts.measure, effect_low=effect)
    return priced(terms, Span(*month_of(month)), month, measure)


def simulated(
    terms: Terms, counts: Mapping[date, Counted], effect: Decimal | None = None
) -> list[Simulated]:
    """Return what months would have cost the kommune alone, from its real acts, latest first."""
    found = []
    for month in sorted(counts, reverse=True):
        lines = cost(terms, month, counts[month], effect)
        net = total(lines)
        found.append(
            Simulated(
                month, [_shown(one) for one in lines], kroner(net), kroner(net + vat(net)),
                left_out(counts[month]),
            )
        )  # fmt: skip
    return found


def _shown(line: Line) -> tuple[str, str, str, str]:
    what = line_words(line.kind, line.of, days=line.days, days_in_all=line.days_in_all)
    return what, number(line.quantity), kroner(line.price), kroner(line.amount)


@dataclass(frozen=True, slots=True)
class Difference:
    """A month by the terms that hold and by other ones."""

    month: date
    now: str
    then: str
    difference: str


@dataclass(frozen=True, slots=True)
class Compared:
    """The months by both terms, and all together."""

    months: Sequence[Difference]
    whole: Difference | None


def compared(
    old: tuple[Terms, Mapping[date, Counted]],
    new: tuple[Terms, Mapping[date, Counted]],
    effect: Decimal | None = None,
) -> Compared:
    """Return the months that are counted by both terms."""
    months = sorted(set(old[1]) & set(new[1]), reverse=True)
    sums = [
        tuple(total(cost(terms, month, counts[month], effect)) for terms, counts in (old, new))
        for month in months
    ]
    found = [_difference(month, *both) for month, both in zip(months, sums, strict=True)]
    whole = None
    if months:
        first, second = (sum((one[i] for one in sums), Decimal(0)) for i in (0, 1))
        whole = _difference(months[0], first, second)
    return Compared(found, whole)


def _difference(month: date, now: Decimal, then: Decimal) -> Difference:
    sign = "+" if then > now else ""
    return Difference(month, kroner(now), kroner(then), f"{sign}{kroner(then - now)}")


@dataclass(frozen=True, slots=True)
class EffectStep:
    """What a step of the effect ladder would add to months, or take off."""

    reached: str
    percent: str
    amount: str


def effect_steps(terms: Terms, counts: Mapping[date, Counted]) -> list[EffectStep]:
    """Return what each step of the ladder would have moved in these months together.

    After the minimum and the cap, which may swallow a part of it.
    """
    if terms.effect is None or not counts:
        return []
    steps = sorted(terms.effect.steps, key=lambda one: one.least)
    lowest = steps[0].least - 1
    found = [words.effect_below(steps[0].least)] + [words.effect_from(one.least) for one in steps]
    values = [lowest, *(one.least for one in steps)]
    return [
        EffectStep(
            said,
            words.plain_number(terms.effect.percent(value)),
            kroner(
                sum((_moved(terms, month, counts[month], value) for month in counts), Decimal(0))
            ),
        )
        for said, value in zip(found, values, strict=True)
    ]


def _moved(terms: Terms, month: date, counts: Counted, effect: Decimal) -> Decimal:
    without = total(cost(replace(terms, effect=None), month, counts))
    return total(cost(terms, month, counts, effect)) - without


@dataclass(frozen=True, slots=True)
class EffectPart:
    """How the effect moves amounts.

    Attributes:
        measured: somebody measures it; else it moves nothing, whatever the terms say.
        steps: what each step would have moved in the months that are counted, `months` of them.
        assumed: an effect that the reader has written, to see what it would come to, in words;
            empty: none.
        months: the months with the assumed effect.
    """

    measured: bool
    steps: Sequence[EffectStep]
    counted: int
    assumed: str
    months: Sequence[Simulated]


def effect_part(
    terms: Terms, counts: Mapping[date, Counted], assumed: Decimal | None
) -> EffectPart | None:
    """Return what the effect would come to; None where the terms do not speak of it."""
    if terms.effect is None:
        return None
    return EffectPart(
        measured=effect_is_measured(),
        steps=effect_steps(terms, counts),
        counted=len(counts),
        assumed="" if assumed is None else words.plain_number(assumed),
        months=[] if assumed is None else simulated(terms, counts, assumed),
    )
