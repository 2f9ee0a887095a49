# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What spreading costs and what it gives, and the curve between the two."""

from collections.abc import Sequence
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
from jobunivers.science.spreading.prices import Prices, exposure, spread, total
from jobunivers.science.spreading.selection import Lists, select

OFTEN = 5


@dataclass(frozen=True, slots=True)
class Report:
    """Figures of the lists of one night; shares are 0 to 1.

    `mean_fit_kept`: Σ place weight × score, against the lists nobody spread. `of_best`: the same
    against the upper bound of what any lists within the caps can have (1 where none was given).
    `coverage_once`, `coverage_five`: open vacancies shown at least so often. `gini`: how unequal
    views per position are (0 equal). `over_cap`: openings above their cap. `price_share`: openings
    with a price. `empty`: places that could have been filled without caps and are not.
    """

    mean_fit_kept: float
    of_best: float
    coverage_once: float
    coverage_five: float
    gini: float
    over_cap: int
    price_share: float
    empty: float


@dataclass(frozen=True, slots=True)
class Point:
    """One point of the curve: capacities divided by `strength` (0: no cap at all)."""

    strength: float
    scale: float
    report: Report


def report(
    parts: Sequence[Candidates],
    chosen: Sequence[Lists],
    capacity: NDArray[np.float64],
    how: Spreading = DEFAULT,
    *,
    prices: Prices | None = None,
    positions: NDArray[np.int64] | None = None,
) -> Report:
    """Return the figures of the chosen lists of all parts."""
    openings, weights = len(capacity), how.weights()
    views, shown = np.zeros((2, openings), np.int64)
    fit = used = 0
    for part, lists in zip(parts, chosen, strict=True):
        more, place = kernel.count_lists(
            part.rows, part.scores, lists.places, weights, views, shown
        )
        fit, used = fit + int(more), used + int(place)
    free = np.zeros(openings, np.int32)
    top = total([exposure(part, free, how) for part in parts], openings)
    each = np.ones(openings) if positions is None else np.maximum(positions, 1).astype(np.float64)
    bound = prices.bound * UNIT * VIEW if prices else float(fit)
    return Report(
        mean_fit_kept=_share(fit, top.fit),
        of_best=_share(fit, bound),
        coverage_once=_share(int((shown > 0).sum()), openings),
        coverage_five=_share(int((shown >= OFTEN).sum()), openings),
        gini=gini(views / VIEW / each, each),
        over_cap=int((views > whole_views(capacity)).sum()),
        price_share=_share(int((prices.values > 0).sum()), openings) if prices else 0.0,
        empty=1.0 - _share(used, top.used),
    )


def tradeoff(
    parts: Sequence[Candidates],
    capacity: NDArray[np.float64],
    strengths: Sequence[float] = (0.0, 0.25, 0.5, 1.0, 2.0),
    how: Spreading = DEFAULT,
    *,
    positions: NDArray[np.int64] | None = None,
    threads: int = 2,
) -> list[Point]:
    """Return what each strength of the cap costs in fit and gives in coverage.

    Strength 1 is the capacity given, 2 half of it, 0.5 twice as much, 0 no cap.
    """
    points = []
    for strength in strengths:
        held = capacity / strength if strength > 0 else np.full(len(capacity), 1e12)
        prices = spread(parts, held, how, threads=threads)
        left, chosen = prices.capacity, []
        for part in parts:
            lists, left = select(part, prices.values, left, how)
            chosen.append(lists)
        figures = report(parts, chosen, prices.capacity, how, prices=prices, positions=positions)
        points.append(Point(strength, prices.scale, figures))
    return points


def gini(values: NDArray[np.float64], weights: NDArray[np.float64]) -> float:
    """Return how unequal the values are, 0 (all alike) to 1 (one has all), weighted."""
    if not len(values) or not (values * weights).sum():
        return 0.0
    order = np.argsort(values, kind="stable")
    people = np.concatenate([[0.0], np.cumsum(weights[order])]) / weights.sum()
    held = np.concatenate([[0.0], np.cumsum((values * weights)[order])])
    held /= held[-1]
    return float(max(0.0, 1.0 - (np.diff(people) * (held[1:] + held[:-1])).sum()))


def _share(part: float, whole: float) -> float:
    return float(part) / float(whole) if whole else 1.0
