# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What spreading is compared with: nothing, chance, and first come first served."""

import numpy as np
from numpy.typing import NDArray

from jobunivers.science.spreading import kernel
from jobunivers.science.spreading.candidates import DEFAULT, Candidates, Spreading, whole_views
from jobunivers.science.spreading.selection import Lists, lists_of


def uncapped(part: Candidates, how: Spreading = DEFAULT) -> Lists:
    """Return everybody's best candidates, however many share them."""
    return lists_of(part, _padded(_filled(part), how.list_length))


def shuffled(part: Candidates, rng: np.random.Generator, how: Spreading = DEFAULT) -> Lists:
    """Return everybody's candidates in an order drawn at random."""
    there = part.rows >= 0
    drawn = np.where(there, rng.random(part.rows.shape), 2.0)
    places = np.argsort(drawn, axis=1, kind="stable").astype(np.int32)
    places = np.where(np.take_along_axis(there, places, axis=1), places, np.int32(-1))
    return lists_of(part, _padded(places, how.list_length))


def first_come(
    part: Candidates,
    capacity: NDArray[np.float64],
    how: Spreading = DEFAULT,
    arrival: NDArray[np.int64] | None = None,
) -> Lists:
    """Return lists filled one person after the other (by `arrival`, else as given) within caps."""
    people = np.arange(len(part.rows)) if arrival is None else arrival
    places = np.full((len(part.rows), how.list_length), -1, np.int32)
    kernel.first_come(part.rows, whole_views(capacity), how.weights(), places, people)
    return lists_of(part, places)


def _filled(part: Candidates) -> NDArray[np.int32]:
    places = np.arange(part.rows.shape[1], dtype=np.int32)
    return np.where(part.rows >= 0, places[None, :], np.int32(-1))


def _padded(places: NDArray[np.int32], length: int) -> NDArray[np.int32]:
    missing = length - places.shape[1]
    if missing <= 0:
        return np.ascontiguousarray(places[:, :length])
    return np.pad(places, ((0, 0), (0, missing)), constant_values=-1)
