# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""How long the way is: nearly the great circle, around the water by bridge and ferry.

Places are whole millionths of a degree. A distance is the equirectangular one with the cosine of
the mean latitude, in float32; cosines are rounded to 2⁻²⁴, so that every machine has the same.
"""

import itertools
import math
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

MICRO = 1_000_000
NOWHERE = -(2**31)
"""Stands for an unknown latitude or longitude."""
KM_A_MICRODEGREE = np.float32(6371.0088 * math.pi / 180.0 / MICRO)
FERRY_KM = 40.0
"""What a crossing costs besides its length: waiting and boarding, in kilometres of road."""
_ROUNDED = float(2**24)

LANDS = (
    "",  # unknown: no water is counted
    "jylland",
    "fyn",
    "sjælland",
    "lolland-falster",
    "bornholm",
    "samsø",
    "læsø",
    "ærø",
    "fanø",
    "skåne",
)
"""Parts of the country one can drive about in; a land's place here is stored with each row."""
_FYN = "410 420 430 440 450 461 479 480 482"
_LAND_OF = {
    **dict.fromkeys(_FYN.split(), "fyn"),  # Langeland and Tåsinge have bridges
    **dict.fromkeys(("360", "376"), "lolland-falster"),
    **dict.fromkeys(("400", "411"), "bornholm"),
    "741": "samsø",
    "825": "læsø",
    "492": "ærø",
    "563": "fanø",
}
_LAST_OF_SJAELLAND = 390
_CODES = (
    "101 147 151 153 155 157 159 161 163 165 167 169 173 175 183 185 187 190 201 210 217 219 223 "
    "230 240 250 253 259 260 265 269 270 306 316 320 326 329 330 336 340 350 360 370 376 390 400 "
    "410 411 420 430 440 450 461 479 480 482 492 510 530 540 550 561 563 573 575 580 607 615 621 "
    "630 657 661 665 671 706 707 710 727 730 740 741 746 751 756 760 766 773 779 787 791 810 813 "
    "820 825 840 846 849 851 860"
)
_KOMMUNER = frozenset(_CODES.split())


def land_of(kommune_code: str) -> int:
    """Return the number in `LANDS` of a kommune ("751", "0751"); 0 for one that is not known."""
    code = kommune_code.strip().lstrip("0")
    if code not in _KOMMUNER:
        return 0
    if code in _LAND_OF:
        return LANDS.index(_LAND_OF[code])
    return LANDS.index("sjælland" if int(code) <= _LAST_OF_SJAELLAND else "jylland")


class Point(NamedTuple):
    """A place in whole millionths of a degree."""

    lat: int
    lon: int


def micro(degrees: float | None) -> int:
    """Return degrees as whole millionths; `NOWHERE` for None or what is no number."""
    if degrees is None or not math.isfinite(degrees):
        return NOWHERE
    return round(degrees * MICRO)


def halves(lat: NDArray[np.int32]) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Return cosine and sine of half the latitudes (millionths of a degree), same shape.

    cos((a + b) / 2) = cos a/2 · cos b/2 − sin a/2 · sin b/2: a pair then costs no cosine.
    """
    half = np.radians(np.where(lat == NOWHERE, 0, lat).astype(np.float64) / MICRO) / 2.0
    cosine = np.round(np.cos(half) * _ROUNDED) / _ROUNDED
    sine = np.round(np.sin(half) * _ROUNDED) / _ROUNDED
    return cosine.astype(np.float32), sine.astype(np.float32)


def kilometres(one: Point, lat: NDArray[np.int32], lon: NDArray[np.int32]) -> NDArray[np.float32]:
    """Return the distance in km from a point to each of the others, same shape.

    Operation for operation what the kernel does.
    """
    cos_one, sin_one = halves(np.array([one.lat], dtype=np.int32))
    cos_all, sin_all = halves(lat)
    mean = cos_one * cos_all - sin_one * sin_all
    north = (np.int32(one.lat) - lat).astype(np.float32) * KM_A_MICRODEGREE
    east = (np.int32(one.lon) - lon).astype(np.float32) * KM_A_MICRODEGREE * mean
    return np.asarray(np.sqrt(north * north + east * east), dtype=np.float32)


class Crossing(NamedTuple):
    """A bridge (both ends the same point) or a ferry between two lands."""

    land: str
    other: str
    here: Point
    there: Point
    extra_km: float


def _bridge(land: str, other: str, lat: float, lon: float) -> Crossing:
    point = Point(micro(lat), micro(lon))
    return Crossing(land, other, point, point, 0.0)


def _ferry(
    land: str, other: str, here: tuple[float, float], there: tuple[float, float]
) -> Crossing:
    ends = Point(micro(here[0]), micro(here[1])), Point(micro(there[0]), micro(there[1]))
    return Crossing(land, other, *ends, FERRY_KM)


CROSSINGS = (
    _bridge("jylland", "fyn", 55.520, 9.750),  # Lillebælt
    _bridge("fyn", "sjælland", 55.340, 11.030),  # Storebælt
    _bridge("sjælland", "lolland-falster", 54.960, 11.930),  # Storstrøm and Farø
    _bridge("sjælland", "skåne", 55.570, 12.850),  # Øresund
    _ferry("fyn", "lolland-falster", (54.932, 10.830), (54.878, 11.022)),  # Spodsbjerg–Tårs
    _ferry("skåne", "bornholm", (55.427, 13.826), (55.100, 14.695)),  # Ystad–Rønne
    _ferry("jylland", "samsø", (55.911, 10.257), (55.868, 10.548)),  # Hou–Sælvig
    _ferry("sjælland", "samsø", (55.679, 11.087), (55.816, 10.643)),  # Kalundborg–Ballen
    _ferry("jylland", "læsø", (57.436, 10.541), (57.297, 10.925)),  # Frederikshavn–Vesterø
    _ferry("fyn", "ærø", (55.057, 10.613), (54.891, 10.412)),  # Svendborg–Ærøskøbing
    _ferry("jylland", "ærø", (54.995, 9.985), (54.943, 10.260)),  # Fynshav–Søby
    _ferry("jylland", "fanø", (55.473, 8.436), (55.447, 8.407)),  # Esbjerg–Nordby
)
_TOWNS = {
    "jylland": (55.709, 9.536),
    "fyn": (55.396, 10.388),
    "sjælland": (55.676, 12.568),
    "lolland-falster": (54.769, 11.874),
    "bornholm": (55.100, 14.706),
    "samsø": (55.868, 10.600),
    "læsø": (57.290, 10.930),
    "ærø": (54.890, 10.400),
    "fanø": (55.440, 8.400),
    "skåne": (55.605, 13.004),
}


class Route(NamedTuple):
    """The way from one land to another: to `first`, then `between_km`, then on from `last`."""

    first: Point
    last: Point
    between_km: float


@cache
def _km(one: Point, other: Point) -> float:
    lat, lon = np.array([other.lat], np.int32), np.array([other.lon], np.int32)
    return float(kilometres(one, lat, lon)[0])


def _paths(land: str, goal: str, seen: tuple[str, ...]) -> Iterator[tuple[Crossing, ...]]:
    if land == goal:
        yield ()
        return
    for one in CROSSINGS:
        for step in (one, Crossing(one.other, one.land, one.there, one.here, one.extra_km)):
            if step.land == land and step.other not in seen:
                for rest in _paths(step.other, goal, (*seen, step.other)):
                    yield (step, *rest)


def _length(path: tuple[Crossing, ...], start: Point, end: Point) -> float:
    stops = [start, *(point for step in path for point in (step.here, step.there)), end]
    legs = sum(_km(a, b) for a, b in itertools.pairwise(stops))
    return legs + sum(step.extra_km for step in path)


def _route(land: str, other: str) -> Route | None:
    if not land or not other or land == other:
        return None
    start, end = (Point(*map(micro, _TOWNS[name])) for name in (land, other))
    path = min(_paths(land, other, (land,)), key=lambda p: _length(p, start, end))
    first, last = path[0].here, path[-1].there
    return Route(first, last, _length(path, first, last))


ROUTES: tuple[tuple[Route | None, ...], ...] = tuple(
    tuple(_route(land, other) for other in LANDS) for land in LANDS
)
"""`ROUTES[land][other]`: the shortest way between their towns; None where no water is between."""


def last_legs(
    land: int, lands: NDArray[np.uint8], lat: NDArray[np.int32], lon: NDArray[np.int32]
) -> NDArray[np.float32]:
    """Return the km from where the way leaves `land` to each place; −1 where no water is between.

    The whole way is the one to `ROUTES[land][…].first` and this; never less than a straight line.
    """
    legs = np.full(len(lands), -1.0, dtype=np.float32)
    for other, route in enumerate(ROUTES[land]):
        rows = np.flatnonzero((lands == other) & (lat != NOWHERE))
        if route is not None and len(rows):
            last = kilometres(route.last, lat[rows], lon[rows])
            legs[rows] = np.float32(route.between_km) + last
    return legs
