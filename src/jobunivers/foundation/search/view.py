# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""One unchanging picture of an index: its columns, and the engine's side of it."""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from math import log
from threading import Lock
from typing import Any, Generic, TypeVar

import numpy as np
import tantivy

from jobunivers.foundation.search import scored
from jobunivers.foundation.search.counting import Table
from jobunivers.foundation.search.gathering import PART, TIE, mark_scale
from jobunivers.foundation.search.ledger import Columns
from jobunivers.foundation.search.parsing import Clause
from jobunivers.foundation.search.parts import Bools, Part, short_key, word_key
from jobunivers.foundation.search.scored import NOTHING, Scored
from jobunivers.foundation.search.spec import META_OWNER, Spec
from jobunivers.foundation.search.text import Analyser

Query = tantivy.Query
MUST, SHOULD, NOT = tantivy.Occur.Must, tantivy.Occur.Should, tantivy.Occur.MustNot
_SYNONYM = 0.6

Clauses = list[tuple[Any, Query]]
K = TypeVar("K")
V = TypeVar("V")


class Remembered(Generic[K, V]):
    """The last few answers of a costly question; safe between threads."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._lock = Lock()
        self._kept: OrderedDict[K, V] = OrderedDict()

    def get(self, key: K, make: Callable[[], V]) -> V:
        """Return what is remembered for a key, or make it."""
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
        made = make()
        with self._lock:
            self._kept[key] = made
            while len(self._kept) > self._most:
                self._kept.popitem(last=False)
        return made


@dataclass(frozen=True, slots=True)
class Heard:
    """What one search has looked up before: words and lists, by part. It need not do so again."""

    words: dict[tuple[int, str], Scored] = field(default_factory=dict)
    lists: dict[tuple[int, str], Scored] = field(default_factory=dict)


class View:
    """A committed state of one generation."""

    def __init__(
        self, spec: Spec, index: tantivy.Index, columns: Columns, analyser: Analyser
    ) -> None:
        self.spec = spec
        self.schema = index.schema
        self.searcher = index.searcher()
        self.columns = columns
        self.analyser = analyser
        self.remembered: Remembered[Any, Any] = Remembered(256)
        self._phrases: Remembered[tuple[str, ...], list[Scored]] = Remembered(16)
        self._tables: dict[str, Table] = {}
        self._scale = 1 / mark_scale(spec)

    @property
    def parts(self) -> Sequence[tuple[Part, Bools | None]]:
        """Return the parts of the columns, and which of their rows are dead."""
        return list(zip(self.columns.parts, self.columns.dead, strict=True))

    def table(self, name: str) -> Table:
        """Return what the codes of a column stand for in all parts."""
        if name not in self._tables:
            self._tables[name] = Table(self.columns.parts, name)
        return self._tables[name]

    # Words

    def known(self, word: str, *, short: bool = False) -> int:
        """Return in about how many documents a folded word occurs."""
        stem = self.analyser.stem(word)
        return self._frequency(short_key(stem) if short else word_key(stem)) if stem else 0

    def _frequency(self, key: str) -> int:
        return sum(part.frequency(key) for part in self.columns.parts)

    def says(self, clause: Clause) -> bool:
        """Tell whether a clause holds more than stop words."""
        return any(self.analyser.stem(word) for one in clause.alternatives for word in one)

    def clause(self, at: int, clause: Clause, heard: Heard | None = None) -> Scored:
        """Return the rows of part `at` that have what a clause asks for.

        Args:
            at: the place of the part among the columns' parts.
            clause: what is asked for.
            heard: of the same search when it was tried before.
        """
        heard = heard or Heard()
        if clause.phrase:
            return self._phrase(at, clause.alternatives[0], heard)
        many = len(self.columns.parts[at])
        found = []
        for place, alternative in enumerate(clause.alternatives):
            words = [
                self._word(at, word, heard) for word in alternative if self.analyser.stem(word)
            ]
            if words:
                one = _conjunction(many, words)
                found.append(Scored(one.rows, one.scores * np.float32(_SYNONYM)) if place else one)
        return scored.any_of(many, found)

    def rough(self, clause: Clause) -> int:
        """Return in about how many documents a clause's first words are."""
        return min((self.known(word) for word in clause.alternatives[0]), default=0)

    def _word(self, at: int, word: str, heard: Heard) -> Scored:
        """Return the rows with a word, or with all its parts where compounds are taken apart."""
        key = (at, word)
        if key not in heard.words:
            heard.words[key] = self._looked_up(at, word, heard)
        return heard.words[key]

    def _looked_up(self, at: int, word: str, heard: Heard) -> Scored:
        whole = self._list(at, word_key(self.analyser.stem(word)), heard)
        pieces = [
            stem for piece in self.analyser.split(word) if (stem := self.analyser.stem(piece))
        ]
        if len(pieces) < 2:  # noqa: PLR2004 no compound
            return whole
        many = len(self.columns.parts[at])
        parts = _conjunction(many, [self._list(at, short_key(piece), heard) for piece in pieces])
        halved = Scored(parts.rows, parts.scores * np.float32(PART))
        return scored.either(many, whole, halved, TIE)

    def _list(self, at: int, key: str, heard: Heard) -> Scored:
        if (at, key) not in heard.lists:
            rows, marks = self.columns.parts[at].listed(key)
            worth = np.float32(self._rarity(key) * self._scale)
            heard.lists[at, key] = Scored(rows, marks * worth)
        return heard.lists[at, key]

    def _rarity(self, key: str) -> float:
        """Return BM25's weight of a rare word."""
        total, having = sum(map(len, self.columns.parts)), self._frequency(key)
        return log(1 + (total - having + 0.5) / (having + 0.5))

    def _phrase(self, at: int, words: Sequence[str], heard: Heard) -> Scored:
        stems = tuple(stem for word in words if (stem := self.analyser.stem(word)))
        if len(stems) == 1:
            return self._list(at, word_key(stems[0]), heard)
        return self._phrases.get(stems, lambda: self._phrase_rows(stems))[at] if stems else NOTHING

    def _phrase_rows(self, stems: tuple[str, ...]) -> list[Scored]:
        """Ask the engine, which knows where words stand, and find the rows in each part."""
        fields = [
            Query.boost_query(
                Query.phrase_query(self.schema, f"t_{one.name}", [*stems]), one.weight
            )
            for one in self.spec.texts
            if one.phrase
        ]
        query = Query.disjunction_max_query(fields, TIE)
        hits = self.searcher.search(query, max(self.searcher.num_docs, 1), count=False).hits
        ids = np.array(self.column("id", [place for _, place in hits]), dtype=np.uint32)
        scores = np.array([score for score, _ in hits], dtype=np.float32)
        order = np.argsort(ids)
        ids, scores = ids[order], scores[order]
        found = []
        for part, dead in self.parts:
            rows = part.places(ids)
            rows = rows if dead is None else rows[~dead[rows]]
            found.append(Scored(rows, scores[np.searchsorted(ids, part.ids[rows])]))
        return found

    # The engine's side: likeness and completions

    @cached_property
    def owners(self) -> dict[int, int]:
        """Return how many documents each owner has."""
        asked = {"owners": {"terms": {"field": "owner", "size": 60_000}}}
        counted = self.searcher.aggregate(Query.all_query(), asked)["owners"]
        if counted["sum_other_doc_count"]:
            raise ValueError("more owners than an index is made for")
        return {int(one["key"]): one["doc_count"] for one in counted["buckets"]}

    def base(self, owner: int, at_day: int) -> Clauses:
        """Return the clauses of every question to the engine: whose documents, and not expired."""
        if not self.spec.expires:
            return self.visible(owner)
        kind = tantivy.FieldType.Unsigned
        field = f"n_{self.spec.expires}"
        alive = Query.range_query(self.schema, field, kind, max(at_day, 0), None)
        return [*self.visible(owner), (MUST, silent(alive))]

    def visible(self, owner: int) -> Clauses:
        """Return the clauses that show the shared documents and the owner's own, and no others.

        Every document has an owner from 0 to META_OWNER, so leaving out all others is exact, and
        cheaper than walking through those seen while they are the most.
        """
        seen = {0, owner} - {META_OWNER}
        hidden = [one for one in self.owners if one not in seen]
        if sum(self.owners[one] for one in hidden) * 2 <= sum(self.owners.values()):
            return [(NOT, self._owned(1, owner - 1)), (NOT, self._owned(owner + 1, META_OWNER))]
        return [(MUST, silent(Query.term_set_query(self.schema, "owner", sorted(seen))))]

    def _owned(self, first: int, last: int) -> Query:
        if first > last:
            return Query.empty_query()
        kind = tantivy.FieldType.Unsigned
        # The few owners' lists are read; the column would be looked through from end to end.
        return Query.range_query(self.schema, "owner", kind, first, last, use_inverted_index=True)

    def without(self, ids: Sequence[int]) -> Query:
        """Return the clause that matches these ids, to be left out."""
        return Query.term_set_query(self.schema, "id", [one for one in ids if one > 0])

    def column(self, name: str, places: list[Any]) -> list[int]:
        """Return a column's whole numbers for documents the engine found."""
        values = self.searcher.fast_field_values(name, places)
        return [0 if value is None else int(value) for value in values]


def _conjunction(many: int, sets: Sequence[Scored]) -> Scored:
    ordered = sorted(sets, key=lambda one: len(one.rows))
    found = ordered[0]
    for one in ordered[1:]:
        found = scored.both(many, found, one)
    return found


def either(queries: Sequence[Query]) -> Query:
    """Return the query for any of these; nothing matches when there are none."""
    if not queries:
        return Query.empty_query()
    if len(queries) == 1:
        return queries[0]
    return Query.boolean_query([(SHOULD, query) for query in queries])


def silent(query: Query) -> Query:
    """Return a query that decides but does not score."""
    return Query.const_score_query(query, 0.0)
