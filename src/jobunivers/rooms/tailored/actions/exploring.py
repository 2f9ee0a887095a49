# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A small, known part of each list is left to chance, so that the model can learn what it misses.

Only long lists with more behind them: where few advertisements fit, each stands where it fits best.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from jobunivers.rooms.tailored.queries.places import DESIGN, drawn_of
from jobunivers.science.counterfactual import DRAWN

__all__ = ["DESIGN", "Chosen", "explored"]
_SHORTEST = 40


@dataclass(frozen=True, slots=True)
class Chosen:
    """What is shown: `rows` int32[m, N] (−1 none), and float32[m, N] how likely each stood there.

    `ranks` int16[m, N] is the place it has without chance; `DRAWN` for one drawn from further down.
    `pools` int16[m] is how many there were to draw from; 0 where nothing was left to chance.
    """

    rows: NDArray[np.int32]
    propensities: NDArray[np.float32]
    ranks: NDArray[np.int16]
    pools: NDArray[np.int16]


def explored(
    lists: NDArray[np.int32],
    *,
    candidates: NDArray[np.int32],
    citizen_ids: NDArray[np.int64],
    day: int,
) -> Chosen:
    """Return the lists with a little chance in them; the same day gives a citizen the same.

    `lists` int32[m, N] are in her order; `candidates` int32[m, K] hold more, best first.
    """
    people, most = lists.shape
    rows = lists.copy()
    ranks = np.where(lists >= 0, np.arange(most, dtype=np.int16), np.int16(-2))
    chances = np.where(lists >= 0, np.float32(1), np.float32(0))
    pools = np.zeros(people, dtype=np.int16)
    for person in np.flatnonzero((lists >= 0).sum(axis=1) >= _SHORTEST):
        own = lists[person][lists[person] >= 0]
        further = candidates[person][candidates[person] >= 0]
        pool = further[~np.isin(further, own)]
        if not len(pool):
            continue
        drawn = drawn_of(
            citizen_id=int(citizen_ids[person]), day=day, length=len(own), pool=len(pool)
        )
        mine = drawn.ranks[0]
        shown = np.where(
            mine == DRAWN,
            pool[np.maximum(drawn.drawn[0], 0)],
            own[np.maximum(mine, 0)],
        )
        rows[person, : len(own)] = shown
        ranks[person, : len(own)] = mine
        chances[person, : len(own)] = drawn.propensity[0]
        pools[person] = len(pool)
    return Chosen(rows, chances, ranks.astype(np.int16), pools)
