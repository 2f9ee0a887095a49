# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reasons of a score as rows to show: points that add up, and bars to compare them by."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Row:
    """One reason on the page.

    Attributes:
        label: the reason in words.
        detail: what it rests on, or empty.
        points: whole points of 100; the rows' points add up to the score shown.
        width: length of the bar, 0 to 100, the largest reason being 100.
        against: whether the reason speaks against.
    """

    label: str
    detail: str
    points: int
    width: float
    against: bool


def _part(item: Any, name: str, default: Any) -> Any:
    if isinstance(item, Mapping):
        return item.get(name, default)
    return getattr(item, name, default)


def _whole(weights: list[float]) -> list[int]:
    """Round to whole points so that they still add up to the rounded sum (largest remainder)."""
    exact = [100 * weight for weight in weights]
    points = [int(value // 1) for value in exact]
    missing = round(sum(exact)) - sum(points)
    by_remainder = sorted(range(len(exact)), key=lambda i: (points[i] - exact[i], i))
    for index in by_remainder[:missing]:
        points[index] += 1
    return points


def rows(items: Iterable[Any]) -> list[Row]:
    """Return the reasons, strongest first.

    Args:
        items: objects or mappings with `label`, `weight` (share of the score, 1 = everything)
            and perhaps `detail`.
    """
    known = [
        (str(_part(item, "label", "")), str(_part(item, "detail", "") or ""),
         float(_part(item, "weight", 0.0)))
        for item in items
    ]  # fmt: skip
    points = _whole([weight for _, _, weight in known])
    longest = max((abs(weight) for _, _, weight in known), default=0.0) or 1.0
    made = [
        Row(label, detail, whole, round(100 * abs(weight) / longest, 1), against=weight < 0)
        for (label, detail, weight), whole in zip(known, points, strict=True)
    ]
    return sorted(made, key=lambda row: (-row.points, row.label))
