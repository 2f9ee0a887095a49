# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the learning loop is worth: weights learned from some people's acts, judged on others.

The acts are those of a simulated nation: people look at a place k with probability k^−0.8, and act
on what they look at in proportion to what it is truly worth to them. The loop is told the lists,
their chances and the acts; it is told neither what they want nor how far down they look.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from _reference import Reference, Scores
from numpy.typing import NDArray

from jobunivers.science.counterfactual import (
    DRAWN,
    EMPTY,
    Design,
    learn_weights,
    logged,
    plan_many,
    position_bias,
)

Floats = NDArray[np.float64]
LENGTH, NIGHTS = 50, 3
STEEPNESS, OFTEN = 0.8, 0.3
DESIGN = Design()


@dataclass(frozen=True)
class Known:
    """Some people's candidates in the present order.

    `parts` [m, K, P], what each is truly worth to them `worth` [m, K], and how many `there` are.
    """

    rows: NDArray[np.int64]
    parts: NDArray[np.float32]
    worth: Floats
    there: NDArray[np.int64]


def known(
    rows: NDArray[np.int64],
    found: NDArray[np.int32],
    reference: Reference,
    gains: Callable[[int, Scores], Floats],
) -> Known:
    """Return what is known of people whose best `found` int32[people, K] has in order."""
    best = found[rows]
    parts = np.zeros((*best.shape, 9), dtype=np.float32)
    worth = np.zeros(best.shape)
    for at, row in enumerate(rows.tolist()):
        there = best[at][best[at] >= 0]
        scores = reference.of(row)
        parts[at, : len(there)] = scores.parts[:, there].T
        worth[at, : len(there)] = gains(row, scores)[there]
    return Known(rows, parts, worth, (best >= 0).sum(axis=1))


def acted(some: Known, rng: np.random.Generator) -> tuple[object, NDArray[np.float32]]:
    """Return the logs of some nights' lists with chance in them, and what was shown's parts."""
    whose = np.repeat(np.arange(len(some.rows)), NIGHTS)
    lengths = np.minimum(some.there, LENGTH)[whose]
    pools = (some.there[whose] - lengths).astype(np.int64)
    plans = plan_many(DESIGN, lengths, pools, rng)
    which = np.where(plans.ranks == DRAWN, lengths[:, None] + plans.drawn, plans.ranks)
    shown = plans.ranks != EMPTY
    which = np.where(shown, which, 0).astype(np.int64)
    worth = np.take_along_axis(some.worth[whose], which, axis=1)
    looks = np.arange(1, which.shape[1] + 1) ** -STEEPNESS
    acts = shown & (rng.random(which.shape) < looks * OFTEN * worth)
    parts = np.take_along_axis(some.parts[whose], which[:, :, None], axis=1)
    return logged(DESIGN, plans, acts, pools, some.rows[whose]), parts


def learned(some: Known, present: Floats, seed: int = 29) -> tuple[Floats, dict[str, object]]:
    """Return weights learned from these people's acts, and what the loop itself says of them."""
    logs, parts = acted(some, np.random.default_rng(seed))
    theta = position_bias(logs).theta  # type: ignore[arg-type]
    told = learn_weights(logs, parts, present, theta)  # type: ignore[arg-type]
    return told.weights, {
        "lists": len(parts),
        "acts": told.acts,
        "pairs_in_order_before": round(told.before, 4),
        "after": round(told.after, 4),
        "low": round(told.interval[0], 4),
        "high": round(told.interval[1], 4),
    }
