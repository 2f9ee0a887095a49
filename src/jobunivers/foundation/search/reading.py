# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Asking an index. One Reader per process and folder; it follows the writer by itself."""

import time
from collections.abc import Iterable, Sequence
from dataclasses import replace
from math import ceil, inf
from pathlib import Path
from threading import Lock
from typing import Any

import numpy as np
import tantivy

from jobunivers.foundation.search import geo, kinship, store, typing_ahead
from jobunivers.foundation.search.asking import (
    DEEPEST,
    DISTANCE,
    MOST_PER_PAGE,
    RELEVANCE,
    Answer,
    GridCell,
    Hit,
    NoIndex,
    Search,
    Suggestion,
    Wanted,
)
from jobunivers.foundation.search.geo import Circle
from jobunivers.foundation.search.lexicon import Lexicon
from jobunivers.foundation.search.parsing import Clause, parse, typed
from jobunivers.foundation.search.spec import Facet, Spec
from jobunivers.foundation.search.spelling import Vocabulary
from jobunivers.foundation.search.text import Analyser, fold
from jobunivers.foundation.search.view import (
    MUST,
    NOT,
    SHOULD,
    Query,
    View,
    asked_counts,
    either,
    read_counts,
    silent,
)

_LOOK_EVERY_S = 0.5
_VOCABULARY_S = 60.0  # the spelling list may lag this much behind the documents
_FEW = 3  # hits below which a rare word is suspected of being misspelt
_RARE = 3  # documents
_MEASURED = 3_000  # hits that are simply all measured when sorting by distance
Clauses = list[tuple[Any, Query]]


class Reader:
    """Answers questions about one index. Every question raises NoIndex when there is none."""

    def __init__(self, folder: Path | str, spec: Spec) -> None:
        self.folder = Path(folder)
        self.spec = spec
        self._lock = Lock()
        self._looked = float("-inf")
        self._seen: tuple[str, int, int] | None = None
        self._index: tantivy.Index | None = None
        self._view: View | None = None
        self._vocabularies: dict[int, tuple[float, View, Vocabulary]] = {}

    # Following the writer

    def view(self) -> View:
        """Return the newest committed state; looks at the disk at most every half second."""
        now = time.monotonic()
        view = self._view
        if view is not None and now - self._looked < _LOOK_EVERY_S:
            return view
        with self._lock:
            if self._view is None or now - self._looked >= _LOOK_EVERY_S:
                self._follow()
                self._looked = now
            assert self._view is not None
            return self._view

    def _follow(self) -> None:
        for _ in range(3):  # a generation may be swapped away while it is being opened
            generation = store.current(self.folder)
            if generation is None or not store.matches(generation, self.spec):
                raise NoIndex("missing" if generation is None else "specification changed")
            try:
                meta = (generation / "meta.json").stat()
                seen = (generation.name, meta.st_mtime_ns, meta.st_ino)
                if seen != self._seen:
                    self._open(generation)
                    self._seen = seen
            except (OSError, ValueError, store.NeedsRebuild):
                self._seen = None
                continue
            return
        raise NoIndex("unreadable")

    def _open(self, generation: Path) -> None:
        if self._index is None or self._seen is None or self._seen[0] != generation.name:
            self._index = store.open_index(generation)
            analyser = Analyser(Lexicon.load(generation / "lexicon.json"))
        else:
            assert self._view is not None
            self._index.reload()
            analyser = self._view.analyser
        self._view = View(self.spec, self._index, analyser)

    def vocabulary(self, view: View, owner: int) -> Vocabulary:
        """Return the words of the titles and labels of one owner."""
        made_at, of, vocabulary = self._vocabularies.get(owner, (0.0, None, None))
        now = time.monotonic()
        if vocabulary is None or (of is not view and now - made_at > _VOCABULARY_S):
            vocabulary = typing_ahead.vocabulary(view, owner)
            self._vocabularies[owner] = (now, view, vocabulary)
        return vocabulary

    # Searching

    def search(self, search: Search) -> Answer:
        """Return one page of hits with counts; never raises for anything a person can type."""
        started = time.perf_counter()
        view = self.view()
        clauses = _respelt(view, parse(search.text, view.analyser))
        corrected = ""
        if search.correct:
            clauses, corrected = self._corrected(view, search, clauses, everyone=False)
        run = _Run(view, search, clauses)
        if search.correct and not corrected and run.total < _FEW:
            clauses, corrected = self._corrected(view, search, clauses, everyone=True)
            run = _Run(view, search, clauses) if corrected else run
        relaxed = False
        if not run.total and run.wanted > 1:
            run = _Run(view, search, clauses, relaxed=True)
            relaxed = run.total > 0
        return Answer(
            total=run.total,
            hits=tuple(run.page()),
            facets=run.facets,
            corrected=corrected,
            relaxed=relaxed,
            took_ms=(time.perf_counter() - started) * 1000,
        )

    def _corrected(
        self, view: View, search: Search, clauses: tuple[Clause, ...], *, everyone: bool
    ) -> tuple[tuple[Clause, ...], str]:
        """Add to misspelt words what they probably meant; say the whole text as corrected.

        A word nobody uses is looked at always, a rare one only when there were few hits.
        """
        text, found = typed(search.text), list(clauses)
        for at, clause in enumerate(clauses):
            word = clause.word
            if not word or clause.negative or not word.isalpha():
                continue
            count = max(view.known(one[0]) for one in clause.alternatives if len(one) == 1)
            if count > (_RARE if everyone else 0) or (not everyone and _compound(view, word)):
                continue
            meant = self._meant(view, search.owner, word, count)
            if meant:
                found[at] = clause.also((fold(meant),))
                text = text.replace(clause.surface, meant, 1)
        changed = tuple(found) != clauses
        return tuple(found), text if changed else ""

    def _meant(self, view: View, owner: int, word: str, count: int) -> str:
        guesses = [
            guess
            for one in sorted({0, owner})
            for guess in self.vocabulary(view, one).nearest(word)
            if guess.errors and guess.count > count
        ]
        guesses.sort(key=lambda guess: (guess.errors, -guess.count, guess.word))
        return guesses[0].word if guesses else ""

    def points(self, search: Search, limit: int = 2000) -> list[tuple[int, float, float]]:
        """Return (id, latitude, longitude) of what a search finds, at most `limit`."""
        run = _Run(self.view(), replace(search, facets=False), None)
        view = run.view
        nowhere = Query.term_query(view.schema, "point", geo.NOWHERE, "basic")
        query = Query.boolean_query([(MUST, run.query), (NOT, nowhere)])
        places = [
            place for _, place in view.searcher.search(query, max(limit, 1), count=False).hits
        ]
        return kinship.placed(view, places)

    def grid(self, search: Search, zoom: int) -> list[GridCell]:
        """Return counts by square of the map, the squares as large as suits a web map's zoom."""
        run = _Run(self.view(), replace(search, facets=False), None)
        return kinship.grid(run.view, run.query, zoom)

    def similar(self, id: int, n: int = 6, *, owner: int, at_day: int) -> list[Hit]:  # noqa: A002
        """Return documents about the same, without itself and without duplicates of any."""
        view = self.view()
        return kinship.similar(view, id, n, base=_base(view, owner, at_day), owner=owner)

    def candidates(
        self,
        wanted: Sequence[Wanted],
        *,
        owner: int,
        at_day: int,
        text: str = "",
        circle: Circle | None = None,
        limit: int = 500,
    ) -> list[tuple[int, float]]:
        """Return (id, score) of documents with any of what is wanted, the best first."""
        view = self.view()
        should = [
            Query.const_score_query(
                Query.term_query(view.schema, f"k_{one.field}", one.value, "basic"), one.weight
            )
            for one in wanted
            if one.value and one.field in self.spec.keywords and one.weight > 0
        ]
        clauses = [clause for clause in parse(text, view.analyser) if not clause.negative]
        should += [query for clause in clauses if (query := view.clause(clause)) is not None]
        if not should:
            return []
        query = [(MUST, either(should)), *_base(view, owner, at_day)]
        if circle is not None and circle.km is not None:
            query.append((MUST, view.within(circle)))
        found = _ranked(view, Query.boolean_query(query), max(limit, 1), None)
        return [(hit.id, hit.score) for hit in found]

    def suggest(self, prefix: str, lang: str, owner: int, n: int = 8) -> list[Suggestion]:
        """Return completions of what is being typed; the nearest ones when it is misspelt."""
        view = self.view()
        key = ("suggest", fold(prefix[:80]).strip(), lang, owner, n)

        def complete() -> list[Suggestion]:
            return typing_ahead.suggest(
                view=view, words=self.vocabulary, prefix=prefix, lang=lang, owner=owner, n=n
            )

        return list(view.remembered.get(key, complete))


class _Run:
    """One search on one view: its query, its counts and its pages."""

    def __init__(
        self,
        view: View,
        search: Search,
        clauses: tuple[Clause, ...] | None,
        *,
        relaxed: bool = False,
    ) -> None:
        self.view = view
        self.search = search
        parsed = parse(search.text, view.analyser) if clauses is None else clauses
        self._text = self._words(parsed, relaxed=relaxed)
        self._groups = self._chosen()
        self.query = self._query(skip="")
        self.total, self.facets = 0, dict[str, list[tuple[str, int]]]()
        self._count()

    def _words(self, clauses: tuple[Clause, ...], *, relaxed: bool) -> Clauses:
        asked = [(clause, self.view.clause(clause)) for clause in clauses]
        wanted = [query for clause, query in asked if query is not None and not clause.negative]
        self.wanted = len(wanted)
        found: Clauses = [(NOT, query) for one, query in asked if query and one.negative]
        if relaxed and len(wanted) > 1:
            least = len(wanted) - 1 if len(wanted) < 4 else ceil(len(wanted) * 0.6)  # noqa: PLR2004
            some = Query.boolean_query([(SHOULD, query) for query in wanted], least)
            return [(MUST, some), *found]
        return [*((MUST, query) for query in wanted), *found]

    def _chosen(self) -> dict[tuple[str, ...], Query]:
        groups: dict[tuple[str, ...], list[Query]] = {}
        for name, values in self.search.filters.items():
            if values:
                query = self.view.chosen(name, values, self.search.at_day)
                groups.setdefault(self.view.spec.group(name), []).append(query)
        return {group: silent(either(queries)) for group, queries in groups.items()}

    def _query(self, skip: str) -> Query:
        search, view = self.search, self.view
        found: Clauses = [*self._text, *_base(view, search.owner, search.at_day)]
        found += [(MUST, query) for group, query in self._groups.items() if skip not in group]
        for number, (least, most) in search.ranges.items():
            found.append((MUST, view.between(number, least, most)))
        if search.circle is not None and search.circle.km is not None:
            found.append((MUST, view.within(search.circle)))
        if search.without:
            found.append((NOT, view.without(search.without)))
        if not any(occur == MUST for occur, _ in found):
            found.append((MUST, silent(Query.all_query())))
        return Query.boolean_query(found)

    def _count(self) -> None:
        facets = self.view.spec.facets if self.search.facets else ()
        chosen = {name for group in self._groups for name in group}
        free = [facet for facet in facets if facet.name not in chosen]
        self.total = self._ask(self.query, free)
        for group in self._groups:
            own = [facet for facet in facets if facet.name in group]
            if own:
                query = self._query(skip=group[0])
                self._ask(query, own)
                for facet in own:
                    self._keep_chosen(facet, query)
        self.facets = {facet.name: self.facets[facet.name] for facet in facets}

    def _ask(self, query: Query, facets: Iterable[Facet]) -> int:
        several = list(facets)
        answered = self.view.searcher.aggregate(query, asked_counts(several, self.search.at_day))
        for facet in several:
            self.facets[facet.name] = read_counts(facet, answered[facet.name])
        return int(answered["total"]["value"])

    def _keep_chosen(self, facet: Facet, query: Query) -> None:
        """A chosen value stays in the list, also when others are more frequent."""
        counted = self.facets[facet.name]
        listed = {value for value, _ in counted}
        for value in self.search.filters.get(facet.name, ()):
            if value not in listed and not facet.buckets:
                clause = self.view.chosen(facet.name, [value], self.search.at_day)
                count = self.view.count(Query.boolean_query([(MUST, query), (MUST, clause)]))
                counted.append((value, count))

    def page(self) -> list[Hit]:
        """Return the hits of the page asked for."""
        search = self.search
        size = min(max(search.per_page, 1), MOST_PER_PAGE)
        start = (max(search.page, 1) - 1) * size
        end = min(start + size, self.total, DEEPEST)
        if start >= end:
            return []
        sort = search.sort
        if sort == DISTANCE and search.circle is not None:
            return self._nearest(search.circle, start, end)
        if sort == DISTANCE or (sort == RELEVANCE and not self.wanted):
            sort = self.view.spec.default_sort or RELEVANCE
        if sort == RELEVANCE:
            return _ranked(self.view, self.query, end, search.circle)[start:]
        field, order = self.view.sort_field(sort)
        found = self.view.searcher.search(
            self.query, end - start, count=False, order_by_field=field, offset=start, order=order
        )
        return self.view.hits([(0, place) for _, place in found.hits], search.circle)

    def _nearest(self, circle: Circle, start: int, end: int) -> list[Hit]:
        """Find a small circle that holds enough by counting squares, then measure what is in it."""
        near = query = self.query
        for level in range(1, 4):
            squares, complete = self.view.squares(near, level)
            if not complete:
                break
            km = _enough(circle, squares, level, end)
            if km is None:
                near = query
            else:
                within = self.view.within(Circle(circle.lat, circle.lon, km))
                near = Query.boolean_query([(MUST, query), (MUST, within)])
            if sum(count for _, count in squares) <= _MEASURED:
                break
        found = self.view.searcher.search(near, DEEPEST * 10, count=False).hits
        hits = self.view.hits(found, circle)
        hits.sort(key=lambda hit: (hit.km if hit.km is not None else inf, hit.id))
        return hits[start:end]


def _base(view: View, owner: int, at_day: int) -> Clauses:
    alive = view.alive(at_day)
    return [view.visible(owner), *([] if alive is None else [(MUST, alive)])]


def _enough(
    circle: Circle, squares: list[tuple[int, int]], level: int, wanted: int
) -> float | None:
    """Return a radius in km that surely holds as many as wanted; None when there are too few."""
    if sum(count for _, count in squares) < wanted:
        return None
    far = geo.reach(circle, [key for key, _ in squares], level)
    order = np.argsort(far)
    held = np.cumsum(np.array([count for _, count in squares])[order])
    return float(far[order][int(np.searchsorted(held, wanted))]) + 0.001


def _respelt(view: View, clauses: tuple[Clause, ...]) -> tuple[Clause, ...]:
    """Read oe as ø and ae as æ where that is a word: not a mistake, only another keyboard."""
    found = []
    for clause in clauses:
        spelt = clause.word.replace("oe", "ø").replace("ae", "æ")
        other = spelt != clause.word and view.known(spelt) > view.known(clause.word)
        found.append(clause.also((spelt,)) if other else clause)
    return tuple(found)


def _compound(view: View, word: str) -> bool:
    pieces = view.analyser.split(word)
    return bool(pieces) and all(view.known(piece, short=True) for piece in pieces)


def _ranked(view: View, query: Query, end: int, circle: Circle | None) -> list[Hit]:
    """Return the best hits; equal scores by id, also where a page ends between equals."""
    asked = end + 1
    while True:
        found = view.searcher.search(query, asked, count=False).hits
        tied = len(found) == asked and found[-1][0] == found[end - 1][0]
        if not tied or asked >= DEEPEST:
            break
        asked = min(asked * 4, DEEPEST)
    hits = view.hits(found, circle)
    hits.sort(key=lambda hit: (-hit.score, hit.id))
    return hits[:end]
