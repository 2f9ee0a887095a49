# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Lists within the caps: place by place, whoever would lose most by missing an opening gets it."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from jobunivers.science.spreading import kernel
from jobunivers.science.spreading.candidates import (
    DEFAULT,
    VIEW,
    Candidates,
    Spreading,
    whole_views,
)


@dataclass(frozen=True, slots=True)
class Lists:
    """What is shown: `rows` int32[m, N] and their `scores` before prices, −1 where nothing is.

    `places` int32[m, N] says which of her candidates it was (0 is the best).
    """

    rows: NDArray[np.int32]
    scores: NDArray[np.int32]
    places: NDArray[np.int32]


def lists_of(part: Candidates, places: NDArray[np.int32]) -> Lists:
    """Return the lists with these places of the candidates, int32[m, N], −1 for none."""
    if not part.rows.size:
        none = np.full(places.shape, -1, np.int32)
        return Lists(none, none, places)
    people = np.arange(len(places))[:, None]
    there = places >= 0
    rows = np.where(there, part.rows[people, places], np.int32(-1))
    scores = np.where(there, part.scores[people, places], np.int32(-1))
    return Lists(rows, scores, places)


def select(
    part: Candidates,
    prices: NDArray[np.int32],
    remaining: NDArray[np.float64],
    how: Spreading = DEFAULT,
) -> tuple[Lists, NDArray[np.float64]]:
    """Return everybody's list within what the openings have left, and what is left after it.

    Lists are filled place by place: each takes the best she can have by score − price; where more
    want an opening than it has room for, those keep it who would lose most, and the others choose
    again. A list ends where nothing is left for its next place. No opening passes its cap, whatever
    the prices. Parts follow each other with what is left, so give people who compete for the same
    openings as one part where you can.
    """
    weights = how.weights()
    left = whole_views(remaining)
    many, most = part.rows.shape
    order, worth = np.empty((2, many, most), np.int32)
    found, start = np.zeros((2, many), np.int32)
    kernel.sort_all(part.rows, part.scores, prices, order, worth, found)
    taken = np.zeros((many, most), np.bool_)
    places = np.full((many, how.list_length), -1, np.int32)
    waiting, asked = np.arange(many, dtype=np.int32), np.zeros(len(left), np.int64)
    for place, weight in enumerate(weights):
        here = waiting
        while len(here):
            choice, loss = np.empty((2, len(here)), np.int32)
            kernel.choose_next(
                part.rows,
                order,
                worth,
                found,
                start,
                taken,
                left,
                weight,
                here,
                choice,
                loss,
                asked,
            )
            queue = _most_to_lose(choice, loss)
            here = kernel.grant(
                part.rows, order, taken, left, weight, here, choice, queue, place, places
            )
        waiting = waiting[places[waiting, place] >= 0]
    return lists_of(part, places), left / VIEW


def _most_to_lose(choice: NDArray[np.int32], loss: NDArray[np.int32]) -> NDArray[np.int64]:
    """Return who gets first: where some must go without, those who would lose most."""
    some = choice >= 0
    contested = np.flatnonzero(some & (loss >= 0))
    contested = contested[np.argsort(-loss[contested], kind="stable")]
    return np.concatenate([np.flatnonzero(some & (loss < 0)), contested])
