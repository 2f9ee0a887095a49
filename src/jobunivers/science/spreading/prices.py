# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Prices of crowded openings: the dual of "the best fit for all, and no opening over its cap".

At given prices everybody's best list is her best candidates by score − price; the excess of views
over capacity is the slope of the dual. A price moves by its own step times log(views / capacity);
a step grows while the excess keeps its sign and is halved when it changes (Rprop). The prices with
the lowest dual value are kept: it is a proof, as no lists within the caps can fit better.
"""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from jobunivers.science.spreading import kernel
from jobunivers.science.spreading.candidates import (
    DEFAULT,
    UNIT,
    VIEW,
    Candidates,
    Spreading,
    whole_views,
)

GROWS, SHRINKS = 1.3, 0.5
STEEPEST = 1.0
"""A price moves by at most its step: no more for ten times too many views than for e times."""

WORTH_A_THREAD = 2_000


@dataclass(frozen=True, slots=True)
class Exposure:
    """What lists show: `views` int64[n] in 1/65,536, their fit and the place they use.

    Exposures of parts computed anywhere are added with `+`; the sum is exact in any order.
    """

    views: NDArray[np.int64]
    fit: int
    used: int

    def __add__(self, other: "Exposure") -> "Exposure":
        return Exposure(self.views + other.views, self.fit + other.fit, self.used + other.used)

    @property
    def weighted(self) -> NDArray[np.float64]:
        """Return the views of each opening as plain numbers: float64[n]."""
        return self.views / VIEW


@dataclass(frozen=True, slots=True)
class State:
    """Where the ascent is: prices (with their fractions), steps, signs of the last excess."""

    prices: NDArray[np.float64]
    steps: NDArray[np.float64]
    signs: NDArray[np.int8]

    def values(self) -> NDArray[np.int32]:
        """Return the prices of this round in whole units."""
        return np.rint(self.prices).astype(np.int32)


@dataclass(frozen=True, slots=True)
class Round:
    """One round: an upper bound of the fit, and what the lists at its prices do to the caps."""

    bound: float
    fit: float
    over_cap: int
    worst: float


@dataclass(frozen=True, slots=True)
class Prices:
    """The prices, `values` int32[n], the rounds it took, and how they went.

    `bound` is the highest fit (in scores × views) that any lists within the caps can have.
    `scale` is above 1 when the openings together cannot hold the lists: capacities were scaled
    by it, and `capacity` is what was used.
    """

    values: NDArray[np.int32]
    rounds: int
    history: tuple[Round, ...]
    bound: float
    scale: float
    capacity: NDArray[np.float64]


def exposure(
    part: Candidates,
    prices: NDArray[np.int32],
    how: Spreading = DEFAULT,
    *,
    threads: int = 2,
) -> Exposure:
    """Return what everybody's best list at these prices shows; needs nothing of other parts."""
    weights = how.weights()

    def piece(start: int, end: int) -> Exposure:
        views = np.zeros(len(prices), np.int64)
        rows, scores = part.rows[start:end], part.scores[start:end]
        fit, used = kernel.add_views(rows, scores, prices, weights, views)
        return Exposure(views, int(fit), int(used))

    many = len(part.rows)
    if threads == 1 or many < WORTH_A_THREAD:
        return piece(0, many)
    edges = np.linspace(0, many, threads + 1).astype(int)
    with ThreadPoolExecutor(len(edges)) as pool:
        pieces = list(pool.map(piece, edges[:-1], edges[1:]))
    return total(pieces, len(prices))


def total(pieces: Sequence[Exposure], openings: int) -> Exposure:
    """Return the sum of the pieces, in any order the same."""
    return sum(pieces, Exposure(np.zeros(openings, np.int64), 0, 0))


def first_state(
    openings: int, how: Spreading = DEFAULT, known: NDArray[np.int32] | None = None
) -> State:
    """Return where the ascent begins: at no prices, or at those of the night before."""
    prices = np.zeros(openings) if known is None else known.astype(np.float64)
    if len(prices) != openings or (prices < 0).any():
        raise ValueError("Known prices are 0 or more, one for each opening")
    step = how.first_step if known is None else how.known_step
    # An opening that is new since last night must be able to find its price as in a first night.
    steps = np.where(prices > 0, float(step), float(how.first_step))
    return State(prices, steps, np.zeros(openings, np.int8))


def next_prices(state: State, shown: Exposure, capacity: NDArray[np.float64]) -> State:
    """Return the prices of the next round, from what all parts together show at these."""
    caps = whole_views(capacity)
    # One view more on both sides: a few views over a tiny cap are no reason for a leap.
    slope = np.clip(np.log((shown.views + VIEW) / (caps + VIEW)), -STEEPEST, STEEPEST)
    signs = np.sign(slope).astype(np.int8)
    turned = signs * state.signs
    steps = np.where(turned > 0, state.steps * GROWS, state.steps)
    steps = np.clip(np.where(turned < 0, steps * SHRINKS, steps), 1.0, UNIT / 4)
    return State(np.clip(state.prices + steps * slope, 0.0, UNIT), steps, signs)


def spread(
    parts: Sequence[Candidates],
    capacity: NDArray[np.float64],
    how: Spreading = DEFAULT,
    *,
    known: NDArray[np.int32] | None = None,
    threads: int = 2,
) -> Prices:
    """Return the prices at which no opening is more crowded than it can hold, as near as can be.

    `capacity` float64[n] in views (see `capacity_of`). Neither the order of parts nor that of the
    people in them changes a price. Openings that are not crowded cost 0.
    """
    scale = scale_of(parts, capacity, how)
    scaled = capacity * scale
    caps = whole_views(scaled)
    if known is not None and len(known) == len(caps):
        known = np.where(crowdable(parts, caps, how), known, 0).astype(np.int32)
    state, history = first_state(len(capacity), how, known), list[Round]()
    best, lowest = state.values(), None
    for _ in range(how.rounds):
        values = state.values()
        pieces = [exposure(part, values, how, threads=threads) for part in parts]
        shown = total(pieces, len(capacity))
        bound = shown.fit - int(values.astype(np.int64) @ (shown.views - caps))
        if lowest is None or bound < lowest:
            best, lowest = values, bound
        history.append(_round(shown, caps, bound))
        if not values.any() and (shown.views <= caps).all():
            break
        state = next_prices(state, shown, scaled)
    bound = 0 if lowest is None else lowest
    return Prices(best, len(history), tuple(history), bound / VIEW / UNIT, scale, scaled)


def crowdable(
    parts: Sequence[Candidates], caps: NDArray[np.int64], how: Spreading = DEFAULT
) -> NDArray[np.bool_]:
    """Return which openings would pass their cap if all who may see them saw them first."""
    people = np.zeros(len(caps), np.int64)
    for part in parts:
        people += np.bincount(part.rows[part.rows >= 0], minlength=len(caps))
    crowded: NDArray[np.bool_] = people * how.weights()[0] > caps
    return crowded


def scale_of(
    parts: Sequence[Candidates], capacity: NDArray[np.float64], how: Spreading = DEFAULT
) -> float:
    """Return 1, or what capacities must be multiplied by to hold all lists together."""
    reach = np.concatenate([[0], np.cumsum(how.weights())])
    asked = 0
    for part in parts:
        filled = np.minimum((part.rows >= 0).sum(axis=1), how.list_length)
        asked += int(reach[filled].sum())
    held = float(whole_views(capacity).sum())
    if asked and not held:
        raise ValueError("No opening can hold anything")
    return max(1.0, asked / held) if asked else 1.0


def _round(shown: Exposure, caps: NDArray[np.int64], bound: int) -> Round:
    over = shown.views > caps
    worst = float((shown.views[over] / np.maximum(caps[over], 1)).max()) if over.any() else 1.0
    return Round(bound / VIEW / UNIT, shown.fit / VIEW / UNIT, int(over.sum()), worst)
