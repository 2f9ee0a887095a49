# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Circles on the ground as sets of grid cells that an inverted index can answer exactly.

Every document carries its square at five sizes. A circle is covered by the largest squares that
lie wholly inside it, and by a rim of small squares that its edge crosses; only the places in the
rim are measured one by one. Distances are great-circle distances (haversine) on a sphere of
6,371.0088 km, which is within 0.3 % of the ellipsoid in Denmark.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import ceil, cos, floor, isfinite, radians, sin

import numpy as np
from numpy.typing import NDArray

EARTH_KM = 6371.0088  # mean radius, IUGG
_DEGREE_M = EARTH_KM * 1000 * radians(1)
_MIDDLE = cos(radians(56))  # squares are square in the middle of Denmark
SIZES_M = (16_384, 4_096, 1_024, 256, 64)  # each four times the next
STEP = 4
_POLE, _DATELINE = 90, 180  # degrees
NOWHERE = 0  # the packed point of a document without a place
_ANGLES = tuple((cos(radians(a)), sin(radians(a))) for a in (i * 22.5 for i in range(8)))
AXES = len(_ANGLES)
_OFFSET = 40_000_000  # metres; keeps every place on Earth above 0
_INWARD = 0.975  # a sixteen-sided polygon's corners stick out by 2 %
_WIDEST_HULL_KM = 400
_E5 = 100_000
_LON_BITS = 26

Floats = NDArray[np.float64]
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


@dataclass(frozen=True, slots=True)
class Cover:
    """Cells wholly inside a circle by size, and cells of one size that its edge crosses."""

    inside: dict[int, list[int]]
    rim_level: int
    rim: list[int]


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


def axes(point: int) -> tuple[int, ...]:
    """Return where a packed point lies along each of the eight directions, in metres; 0 nowhere."""
    if point == NOWHERE:
        return (0,) * len(_ANGLES)
    metres_y = ((point >> _LON_BITS) / _E5 - _POLE) * _DEGREE_M
    metres_x = ((point & ((1 << _LON_BITS) - 1)) / _E5 - _DATELINE) * _DEGREE_M * _MIDDLE
    return tuple(round(metres_x * c + metres_y * s) + _OFFSET for c, s in _ANGLES)


@dataclass(frozen=True, slots=True)
class Hull:
    """A polygon of sixteen sides around a circle, and one within it, by bounds along the axes."""

    outer: tuple[tuple[int, int], ...]
    inner: tuple[tuple[int, int], ...]


@lru_cache(maxsize=1024)
def hull(circle: Circle) -> Hull | None:
    """Return the polygons of a circle; None where the map's projection cannot hold it.

    Bounds along fast columns are only looked up for documents that match everything else, so
    for a search with words they are far cheaper than cells. What lies between the two polygons
    (some 5 % of the circle's documents) has to be measured.
    """
    km = circle.km or 0.0
    lats, lons = _edge(circle, km)
    if np.abs(lats).max() > 85 or np.abs(lons).max() > _DATELINE or km > _WIDEST_HULL_KM:  # noqa: PLR2004 not near a pole
        return None
    xs, ys = lons * _DEGREE_M * _MIDDLE, lats * _DEGREE_M
    x, y = circle.lon * _DEGREE_M * _MIDDLE, circle.lat * _DEGREE_M
    slack = km * 1000 * 1e-4 + 4  # between the edge's 360 corners, and rounding to metres
    outer, inner = [], []
    for c, s in _ANGLES:
        along, middle = xs * c + ys * s, x * c + y * s
        low, high = float(along.min()), float(along.max())
        outer.append((floor(low - slack) + _OFFSET, ceil(high + slack) + _OFFSET))
        inward = [middle + (end - middle) * _INWARD for end in (low, high)]
        inner.append((ceil(inward[0] + slack) + _OFFSET, floor(inward[1] - slack) + _OFFSET))
    fits = _corners_within(circle, km, inner)
    return Hull(outer=tuple(outer), inner=tuple(inner) if fits else ())


def _edge(circle: Circle, km: float) -> tuple[Floats, Floats]:
    """Return 360 points on the edge of a circle."""
    bearing = np.linspace(0, 2 * np.pi, 360, endpoint=False)
    lat, far = np.radians(circle.lat), km / EARTH_KM
    lats = np.arcsin(np.sin(lat) * np.cos(far) + np.cos(lat) * np.sin(far) * np.cos(bearing))
    east = np.arctan2(
        np.sin(bearing) * np.sin(far) * np.cos(lat), np.cos(far) - np.sin(lat) * np.sin(lats)
    )
    return np.degrees(lats), circle.lon + np.degrees(east)


def _corners_within(circle: Circle, km: float, bounds: list[tuple[int, int]]) -> bool:
    """Tell whether the polygon of these bounds lies in the circle: its corners all do."""
    if any(low >= high for low, high in bounds):
        return False
    ends = np.array([high for _, high in bounds] + [low for low, _ in bounds], dtype=np.float64)
    one, two = ends - _OFFSET, np.roll(ends, -1) - _OFFSET
    angles = np.array([*_ANGLES, *_ANGLES], dtype=np.float64)
    c1, s1 = angles.T
    c2, s2 = np.roll(angles, -1, axis=0).T
    cross = c1 * s2 - s1 * c2
    lats = (c1 * two - c2 * one) / cross / _DEGREE_M
    lons = (one * s2 - two * s1) / cross / (_DEGREE_M * _MIDDLE)
    far = distance_km(circle.lat, circle.lon, lats, lons)
    return bool((far <= km).all())


def cells(point: int) -> tuple[int, ...]:
    """Return the cell of a packed point at each size, or nothing without a place."""
    if point == NOWHERE:
        return ()
    metres_y = (point >> _LON_BITS) / _E5 * _DEGREE_M
    metres_x = (point & ((1 << _LON_BITS) - 1)) / _E5 * _DEGREE_M * _MIDDLE
    return tuple((int(metres_y // size) << 32) | int(metres_x // size) for size in SIZES_M)


def centre(cell: int, level: int) -> tuple[float, float]:
    """Return latitude and longitude of a cell's middle."""
    size = SIZES_M[level]
    lat = ((cell >> 32) + 0.5) * size / _DEGREE_M - 90
    lon = ((cell & 0xFFFFFFFF) + 0.5) * size / (_DEGREE_M * _MIDDLE) - 180
    return lat, lon


Occupied = Sequence["dict[int, int] | None"]  # documents by cell at each size; None: not known


def cover(circle: Circle, occupied: Occupied = (), few: int = 0) -> Cover:
    """Return the cells of a circle; its km must be set.

    Cells nobody is in are left out where that is known, and the rim is made no finer once it
    holds at most `few` documents: so the cover of a sparse map stays small.
    """
    km = circle.km or 0.0
    last = _rim_level(km)
    rows, columns = _around(circle, km)
    inside: dict[int, list[int]] = {}
    for level in range(last + 1):
        known = occupied[level] if level < len(occupied) else None
        if known is not None:
            there = np.fromiter((key in known for key in _keys(rows, columns)), dtype=np.bool_)
            rows, columns = rows[there], columns[there]
        near, spread = _measure(circle, rows, columns, level)
        within = near + spread <= km
        inside[level] = _keys(rows[within], columns[within])
        crossed = ~within & (near - spread <= km)
        rows, columns = rows[crossed], columns[crossed]
        rim = _keys(rows, columns)
        if level == last or (known is not None and sum(known[key] for key in rim) <= few):
            return Cover(inside=inside, rim_level=level, rim=rim)
        rows, columns = _finer(rows, columns)
    raise AssertionError("a rim level is always reached")


def reach(circle: Circle, keys: Sequence[int], level: int) -> Floats:
    """Return how far from the circle's middle the farthest point of each cell can be, in km."""
    cells_ = np.array(keys, dtype=np.int64)
    near, spread = _measure(circle, cells_ >> 32, cells_ & 0xFFFFFFFF, level)
    return near + spread


def _rim_level(km: float) -> int:
    """Choose squares of about a four-hundredth of the radius: some 3,200 lie on the edge."""
    fine = [level for level, size in enumerate(SIZES_M) if size >= km * 1000 / 400]
    return fine[-1] if fine else 0


def _around(circle: Circle, km: float) -> tuple[Ints, Ints]:
    size = SIZES_M[0]
    reach = km * 1000 * 1.01 + 2
    low, high = (_row(circle.lat * _DEGREE_M + 90 * _DEGREE_M + d, size) for d in (-reach, reach))
    edge = min(abs(circle.lat) + reach / _DEGREE_M, 89.0)
    wide = reach / max(cos(radians(edge)), 0.017) * _MIDDLE
    middle = (circle.lon + 180) * _DEGREE_M * _MIDDLE
    world = _row(360 * _DEGREE_M * _MIDDLE, size)
    left, right = max(_row(middle - wide, size), 0), min(_row(middle + wide, size), world)
    rows, columns = np.meshgrid(np.arange(max(low, 0), high + 1), np.arange(left, right + 1))
    return rows.ravel().astype(np.int64), columns.ravel().astype(np.int64)


def _row(metres: float, size: int) -> int:
    return int(metres // size)


def _measure(circle: Circle, rows: Ints, columns: Ints, level: int) -> tuple[Floats, Floats]:
    """Return distances to the middles of cells, and how far a cell reaches from its middle."""
    size = SIZES_M[level]
    lats: Floats = (rows.astype(np.float64) + 0.5) * size / _DEGREE_M - 90
    lons: Floats = (columns.astype(np.float64) + 0.5) * size / (_DEGREE_M * _MIDDLE) - 180
    nearest_equator = np.maximum(np.abs(lats) - size / _DEGREE_M, 0)
    width = size * np.cos(np.radians(nearest_equator)) / _MIDDLE
    # One per cent and two metres over half the diagonal: rounding, and a sphere is not a plane.
    spread = np.hypot(width, size) / 2000 * 1.01 + 0.002
    return distance_km(circle.lat, circle.lon, lats, lons), spread


def _finer(rows: Ints, columns: Ints) -> tuple[Ints, Ints]:
    steps = np.arange(STEP)
    down = (rows[:, None, None] * STEP + steps[None, :, None]) + np.zeros((1, 1, STEP), np.int64)
    across = (columns[:, None, None] * STEP + steps[None, None, :]) + np.zeros(
        (1, STEP, 1), np.int64
    )
    return down.ravel(), across.ravel()


def _keys(rows: Ints, columns: Ints) -> list[int]:
    found: list[int] = ((rows << 32) | columns).tolist()
    return found
