# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Weights of the parts learned from deliberate acts; a proposal with its figures, nothing more.

Each act on i beside each other thing j of the list is a pair; the loss is
log(1 + exp(−u·(vᵢ − vⱼ))), and the pair weighs 1/θ of i's place: what stood low and was acted on
all the same speaks for all that were not looked at. So the sum is, in the mean, what it would be
had she looked everywhere. All weights are ≥ 0, so that more of anything never lowers a score; they
are u scaled to sum 1. A prior holds them at the present weights until enough acts have said
otherwise.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import optimize

from jobunivers.science.counterfactual.exploration import EMPTY
from jobunivers.science.counterfactual.logs import Logs, by_person

Floats = NDArray[np.float64]
Z = 1.959964
HELD_OUT = 5
"""Every fifth person is kept for judging."""
STRONGEST = 20.0
"""An act counts for at most so many; the little bias buys a lot of calm."""


@dataclass(frozen=True, slots=True)
class Learned:
    """Proposed weights and what is known about them.

    `before` and `after`: the share of pairs (weighted) that the present and the proposed weights
    put in the right order, among the people who were held out; `gain` is the difference and
    `interval` its 95 % interval. `worth_trying` says that the interval lies above 0.
    """

    weights: Floats
    start: Floats
    sharpness: float
    acts: int
    before: float
    after: float
    gain: float
    interval: tuple[float, float]

    @property
    def worth_trying(self) -> bool:
        """Return whether the proposal is better than the present beyond doubt (95 %)."""
        return self.interval[0] > 0


@dataclass(frozen=True, slots=True)
class _Pairs:
    """Differences of parts float64[a, N, P] of acts and others, weights [a, N], and whose."""

    differences: Floats
    weights: Floats
    people: NDArray[np.int64]


def learn_weights(
    logs: Logs,
    parts: NDArray[np.float32],
    start: Floats,
    bias: Floats,
    *,
    trust: float = 0.05,
) -> Learned:
    """Return weights that put first what people act on, near `start` where they say little.

    `parts` float[L, N, P] are the values (0 to 1) of what was shown, `start` float[P] the present
    weights (their mean over boldness), `bias` that of `position_bias`. `trust`: how far from the
    present a weight may well lie before anybody has acted (standard deviation of the prior);
    smaller is slower to learn. Nothing is put into use.
    """
    if parts.shape[:2] != logs.ranks.shape or parts.shape[2:] != start.shape:
        raise ValueError("Parts must be given for each thing shown, one for each weight")
    if (start < 0).any() or not start.sum() > 0:
        raise ValueError("The present weights are 0 or more, and not all 0")
    present = start / start.sum()
    pairs = _pairs(logs, parts, bias)
    if not len(pairs.people):
        raise ValueError("Without a single act nothing can be learned about weights")
    judges = pairs.people % HELD_OUT == 0
    trial, _ = _fit(_some(pairs, ~judges), present, trust)
    judged = _some(pairs, judges)
    before, after, gain, half = _judged(judged, present, trial)
    weights, sharpness = _fit(pairs, present, trust)
    interval = (gain - half, gain + half)
    acts = len(pairs.people)
    return Learned(weights, present, sharpness, acts, before, after, gain, interval)


def _pairs(logs: Logs, parts: NDArray[np.float32], bias: Floats) -> _Pairs:
    lists, places = np.nonzero(logs.acts)
    others = logs.ranks[lists] != EMPTY
    others[np.arange(len(lists)), places] = False
    each = np.minimum(1.0 / bias[places], STRONGEST)
    beside = np.maximum(others.sum(axis=1), 1)
    weights = others * (each / beside)[:, None]
    here = parts[lists].astype(np.float64)
    differences = here[np.arange(len(lists)), places][:, None, :] - here
    _, whose = np.unique(logs.people, return_inverse=True)
    return _Pairs(differences, weights, whose[lists])


def _some(pairs: _Pairs, which: NDArray[np.bool_]) -> _Pairs:
    return _Pairs(pairs.differences[which], pairs.weights[which], pairs.people[which])


def _fit(pairs: _Pairs, present: Floats, trust: float) -> tuple[Floats, float]:
    """Return weights that sum to 1, and how sharply they divide (u = sharpness × weights)."""
    whole = max(float(pairs.weights.sum()), 1e-12)
    each = pairs.weights.sum(axis=1)
    # Acts that count for many tell less than as many acts: what they are worth together.
    acts = max(whole**2 / max(float((each**2).sum()), 1e-12), 1e-12)
    held = 1.0 / (acts * trust**2)

    def loss(u: Floats) -> tuple[float, Floats]:
        margin = pairs.differences @ u
        cost = float((pairs.weights * np.logaddexp(0.0, -margin)).sum()) / whole
        pull = -pairs.weights / (1.0 + np.exp(np.clip(margin, -500, 500)))
        slope = np.tensordot(pull, pairs.differences, 2) / whole
        size = max(float(u.sum()), 1e-9)
        away = u / size - present
        cost += 0.5 * held * float(away @ away)
        slope += held * (away - float(away @ u) / size) / size
        return cost, slope

    limits = [(0.0, None)] * len(present)
    found = optimize.minimize(loss, 5.0 * present, jac=True, method="L-BFGS-B", bounds=limits)
    u = np.maximum(np.asarray(found.x, dtype=np.float64), 0.0)
    sharpness = float(u.sum())
    return (u / sharpness, sharpness) if sharpness > 0 else (present, 0.0)


def _judged(pairs: _Pairs, present: Floats, trial: Floats) -> tuple[float, float, float, float]:
    """Return shares in the right order before and after, their difference and half its interval."""
    whole = float(pairs.weights.sum())
    if not whole:
        return 0.5, 0.5, 0.0, float("inf")
    right = []
    for weights in (present, trial):
        margin = pairs.differences @ weights
        order = (margin > 0) + 0.5 * (margin == 0)
        right.append((pairs.weights * order).sum(axis=1))
    before, after = (float(r.sum()) / whole for r in right)
    gain = after - before
    left = by_person(right[1] - right[0] - gain * pairs.weights.sum(axis=1), pairs.people)
    return before, after, gain, Z * float(np.sqrt((left**2).sum())) / whole
