# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A part of an index's columns: some of its documents, in the order of their ids.

A document is a row. Its numbers, its place and the codes of what is counted stand in columns;
each word and each value of the other keywords has a list of the rows that have it, with a mark
for how much it says there. Words are known by a hash of 64 bits: among a million words, two
that fall together have a chance of one in forty million.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import cached_property
from hashlib import blake2b
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from jobunivers.foundation.search.arrays import read_arrays
from jobunivers.foundation.search.geo import Ints, Singles
from jobunivers.foundation.search.spec import SEPARATOR, Spec

Rows = NDArray[np.intp]
Bools = NDArray[np.bool_]
Marks = NDArray[np.uint16]
SPACE = ("x", "y", "z")
_SPANS = 10_000  # lists whose place is remembered


def word_key(stem: str) -> str:
    """Return the name of the list of a word anywhere in a document."""
    return stem


def short_key(stem: str) -> str:
    """Return the name of the list of a word in texts whose compounds are taken apart."""
    return f"{SEPARATOR}{stem}"


def value_key(keyword: str, value: str) -> str:
    """Return the name of the list of a keyword's value."""
    return f"{SEPARATOR}{keyword}{SEPARATOR}{value}"


def hashed(key: str) -> int:
    """Return what stands for a list's name on disk."""
    said = blake2b(key.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(said, "little")


def numbers_of(truths: Bools) -> Rows:
    """Return where an array is true: what numpy.flatnonzero does, without its preparations."""
    return truths.nonzero()[0]


class Part:
    """One file of columns; ValueError or KeyError when it is not whole."""

    def __init__(self, path: Path, spec: Spec) -> None:
        self.name = path.name
        arrays, said = read_arrays(path)
        self.ids: NDArray[np.uint32] = arrays["id"]
        self.owner: NDArray[np.uint32] = arrays["owner"]
        self.point: Ints = arrays["point"]
        self.space: list[Singles] = [arrays[axis] for axis in SPACE]
        self.numbers: dict[str, NDArray[np.int32]] = {n: arrays[f"n_{n}"] for n in spec.numbers}
        self.codes = {name: arrays[f"c_{name}"] for name in (*spec.coded, *spec.spans)}
        self.values: dict[str, list[str]] = {name: said["values"][name] for name in spec.coded}
        self.days: dict[str, list[int]] = {name: said["values"][name] for name in spec.spans}
        self.terms: NDArray[np.uint64] = arrays["terms"]
        self.starts: Ints = arrays["starts"]
        self.rows: NDArray[np.uint32] = arrays["rows"]
        self.marks: Marks = arrays["marks"]
        self._totals: dict[str, Ints] = {}
        self._spans: dict[str, tuple[int, int]] = {}

    def __len__(self) -> int:
        return len(self.ids)

    @cached_property
    def composed(self) -> frozenset[str]:
        """Return the coded keywords of which some document has several values."""
        return frozenset(
            name
            for name, values in self.values.items()
            if any(SEPARATOR in value for value in values)
        )

    def _span(self, key: str) -> tuple[int, int]:
        span = self._spans.get(key)
        if span is None:
            if len(self._spans) >= _SPANS:
                self._spans.clear()
            span = self._spans[key] = self._sought(key)
        return span

    def _sought(self, key: str) -> tuple[int, int]:
        wanted = np.uint64(hashed(key))
        at = int(self.terms.searchsorted(wanted))
        if at == len(self.terms) or self.terms[at] != wanted:
            return 0, 0
        return int(self.starts[at]), int(self.starts[at + 1])

    def frequency(self, key: str) -> int:
        """Return how many rows a list has."""
        start, end = self._span(key)
        return end - start

    def listed(self, key: str) -> tuple[Rows, Marks]:
        """Return the rows of a list, in order, and their marks."""
        start, end = self._span(key)
        return self.rows[start:end].astype(np.intp), self.marks[start:end]

    def places(self, ids: Iterable[int]) -> Rows:
        """Return the rows of those ids that are here, in order."""
        wanted = np.unique(np.fromiter(ids, dtype=np.uint32))
        at = np.searchsorted(self.ids, wanted)
        at = at[at < len(self.ids)]
        rows: Rows = at[self.ids[at] == wanted[: len(at)]]
        return rows

    def coded(self, name: str, chosen: Sequence[str]) -> list[int]:
        """Return the codes under which any of the chosen values stand."""
        values = self.values[name]
        if name in self.composed:
            wanted = set(chosen)
            return [at for at, v in enumerate(values) if wanted & set(v.split(SEPARATOR))]
        found = [(bisect_left(values, value), value) for value in chosen]
        return [at for at, value in found if at < len(values) and values[at] == value]

    def totals(self, name: str) -> Ints:
        """Return how many rows have each code of a column."""
        if name not in self._totals:
            many = len(self.values[name] if name in self.values else self.days[name])
            self._totals[name] = np.bincount(self.codes[name], minlength=many)
        return self._totals[name]
