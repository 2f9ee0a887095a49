# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Whether groups of people are served alike: means with intervals, and the largest gap.

Groups are what a report is asked about (a kommune, a trade, how long without work); matching itself
never sees them. Groups of fewer than five people are not told.
"""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import NDArray
from scipy.special import stdtrit

FEWEST = 5


@dataclass(frozen=True, slots=True)
class GroupMean:
    """The mean of one group with its 95 % interval (Student's t)."""

    group: str
    people: int
    mean: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Gap:
    """How far the mean of `above` lies over that of `below`.

    The interval (95 %, Welch) is widened for all pairs that were looked at, so that among many
    groups one is not found unlike by chance. `beyond_chance` says that it lies above 0.
    """

    above: str
    below: str
    size: float
    low: float
    high: float

    @property
    def beyond_chance(self) -> bool:
        """Return whether the gap is more than chance would make."""
        return self.low > 0


@dataclass(frozen=True, slots=True)
class Fairness:
    """Means by group in the order of names, the largest gap, and how many people are not told."""

    groups: tuple[GroupMean, ...]
    largest: Gap | None
    untold: int


def by_group(
    values: NDArray[np.float64] | Sequence[float],
    groups: Sequence[Hashable],
    *,
    fewest: int = FEWEST,
) -> Fairness:
    """Return the mean of each group and the largest gap between two.

    One value a person (her mean fit, the views she was given), and her group's name. What is not a
    number is left out; ValueError when there are not as many groups as values.
    """
    numbers = np.asarray(values, dtype=np.float64)
    if numbers.ndim != 1 or len(numbers) != len(groups):
        raise ValueError(f"{len(numbers)} values need as many groups, not {len(groups)}")
    names = np.array([str(group) for group in groups], dtype=object)
    known = np.isfinite(numbers)
    told: dict[str, NDArray[np.float64]] = {}
    untold = 0
    for name in sorted(set(names[known].tolist())):
        mine = numbers[known & (names == name)]
        if len(mine) < fewest:
            untold += len(mine)
        else:
            told[name] = mine
    means = tuple(_mean(name, mine) for name, mine in told.items())
    return Fairness(means, _largest(told), untold)


def _mean(name: str, mine: NDArray[np.float64]) -> GroupMean:
    mean, many = float(mine.mean()), len(mine)
    error = float(mine.std(ddof=1)) / many**0.5 if many > 1 else float("inf")
    half = float(stdtrit(max(many - 1, 1), 0.975)) * error
    return GroupMean(name, many, mean, mean - half, mean + half)


def _largest(told: dict[str, NDArray[np.float64]]) -> Gap | None:
    pairs = list(combinations(told, 2))
    if not pairs:
        return None
    ordered = sorted(told, key=lambda name: float(told[name].mean()))
    below, above = ordered[0], ordered[-1]
    size = float(told[above].mean() - told[below].mean())
    each = [float(told[name].var(ddof=1)) / len(told[name]) for name in (above, below)]
    error = sum(each) ** 0.5
    if not error:
        return Gap(above, below, size, size, size)
    freedom = sum(each) ** 2 / sum(
        e**2 / (len(told[name]) - 1) for e, name in zip(each, (above, below), strict=True)
    )
    half = float(stdtrit(freedom, 1 - 0.025 / len(pairs))) * error
    return Gap(above, below, size, size - half, size + half)
