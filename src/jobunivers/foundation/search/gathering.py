# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Documents on their way into columns, and how much each word says in each of them.

What a word says is BM25 without its rarity, which is known only when somebody asks: for every
text the weight times how often it stands there, dampened by the text's length; the best text
counts fully, the others by `TIE`.
"""

from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from jobunivers.foundation.search import geo
from jobunivers.foundation.search.arrays import Array, Draft
from jobunivers.foundation.search.parts import SPACE, hashed, short_key, value_key
from jobunivers.foundation.search.spec import FAR, SEPARATOR, Document, Spec

PART = 0.5  # what a compound's part weighs beside the whole word
TIE = 0.25  # what the other texts add to the best one
_OFTEN = 1.2  # BM25's k1: how soon repeating a word stops helping
_LONG = 0.75  # BM25's b: how much a long text is held against a word
_MOST_MARK = 65_535
_ROW_BITS, _CHANNEL_BITS = 26, 6
LISTS = {"rows": "<u4", "marks": "<u2"}

Keys = NDArray[np.uint64]


@dataclass(frozen=True, slots=True)
class Laid:
    """What the columns know of a document's texts, by text name."""

    stems: Mapping[str, Sequence[str]]
    parts: Mapping[str, Sequence[str]]  # only of texts whose compounds are taken apart


@dataclass(frozen=True, slots=True)
class _Channel:
    """One way in which a word can stand in a document."""

    weight: float
    short: bool  # in the lists of texts whose compounds are taken apart too


class _Numbers(dict[str, int]):
    """Numbers names in the order they are first met."""

    def __missing__(self, name: str) -> int:
        self[name] = number = len(self)
        return number


class Gathering:
    """The documents of a commit, or of a stretch of it, until they are written as a part."""

    def __init__(self, spec: Spec) -> None:
        self._spec = spec
        self._channels = _channels(spec)
        self._words = _Numbers()
        self._tokens = array("I")  # the numbers of words and values, document after document
        self._lengths = array("I")  # how many each document has in each channel
        self._ids = array("I")
        self._owners = array("I")
        self._points = array("q")
        self._numbers = {name: array("i") for name in spec.numbers}
        self._coded = {name: _Numbers() for name in spec.coded}
        self._codes = {name: array("I") for name in spec.coded}
        self._places: dict[int, int] = {}  # of the documents that have not been taken out again

    def __len__(self) -> int:
        return len(self._places)

    @property
    def size(self) -> int:
        """The number of words and values held."""
        return len(self._tokens)

    def add(self, document: Document, laid: Laid) -> None:
        """Add a document whose id is not among them."""
        self._places[document.id] = len(self._ids)
        self._ids.append(document.id)
        self._owners.append(document.owner)
        self._points.append(geo.pack(document.lat, document.lon))
        for name, column in self._numbers.items():
            column.append(document.numbers.get(name, FAR))
        for text in self._spec.texts:
            self._say(laid.stems[text.name])
            if text.parts:
                self._say(laid.parts[text.name])
        self._say(self._keywords(document))

    def _say(self, names: Sequence[str]) -> None:
        self._lengths.append(len(names))
        self._tokens.extend(map(self._words.__getitem__, names))

    def _keywords(self, document: Document) -> list[str]:
        listed = []
        for name in self._spec.keywords:
            values = {value for value in document.keywords.get(name, ()) if value}
            if name in self._codes:
                code = self._coded[name][SEPARATOR.join(sorted(values))]
                self._codes[name].append(code)
            else:
                listed += [value_key(name, value) for value in values]
        return listed

    def drop(self, ids: Sequence[int]) -> None:
        """Take documents out again."""
        for one in ids:
            self._places.pop(one, None)

    def averages(self) -> list[float]:
        """Return the average length of each channel."""
        lengths = np.array(self._lengths, dtype=np.int64).reshape(-1, len(self._channels))
        return [float(one) for one in lengths.mean(axis=0)] if len(lengths) else []

    def write(self, path: Path, averages: Sequence[float]) -> None:
        """Write the documents as a part."""
        order = np.array([place for _, place in sorted(self._places.items())], dtype=np.int64)
        lengths = np.array(self._lengths, dtype=np.float32).reshape(-1, len(self._channels))[order]
        relative = lengths / np.maximum(np.array(averages, dtype=np.float32), 1)
        with Draft(path) as draft:
            self._write_columns(draft, order)
            entries, names = self._entries(order)
            self._write_lists(draft, entries, names, relative)

    def _write_columns(self, draft: Draft, order: Array) -> None:
        draft.put("id", np.array(self._ids, dtype=np.uint32)[order])
        draft.put("owner", np.array(self._owners, dtype=np.uint32)[order])
        put_places(draft, np.array(self._points, dtype=np.int64)[order])
        values: dict[str, list[Any]] = {}
        for name, column in self._numbers.items():
            numbers = np.array(column, dtype=np.int32)[order]
            draft.put(f"n_{name}", numbers)
            if name in self._spec.spans:
                values[name] = put_spans(draft, name, numbers)
        for name, codes in self._codes.items():
            said = list(self._coded[name])
            values[name] = sorted(said)
            rank = np.empty(len(said), dtype=np.int64)
            rank[[self._coded[name][value] for value in values[name]]] = np.arange(len(said))
            put_codes(draft, name, rank[np.array(codes, dtype=np.int64)[order]], len(said))
        draft.said["values"] = values

    def _entries(self, order: Array) -> tuple[dict[str, Array], list[str]]:
        """Return row, channel and word of everything said, and the words' names."""
        count, channels = len(self._ids), len(self._channels)
        lengths = np.array(self._lengths, dtype=np.int64)
        row_of = np.full(count, -1, dtype=np.int64)
        row_of[order] = np.arange(len(order))
        token = np.array(self._tokens, dtype=np.int64)
        row = np.repeat(np.repeat(row_of, channels), lengths)
        channel = np.repeat(np.tile(np.arange(channels), count), lengths)
        kept = row >= 0
        row, channel, token = row[kept], channel[kept], token[kept]
        short = np.array([one.short for one in self._channels])[channel]
        again, place = np.unique(token[short], return_inverse=True)
        names = list(self._words)
        shorts = [short_key(names[one]) for one in again.tolist()]
        found = {
            "row": np.concatenate([row, row[short]]),
            "channel": np.concatenate([channel, channel[short]]),
            "word": np.concatenate([token, place + len(names)]),
        }
        return found, names + shorts

    def _write_lists(
        self, draft: Draft, entries: Mapping[str, Array], names: list[str], relative: Array
    ) -> None:
        """Write each word's rows and marks; `relative` are texts' lengths, (rows, channels)."""
        hashes = np.fromiter(map(hashed, names), dtype=np.uint64, count=len(names))
        by_hash = np.argsort(hashes)
        rank = np.empty(len(names), dtype=np.uint64)
        rank[by_hash] = np.arange(len(names), dtype=np.uint64)
        summed = by_hash >= len(self._words)  # the lists of short texts add up their channels
        keys: Keys = rank[entries["word"]] << np.uint64(_ROW_BITS)
        keys = (keys | entries["row"].astype(np.uint64)) << np.uint64(_CHANNEL_BITS)
        keys |= entries["channel"].astype(np.uint64)
        del entries
        keys.sort()
        first, often = _runs(keys)
        keys = keys[first]
        weights = self._weights(keys, often, relative)
        keys >>= np.uint64(_CHANNEL_BITS)
        first, _ = _runs(keys)
        keys = keys[first]
        ranks = (keys >> np.uint64(_ROW_BITS)).astype(np.int64)
        said = np.zeros(0)
        if len(first):
            total, best = np.add.reduceat(weights, first), np.maximum.reduceat(weights, first)
            said = np.where(summed[ranks], total, best + TIE * (total - best))
        marks = np.ceil(said * mark_scale(self._spec)).clip(1, _MOST_MARK)
        counts = np.bincount(ranks, minlength=len(names))
        put_lists(draft, hashes[by_hash][counts > 0], counts[counts > 0])
        rows = keys & np.uint64((1 << _ROW_BITS) - 1)
        draft.stream([{"rows": rows, "marks": marks}], LISTS)

    def _weights(self, keys: Keys, often: Array, relative: Array) -> Array:
        """Return what a word says by standing in a channel of a document."""
        channel = (keys & np.uint64((1 << _CHANNEL_BITS) - 1)).astype(np.int64)
        row = ((keys >> np.uint64(_CHANNEL_BITS)) & np.uint64((1 << _ROW_BITS) - 1)).astype(
            np.int64
        )
        weight = np.array([one.weight for one in self._channels], dtype=np.float32)
        often = often.astype(np.float32)
        dampened = often + _OFTEN * (1 - _LONG + _LONG * relative[row, channel])
        return np.asarray(weight[channel] * often * (_OFTEN + 1) / dampened)


def _channels(spec: Spec) -> list[_Channel]:
    found = []
    for text in spec.texts:
        found.append(_Channel(text.weight, text.parts))
        if text.parts:
            found.append(_Channel(text.weight * PART, short=True))
    return [*found, _Channel(0.0, short=False)]  # the keywords' values say no more than that


def _runs(keys: Keys) -> tuple[Array, Array]:
    """Return where each run of equal keys begins, and how long it is."""
    changed = np.concatenate([np.ones(min(len(keys), 1), np.bool_), keys[1:] != keys[:-1]])
    first = np.flatnonzero(changed)
    return first, np.diff(first, append=len(keys))


def mark_scale(spec: Spec) -> float:
    """Return by what a word's worth is multiplied to be kept as a whole number of 16 bits."""
    return _MOST_MARK / (sum(one.weight for one in _channels(spec)) * (_OFTEN + 1))


def put_places(draft: Draft, points: geo.Ints) -> None:
    """Add the columns of the places."""
    draft.put("point", points)
    for axis, column in zip(SPACE, geo.in_space(*geo.unpack(points)), strict=True):
        draft.put(axis, column.astype(np.float32))


def put_spans(draft: Draft, name: str, numbers: Array) -> list[int]:
    """Add a number as codes that can be counted; return what they stand for."""
    values, codes = np.unique(numbers, return_inverse=True)
    put_codes(draft, name, codes, len(values))
    found: list[int] = values.tolist()
    return found


def put_codes(draft: Draft, name: str, codes: Array, many: int) -> None:
    """Add a column of codes, as narrow as they allow."""
    draft.put(f"c_{name}", codes.astype(np.min_scalar_type(max(many - 1, 0))))


def put_lists(draft: Draft, hashes: Keys, counts: Array) -> None:
    """Add the names of lists, in order, and where each of them begins."""
    starts = np.zeros(len(counts) + 1, dtype=np.int64)
    np.cumsum(counts, out=starts[1:])
    draft.put("terms", hashes)
    draft.put("starts", starts)
