# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What another way of ranking would have given, told from lists with chance in them.

An opening that stood anywhere counts for the place t where the other ranking puts it with weight
θ_t / Σ chance(k) θ_k: unbiased under the position model, wherever chance gave the opening a place.

- IPS: mean of Σ weight × act.
- SNIPS: the same over Σ weight × θ_place, whose mean is known to be Σ θ_t. Less noise, little bias.
- DR: what a prediction says of the other list + Σ weight × (act − θ_place × predicted).
"""

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray
from scipy.special import stdtrit

from jobunivers.science.counterfactual.exploration import EMPTY, examined
from jobunivers.science.counterfactual.logs import Logs, by_person

Method = Literal["ips", "snips", "dr"]


@dataclass(frozen=True, slots=True)
class Policy:
    """What another ranking would have shown, list by list.

    `places` int[L, N]: the place, from 1, that it gives to what stood in each place of the log; 0
    when it would not show it. `lengths` int[L]: how many it shows. For DR: how likely an act is
    once looked at, by some model, of what stood in the log (`predicted` float[L, N]) and of what
    stands in the policy's own list, in its order (`listed` float[L, M], 0 after its end).
    """

    places: NDArray[np.int64]
    lengths: NDArray[np.int64]
    predicted: NDArray[np.float64] | None = None
    listed: NDArray[np.float64] | None = None


@dataclass(frozen=True, slots=True)
class Estimate:
    """Acts per list that the other ranking would have given, with a 95 % interval.

    `effective_sample`: how many lists without weights would tell as much. `support`: Σ of weights
    against what it must be; far below 1 says that the other ranking shows what was never shown
    here, and that the estimate leaves it out. `largest`: the largest weight of a single act.
    """

    method: Method
    value: float
    standard_error: float
    interval: tuple[float, float]
    effective_sample: float
    support: float
    largest: float


def estimate(
    logs: Logs, policy: Policy, bias: NDArray[np.float64], method: Method = "snips"
) -> Estimate:
    """Return what the policy would have given. `bias` float64[N] is `position_bias(logs).theta`."""
    theta = _long_enough(bias, max(logs.places, int(policy.lengths.max(initial=0))))
    weights = _weights(logs, policy, theta)
    gained = (weights * logs.acts).sum(axis=1)
    looked = (weights * theta[None, : logs.places]).sum(axis=1)
    due = np.concatenate([[0.0], np.cumsum(theta)])[policy.lengths]
    per_list = gained
    if method == "dr":
        per_list = _doubly_robust(logs, policy, weights, theta)
    z, c, n = (by_person(v, logs.people) for v in (per_list, looked, due))
    lists = by_person(np.ones(len(gained)), logs.people)
    if method == "snips":
        value, error = _ratio(z, c, n, lists)
    else:
        value = float(z.sum() / lists.sum())
        error = _error(z - value * lists, float(lists.sum()))
    half = float(stdtrit(max(len(z) - 1, 1), 0.975)) * error
    held = float((looked**2).sum())
    return Estimate(
        method,
        value,
        error,
        (value - half, value + half),
        float(looked.sum()) ** 2 / held if held else 0.0,
        float(looked.sum() / due.sum()) if due.sum() else 0.0,
        float(weights[logs.acts].max(initial=0.0)),
    )


def naive(logs: Logs, policy: Policy) -> float:
    """Return what one would believe without care: acts per list on what the policy would show.

    It takes what was done where a thing stood for what would be done where it would stand.
    """
    return float((logs.acts & (policy.places > 0)).sum() / len(logs.acts))


def _weights(logs: Logs, policy: Policy, theta: NDArray[np.float64]) -> NDArray[np.float64]:
    if policy.places.shape != logs.ranks.shape or len(policy.lengths) != len(logs.ranks):
        raise ValueError("The policy must say a place for everything that was shown")
    if (policy.places > policy.lengths[:, None]).any() or (policy.places < 0).any():
        raise ValueError("A place lies between 1 and the length of the list; 0 is none")
    seen = examined(logs.design, logs.ranks, logs.lengths, logs.pools, theta[: logs.places])
    wanted = np.concatenate([[0.0], theta])[policy.places]
    shown = logs.ranks != EMPTY
    none = np.zeros_like(seen)
    found: NDArray[np.float64] = np.divide(wanted, seen, out=none, where=shown & (seen > 0))
    return found


def _doubly_robust(
    logs: Logs, policy: Policy, weights: NDArray[np.float64], theta: NDArray[np.float64]
) -> NDArray[np.float64]:
    if policy.predicted is None or policy.listed is None:
        raise ValueError("A doubly robust estimate needs predictions")
    surprise = logs.acts - theta[None, : logs.places] * policy.predicted
    believed = policy.listed @ theta[: policy.listed.shape[1]]
    found: NDArray[np.float64] = believed + (weights * surprise).sum(axis=1)
    return found


def _ratio(
    z: NDArray[np.float64],
    c: NDArray[np.float64],
    n: NDArray[np.float64],
    lists: NDArray[np.float64],
) -> tuple[float, float]:
    """Return Σz/Σc × mean n and its standard error (delta method over people)."""
    if not c.sum():
        return 0.0, 0.0
    rate, due = float(z.sum() / c.sum()), float(n.sum() / lists.sum())
    # n is known, not drawn anew: only the ratio is uncertain.
    return rate * due, _error((z - rate * c) * due, float(c.sum()))


def _error(left: NDArray[np.float64], whole: float) -> float:
    many = len(left)
    grow = many / (many - 1) if many > 1 else 1.0
    return float(np.sqrt((left**2).sum() * grow) / whole)


def _long_enough(bias: NDArray[np.float64], places: int) -> NDArray[np.float64]:
    if (bias <= 0).any() or not len(bias):
        raise ValueError("The bias of a place is more than 0")
    missing = places - len(bias)
    return np.concatenate([bias, np.full(missing, bias[-1])]) if missing > 0 else bias
