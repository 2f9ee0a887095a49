# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a chance is told from: facts known at the start of a time out of work, and how it went."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

Doubles = NDArray[np.float64]
Ints = NDArray[np.int64]
Words = NDArray[np.str_]
Direction = Literal["rises", "falls", "free"]

STILL, WORK, OTHER = 0, 1, 2
"""How it went: not over when last seen; work; an end that is not work (education, pension)."""
NEVER = frozenset(
    ("sex", "gender", "female", "male", "ethnicity", "origin", "foreign", "nationality", "name",
     "religion", "address", "cpr", "health", "marrstatus", "married")
)  # fmt: skip
"""Codes that no feature may have: what they stand for is never an input."""


@dataclass(frozen=True, slots=True)
class Number:
    """A fact that is a number. `direction`: how the chance may move as it grows, where sense says.

    What is not known (NaN) counts as the mean of those who are known, and whether it is known never
    counts.
    """

    code: str
    direction: Direction = "free"


@dataclass(frozen=True, slots=True)
class Choice:
    """A fact that is one of some words; "" is not known."""

    code: str


Feature = Number | Choice


@dataclass(frozen=True, slots=True)
class Background:
    """Facts of n people, a column for each: float64[n] with NaN, or words with ""."""

    numbers: Mapping[str, Doubles]
    choices: Mapping[str, Words]

    def __post_init__(self) -> None:
        """Refuse columns of different lengths, and those that may never be inputs."""
        lengths = {len(column) for column in (*self.numbers.values(), *self.choices.values())}
        if len(lengths) != 1:
            raise ValueError(f"Every fact needs one value a person, not columns of {lengths}.")
        refuse_forbidden([*self.numbers, *self.choices])

    def __len__(self) -> int:
        return len(next(iter((*self.numbers.values(), *self.choices.values()))))

    def at(self, rows: NDArray[np.int64] | NDArray[np.bool_]) -> "Background":
        """Return the same facts of some of the people."""
        return Background(
            {code: column[rows] for code, column in self.numbers.items()},
            {code: column[rows] for code, column in self.choices.items()},
        )


@dataclass(frozen=True, slots=True)
class Histories:
    """Times out of work, one each row.

    `entered`: weeks out of work when she was first seen (0: from the start; more: the time before
    was not seen, so nobody who left then could be here). `left`: weeks out when it ended or was
    last seen. `end`: `STILL`, `WORK` or `OTHER`. `step`: weeks that durations are known to.
    """

    background: Background
    entered: Doubles
    left: Doubles
    end: Ints
    step: float = 1.0

    def __post_init__(self) -> None:
        """Refuse what cannot be: other lengths, an end before the start, an unknown end."""
        many = len(self.background)
        if not len(self.entered) == len(self.left) == len(self.end) == many:
            raise ValueError("Every history needs a start, a length and an end.")
        if not (np.isfinite(self.entered).all() and np.isfinite(self.left).all()):
            raise ValueError("Weeks out of work must be numbers.")
        if (self.entered < 0).any() or (self.left <= self.entered).any():
            raise ValueError("Somebody must be seen after she was first seen, from week 0 on.")
        if not np.isin(self.end, (STILL, WORK, OTHER)).all():
            raise ValueError("An end is still out, work, or another.")

    def __len__(self) -> int:
        return len(self.left)

    def at(self, rows: NDArray[np.int64] | NDArray[np.bool_]) -> "Histories":
        """Return some of the histories."""
        return Histories(
            self.background.at(rows), self.entered[rows], self.left[rows], self.end[rows], self.step
        )


def refuse_forbidden(codes: Sequence[str]) -> None:
    """Raise ValueError when a code names what is never an input."""
    wrong = sorted(set(codes) & NEVER)
    if wrong:
        raise ValueError(f"Never an input: {', '.join(wrong)}.")
