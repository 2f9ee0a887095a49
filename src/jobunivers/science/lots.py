# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who gets something that not all may have: the best fitting, or lots, each with its chance.

A part can be held out by lot, to compare with later. The chance of each is told, so that whoever
measures the effect knows how likely she was to get it; the same seed gives the same lots.
"""

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

How = Literal["all", "best", "lot"]
Ints = NDArray[np.int64]
MOST_HELD_OUT = 50
"""Per cent: whoever sends means to reach at least half."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """What came of the lots, in the order of the people asked about.

    Attributes:
        chosen: bool[n], who gets it.
        held_out: bool[n], who was chosen and is held out, to compare with.
        chance: float64[n], how likely each was to get it.
    """

    chosen: NDArray[np.bool_]
    held_out: NDArray[np.bool_]
    chance: NDArray[np.float64]


def draw(fits: Ints, *, how: How, number: int | None, held_out: int, seed: int) -> Drawn:
    """Return who gets it.

    Args:
        fits: int64[n], how well it fits each; more is better, 0 is not known.
        how: everybody, the best by `fits` (ties by lot), or by lot alone.
        number: how many, unless everybody; more than there are is everybody.
        held_out: per cent of those chosen, rounded down to whole people.
        seed: of all lots.

    Raises:
        ValueError: a number below 0 or missing, or a share outside 0 to 50.
    """
    if not 0 <= held_out <= MOST_HELD_OUT:
        raise ValueError(f"Between 0 and {MOST_HELD_OUT} per cent can be held out")
    if how != "all" and (number is None or number < 0):
        raise ValueError("How many must be said unless it is everybody")
    people = len(fits)
    wanted = people if how == "all" or number is None else min(number, people)
    rng = np.random.default_rng(seed)
    lot = rng.permutation(people)
    worth = fits if how == "best" else np.zeros(people, dtype=np.int64)
    order = np.lexsort((lot, -worth))
    picked = np.zeros(people, dtype=np.bool_)
    picked[order[:wanted]] = True
    chance = _chances(worth, order, wanted)
    out = np.zeros(people, dtype=np.bool_)
    out[rng.permutation(np.flatnonzero(picked))[: wanted * held_out // 100]] = True
    left = wanted - int(out.sum())
    return Drawn(picked & ~out, out, chance * (left / wanted if wanted else 0.0))


def apart(people: int, *, held_out: int, seed: int) -> NDArray[np.bool_]:
    """Return who is held out when each has her own lot: bool[people].

    For what is sent to a few at a time, where a share of whole people would always be nobody.

    Raises:
        ValueError: a share outside 0 to 50 per cent.
    """
    if not 0 <= held_out <= MOST_HELD_OUT:
        raise ValueError(f"Between 0 and {MOST_HELD_OUT} per cent can be held out")
    return np.random.default_rng(seed).random(people) < held_out / 100


def _chances(worth: Ints, order: Ints, wanted: int) -> NDArray[np.float64]:
    """Return how likely each was to be among the chosen: lots decide among those alike alone."""
    chance = np.zeros(len(worth), dtype=np.float64)
    if not wanted:
        return chance
    last = worth[order[wanted - 1]]
    chance[worth > last] = 1.0
    alike = worth == last
    chance[alike] = (wanted - int((worth > last).sum())) / int(alike.sum())
    return chance
