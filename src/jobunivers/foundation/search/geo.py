# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Circles on the ground, measured for very many places at once.

Distances are great-circle distances (haversine) on a sphere of 6,371.0088 km, which is within
0.3 % of the ellipsoid in Denmark. Most places are told to be inside or outside a circle by the
straight line through the ground, in single precision; only those within a few metres of its
edge are measured exactly.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, isfinite, pi, radians, sin

import numpy as np
from numpy.typing import NDArray

EARTH_KM = 6371.0088  # mean radius, IUGG
_DEGREE_M = EARTH_KM * 1000 * radians(1)
_MIDDLE = cos(radians(56))  # squares are square in the middle of Denmark
SIZES_M = (16_384, 4_096, 1_024, 256)  # of the map's squares, each four times the next
_POLE, _DATELINE = 90, 180  # degrees
NOWHERE = 0  # the packed point of a document without a place
# Single precision keeps the three coordinates to a quarter of a metre.
DOUBT_KM = 0.003
_DOUBT_SHARE = 1e-6
_CROWDED = 8  # up to so many squares a place, all of them are counted rather than sorted
_BLOCK = 32_768  # places at a time, which stay in the processor's cache
_E5 = 100_000
_LON_BITS = 26

Floats = NDArray[np.float64]
Singles = NDArray[np.float32]
Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Circle:
    """A place and how far from it; WGS84 degrees and kilometres; km None only measures distance."""

    lat: float
    lon: float
    km: float | None = None

    def __post_init__(self) -> None:
        if not (isfinite(self.lat) and -_POLE <= self.lat <= _POLE):
            raise ValueError("latitude must be between -90 and 90 degrees")
        if not (isfinite(self.lon) and -_DATELINE <= self.lon <= _DATELINE):
            raise ValueError("longitude must be between -180 and 180 degrees")
        if self.km is not None and not (isfinite(self.km) and self.km >= 0):
            raise ValueError("a radius is a number of kilometres, not below 0")


def pack(lat: float | None, lon: float | None) -> int:
    """Return a point as one number, kept to 1e-5 degree (about a metre); NOWHERE for no place."""
    if lat is None or lon is None or not (isfinite(lat) and isfinite(lon)):
        return NOWHERE
    if not (-_POLE < lat <= _POLE and -_DATELINE <= lon <= _DATELINE):
        return NOWHERE
    return (round((lat + 90) * _E5) << _LON_BITS) | round((lon + 180) * _E5)


def unpack(points: Ints) -> tuple[Floats, Floats]:
    """Return latitudes and longitudes of packed points; NaN for those without a place."""
    lat = (points >> _LON_BITS) / _E5 - 90
    lon = (points & ((1 << _LON_BITS) - 1)) / _E5 - 180
    nowhere = points == NOWHERE
    return np.where(nowhere, np.nan, lat), np.where(nowhere, np.nan, lon)


def distance_km(lat: float, lon: float, lats: Floats, lons: Floats) -> Floats:
    """Return great-circle distances in kilometres from one point to many."""
    one, many = np.radians(lat), np.radians(lats)
    half = np.sin((many - one) / 2) ** 2
    half = half + np.cos(one) * np.cos(many) * np.sin(np.radians(lons - lon) / 2) ** 2
    return np.asarray(2 * EARTH_KM * np.arcsin(np.sqrt(np.clip(half, 0, 1))), dtype=np.float64)


def in_space(lats: Floats, lons: Floats) -> tuple[Floats, Floats, Floats]:
    """Return places as kilometres from the Earth's middle along three axes; NaN stays NaN."""
    lat, lon = np.radians(lats), np.radians(lons)
    flat = EARTH_KM * np.cos(lat)
    return flat * np.cos(lon), flat * np.sin(lon), EARTH_KM * np.sin(lat)


def chords_km2(circle: Circle, space: Sequence[Singles]) -> Singles:
    """Return the squares of the straight distances to a circle's middle, nearly.

    Args:
        circle: its lat and lon are used.
        space: the places' three coordinates as `in_space` gives them, each (n,).

    Their roots are wrong by less than `doubt_km`. NaN for those without a place.
    """
    middle = in_space(np.array([circle.lat]), np.array([circle.lon]))
    total = np.empty(len(space[0]), np.float32)
    spare = np.empty(min(len(total), _BLOCK), np.float32)
    for start in range(0, len(total), _BLOCK):
        found = total[start : start + _BLOCK]
        part = spare[: len(found)]
        found[:] = 0
        for axis, centre in zip(space, middle, strict=True):
            np.subtract(axis[start : start + _BLOCK], np.float32(centre[0]), out=part)
            part *= part
            found += part
    return total


def doubt_km(chord: float) -> float:
    """Return by how much a straight distance of about `chord` km may be wrong."""
    return DOUBT_KM + chord * _DOUBT_SHARE


def chord_km(km: float) -> float:
    """Return the straight distance between two places that lie km apart along the ground."""
    return 2 * EARTH_KM * sin(min(km / (2 * EARTH_KM), pi / 2))


def within(circle: Circle, space: Sequence[Singles], points: Ints) -> NDArray[np.bool_]:
    """Tell which places lie within a circle's radius, exactly; its km must be set.

    Args:
        circle: where and how far.
        space: the places' three coordinates, each (n,).
        points: the same places, packed, (n,); asked for few of them.
    """
    km = circle.km or 0.0
    chord = chord_km(km)
    doubt = doubt_km(chord)
    squares = chords_km2(circle, space)
    sure = max(chord - doubt, 0.0)
    inside = squares <= np.float32(sure * sure) if sure else np.zeros(len(points), np.bool_)
    edge = np.flatnonzero((squares <= np.float32((chord + doubt) ** 2)) & ~inside)
    if len(edge):
        far = distance_km(circle.lat, circle.lon, *unpack(points[edge]))
        inside[edge] = far <= km
    return np.asarray(inside, dtype=np.bool_)


def squares(points: Ints, level: int) -> tuple[Ints, Ints]:
    """Return the map's squares that places lie in, and how many lie in each.

    Args:
        points: packed; those without a place are in no square.
        level: which of `SIZES_M`.
    """
    size = SIZES_M[level]
    there = points[points != NOWHERE]
    rows = ((there >> _LON_BITS) / _E5 * (_DEGREE_M / size)).astype(np.int64)
    across = (there & ((1 << _LON_BITS) - 1)) / _E5 * (_DEGREE_M * _MIDDLE / size)
    columns = across.astype(np.int64)
    if not len(there):
        return rows, columns
    first, left = int(rows.min()), int(columns.min())
    wide, high = int(columns.max()) - left + 1, int(rows.max()) - first + 1
    if wide * high > _CROWDED * len(there):
        keys, counts = np.unique((rows << 32) | columns, return_counts=True)
        return keys, counts
    table = np.bincount((rows - first) * wide + columns - left)
    there = np.flatnonzero(table)
    return (there // wide + first) << 32 | (there % wide + left), table[there]


def centre(square: int, level: int) -> tuple[float, float]:
    """Return latitude and longitude of a square's middle."""
    size = SIZES_M[level]
    lat = ((square >> 32) + 0.5) * size / _DEGREE_M - 90
    lon = ((square & 0xFFFFFFFF) + 0.5) * size / (_DEGREE_M * _MIDDLE) - 180
    return lat, lon
