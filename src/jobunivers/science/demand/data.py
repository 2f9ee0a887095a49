# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What demand is counted from, and what the counts look like. Aggregates only."""

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

VERSION = "demand-1"
FITS = 0.55
"""A seeker fits work whose kind is so near to one of hers: three ISCO digits in common."""
FEWEST = 5
"""Groups of fewer people are not told."""
SHORTAGE_FROM = 1.0
"""As many open positions as people who fit, or more, is a shortage of people."""
SURPLUS_TO = 0.25
"""Four who fit for each open position, or more, is a surplus of people."""

Label = Literal["shortage", "surplus", "balanced", "uncertain"]
Trend = Literal["rising", "falling", "steady", "new"]


@dataclass(frozen=True, slots=True)
class Kinds:
    """The kinds of work: `near` float32[K, K], hers in the row; `isco` their digits or ""."""

    near: NDArray[np.float32]
    isco: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Vacancies:
    """Open vacancies, one a row: kind int[v], region (of `regions`) int[v], positions int[v].

    `skills`: pairs of vacancy and skill, int[p, 2], of what is asked for.
    """

    kind: NDArray[np.int64]
    region: NDArray[np.int64]
    positions: NDArray[np.int64]
    skills: NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Seekers:
    """People who seek work: their home's region int[m], and pairs, int[p, 2].

    Pairs are of person and: `kinds`, what they have done or want; `reach`, the regions they can get
    to (home is always among them); `skills`, what they hold.
    """

    region: NDArray[np.int64]
    kinds: NDArray[np.int64]
    reach: NDArray[np.int64]
    skills: NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Balance:
    """Open positions against people who fit; `seekers` None when they are too few to be told.

    `squares` is Σ positions² of the vacancies: how the positions come in bundles. `ratio` is
    positions per person with its 95 % interval (`high` None: no upper end).
    """

    positions: int
    squares: int
    seekers: int | None
    ratio: float | None
    low: float
    high: float | None
    label: Label
    trend: Trend


@dataclass(frozen=True, slots=True)
class GroupRow:
    """An ISCO group (1 to 4 digits) in a region."""

    group: str
    region: str
    vacancies: int
    balance: Balance
    elsewhere: tuple[tuple[str, int], ...]
    """(home region, people) who fit, live there and can get here; most first."""


@dataclass(frozen=True, slots=True)
class SkillRow:
    """A skill in a region: positions that ask for it against people who hold it."""

    skill: int
    region: str
    balance: Balance


@dataclass(frozen=True, slots=True)
class Table:
    """The figures of a day: groups by code and region, skills by number and region."""

    groups: tuple[GroupRow, ...]
    skills: tuple[SkillRow, ...]

    def group(self, group: str, region: str) -> GroupRow | None:
        """Return the row of a group in a region, if anything is open or anybody fits."""
        return next((r for r in self.groups if (r.group, r.region) == (group, region)), None)


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Many vacancies here, and people elsewhere who fit and can get here: send it to them?"""

    group: str
    region: str
    positions: int
    seekers: int | None
    segments: tuple[tuple[str, int], ...]
    """(home region, people), each at least five."""

    @property
    def reached(self) -> int:
        """Return how many people the segments hold."""
        return sum(people for _, people in self.segments)
