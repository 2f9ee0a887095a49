# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What was seen of people: who is known to have found work in time, and how much each tells.

Somebody last seen before the horizon tells nothing of it; those like her who were seen longer count
for her too (inverse probability of censoring). Whoever ended otherwise did not find work.
"""

from typing import NamedTuple

import numpy as np

from jobunivers.science.chances.data import STILL, WORK, Doubles, Histories, Ints
from jobunivers.science.shares import Z, wilson


class Estimate(NamedTuple):
    """A value and its 95 % interval."""

    value: float
    low: float
    high: float


class Outcome(NamedTuple):
    """For each: 1.0 work within the horizon, 0.0 not; and the weight, 0 when it is not known."""

    happened: Doubles
    weight: Doubles


def still_watched(times: Doubles, end: Ints) -> Doubles:
    """Return the chance of still being watched just before each one's own time: float64[n].

    The product-limit of the times at which watching stopped; ends count before it at equal times.
    """
    values, where = np.unique(times, return_inverse=True)
    stopped = np.bincount(where, end == STILL, len(values))
    ended = np.bincount(where, end != STILL, len(values))
    there = len(times) - np.concatenate([[0], np.cumsum(stopped + ended)[:-1]])
    left = np.cumprod(1 - stopped / np.maximum(there - ended, 1))
    before: Doubles = np.concatenate([[1.0], left[:-1]])[where]
    return before


def watched_after(times: Doubles, end: Ints, horizon: float) -> float:
    """Return the chance of being watched beyond the horizon."""
    values, where = np.unique(times, return_inverse=True)
    stopped = np.bincount(where, end == STILL, len(values))
    ended = np.bincount(where, end != STILL, len(values))
    there = len(times) - np.concatenate([[0], np.cumsum(stopped + ended)[:-1]])
    kept = 1 - stopped / np.maximum(there - ended, 1)
    return float(np.prod(kept[values <= horizon]))


def outcome(histories: Histories, horizon: float) -> Outcome:
    """Return who found work within so many weeks of when she was first seen."""
    times = histories.left - histories.entered
    over = (times <= horizon) & (histories.end != STILL)
    after = times > horizon
    before = np.maximum(still_watched(times, histories.end), 1e-6)
    beyond = max(watched_after(times, histories.end, horizon), 1e-6)
    weight = np.where(over, 1 / before, np.where(after, 1 / beyond, 0.0))
    happened = over & (histories.end == WORK)
    return Outcome(happened.astype(np.float64), weight)


def share(histories: Histories, horizon: float) -> Estimate:
    """Return the share who found work within so many weeks of when each was first seen.

    The Aalen–Johansen estimate with its variance, on the scale of log hazard; where nobody or
    everybody did, Wilson's interval for those who were watched for so long. NaN of nobody.
    """
    times = histories.left - histories.entered
    values, where = np.unique(times, return_inverse=True)
    many = len(values)
    work = np.bincount(where, histories.end == WORK, many)
    ended = np.bincount(where, histories.end != STILL, many)
    there = len(times) - np.concatenate([[0.0], np.cumsum(np.bincount(where, minlength=many))[:-1]])
    inside = values <= horizon
    work, ended, there = work[inside], ended[inside], there[inside]
    if not len(there):
        return Estimate(0.0 if len(times) else float("nan"), 0.0, 1.0)
    out = np.concatenate([[1.0], np.cumprod(1 - ended / there)[:-1]])
    grown = np.cumsum(out * work / there)
    value = float(grown[-1])
    rest = value - grown
    spread = float(
        (rest**2 * ended / (there * np.maximum(there - ended, 1.0))).sum()
        + (out**2 * (there - work) * work / there**3).sum()
        - 2 * (rest * out * work / there**2).sum()
    )
    if not 0 < value < 1 - 1e-9 or spread <= 0:
        share = min(value, 1.0)
        return Estimate(share, *wilson(share, float(there[-1])))
    half = Z * spread**0.5 / ((1 - value) * -np.log1p(-value))
    low, high = (-np.expm1(np.log1p(-value) * np.exp(sign * half)) for sign in (-1, 1))
    return Estimate(value, float(low), float(high))


def auc(chances: Doubles, seen: Outcome) -> Estimate:
    """Return how often who found work in time had the higher chance of the two (DeLong's interval).

    NaN when nobody did, or everybody.
    """
    yes = (seen.happened > 0) & (seen.weight > 0)
    no = (seen.happened == 0) & (seen.weight > 0)
    if not yes.any() or not no.any():
        return Estimate(float("nan"), 0.0, 1.0)
    above, above_weight = chances[yes], seen.weight[yes] / seen.weight[yes].sum()
    below, below_weight = chances[no], seen.weight[no] / seen.weight[no].sum()
    wins = _share_below(above, below, below_weight)
    losses = 1 - _share_below(below, above, above_weight)
    value = float(above_weight @ wins)
    error = np.sqrt(above_weight**2 @ (wins - value) ** 2 + below_weight**2 @ (losses - value) ** 2)
    return Estimate(value, value - Z * float(error), value + Z * float(error))


def _share_below(values: Doubles, others: Doubles, weight: Doubles) -> Doubles:
    """Return for each value the weight of the others below it, and half of those equal."""
    order = np.argsort(others)
    summed = np.concatenate([[0.0], np.cumsum(weight[order])])
    under = summed[np.searchsorted(others[order], values, side="left")]
    until = summed[np.searchsorted(others[order], values, side="right")]
    found: Doubles = (under + until) / 2
    return found


def concordance(chances: Doubles, histories: Histories) -> Estimate:
    """Return how often the one who found work sooner had the higher chance (Harrell's c).

    Times are from when each was first seen. Whoever ended otherwise never found work. The interval
    is that of a U-statistic. Time grows with the square of the people: some thousands at most.
    """
    times, work = histories.left - histories.entered, histories.end == WORK
    until = np.where(histories.end == STILL, times, np.where(work, times, np.inf))
    rows = np.flatnonzero(work)
    right, pairs = np.zeros(len(times)), np.zeros(len(times))
    for start in range(0, len(rows), 256):
        mine = rows[start : start + 256]
        later = (until[None, :] > times[mine, None]) | (
            (until[None, :] == times[mine, None]) & ~work[None, :]
        )
        ahead = chances[mine, None] - chances[None, :]
        won = later * ((ahead > 0) + 0.5 * (ahead == 0))
        right[mine] += won.sum(axis=1)
        pairs[mine] += later.sum(axis=1)
        right += won.sum(axis=0)
        pairs += later.sum(axis=0)
    total = pairs.sum() / 2
    if not total:
        return Estimate(float("nan"), 0.0, 1.0)
    value = float(right.sum() / 2 / total)
    half = Z * float(np.sqrt(((right - value * pairs) ** 2).sum()) / total)
    return Estimate(value, value - half, value + half)
