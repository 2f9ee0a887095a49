# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What spreading is given: candidates, the worth of a place in a list, and what a job can hold."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

VIEW = 65_536
"""Views are counted in whole parts of this, so that sums are exact whatever their order."""
UNIT = 10_000
"""Scores and prices are whole 1/10,000 of a score."""
APPLICANTS_PER_POSITION = 10.0
APPLICATION_RATE = 0.1


@dataclass(frozen=True, slots=True)
class Candidates:
    """The best openings of some people: `rows` and `scores` int32[m, K], best first, −1 none.

    Rows are those of the openings that capacities and prices are given for.
    """

    rows: NDArray[np.int32]
    scores: NDArray[np.int32]

    def __post_init__(self) -> None:
        """Refuse what the loops would read wrongly."""
        if self.rows.ndim != 2 or self.rows.shape != self.scores.shape:  # noqa: PLR2004
            raise ValueError(f"Rows {self.rows.shape} and scores {self.scores.shape} must be alike")
        if self.rows.dtype != np.int32 or self.scores.dtype != np.int32:
            raise ValueError("Rows and scores are int32")
        if self.rows.size:
            there = self.rows >= 0
            if (there[:, 1:] & ~there[:, :-1]).any():
                raise ValueError("After the last candidate (−1) no other may follow")
            if ((self.scores[:, 1:] > self.scores[:, :-1]) & there[:, 1:]).any():
                raise ValueError("Candidates must come best first")


@dataclass(frozen=True, slots=True)
class Spreading:
    """How lists are made: their length, and how prices are found.

    `first_step` is the first change of a price where an opening has e times its capacity (half a
    tenth of a score by default); `known_step` the same when yesterday's prices are known.
    """

    list_length: int = 50
    rounds: int = 25
    first_step: int = 600
    known_step: int = 80

    def __post_init__(self) -> None:
        if self.list_length < 1 or self.rounds < 1:
            raise ValueError("A list has a place and prices need a round")

    def weights(self) -> NDArray[np.int64]:
        """Return what each place counts as a view, 1/log₂(1 + place), in 1/65,536: int64[N]."""
        places = np.arange(1, self.list_length + 1)
        worth: NDArray[np.int64] = np.rint(VIEW / np.log2(1.0 + places)).astype(np.int64)
        return worth


DEFAULT = Spreading()


def capacity_of(
    positions: NDArray[np.int64],
    *,
    applicants_per_position: float = APPLICANTS_PER_POSITION,
    application_rate: float = APPLICATION_RATE,
) -> NDArray[np.float64]:
    """Return how many views each opening can hold: float64[n].

    An opening is full when it has as many applicants as are good for it and for them, ten for
    each position; and of those who have it at the very top of a list one in ten applies. Both
    are assumptions to be replaced by figures of the kommune's own: applications logged per view.
    """
    if applicants_per_position <= 0 or not 0 < application_rate <= 1:
        raise ValueError("Applicants must be more than 0 and the rate between 0 and 1")
    return np.maximum(positions, 1) * (applicants_per_position / application_rate)


def whole_views(capacity: NDArray[np.float64]) -> NDArray[np.int64]:
    """Return capacities in whole 1/65,536 view, rounded down so that no cap is passed."""
    if not (np.isfinite(capacity).all() and (capacity >= 0).all()):
        raise ValueError("A capacity is a number of views, 0 or more")
    held: NDArray[np.int64] = np.floor(np.minimum(capacity, 1e12) * VIEW).astype(np.int64)
    return held
