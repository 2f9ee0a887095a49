# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A small invented world whose truth is known, to see whether the estimates find it.

People like openings by weights that the ranking does not have, look less the lower a thing
stands, and act. Nothing here is about real people.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from jobunivers.science.counterfactual.estimating import Policy
from jobunivers.science.counterfactual.exploration import DRAWN, Design, plan_many
from jobunivers.science.counterfactual.logs import Logs, logged

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Truth:
    """What is so in the invented world, and how lists are shown in it."""

    present: Floats
    liked: Floats
    sharpness: float = 8.0
    often: float = 0.15
    steepness: float = 0.8
    shown: int = 12
    pool: int = 30

    def bias(self) -> Floats:
        """Return how likely people look at each place: k^−steepness."""
        return np.power(np.arange(1, self.shown + 1, dtype=np.float64), -self.steepness)

    def wanted(self, parts: Floats) -> Floats:
        """Return how likely an act is once looked at, for parts [..., P]."""
        return np.minimum(0.95, self.often * np.exp(self.sharpness * (parts @ self.liked - 0.5)))


@dataclass(frozen=True, slots=True)
class Shown:
    """What happened: the logs, and what only the simulation knows.

    `candidates` [L, K, P] are the parts of all in the present order, `parts` [L, N, P] those of
    what was shown, `which` int[L, N] which candidate that was.
    """

    logs: Logs
    candidates: Floats
    parts: Floats
    which: NDArray[np.int64]


def happened(truth: Truth, design: Design, lists: int, rng: np.random.Generator) -> Shown:
    """Return lists shown by the present weights with chance in them, and what people then did."""
    many = truth.shown + truth.pool
    candidates = rng.beta(1.5, 1.5, (lists, many, len(truth.present)))
    order = np.argsort(-(candidates @ truth.present), axis=1)
    candidates = np.take_along_axis(candidates, order[:, :, None], axis=1)
    lengths, pools = np.full(lists, truth.shown), np.full(lists, truth.pool)
    plans = plan_many(design, lengths, pools, rng)
    which = np.where(plans.ranks == DRAWN, truth.shown + plans.drawn, plans.ranks).astype(np.int64)
    parts = np.take_along_axis(candidates, which[:, :, None], axis=1)
    acts = rng.random(which.shape) < truth.bias() * truth.wanted(parts)
    return Shown(logged(design, plans, acts, pools), candidates, parts, which)


def policy_of(truth: Truth, seen: Shown, weights: Floats, believed: Floats | None = None) -> Policy:
    """Return what ranking by other weights would show; `believed` weights predict acts for DR."""
    best = np.argsort(-(seen.candidates @ weights), axis=1, kind="stable")[:, : truth.shown]
    place = np.zeros(seen.candidates.shape[:2], np.int64)
    np.put_along_axis(place, best, np.arange(1, truth.shown + 1)[None, :], axis=1)
    places = np.take_along_axis(place, seen.which, axis=1)
    lengths = np.full(len(best), truth.shown)
    if believed is None:
        return Policy(places, lengths)
    guess = np.minimum(0.9, truth.often * np.exp(4.0 * (seen.candidates @ believed - 0.5)))
    predicted = np.take_along_axis(guess, seen.which, axis=1)
    return Policy(places, lengths, predicted, np.take_along_axis(guess, best, axis=1))


def true_value(truth: Truth, candidates: Floats, weights: Floats) -> float:
    """Return the acts per list that ranking by these weights really gives."""
    best = np.argsort(-(candidates @ weights), axis=1, kind="stable")[:, : truth.shown]
    shown = np.take_along_axis(candidates, best[:, :, None], axis=1)
    return float((truth.wanted(shown) * truth.bias()).sum(axis=1).mean())
