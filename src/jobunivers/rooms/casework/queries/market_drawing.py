# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Pictures of the labour market: a line of weeks, and Denmark as a dot for each kommune.

Plain geometry in pixels of an SVG; what is drawn stands in a table or a list beside it.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from jobunivers.foundation.places import queries as places

_WIDTH, _HEIGHT, _LEFT, _BELOW = 640.0, 220.0, 48.0, 28.0
_TOP = 12.0
_MAP = 320.0
_MARKS = 4  # lines of the scale, at most


@dataclass(frozen=True, slots=True)
class Point:
    """One week of the line."""

    x: float
    y: float
    day: date
    number: int
    named: bool  # its day stands below


@dataclass(frozen=True, slots=True)
class Mark:
    """A line of the scale."""

    y: float
    number: int


@dataclass(frozen=True, slots=True)
class Line:
    """The open jobs of some weeks."""

    width: float
    height: float
    left: float
    bottom: float
    path: str
    points: tuple[Point, ...]
    marks: tuple[Mark, ...]


def line_of(weeks: Sequence[tuple[date, int]]) -> Line | None:
    """Return the line; None where there are fewer than two weeks to join."""
    if len(weeks) < 2:  # noqa: PLR2004 - a line has two ends
        return None
    step = _step(max(number for _, number in weeks))
    most = step * max(1, math.ceil(max(number for _, number in weeks) / step))
    first, last = weeks[0][0].toordinal(), weeks[-1][0].toordinal()
    bottom = _HEIGHT - _BELOW

    def y_of(number: int) -> float:
        return round(bottom - (bottom - _TOP) * number / most, 1)

    every = max(1, len(weeks) // 4)
    points = tuple(
        Point(
            round(_LEFT + (_WIDTH - _LEFT - 24) * (day.toordinal() - first) / (last - first), 1),
            y_of(number),
            day,
            number,
            at % every == 0,
        )
        for at, (day, number) in enumerate(weeks)
    )
    path = "M" + " L".join(f"{one.x} {one.y}" for one in points)
    marks = tuple(Mark(y_of(number), number) for number in range(0, most + 1, step))
    return Line(_WIDTH, _HEIGHT, _LEFT, bottom, path, points, marks)


def _step(most: int) -> int:
    """Return a round number so that no more than four lines make the scale."""
    size = 1
    while True:
        for round_one in (1, 2, 5):
            if size * round_one * _MARKS >= most:
                return size * round_one
        size *= 10


@dataclass(frozen=True, slots=True)
class Dot:
    """A kommune on the map, by what holds in its region."""

    x: float
    y: float
    label: str
    own: bool


@dataclass(frozen=True, slots=True)
class Dots:
    """Denmark."""

    width: float
    height: float
    dots: tuple[Dot, ...]


def dots_of(labels: Mapping[str, str], *, own: str) -> Dots:
    """Return a dot for each kommune with its region's label; `own` is the kommune's code."""
    known = [one for one in places.kommuner() if one.region_code in labels]
    if not known:
        return Dots(_MAP, _MAP, ())
    narrow = math.cos(math.radians(56))
    east = _span(one.lon * narrow for one in known)
    north = _span(one.lat for one in known)
    scale = (_MAP - 24) / max(east[1] - east[0], north[1] - north[0], 0.1)
    return Dots(
        _MAP,
        _MAP,
        tuple(
            Dot(
                round(12 + (one.lon * narrow - east[0]) * scale, 1),
                round(12 + (north[1] - one.lat) * scale, 1),
                labels[one.region_code],
                one.code == own,
            )
            for one in known
        ),
    )


def _span(values: Iterable[float]) -> tuple[float, float]:
    found = list(values)
    return min(found), max(found)
