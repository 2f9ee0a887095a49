# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Many openings as few places on a map: those that lie together are one, with their number."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

_KM_A_DEGREE = 111.195
_SHARES = 40.0
"""A cell is this share of the radius: what lies closer together cannot be pressed apart."""


@dataclass(frozen=True, slots=True)
class Place:
    """One place: the middle of its openings, how many, and the rows of the first few."""

    lat: float
    lon: float
    many: int
    rows: tuple[int, ...]


def gathered(
    lat: NDArray[np.float64], lon: NDArray[np.float64], *, km: float, few: int = 3
) -> list[Place]:
    """Return openings gathered in cells of a fortieth of the radius, most first.

    Args:
        lat: degrees, shape (n,).
        lon: degrees, shape (n,).
        km: the radius they lie within; it decides how large a cell is.
        few: so many rows are told of each place, in their order.
    """
    if not len(lat):
        return []
    size = max(km, 1.0) / _SHARES / _KM_A_DEGREE
    wide = size / max(0.1, float(np.cos(np.radians(np.mean(lat)))))
    cells = np.stack([np.floor(lat / size), np.floor(lon / wide)], axis=1).astype(np.int64)
    _, cell = np.unique(cells, axis=0, return_inverse=True)
    cell = cell.reshape(-1)
    many = np.bincount(cell)
    mean_lat = np.bincount(cell, weights=lat) / many
    mean_lon = np.bincount(cell, weights=lon) / many
    by_cell = np.split(np.argsort(cell, kind="stable"), np.cumsum(many)[:-1])
    places = [
        Place(
            float(mean_lat[one]), float(mean_lon[one]), int(many[one]), tuple(rows[:few].tolist())
        )
        for one, rows in enumerate(by_cell)
    ]
    return sorted(places, key=lambda place: (-place.many, place.lat, place.lon))
