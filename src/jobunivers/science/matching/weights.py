# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""How much each part of the score counts, from safe (what she knows) to bold (something new)."""

from dataclasses import dataclass, fields

import numpy as np
from numpy.typing import NDArray

PARTS = (
    "occupation",
    "wish",
    "skills",
    "bridge",
    "text",
    "taste",
    "distance",
    "hours",
    "freshness",
)
"""The parts of a score; their order is the order of the contributions."""
UNIT = 10_000
"""Contributions and scores are whole numbers of 1/10,000, so that their sums are exact."""
MIDDLE = 0.5
"""Everybody starts halfway between safe and bold."""
BOLDNESS_STEPS = 100
"""Boldness is kept in whole hundredths."""
_SUM_TOLERANCE = 1e-6


@dataclass(frozen=True, slots=True)
class Weights:
    """The share of each part in the highest possible score; none negative, together 1."""

    occupation: float
    wish: float
    skills: float
    bridge: float
    text: float
    taste: float
    distance: float
    hours: float
    freshness: float

    def __post_init__(self) -> None:
        """Refuse shares that are negative or do not add up to 1."""
        shares = self.as_array()
        if shares.min() < 0.0 or abs(float(shares.sum()) - 1.0) > _SUM_TOLERANCE:
            raise ValueError(f"Weights must be at least 0 and add up to 1, not {shares.tolist()}")

    def as_array(self) -> NDArray[np.float64]:
        """Return the shares in the order of `PARTS`, shape (9,)."""
        return np.array([getattr(self, field.name) for field in fields(self)], dtype=np.float64)


SAFE = Weights(
    occupation=0.38,
    wish=0.16,
    skills=0.26,
    bridge=0.0,
    text=0.03,
    taste=0.04,
    distance=0.08,
    hours=0.03,
    freshness=0.02,
)
BOLD = Weights(
    occupation=0.06,
    wish=0.26,
    skills=0.18,
    bridge=0.14,
    text=0.12,
    taste=0.12,
    distance=0.05,
    hours=0.03,
    freshness=0.04,
)


def steps_of(boldness: float) -> int:
    """Return the boldness (0 to 1, others are cut) in whole hundredths."""
    return round(min(1.0, max(0.0, boldness)) * BOLDNESS_STEPS)


@dataclass(frozen=True, slots=True)
class Model:
    """A version of the weights: both ends; a person stands somewhere between."""

    version: str
    safe: Weights
    bold: Weights

    def at(self, boldness: float) -> NDArray[np.float32]:
        """Return the nine shares for a boldness from 0 (safe) to 1, in hundredths."""
        share = steps_of(boldness) / BOLDNESS_STEPS
        mixed = (1.0 - share) * self.safe.as_array() + share * self.bold.as_array()
        return mixed.astype(np.float32)

    def table(self) -> NDArray[np.float32]:
        """Return the shares times `UNIT` for every hundredth of boldness, shape (101, 9)."""
        rows = [self.at(step / BOLDNESS_STEPS) for step in range(BOLDNESS_STEPS + 1)]
        return np.array(rows, dtype=np.float32) * np.float32(UNIT)


DEFAULT_MODEL = Model("matching-2", SAFE, BOLD)
