# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where the ribbons and bars of a picture of flows lie: plain geometry, in pixels of an SVG.

A Sankey diagram: each column is a day, each bar of it a course as high as it has people, each
ribbon between two columns people who went from one bar to the next. What comes into a bar and what
leaves it are as high as the bar, so the picture cannot say more than the numbers.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

_BAR = 14.0
_LABEL = 26.0  # room for a bar's name above it
_GAP = 12.0
_THINNEST = 1.0  # what is there can be seen, however few they are


@dataclass(frozen=True, slots=True)
class Bar:
    """One course in one column."""

    code: str
    column: int
    people: int
    x: float
    y: float
    height: float
    label_x: float
    label_y: float
    anchor: str  # start | end
    named: bool  # the name stands above it; else its number alone
    width: float = _BAR


@dataclass(frozen=True, slots=True)
class Ribbon:
    """People who went from one bar to one of the next column."""

    start: str
    end: str
    column: int  # of the bar it leaves
    people: int
    path: str
    stays: bool


@dataclass(frozen=True, slots=True)
class Drawing:
    """All of a picture."""

    width: float
    height: float
    bars: tuple[Bar, ...]
    ribbons: tuple[Ribbon, ...]


Flows = Mapping[tuple[str, str], int]
"""(from, to) → people, of one interval."""


def draw(flows: Sequence[Flows], order: Sequence[str], *, width: float, tallest: float) -> Drawing:
    """Return the picture of the flows of one interval after the other.

    Args:
        flows: for each interval how many went from where to where, those who stayed among them.
        order: the codes from top to bottom; a code that is not among them is drawn last.
        width: of the whole picture.
        tallest: how high the highest column's bars are together.

    Returns:
        One column more than there are intervals; none of it when nobody is anywhere.
    """
    columns = _columns(flows, order)
    most = max((sum(column.values()) for column in columns), default=0)
    if not most:
        return Drawing(width, 0.0, (), ())
    scale = tallest / most
    bars = _bars(columns, width=width, scale=scale)
    ribbons = _ribbons(flows, columns, bars, scale=scale)
    bottom = max(bar.y + bar.height for bar in bars.values())
    return Drawing(width, round(bottom + _GAP, 1), tuple(bars.values()), ribbons)


def _columns(flows: Sequence[Flows], order: Sequence[str]) -> list[dict[str, int]]:
    """Return how many are in each bar of each column, in the order they are drawn."""
    known = {code: place for place, code in enumerate(order)}
    sums: list[dict[str, int]] = []
    for column in range(len(flows) + 1 if flows else 0):
        found: dict[str, int] = {}
        # A bar is as high as the larger of what comes in and what leaves: they are the same
        # people, unless somebody moved twice within an interval.
        for side, interval in ((0, column), (1, column - 1)):
            if 0 <= interval < len(flows):
                sides: dict[str, int] = {}
                for pair, people in flows[interval].items():
                    sides[pair[side]] = sides.get(pair[side], 0) + people
                found |= {code: max(found.get(code, 0), many) for code, many in sides.items()}
        there = {code: many for code, many in found.items() if many > 0}
        sums.append(
            dict(sorted(there.items(), key=lambda one: (known.get(one[0], len(known)), one[0])))
        )
    return sums


def _bars(
    columns: Sequence[Mapping[str, int]], *, width: float, scale: float
) -> dict[tuple[int, str], Bar]:
    last = len(columns) - 1
    # Names stand where there is room: above the first column, and above what is not in it.
    first = set(columns[0])
    bars: dict[tuple[int, str], Bar] = {}
    for column, sums in enumerate(columns):
        x = (width - _BAR) * column / last
        y = 0.0
        for code, people in sums.items():
            height = max(people * scale, _THINNEST)
            y += _LABEL
            ends = column == last
            bars[column, code] = Bar(
                code=code,
                column=column,
                people=people,
                x=round(x, 1),
                y=round(y, 1),
                height=round(height, 1),
                label_x=round(x + _BAR if ends else x, 1),
                label_y=round(y - 7, 1),
                anchor="end" if ends else "start",
                named=column == 0 or code not in first,
            )
            y += height + _GAP
    return bars


def _ribbons(
    flows: Sequence[Flows],
    columns: Sequence[Mapping[str, int]],
    bars: Mapping[tuple[int, str], Bar],
    *,
    scale: float,
) -> tuple[Ribbon, ...]:
    """Return the ribbons; at each bar they lie in the order of the bars they lead to."""
    ribbons: list[Ribbon] = []
    for column, interval in enumerate(flows):
        places = [{code: n for n, code in enumerate(columns[column + side])} for side in (0, 1)]
        used: dict[tuple[int, str], float] = {}
        pairs = [pair for pair, people in interval.items() if people > 0]
        for start, end in sorted(pairs, key=lambda one: (places[0][one[0]], places[1][one[1]])):
            people = interval[start, end]
            thick = people * scale
            left, right = bars[column, start], bars[column + 1, end]
            y0 = left.y + used.get((0, start), 0.0)
            y1 = right.y + used.get((1, end), 0.0)
            used[0, start] = used.get((0, start), 0.0) + thick
            used[1, end] = used.get((1, end), 0.0) + thick
            path = _path(left.x + _BAR, y0, right.x, y1, max(thick, _THINNEST))
            ribbons.append(Ribbon(start, end, column, people, path, start == end))
    return tuple(ribbons)


def _path(x0: float, y0: float, x1: float, y1: float, thick: float) -> str:
    """Return a band that bends once, as an SVG path."""
    middle = (x0 + x1) / 2
    return (
        f"M{x0:.1f} {y0:.1f}C{middle:.1f} {y0:.1f} {middle:.1f} {y1:.1f} {x1:.1f} {y1:.1f}"
        f"v{thick:.1f}C{middle:.1f} {y1 + thick:.1f} {middle:.1f} {y0 + thick:.1f}"
        f" {x0:.1f} {y0 + thick:.1f}z"
    )
