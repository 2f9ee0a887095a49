# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The first of many rows in some order, ties by id, without putting all of them in order."""

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from jobunivers.foundation.search import geo
from jobunivers.foundation.search.asking import Hit
from jobunivers.foundation.search.geo import Circle, Floats, Ints
from jobunivers.foundation.search.parts import Part, Rows

Keyed = tuple[Part, Rows, NDArray[Any]]  # rows of a part, and what each is ordered by


class _Contenders(NamedTuple):
    ids: Ints
    points: Ints
    keys: NDArray[Any]


def first(found: Sequence[Keyed], end: int, circle: Circle | None, *, scored: bool) -> list[Hit]:
    """Return the rows with the lowest keys, at most `end`, and how far a circle's middle is.

    When `scored`, a key is a score with its sign turned.
    """
    some = _contenders(found, end)
    order = np.lexsort((some.ids, some.keys))[:end]
    far = None if circle is None else _measured(circle, some.points[order])
    scores = -some.keys[order] if scored else np.zeros(len(order))
    return _hits(some.ids[order], scores, far)


def nearest(found: Sequence[tuple[Part, Rows]], end: int, circle: Circle) -> list[Hit]:
    """Return the rows nearest to a circle's middle, at most `end`; those without a place last.

    Straight distances in single precision tell which may be among them; these are measured.
    """
    keyed = []
    for part, rows in found:
        chords = np.sqrt(geo.chords_km2(circle, [axis[rows] for axis in part.space]))
        keyed.append((part, rows, np.where(np.isnan(chords), np.float32(np.inf), chords)))
    some = _contenders(keyed, end, doubtful=True)
    far = _measured(circle, some.points)
    order = np.lexsort((some.ids, far))[:end]  # NaN comes last
    return _hits(some.ids[order], np.zeros(len(order)), far[order])


def _contenders(found: Sequence[Keyed], end: int, *, doubtful: bool = False) -> _Contenders:
    """Return all rows whose key is not above that of the row at place `end`."""
    every = np.concatenate([keys for _, _, keys in found]) if found else np.zeros(0)
    limit: Any = None
    if len(every) > end > 0:
        limit = np.partition(every, end - 1)[end - 1]
        if doubtful and np.isfinite(limit):
            limit = float(limit) + 2 * geo.doubt_km(float(limit))
    ids, points, kept = [np.zeros(0, np.int64)], [np.zeros(0, np.int64)], [every[:0]]
    for part, rows, keys in found:
        near = np.arange(len(keys)) if limit is None else np.flatnonzero(keys <= limit)
        ids.append(part.ids[rows[near]].astype(np.int64))
        points.append(part.point[rows[near]])
        kept.append(keys[near])
    return _Contenders(np.concatenate(ids), np.concatenate(points), np.concatenate(kept))


def _measured(circle: Circle, points: Ints) -> Floats:
    return geo.distance_km(circle.lat, circle.lon, *geo.unpack(points))


def _hits(ids: Ints, scores: NDArray[Any], far: Floats | None) -> list[Hit]:
    if far is None:
        return [Hit(one, float(score)) for one, score in zip(ids.tolist(), scores, strict=True)]
    return [
        Hit(one, float(score), None if np.isnan(km) else float(km))
        for one, score, km in zip(ids.tolist(), scores, far, strict=True)
    ]
