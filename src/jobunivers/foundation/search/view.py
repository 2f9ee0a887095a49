# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""One unchanging picture of an index, and the queries that can be put to it."""

from collections import Counter, OrderedDict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from threading import Lock
from typing import Any, Generic, TypeVar

import numpy as np
import tantivy

from jobunivers.foundation.search import geo
from jobunivers.foundation.search.asking import DISTANCE, Hit
from jobunivers.foundation.search.geo import Circle
from jobunivers.foundation.search.parsing import Clause
from jobunivers.foundation.search.spec import FAR, META_OWNER, SEPARATOR, Facet, Spec
from jobunivers.foundation.search.text import Analyser

Query = tantivy.Query
MUST, SHOULD, NOT = tantivy.Occur.Must, tantivy.Occur.Should, tantivy.Occur.MustNot
_PART = 0.5  # what a compound's part weighs beside the whole word
_SYNONYM = 0.6
_TIE = 0.25  # what the other fields add to the best one
_RIM = 1_500  # documents at a circle's edge that are measured one by one without more ado
_OUTSIDE = 200  # points left out one by one; for more of them cells are cheaper
_ONE_BY_ONE = 500
_POINTS = 60_000  # distinct points asked for at a time; the engine's own limit is 65,000

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


class View:
    """A committed state of one generation."""

    def __init__(self, spec: Spec, index: tantivy.Index, analyser: Analyser) -> None:
        self.spec = spec
        self.schema = index.schema
        self.searcher = index.searcher()
        self.analyser = analyser
        self._circles: Remembered[Circle, Query] = Remembered(256)
        self.remembered: Remembered[Any, Any] = Remembered(256)
        self.owners = self._owners()

    def _owners(self) -> dict[int, int]:
        asked = {"owners": {"terms": {"field": "owner", "size": 60_000}}}
        counted = self.searcher.aggregate(Query.all_query(), asked)["owners"]
        if counted["sum_other_doc_count"]:
            raise ValueError("more owners than an index is made for")
        return {int(one["key"]): one["doc_count"] for one in counted["buckets"]}

    # Words

    def known(self, word: str, *, short: bool = False) -> int:
        """Return in about how many documents a folded word occurs."""
        stem = self.analyser.stem(word)
        if not stem:
            return 0
        return int(self.searcher.doc_freq("names" if short else "all", stem))

    def most(self, clause: Clause) -> int:
        """Return a rough upper bound of how many documents a clause matches."""
        bounds = []
        for alternative in clause.alternatives:
            each = [max(self.known(word), self._parted(word)) for word in alternative]
            bounds.append(min(each, default=0))
        return sum(bounds)

    def _parted(self, word: str) -> int:
        pieces = self.analyser.split(word)
        return min((self.known(piece, short=True) for piece in pieces), default=0)

    def clause(self, clause: Clause) -> Query | None:
        """Return the query of one clause; None when it holds only stop words."""
        if clause.phrase:
            return self._phrase(clause.alternatives[0])
        found = []
        for place, alternative in enumerate(clause.alternatives):
            each = [query for word in alternative if (query := self._word(word)) is not None]
            if each:
                query = each[0] if len(each) == 1 else conjunction(each)
                found.append(query if place == 0 else Query.boost_query(query, _SYNONYM))
        if not found:
            return None
        return found[0] if len(found) == 1 else Query.disjunction_max_query(found, 0.0)

    def match(self, clause: Clause) -> Query | None:
        """Return a query for the same documents as `clause`, without scores and so much cheaper.

        Counting asks whether a document has a word, not where: one list a word is enough.
        """
        if clause.phrase:
            return self._phrase(clause.alternatives[0])
        found = []
        for alternative in clause.alternatives:
            each = [query for word in alternative if (query := self._has(word)) is not None]
            if each:
                found.append(each[0] if len(each) == 1 else conjunction(each))
        return either(found) if found else None

    def _has(self, word: str) -> Query | None:
        stem = self.analyser.stem(word)
        if not stem:
            return None
        whole = Query.term_query(self.schema, "all", stem, "basic")
        pieces = self._pieces(word)
        if len(pieces) < 2:  # noqa: PLR2004 no compound
            return whole
        parts = (Query.term_query(self.schema, "names", piece, "basic") for piece in pieces)
        return either([whole, conjunction(parts)])

    def _pieces(self, word: str) -> list[str]:
        pieces = self.analyser.split(word)
        return [stem for piece in pieces if (stem := self.analyser.stem(piece))]

    def _word(self, word: str) -> Query | None:
        stem = self.analyser.stem(word)
        if not stem:
            return None
        found = self._stem(stem, short_only=False)
        pieces = self._pieces(word)
        if len(pieces) > 1:
            parts = [either(self._stem(piece, short_only=True)) for piece in pieces]
            found.append(Query.boost_query(conjunction(parts), _PART))
        return Query.disjunction_max_query(found, _TIE)

    def _stem(self, stem: str, *, short_only: bool) -> list[Query]:
        found = []
        for text in self.spec.texts:
            if text.parts:
                found.append(self._term(f"p_{text.name}", stem, text.weight * _PART))
            if text.parts or not short_only:
                found.append(self._term(f"t_{text.name}", stem, text.weight))
        return found

    def _term(self, field: str, term: str, weight: float) -> Query:
        return Query.boost_query(Query.term_query(self.schema, field, term, "freq"), weight)

    def _phrase(self, words: Sequence[str]) -> Query | None:
        stems = [stem for word in words if (stem := self.analyser.stem(word))]
        if not stems:
            return None
        if len(stems) == 1:
            return Query.disjunction_max_query(self._stem(stems[0], short_only=False), _TIE)
        found = [
            Query.boost_query(
                Query.phrase_query(self.schema, f"t_{text.name}", [*stems]), text.weight
            )
            for text in self.spec.texts
            if text.phrase
        ]
        return Query.disjunction_max_query(found, _TIE)

    # Filters

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

    def alive(self, at_day: int) -> Query | None:
        """Return the clause that leaves out what has expired."""
        return self.between(self.spec.expires, at_day, None) if self.spec.expires else None

    def between(self, number: str, least: int | None, most: int | None) -> Query:
        """Return the clause for a number within bounds, ends included."""
        if number not in self.spec.numbers:
            raise ValueError(f"{self.spec.name} has no number {number}")
        low = None if least is None else min(max(least, 0), FAR)
        high = None if most is None else max(min(most, FAR), 0)
        if low is None and high is None:
            return silent(Query.all_query())
        if high is not None and most is not None and most < 0:
            return Query.empty_query()
        kind = tantivy.FieldType.Unsigned
        return silent(Query.range_query(self.schema, f"n_{number}", kind, low, high))

    def chosen(self, name: str, values: Iterable[str], at_day: int) -> Query:
        """Return the clause for the chosen values of a facet or keyword; any of them."""
        facet = self.spec.facet(name)
        if facet and facet.buckets:
            spans = [bucket for bucket in facet.buckets if bucket.value in set(values)]
            return either(
                self.between(facet.field, _day(at_day, one.first), _day(at_day, one.last))
                for one in spans
            )
        field = facet.field if facet else name
        if field not in self.spec.keywords:
            raise ValueError(f"{self.spec.name} has no filter {name}")
        known = [value for value in values if value and len(value) < 1000]  # noqa: PLR2004 no keyword is so long
        return silent(Query.term_set_query(self.schema, f"k_{field}", known))

    def without(self, ids: Iterable[int]) -> Query:
        """Return the clause that matches these ids, to be left out."""
        return Query.term_set_query(self.schema, "id", [one for one in ids if one > 0])

    def within(self, circle: Circle) -> Query:
        """Return the clause for documents no farther away than the circle's radius, exactly."""
        return self._circles.get(circle, lambda: self._within(circle))

    def _within(self, circle: Circle) -> Query:
        covered = geo.cover(circle, self.occupied, _RIM)
        sure = [
            Query.term_set_query(self.schema, f"cell{level}", keys)
            for level, keys in covered.inside.items()
            if keys
        ]
        points = self._rim_points(circle, covered.rim_level, covered.rim)
        if points:
            sure += self._each(points)
        return silent(either(sure))

    def around(self, hull: tuple[tuple[int, int], ...]) -> list[Query]:
        """Return the clauses of a polygon."""
        kind = tantivy.FieldType.Unsigned
        return [
            silent(Query.range_query(self.schema, f"axis{axis}", kind, low, high))
            for axis, (low, high) in enumerate(hull)
        ]

    def place(self, circle: Circle, others: Clauses) -> Clauses:
        """Return the clauses for a circle that suit a selective search best; exact as `within`.

        Args:
            circle: its km must be set.
            others: the search's other clauses, or some of them; what they leave is measured.
        """
        hull = geo.hull(circle)
        if hull is not None:
            polygon: Clauses = [(MUST, query) for query in self.around(hull.outer)]
            rim = [*others, *polygon]
            if hull.inner:
                rim.append((NOT, conjunction(self.around(hull.inner))))
            outside, complete = self._measured(Query.boolean_query(rim), circle, within=False)
            if complete and len(outside) <= _OUTSIDE:
                return [*polygon, *((NOT, query) for query in self._each(outside))]
        return [(MUST, self.within(circle))]

    def _each(self, points: list[int]) -> list[Query]:
        """Return clauses for points: few one by one, since a set is sought along all points."""
        if len(points) > _ONE_BY_ONE:
            return [Query.term_set_query(self.schema, "point", points)]
        return [Query.term_query(self.schema, "point", one, "basic") for one in points]

    def _measured(self, query: Query, circle: Circle, *, within: bool) -> tuple[list[int], bool]:
        """Return the points of documents within (or outside) a circle; whether these are all."""
        asked = {"points": {"terms": {"field": "point", "size": _POINTS}}}
        counted = self.searcher.aggregate(query, asked)["points"]
        keys = np.array([int(one["key"]) for one in counted["buckets"]], dtype=np.int64)
        complete = not counted["sum_other_doc_count"]
        if not len(keys):
            return [], complete
        near = geo.distance_km(circle.lat, circle.lon, *geo.unpack(keys)) <= (circle.km or 0.0)
        found: list[int] = keys[near if within else ~near].tolist()
        return found, complete

    @cached_property
    def occupied(self) -> list[dict[int, int] | None]:
        """Return how many documents each square of the three larger sizes has."""
        counted = []
        for level in range(3):
            buckets, complete = self.squares(Query.all_query(), level)
            counted.append(dict(buckets) if complete else None)
        return counted

    def squares(self, query: Query, level: int) -> tuple[list[tuple[int, int]], bool]:
        """Return the squares with matching documents and how many; whether these are all."""
        asked = {"cells": {"terms": {"field": f"cell{level}", "size": _POINTS}}}
        counted = self.searcher.aggregate(query, asked)["cells"]
        found = [(int(one["key"]), int(one["doc_count"])) for one in counted["buckets"]]
        return found, not counted["sum_other_doc_count"]

    def _rim_points(self, circle: Circle, level: int, rim: list[int]) -> list[int]:
        """Return the places in the circle's rim that are within it, measured one by one."""
        if not rim:
            return []
        query = Query.term_set_query(self.schema, f"cell{level}", rim)
        found, complete = self._measured(query, circle, within=True)
        if complete or len(rim) == 1:
            return found
        half = len(rim) // 2
        first, second = rim[:half], rim[half:]
        return self._rim_points(circle, level, first) + self._rim_points(circle, level, second)

    # Answers

    def hits(self, found: Sequence[tuple[Any, Any]], circle: Circle | None) -> list[Hit]:
        """Return ids, scores and distances of what the engine found."""
        places = [place for _, place in found]
        ids = self.column("id", places)
        far: list[float | None] = [None] * len(places)
        if circle is not None and places:
            points = self.column("point", places)
            measured = geo.distance_km(
                circle.lat, circle.lon, *geo.unpack(np.array(points, dtype=np.int64))
            )
            far = [None if np.isnan(km) else float(km) for km in measured]
        scores = [score if isinstance(score, float) else 0.0 for score, _ in found]
        return [Hit(ids[at], scores[at], far[at]) for at in range(len(places))]

    def column(self, name: str, places: list[Any]) -> list[int]:
        """Return a column's whole numbers for documents the engine found."""
        values = self.searcher.fast_field_values(name, places)
        return [0 if value is None else int(value) for value in values]

    def count(self, query: Query) -> int:
        """Return how many documents match."""
        asked = {"n": {"value_count": {"field": "id"}}}
        return int(self.searcher.aggregate(query, asked)["n"]["value"])

    def sort_field(self, name: str) -> tuple[str, tantivy.Order]:
        """Return the engine's field and direction of a sort; ValueError for an unknown one."""
        for sort in self.spec.sorts:
            if sort.name == name:
                order = tantivy.Order.Desc if sort.descending else tantivy.Order.Asc
                return f"s_{name}", order
        raise ValueError(f"{self.spec.name} cannot be sorted by {name or DISTANCE}")


def asked_counts(facets: Iterable[Facet], at_day: int) -> dict[str, Any]:
    """Return the engine's question for the counts of facets and the total."""
    asked: dict[str, Any] = {"total": {"value_count": {"field": "id"}}}
    for facet in facets:
        if facet.buckets:
            ranges = [
                {
                    "key": one.value,
                    "from": _day(at_day, one.first),
                    "to": _day(at_day, one.last) + 1,
                }
                for one in facet.buckets
            ]
            asked[facet.name] = {"range": {"field": f"n_{facet.field}", "ranges": ranges}}
        else:
            field = f"c_{facet.name}" if facet.several else f"k_{facet.field}"
            terms = {"field": field, "size": facet.size * 2 + 20, "segment_size": 5000}
            asked[facet.name] = {"terms": terms}
    return asked


def read_counts(facet: Facet, answered: Mapping[str, Any]) -> list[tuple[str, int]]:
    """Return a facet's values with counts: buckets in their order, values by count."""
    by_value: Counter[str] = Counter()
    for one in answered["buckets"]:
        for value in str(one["key"]).split(SEPARATOR):
            by_value[value] += int(one["doc_count"])
    if facet.buckets:
        return [(one.value, by_value[one.value]) for one in facet.buckets]
    said = [(value, count) for value, count in by_value.items() if value]
    return sorted(said, key=lambda pair: (-pair[1], pair[0]))[: facet.size]


def _day(at_day: int, ahead: int) -> int:
    return FAR if ahead >= FAR else at_day + ahead


def conjunction(queries: Iterable[Query]) -> Query:
    """Return the query for all of these."""
    return Query.boolean_query([(MUST, query) for query in queries])


def either(queries: Iterable[Query]) -> Query:
    """Return the query for any of these; nothing matches when there are none."""
    several = list(queries)
    if not several:
        return Query.empty_query()
    return several[0] if len(several) == 1 else Query.boolean_query([(SHOULD, q) for q in several])


def silent(query: Query) -> Query:
    """Return a query that decides but does not score."""
    return Query.const_score_query(query, 0.0)
