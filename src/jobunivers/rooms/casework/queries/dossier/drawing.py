# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where the bars of the activity chart stand: plain geometry, in pixels of an SVG.

One strip for each kind over the same days, each with its own scale, so that few talks are not
lost beside many logins. A bar is as wide as its share of the days, and what is there can be seen.
"""

from collections.abc import Sequence
from dataclasses import dataclass

WIDTH = 640.0
HEIGHT = 44.0  # of a strip's bars
_LABEL = 22.0
_GAP = 12.0
_SPACE = 0.15  # of a bar's place, left free
_THINNEST = 3.0


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar; `known` is false where she was not here yet."""

    x: float
    y: float
    width: float
    height: float
    count: int
    known: bool


@dataclass(frozen=True, slots=True)
class Strip:
    """One kind: its name, how often in all, the highest bar, and where everything stands."""

    code: str
    name: str
    total: int
    most: int
    label_y: float
    base_y: float
    top_y: float
    bars: Sequence[Bar]


def strips(
    kinds: Sequence[tuple[str, str, int]], rows: Sequence[Sequence[int]], known: Sequence[bool]
) -> list[Strip]:
    """Return a strip for each kind.

    Args:
        kinds: code, name and total of each.
        rows: for each group of days the count of each kind, oldest first.
        known: for each group whether she was here.
    """
    return [
        _strip(place, kind, [row[place] for row in rows], known) for place, kind in enumerate(kinds)
    ]


def height_of(many: int) -> float:
    """Return how high a picture of so many strips is."""
    return many * (_LABEL + HEIGHT + _GAP)


def _strip(
    place: int, kind: tuple[str, str, int], counts: Sequence[int], known: Sequence[bool]
) -> Strip:
    code, name, total = kind
    top = place * (_LABEL + HEIGHT + _GAP) + _LABEL
    most = max(counts, default=0)
    wide = WIDTH / max(1, len(counts))
    bars = [
        Bar(
            x=round(number * wide + wide * _SPACE / 2, 2),
            y=round(top + HEIGHT - _high(count, most), 2),
            width=round(wide * (1 - _SPACE), 2),
            height=round(_high(count, most), 2),
            count=count,
            known=here,
        )
        for number, (count, here) in enumerate(zip(counts, known, strict=True))
    ]
    return Strip(code, name, total, most, top - 6, top + HEIGHT, top, bars)


def _high(count: int, most: int) -> float:
    return max(_THINNEST, HEIGHT * count / most) if count else 0.0
