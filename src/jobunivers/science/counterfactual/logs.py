# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is known of lists that were shown: what stood where, how likely, and what she then did.

An act is deliberate: starring, hiding or applying. Which pages she opened is not known here.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from jobunivers.science.counterfactual.exploration import EMPTY, Design, Plan, propensity


@dataclass(frozen=True, slots=True)
class Logs:
    """Lists that were shown with chance in them, one a row.

    `ranks` int32[L, N] and `propensity` float32[L, N] as in `Plan`; `acts` bool[L, N];
    `lengths`, `pools` int[L]; `people` int64[L] says whose list it was: what one person does is not
    independent, and intervals are as wide as the people are few.
    """

    design: Design
    ranks: NDArray[np.int32]
    propensity: NDArray[np.float32]
    acts: NDArray[np.bool_]
    lengths: NDArray[np.int64]
    pools: NDArray[np.int64]
    people: NDArray[np.int64]

    def __post_init__(self) -> None:
        """Refuse tables that do not belong together."""
        if not self.ranks.shape == self.propensity.shape == self.acts.shape:
            raise ValueError("Ranks, propensities and acts must be of the same lists")
        if not len(self.ranks) == len(self.lengths) == len(self.pools) == len(self.people):
            raise ValueError("Each list has a length, a pool and a person")
        shown = self.ranks != EMPTY
        if self.acts[~shown].any():
            raise ValueError("Nobody can act on an empty place")
        if (self.propensity[shown] <= 0).any():
            raise ValueError("What was shown cannot have had no chance to be shown")
        due = propensity(self.design, self.ranks, self.lengths, self.pools)
        if not np.allclose(due, self.propensity, rtol=1e-4, atol=1e-7):
            raise ValueError("The chances that were kept are not those of this design")

    @property
    def places(self) -> int:
        """Return how many places the longest list has."""
        return int(self.ranks.shape[1])


def logged(
    design: Design,
    shown: Plan,
    acts: NDArray[np.bool_],
    pools: NDArray[np.int64],
    people: NDArray[np.int64] | None = None,
) -> Logs:
    """Return the logs of these plans and what was done; without `people` each list is another's."""
    lengths = (shown.ranks != EMPTY).sum(axis=1).astype(np.int64)
    whose = np.arange(len(lengths)) if people is None else people
    return Logs(design, shown.ranks, shown.propensity, acts, lengths, pools, whose)


def by_person(values: NDArray[np.float64], people: NDArray[np.int64]) -> NDArray[np.float64]:
    """Return the sums of values, [L] or [L, …], over each person's lists."""
    _, whose = np.unique(people, return_inverse=True)
    found = np.zeros((int(whose.max(initial=-1)) + 1, *values.shape[1:]))
    np.add.at(found, whose, values)
    return found
