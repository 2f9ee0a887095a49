# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is open on a day, as arrays, and what a person would look at in it."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

import numpy as np
from numpy.typing import NDArray

from jobunivers.rooms.vacancies import queries as vacancies
from jobunivers.rooms.vacancies.queries import Position
from jobunivers.simulator.life.record import Rows

_KM = 111.2  # a degree of latitude
_FAR = 150.0  # km: nobody looks beyond that from home


@dataclass(slots=True)
class Market:
    """Open positions near a kommune, with how many of its people have applied for each."""

    positions: list[Position]
    isco: NDArray[np.int64]
    lat: NDArray[np.float64]
    lon: NDArray[np.float64]
    row_of: dict[int, int]
    applied: Counter[int] = field(default_factory=Counter)

    @classmethod
    def read(cls, *, at: datetime, around: tuple[float, float]) -> "Market":
        """Return what is open, near enough to `around` (latitude, longitude) to matter."""
        them = [
            one
            for one in vacancies.open_positions(at=at)
            if one.latitude is not None and one.longitude is not None and one.isco.isdigit()
        ]
        lat = np.array([one.latitude for one in them], dtype=np.float64)
        lon = np.array([one.longitude for one in them], dtype=np.float64)
        near = np.flatnonzero(km(lat, lon, *around) <= _FAR) if them else np.zeros(0, dtype=int)
        kept = [them[row] for row in near]
        return cls(
            positions=kept,
            isco=np.array([int(one.isco) for one in kept], dtype=np.int64),
            lat=lat[near],
            lon=lon[near],
            row_of={one.vacancy_id: row for row, one in enumerate(kept)},
        )

    def fits(self, person: Rows) -> NDArray[np.int64]:
        """Return the rows that a person would look at, the closest to her work first."""
        if not len(self.positions):
            return np.zeros(0, dtype=np.int64)
        reach = km(self.lat, self.lon, float(person["lat"]), float(person["lon"]))
        reachable = reach <= max(8.0, float(person["km"]))
        for divisor in (1, 10, 100):
            group = self.isco // divisor
            mine = (group == int(person["wish"]) // divisor) | (
                group == int(person["isco"]) // divisor
            )
            rows = np.flatnonzero(mine & reachable)
            if len(rows):
                return rows.astype(np.int64)
        return np.zeros(0, dtype=np.int64)

    def tightness(self, seekers: int) -> float:
        """Return open positions against job seekers, 1.0 where a usual market stands."""
        positions = sum(one.positions for one in self.positions)
        if not positions or not seekers:
            return 1.0
        # What is shown here is a part of the market; only how it moves is used.
        return float(np.sqrt(np.clip(positions / seekers / 2.0, 0.5, 2.0)))


def km(
    lat: NDArray[np.float64], lon: NDArray[np.float64], lat0: float, lon0: float
) -> NDArray[np.float64]:
    """Return distances on a flat Denmark, in km."""
    east = (lon - lon0) * np.cos(np.radians(lat0))
    return np.asarray(np.hypot(lat - lat0, east) * _KM, dtype=np.float64)


def one_of(rows: Sequence[int] | NDArray[np.int64], rng: np.random.Generator) -> int:
    """Return one row, those in front more likely."""
    place = min(int(rng.geometric(0.15)) - 1, len(rows) - 1)
    return int(rows[place])
