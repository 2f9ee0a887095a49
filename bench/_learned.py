# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What learning from acts is worth, where the truth is known.

`learned`: weights learned from some people's acts, judged on others. `off_policy`: how far the
estimates of another ranking are from what it would really give.

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
    estimate,
    learn_weights,
    logged,
    naive,
    plan_many,
    position_bias,
    simulation,
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


def off_policy() -> dict[str, object]:
    """Return how far estimates of another ranking are from the truth of an invented world."""
    parts, repeats, lists = 5, 20, 4_000
    rng = np.random.default_rng(2)
    present, other = np.full(parts, 1 / parts), np.array([0.5, 0.3, 0.1, 0.1, 0.0])
    truth = simulation.Truth(present=present, liked=np.array([0.45, 0.3, 0.15, 0.1, 0.0]))
    errors: dict[str, list[float]] = {}
    covered = []
    for _ in range(repeats):
        seen = simulation.happened(truth, Design(), lists, rng)
        right = simulation.true_value(truth, seen.candidates, other)
        theta = position_bias(seen.logs).theta
        policy = simulation.policy_of(truth, seen, other, believed=present)
        guesses = {"naive": naive(seen.logs, policy)}
        for method in ("ips", "snips", "dr"):
            told = estimate(seen.logs, policy, theta, method)
            guesses[method] = told.value
            if method == "snips":
                covered.append(told.interval[0] <= right <= told.interval[1])
        for name, guess in guesses.items():
            errors.setdefault(name, []).append(guess / right - 1)
    return {
        name: {
            "bias": round(float(np.mean(one)), 4),
            "root_mean_square": round(float(np.sqrt(np.mean(np.square(one)))), 4),
        }
        for name, one in errors.items()
    } | {"share of 95 % intervals that hold the truth (snips)": round(float(np.mean(covered)), 2)}
