# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Several parts of columns made one, without the rows that are dead."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from jobunivers.foundation.search.arrays import Array, Draft
from jobunivers.foundation.search.gathering import (
    LISTS,
    put_codes,
    put_lists,
    put_places,
    put_spans,
)
from jobunivers.foundation.search.parts import Bools, Part
from jobunivers.foundation.search.spec import Spec

_AT_A_TIME = 2_000_000  # entries of lists in memory; as many words must fit in 21 bits
_ROW_BITS, _MARK_BITS = 26, 16


def merge(parts: Sequence[Part], dead: Sequence[Bools | None], path: Path, spec: Spec) -> None:
    """Write the living rows of parts as one part."""
    alive = [
        np.arange(len(part)) if gone is None else np.flatnonzero(~gone)
        for part, gone in zip(parts, dead, strict=True)
    ]
    ids = np.concatenate([part.ids[rows] for part, rows in zip(parts, alive, strict=True)])
    order = np.argsort(ids)
    with Draft(path) as draft:
        draft.put("id", ids[order])
        _merge_columns(draft, parts, alive, order, spec)
        row_of = np.empty(len(order), dtype=np.int64)
        row_of[order] = np.arange(len(order))
        _merge_lists(draft, parts, _moved(parts, alive, row_of))


def _moved(parts: Sequence[Part], alive: Sequence[Array], row_of: Array) -> list[Array]:
    """Return for each part the new row of each of its rows; -1 for the dead."""
    found, start = [], 0
    for part, rows in zip(parts, alive, strict=True):
        moved = np.full(len(part), -1, dtype=np.int64)
        moved[rows] = row_of[start : start + len(rows)]
        start += len(rows)
        found.append(moved)
    return found


def _merge_columns(
    draft: Draft, parts: Sequence[Part], alive: Sequence[Array], order: Array, spec: Spec
) -> None:
    def whole(columns: Sequence[Array]) -> Array:
        living = [column[rows] for column, rows in zip(columns, alive, strict=True)]
        return np.asarray(np.concatenate(living)[order])

    draft.put("owner", whole([part.owner for part in parts]))
    put_places(draft, whole([part.point for part in parts]))
    values: dict[str, list[Any]] = {}
    for name in spec.numbers:
        numbers = whole([part.numbers[name] for part in parts])
        draft.put(f"n_{name}", numbers)
        if name in spec.spans:
            values[name] = put_spans(draft, name, numbers)
    for name in spec.coded:
        # Values that no living row has any more are forgotten.
        used = [np.unique(part.codes[name][rows]) for part, rows in zip(parts, alive, strict=True)]
        said = {
            part.values[name][code]
            for part, codes in zip(parts, used, strict=True)
            for code in codes.tolist()
        }
        values[name] = sorted(said)
        place = {value: at for at, value in enumerate(values[name])}
        columns = [
            np.array([place.get(value, 0) for value in part.values[name]], dtype=np.int64)[
                part.codes[name]
            ]
            for part in parts
        ]
        put_codes(draft, name, whole(columns), len(values[name]))
    draft.said["values"] = values


def _merge_lists(draft: Draft, parts: Sequence[Part], moved: Sequence[Array]) -> None:
    terms = np.unique(np.concatenate([part.terms for part in parts]))
    places = [np.searchsorted(terms, part.terms) for part in parts]
    most, counts = (np.zeros(len(terms), dtype=np.int64) for _ in range(2))
    for part, place, rows in zip(parts, places, moved, strict=True):
        most[place] += np.diff(part.starts)
        counts[place] += _living(part, rows)
    kept = counts > 0
    put_lists(draft, terms[kept], counts[kept])
    draft.stream(_lists(parts, places, moved, most), LISTS)


def _living(part: Part, moved: Array) -> Array:
    """Return how many living rows each list has."""
    lengths = np.diff(part.starts)
    if (moved >= 0).all():
        return lengths
    for start, end in _stretches(lengths):
        begins, ends = part.starts[start], part.starts[end]
        alive = np.zeros(ends - begins + 1, dtype=np.int64)
        np.cumsum(moved[part.rows[begins:ends]] >= 0, out=alive[1:])
        bounds = part.starts[start : end + 1] - begins
        lengths[start:end] = np.diff(alive[bounds])
    return lengths


def _stretches(lengths: Array) -> Iterator[tuple[int, int]]:
    """Yield first and last (exclusive) of lists that together are short enough for the memory."""
    ends = np.cumsum(lengths)
    start = 0
    while start < len(lengths):
        before = int(ends[start - 1]) if start else 0
        end = max(int(np.searchsorted(ends, before + _AT_A_TIME, side="right")), start + 1)
        yield start, end
        start = end


def _lists(
    parts: Sequence[Part], places: Sequence[Array], moved: Sequence[Array], most: Array
) -> Iterator[Mapping[str, Array]]:
    """Yield the lists of all parts in order, a stretch of words at a time."""
    for start, end in _stretches(most):
        keys = np.concatenate(
            [
                _stretch(part, place, rows, start, end)
                for part, place, rows in zip(parts, places, moved, strict=True)
            ]
        )
        keys.sort()
        yield {
            "rows": (keys >> _MARK_BITS) & ((1 << _ROW_BITS) - 1),
            "marks": keys & ((1 << _MARK_BITS) - 1),
        }


def _stretch(part: Part, place: Array, moved: Array, start: int, end: int) -> Array:
    """Return word, new row and mark of a part's entries, packed, for the words start … end."""
    first, last = np.searchsorted(place, [start, end])
    entries = slice(int(part.starts[first]), int(part.starts[last]))
    words = np.repeat(place[first:last] - start, np.diff(part.starts[first : last + 1]))
    rows = moved[part.rows[entries]]
    keys = (words << _ROW_BITS | rows) << _MARK_BITS | part.marks[entries]
    return np.asarray(keys[rows >= 0])
