# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Lists with a little chance in them, and exactly how likely each thing shown was.

First neighbours change places: a coin says whether the pairs are (1,2), (3,4), … or (2,3),
(4,5), …, and each pair is turned with probability `swap`. Then each place gives way with
probability `share` to an opening drawn evenly from the pool (those that follow in her order and
break no constraint), none twice. A pool smaller than the list is filled up with "leave as it is",
so that the chances stay exact: a pool's opening stands in a given place with probability
share / max(pool, list).
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

DRAWN = -1
EMPTY = -2


@dataclass(frozen=True, slots=True)
class Design:
    """How much chance there is: the share of places given to the pool, and of pairs turned."""

    share: float = 0.05
    swap: float = 0.2

    def __post_init__(self) -> None:
        """Refuse what is no probability."""
        if not (0 <= self.share < 1 and 0 <= self.swap <= 1):
            raise ValueError("Shares of exploration are probabilities, and not all may be explored")


@dataclass(frozen=True, slots=True)
class Plan:
    """What stands in each place of each list: int32[m, N] and float32[m, N].

    `ranks`: the place in her own order (0 best), `DRAWN` for one of the pool, `EMPTY` after the end
    of her list. `drawn`: which of the pool (0 first), −1 for none. `propensity`: how likely it was
    that this opening stood in this place; 0 where nothing stands.
    """

    ranks: NDArray[np.int32]
    drawn: NDArray[np.int32]
    propensity: NDArray[np.float32]


def plan(
    n_shown: int,
    rng: np.random.Generator,
    share: float = 0.05,
    pool: int = 100,
    *,
    swap: float = 0.2,
) -> Plan:
    """Return the plan of one list of `n_shown` places: arrays of shape [1, n_shown]."""
    return plan_many(Design(share, swap), np.array([n_shown]), np.array([pool]), rng)


def plan_many(
    design: Design,
    lengths: NDArray[np.int64],
    pools: NDArray[np.int64],
    rng: np.random.Generator,
) -> Plan:
    """Return the plans of many lists; `lengths` and `pools` int[m] are those of each person."""
    if (lengths < 0).any() or (pools < 0).any():
        raise ValueError("Lengths of lists and pools are 0 or more")
    most = int(lengths.max(initial=0))
    places = np.arange(most)[None, :]
    there = places < lengths[:, None]
    ranks = np.where(there, _turned(design, lengths, most, rng), EMPTY).astype(np.int32)
    explored = there & (rng.random(ranks.shape) < design.share)
    drawn = np.where(explored, _draws(lengths, pools, most, rng), -1)
    ranks[drawn >= 0] = DRAWN
    chance = propensity(design, ranks, lengths, pools)
    return Plan(ranks, drawn.astype(np.int32), chance)


def propensity(
    design: Design,
    ranks: NDArray[np.int32],
    lengths: NDArray[np.int64],
    pools: NDArray[np.int64],
) -> NDArray[np.float32]:
    """Return how likely each opening was to stand where it stands: float32[m, N]."""
    places = np.arange(ranks.shape[1])[None, :]
    stays, up, down = _moves(design, ranks, lengths)
    kept = 1.0 - design.share * _filled(lengths, pools)
    own = kept * np.select([places == ranks, places < ranks], [stays, up], down)
    pool = np.broadcast_to(_one_drawn(design, lengths, pools), ranks.shape)
    chance = np.where(ranks == DRAWN, pool, np.where(ranks >= 0, own, 0.0))
    return chance.astype(np.float32)


def examined(
    design: Design,
    ranks: NDArray[np.int32],
    lengths: NDArray[np.int64],
    pools: NDArray[np.int64],
    bias: NDArray[np.float64],
) -> NDArray[np.float64]:
    """Return how likely each opening was to be looked at, wherever it might have stood: [m, N].

    Σ over places of the chance to stand there × `bias` float64[N], the chance that she looks there.
    """
    stays, up, down = _moves(design, ranks, lengths)
    at = np.clip(ranks, 0, len(bias) - 1)
    above, below = bias[np.maximum(at - 1, 0)], bias[np.minimum(at + 1, len(bias) - 1)]
    kept = 1.0 - design.share * _filled(lengths, pools)
    own = kept * (stays * bias[at] + up * above + down * below)
    seen = np.concatenate([[0.0], np.cumsum(bias)])[lengths][:, None]
    pool = np.broadcast_to(_one_drawn(design, lengths, pools) * seen, ranks.shape)
    return np.where(ranks == DRAWN, pool, np.where(ranks >= 0, own, 0.0))


def placement(
    design: Design, rank: NDArray[np.int32], length: NDArray[np.int64], places: int
) -> NDArray[np.float64]:
    """Return how likely each opening was to stand in each place, given that it was shown: [a, N].

    `rank` int32[a] as in `Plan`, of openings that were shown; `length` int[a] of their lists.
    """
    column = np.arange(places)[None, :]
    own = rank[:, None]
    stays, up, down = _moves(design, own, length)
    chance = np.where(column == own, stays, 0.0)
    chance = np.where(column == own - 1, up, chance)
    chance = np.where(column == own + 1, down, chance)
    evenly = (column < length[:, None]) / np.maximum(length, 1)[:, None]
    return np.where(own == DRAWN, evenly, chance)


def _turned(
    design: Design, lengths: NDArray[np.int64], most: int, rng: np.random.Generator
) -> NDArray[np.int64]:
    """Return the ranks 0…most−1 of each list with some neighbours turned."""
    places = np.arange(most)[None, :]
    odd = rng.integers(0, 2, len(lengths))[:, None]
    first = (places % 2 == odd) & (places + 1 < lengths[:, None])
    turned = first & (rng.random((len(lengths), most)) < design.swap)
    second = np.zeros_like(turned)
    second[:, 1:] = turned[:, :-1]
    found: NDArray[np.int64] = places + turned.astype(np.int64) - second.astype(np.int64)
    return found


def _draws(
    lengths: NDArray[np.int64], pools: NDArray[np.int64], most: int, rng: np.random.Generator
) -> NDArray[np.int64]:
    """Return for each place an opening of the pool, none twice, or −1 for "leave as it is"."""
    tickets = np.maximum(lengths, pools)
    width = int(tickets.max(initial=0))
    lots = rng.random((len(lengths), width))
    lots[np.arange(width)[None, :] >= tickets[:, None]] = 2.0
    order = np.argsort(lots, axis=1, kind="stable")[:, :most].astype(np.int64)
    found: NDArray[np.int64] = np.where(order < pools[:, None], order, np.int64(-1))
    return found


def _moves(
    design: Design, ranks: NDArray[np.int32], lengths: NDArray[np.int64]
) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]:
    """Return how likely a rank stays in its place, goes one up, goes one down."""
    half = design.swap / 2
    up = np.where(ranks > 0, half, 0.0)
    down = np.where(ranks + 1 < lengths[:, None], half, 0.0)
    return 1.0 - up - down, up, down


def _filled(lengths: NDArray[np.int64], pools: NDArray[np.int64]) -> NDArray[np.float64]:
    """Return the share of explored places that the pool has an opening for: [m, 1]."""
    return (pools / np.maximum(np.maximum(lengths, pools), 1))[:, None]


def _one_drawn(
    design: Design, lengths: NDArray[np.int64], pools: NDArray[np.int64]
) -> NDArray[np.float64]:
    """Return how likely one of the pool stands in one place: [m, 1]."""
    return (design.share / np.maximum(np.maximum(lengths, pools), 1))[:, None]
