# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Is a point inside an area, and if not, how far away is the area? Exact enough for kommuner."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from jobunivers.integrations.taxonomy.records import Polygon

KM_PER_DEGREE = 111.2  # of latitude; of longitude it is this times the cosine of the latitude


@dataclass(frozen=True, slots=True)
class Shape:
    """An area as its edges: shape (n, 4) of lon, lat, lon, lat in WGS84 degrees."""

    edges: NDArray[np.float64]

    @classmethod
    def of(cls, polygons: Iterable[Polygon]) -> "Shape":
        """Return the shape of polygons with holes; the rings are closed if they are not."""
        rings = [np.array(ring) for polygon in polygons for ring in polygon if ring]
        pieces = [np.hstack([ring, np.roll(ring, -1, axis=0)]) for ring in rings]
        edges = np.vstack(pieces) if pieces else np.empty((0, 4))
        return cls(edges[(edges[:, :2] != edges[:, 2:]).any(axis=1)])

    @property
    def box(self) -> tuple[float, float, float, float]:
        """West, south, east and north of everything; an empty shape's box holds nothing."""
        if not len(self.edges):
            return (1.0, 1.0, 0.0, 0.0)
        west, south = self.edges[:, :2].min(axis=0)
        east, north = self.edges[:, :2].max(axis=0)
        return (float(west), float(south), float(east), float(north))

    def contains(self, lat: float, lon: float) -> bool:
        """Return whether a ray from the point crosses the border an odd number of times.

        Even-odd counting over all rings at once is right for holes and islands alike.
        """
        x1, y1, x2, y2 = self.edges[(self.edges[:, 1] > lat) != (self.edges[:, 3] > lat)].T
        crossings = (x2 - x1) * (lat - y1) / (y2 - y1) + x1
        return bool(np.count_nonzero(crossings > lon) % 2)

    def nearest(self, lat: float, lon: float) -> tuple[float, float, float]:
        """Return kilometres to the border, and the border's nearest point as lat, lon."""
        if not len(self.edges):
            return (float("inf"), lat, lon)
        shrink = float(np.cos(np.radians(lat)))
        scale = np.array([shrink, 1.0, shrink, 1.0]) * KM_PER_DEGREE
        flat = (self.edges - [lon, lat, lon, lat]) * scale
        start, along = flat[:, :2], flat[:, 2:] - flat[:, :2]
        share = np.clip(-(start * along).sum(axis=1) / (along**2).sum(axis=1), 0.0, 1.0)
        points = start + share[:, None] * along
        distances = np.hypot(points[:, 0], points[:, 1])
        best = int(distances.argmin())
        east, north = points[best] / KM_PER_DEGREE
        return (float(distances[best]), float(lat + north), float(lon + east / shrink))
