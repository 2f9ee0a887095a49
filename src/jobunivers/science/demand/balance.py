# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Whether a ratio of counts says anything: exact intervals, labels, trends.

Positions and people are counts of independent events (Poisson), so that, given their sum, one of
them is binomial: the exact (Clopper–Pearson) interval of its share is one of the ratio. Positions
come in bundles (an advertisement for twenty people is one event): they count as
(Σ positions)² / Σ positions² events.
"""

from functools import lru_cache

from scipy.special import betaincinv

from jobunivers.science.demand.data import (
    FEWEST,
    SHORTAGE_FROM,
    SURPLUS_TO,
    Balance,
    Label,
    Trend,
)

TAIL = 0.025


@lru_cache(maxsize=100_000)
def ratio_interval(events: float, people: int) -> tuple[float, float | None]:
    """Return the 95 % interval of events per person; None when it has no upper end.

    `events` need not be whole.
    """
    if not events and not people:
        return 0.0, None
    low = float(betaincinv(events, people + 1.0, TAIL)) if events else 0.0
    high = float(betaincinv(events + 1.0, people, 1.0 - TAIL)) if people else 1.0
    return low / (1.0 - low), high / (1.0 - high) if high < 1.0 else None


def balance(positions: int, squares: int, people: int, before: tuple[int, int] | None) -> Balance:
    """Return the balance of positions (`squares`: Σ positions² of vacancies) and people who fit.

    `before`: positions and their squares of an earlier day, for the trend.
    """
    bundle = squares / positions if positions else 1.0
    low, high = ratio_interval(positions / bundle, people)
    low, high = low * bundle, None if high is None else high * bundle
    told = people == 0 or people >= FEWEST
    return Balance(
        positions=positions,
        squares=squares,
        seekers=people if told else None,
        ratio=positions / people if people and told else None,
        low=low if told else 0.0,
        high=high if told else None,
        label=_label(low, high) if told else "uncertain",
        trend=_trend(positions, squares, before),
    )


def _label(low: float, high: float | None) -> Label:
    if low >= SHORTAGE_FROM:
        return "shortage"
    if high is not None and high <= SURPLUS_TO:
        return "surplus"
    if high is not None and low > SURPLUS_TO and high < SHORTAGE_FROM:
        return "balanced"
    return "uncertain"


def _trend(positions: int, squares: int, before: tuple[int, int] | None) -> Trend:
    """Return how open positions went, when the ratio's exact interval leaves out 1."""
    if before is None:
        return "new"
    earlier, earlier_squares = before
    both = positions + earlier
    bundle = (squares + earlier_squares) / both if both else 1.0
    now, then = positions / bundle, earlier / bundle
    if not now and not then:
        return "steady"
    low = float(betaincinv(now, then + 1.0, TAIL)) if now else 0.0
    high = float(betaincinv(now + 1.0, then, 1.0 - TAIL)) if then else 1.0
    half = 0.5
    return "rising" if low > half else "falling" if high < half else "steady"
