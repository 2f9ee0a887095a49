# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a vendor is paid by: payment models as data."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum


class Act(StrEnum):
    """What can be paid for."""

    SHOWN = "shown"  # a click: the solution's page was opened
    STARTED = "started"
    COMPLETED = "completed"


class Counting(StrEnum):
    """How often one person's acts count."""

    EACH = "each"
    MONTHLY = "monthly"  # once per person and month
    ONCE = "once"  # once per person in the whole agreement


class Period(StrEnum):
    """What a flat price is for; a calendar month, quarter or year."""

    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Flat:
    """An amount per calendar period, whoever uses it; of a part of a period, by days."""

    amount: Decimal
    period: Period = Period.MONTH


@dataclass(frozen=True, slots=True)
class Band:
    """Citizens up to and with this number (None: all others), at a price each per month."""

    up_to: int | None
    price: Decimal


@dataclass(frozen=True, slots=True)
class PerAct:
    """A price for each act that counts."""

    act: Act
    price: Decimal
    counting: Counting = Counting.EACH


@dataclass(frozen=True, slots=True)
class Step:
    """From this value up, so many percent are added (below nothing: taken off)."""

    least: Decimal
    percent: Decimal


@dataclass(frozen=True, slots=True)
class Ladder:
    """Percent by a value: the highest step that the value reaches; `below`: it reaches none."""

    steps: tuple[Step, ...]
    below: Decimal = Decimal(0)

    def percent(self, value: Decimal) -> Decimal:
        """Return the percent for a value."""
        reached = [step for step in self.steps if value >= step.least]
        return max(reached, key=lambda step: step.least).percent if reached else self.below


@dataclass(frozen=True, slots=True)
class Guard:
    """What counts as the same person again, and as no person at all.

    Attributes:
        window_minutes: the same act of the same person on the same solution within so many
            minutes of the one before is left out.
        most_a_minute, most_a_day: a person with more acts than this is taken for a robot: the
            acts of that minute, or of that day, are left out.
    """

    window_minutes: int = 30
    most_a_minute: int = 20
    most_a_day: int = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """The payment model of an agreement; what is not used is None or empty.

    Attributes:
        bands: prices per active citizen and month, each band for the citizens in it (marginal).
        effect, feedback: percent by the lower bound of the measured effect, by the mean rating.
        minimum, cap: of a whole month, for all kommuner together; of a part, by days.
        budget: of the whole agreement, for all kommuner together.
    """

    flat: Flat | None = None
    bands: tuple[Band, ...] = ()
    acts: tuple[PerAct, ...] = ()
    effect: Ladder | None = None
    feedback: Ladder | None = None
    minimum: Decimal | None = None
    cap: Decimal | None = None
    budget: Decimal | None = None
    guard: Guard = field(default_factory=Guard)


@dataclass(frozen=True, slots=True)
class Span:
    """The days an agreement holds, both in it; `last` None: until it is ended."""

    first: date
    last: date | None = None

    def days_in(self, first: date, last: date) -> int:
        """Return how many days of a period, both ends in it, the agreement holds."""
        begins = max(self.first, first)
        ends = last if self.last is None else min(self.last, last)
        return max(0, (ends - begins).days + 1)


@dataclass(frozen=True, slots=True)
class Measure:
    """What was counted in a month.

    Attributes:
        active: citizens who began something that counts.
        acts: by act and how it is counted, how many count.
        effect_low: the lower bound of the effect, None: not known.
        ratings, stars: how many ratings count and their sum; `LEAST_RATINGS` are needed.
    """

    active: int = 0
    acts: dict[tuple[Act, Counting], int] = field(default_factory=dict)
    effect_low: Decimal | None = None
    ratings: int = 0
    stars: int = 0

    def __add__(self, other: "Measure") -> "Measure":
        """Return the measure of two kommuner together; a citizen is in one of them."""
        acts = dict(self.acts)
        for key, many in other.acts.items():
            acts[key] = acts.get(key, 0) + many
        lows = [one for one in (self.effect_low, other.effect_low) if one is not None]
        return Measure(
            active=self.active + other.active,
            acts=acts,
            effect_low=min(lows) if lows else None,
            ratings=self.ratings + other.ratings,
            stars=self.stars + other.stars,
        )


LEAST_RATINGS = 10
"""So many ratings before their mean moves an amount."""
