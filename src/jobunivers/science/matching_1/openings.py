# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Openings as matching sees them, and the table that makes many of them quick to compare."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


class Required(NamedTuple):
    """A skill an opening asks for: how sure that the text says so, and if it is a must."""

    uri: str
    confidence: float = 1.0
    essential: bool = True


@dataclass(frozen=True, slots=True)
class Opening:
    """A vacancy as matching sees it; None and "" mean that the advertisement does not say.

    `published_days` is its age in days and `deadline_days` the days left (negative: passed), both
    seen from the moment of matching. `remote_share` is 0 to 1. `employer` is any stable key.
    `isco` holds ISCO-08 digits ("2221"). `language` is the working language ("da"), if stated.
    """

    id: str
    occupation: str = ""
    isco: str = ""
    occupation_confidence: float = 1.0
    skills: tuple[Required, ...] = ()
    lat: float | None = None
    lon: float | None = None
    hours_min: float | None = None
    hours_max: float | None = None
    remote_share: float = 0.0
    language: str = ""
    published_days: float = 0.0
    deadline_days: float | None = None
    employer: str = ""


def _floats(values: list[float | None]) -> Floats:
    """Return the values as an array in which an unstated one is NaN."""
    return np.array(values, dtype=np.float64)


class OpeningTable:
    """Openings in columns: build it once, rank it for many people.

    `numbers` has one row per opening; skills are stored flat (`skill_row` → opening row,
    `skill_id` → position in `skill_uris`), so that one person costs a few array operations.
    """

    def __init__(self, openings: Sequence[Opening]) -> None:
        self.openings = tuple(openings)
        self.size = len(self.openings)
        rows = self.openings
        self.lat = _floats([o.lat for o in rows])
        self.lon = _floats([o.lon for o in rows])
        self.hours_min = _floats([o.hours_min for o in rows])
        self.hours_max = _floats([o.hours_max for o in rows])
        self.remote = np.clip(_floats([o.remote_share for o in rows]), 0.0, 1.0)
        self.published_days = np.maximum(_floats([o.published_days for o in rows]), 0.0)
        self.deadline_days = _floats([o.deadline_days for o in rows])
        self.confidence = np.clip(_floats([o.occupation_confidence for o in rows]), 0.0, 1.0)
        self._index_occupations()
        self._index_skills()

    def _index_occupations(self) -> None:
        keys = [(o.occupation, o.isco) for o in self.openings]
        self.occupations = tuple(sorted(set(keys)))
        number = {key: i for i, key in enumerate(self.occupations)}
        self.occupation_id = np.array([number[key] for key in keys], dtype=np.intp)

    def _index_skills(self) -> None:
        required = [(row, s) for row, o in enumerate(self.openings) for s in o.skills]
        self.skill_uris = tuple(sorted({s[0] for _, s in required}))
        number = {uri: i for i, uri in enumerate(self.skill_uris)}
        self.skill_row = np.array([row for row, _ in required], dtype=np.intp)
        self.skill_id = np.array([number[s[0]] for _, s in required], dtype=np.intp)
        self.skill_confidence = np.array([s[1] for _, s in required], dtype=np.float64)
        self.skill_essential = np.array([s[2] for _, s in required], dtype=np.bool_)
