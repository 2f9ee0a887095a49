# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""How much more is done about what stands higher, told from what chance moved.

Under the position model an act needs that she looks at the place (θ) and wants the opening. Given
that she acted on an opening, the place where it happened to stand was k with probability
chance(k) × θ_k / Σ chance × θ: what she wants drops out. So θ is the maximum of a likelihood of
places given acts, concave in log θ (Joachims and others: harvesting interventions).
"""

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from jobunivers.science.counterfactual.exploration import placement
from jobunivers.science.counterfactual.logs import Logs, by_person

Z = 1.959964
LOOSE = 3.0
"""Two neighbouring places differ by a factor of e³ or less, as good as always: a weak prior, so
that a place without a single act has a wide interval and not none."""
ROUNDS = 50
STILL = 1e-9


@dataclass(frozen=True, slots=True)
class Bias:
    """How likely she looks at each place, against the first: float64[N], with 95 % intervals."""

    theta: NDArray[np.float64]
    low: NDArray[np.float64]
    high: NDArray[np.float64]
    acts: int


def position_bias(logs: Logs, form: Literal["free", "power"] = "free") -> Bias:
    """Return the bias of places from the places that chance gave to what people acted on.

    `free` has a number for each place; `power` says θ_k = k^−η, for when acts are few.
    """
    lists, places = np.nonzero(logs.acts)
    if not len(lists):
        raise ValueError("Without a single act nothing can be learned about places")
    many = logs.places
    shape = -np.log(np.arange(1, many + 1))[:, None] if form == "power" else np.eye(many)[:, 1:]
    chance = placement(logs.design, logs.ranks[lists, places], logs.lengths[lists], many)
    prior = _prior(shape)
    at = np.zeros(shape.shape[1])
    for _ in range(ROUNDS):
        slope, curve, _ = _slopes(at, shape, chance, places, prior)
        step = np.linalg.solve(curve, slope)
        step *= min(1.0, 2.0 / max(float(np.abs(step).max(initial=0.0)), 1e-12))
        at += step
        if np.abs(step).max(initial=0.0) < STILL:
            break
    _, curve, each = _slopes(at, shape, chance, places, prior)
    inverse = np.linalg.inv(curve)
    whole = by_person(each, logs.people[lists])
    # As wide as the curve says, or as what people's acts differ says, whichever is wider.
    robust = inverse @ (whole.T @ whole) @ inverse
    spread = np.maximum(
        np.einsum("kp,pq,kq->k", shape, robust, shape),
        np.einsum("kp,pq,kq->k", shape, inverse, shape),
    )
    log = shape @ at
    wide = Z * np.sqrt(np.maximum(spread, 0.0))
    return Bias(np.exp(log), np.exp(log - wide), np.exp(log + wide), len(lists))


def _prior(shape: NDArray[np.float64]) -> NDArray[np.float64]:
    steps = np.diff(shape, axis=0)
    return steps.T @ steps / LOOSE**2


def _slopes(
    at: NDArray[np.float64],
    shape: NDArray[np.float64],
    chance: NDArray[np.float64],
    places: NDArray[np.int64],
    prior: NDArray[np.float64],
) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]:
    """Return the slope and the curve of the likelihood, and each act's own slope [a, p]."""
    likely = chance * np.exp(shape @ at)
    likely /= likely.sum(axis=1, keepdims=True)
    each = shape[places] - likely @ shape
    curve = shape.T @ (np.diag(likely.sum(axis=0)) - likely.T @ likely) @ shape
    return each.sum(axis=0) - prior @ at, curve + prior, each
