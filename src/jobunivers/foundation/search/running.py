# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""One search on one picture of the index: its query, its counts, its pages."""

from collections.abc import Callable, Iterable
from functools import cached_property
from math import ceil, inf

import numpy as np

from jobunivers.foundation.search import geo
from jobunivers.foundation.search.asking import (
    DEEPEST,
    DISTANCE,
    MOST_PER_PAGE,
    RELEVANCE,
    Hit,
    Search,
)
from jobunivers.foundation.search.geo import Circle
from jobunivers.foundation.search.parsing import Clause
from jobunivers.foundation.search.spec import Facet
from jobunivers.foundation.search.view import (
    MUST,
    NOT,
    SHOULD,
    Clauses,
    Query,
    View,
    asked_counts,
    either,
    read_counts,
    silent,
)

_SELECTIVE = 30_000  # documents with the words, up to which bounds are cheaper than cells
_MEASURED = 3_000  # hits that are simply all measured when sorting by distance


class Run:
    """One search on one view: its query, its counts and its pages."""

    def __init__(
        self,
        view: View,
        search: Search,
        clauses: tuple[Clause, ...],
        *,
        relaxed: bool = False,
    ) -> None:
        self.view = view
        self.search = search
        self._relaxed = relaxed
        self._match = self._words(view.match, clauses)
        self._groups = self._chosen()
        self._clauses = clauses
        self.facets: dict[str, list[tuple[str, int]]] = {}

    @cached_property
    def total(self) -> int:
        """The number of documents found; counted, with the facets, when first asked for."""
        if self.wanted > 1 and not self._words_found():
            self.facets = {facet.name: [] for facet in self._facets()}
            return 0
        return self._count()

    @cached_property
    def query(self) -> Query:
        """The whole query, without scores."""
        return self._query(skip="")

    def _words_found(self) -> bool:
        """Tell whether any document has all the words: cheaper to know than the whole answer."""
        search = self.search
        clauses = [*self._match, *base(self.view, search.owner, search.at_day)]
        return bool(self.view.searcher.search(Query.boolean_query(clauses), 1, count=False).hits)

    def _facets(self) -> tuple[Facet, ...]:
        return self.view.spec.facets if self.search.facets else ()

    def _words(self, ask: Callable[[Clause], Query | None], clauses: tuple[Clause, ...]) -> Clauses:
        asked = [(clause, ask(clause)) for clause in clauses]
        wanted = [query for clause, query in asked if query is not None and not clause.negative]
        self.wanted = len(wanted)
        found: Clauses = [(NOT, query) for one, query in asked if query and one.negative]
        if self._relaxed and len(wanted) > 1:
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

    @cached_property
    def _place(self) -> Clauses:
        circle, view, search = self.search.circle, self.view, self.search
        if circle is None or circle.km is None:
            return []
        words = [clause for clause in self._clauses if not clause.negative]
        most = min((view.most(clause) for clause in words), default=None)
        if most is None or most > max(_SELECTIVE, view.searcher.num_docs // 8):
            return [(MUST, view.within(circle))]
        return view.place(circle, [*self._match, *base(view, search.owner, search.at_day)])

    def _query(self, skip: str, words: Clauses | None = None) -> Query:
        search, view = self.search, self.view
        words = self._match if words is None else words
        found: Clauses = [*words, *base(view, search.owner, search.at_day)]
        found += [(MUST, query) for group, query in self._groups.items() if skip not in group]
        for number, (least, most) in search.ranges.items():
            found.append((MUST, view.between(number, least, most)))
        found += self._place
        if search.without:
            found.append((NOT, view.without(search.without)))
        if not any(occur == MUST for occur, _ in found):
            found.append((MUST, silent(Query.all_query())))
        return Query.boolean_query(found)

    def _count(self) -> int:
        facets = self._facets()
        chosen = {name for group in self._groups for name in group}
        free = [facet for facet in facets if facet.name not in chosen]
        total = self._ask(self.query, free)
        for group in self._groups:
            own = [facet for facet in facets if facet.name in group]
            if own:
                query = self._query(skip=group[0])
                self._ask(query, own)
                for facet in own:
                    self._keep_chosen(facet, query)
        self.facets = {facet.name: self.facets[facet.name] for facet in facets}
        return total

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
            scored = self._words(self.view.clause, self._clauses)
            return ranked(self.view, self._query("", scored), end, search.circle)[start:]
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
                near = Query.boolean_query([(MUST, query), *self._roughly(circle, km)])
            if sum(count for _, count in squares) <= _MEASURED:
                break
        found = self.view.searcher.search(near, DEEPEST * 10, count=False).hits
        hits = self.view.hits(found, circle)
        hits.sort(key=lambda hit: (hit.km if hit.km is not None else inf, hit.id))
        return hits[start:end]

    def _roughly(self, circle: Circle, km: float) -> Clauses:
        """Return clauses for a circle and perhaps a little around it: all of it is measured."""
        small = Circle(circle.lat, circle.lon, km)
        hull = geo.hull(small)
        if hull is None:
            return [(MUST, self.view.within(small))]
        return [(MUST, query) for query in self.view.around(hull.outer)]


def base(view: View, owner: int, at_day: int) -> Clauses:
    """Return the clauses of every search: whose documents, and not expired."""
    alive = view.alive(at_day)
    return [*view.visible(owner), *([] if alive is None else [(MUST, alive)])]


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


def ranked(view: View, query: Query, end: int, circle: Circle | None) -> list[Hit]:
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
