# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""One search on one picture of the index: its rows, its counts, its pages."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from math import ceil

import numpy as np

from jobunivers.foundation.search import ordering, scored
from jobunivers.foundation.search.asking import (
    DEEPEST,
    DISTANCE,
    MOST_PER_PAGE,
    RELEVANCE,
    Hit,
    Search,
)
from jobunivers.foundation.search.counting import Counted, Found
from jobunivers.foundation.search.geo import Ints, Singles
from jobunivers.foundation.search.parsing import Clause
from jobunivers.foundation.search.parts import Bools, Part, Rows, numbers_of
from jobunivers.foundation.search.scored import Scored
from jobunivers.foundation.search.sieving import Sieve
from jobunivers.foundation.search.spec import FAR, Facet
from jobunivers.foundation.search.view import Heard, View

_FEW_CLAUSES = 4  # with fewer, one word may be missing; with more, four tenths of them


@dataclass(frozen=True, slots=True)
class Matched:
    """The rows of one part that match all but the filters, and which of them each group lets by."""

    part: Part
    rows: Rows
    scores: Singles | None  # None: no words were asked for
    groups: dict[tuple[str, ...], Bools]

    def passing(self, but: tuple[str, ...] = ()) -> Bools | None:
        """Tell which rows pass all groups of filters but one; None: all of them."""
        keep = None
        for group, passes in self.groups.items():
            if group != but:
                keep = passes if keep is None else keep & passes
        return keep

    def kept(self, but: tuple[str, ...] = ()) -> Rows:
        """Return the rows that pass all groups of filters but one."""
        keep = self.passing(but)
        return self.rows if keep is None else self.rows[numbers_of(keep)]


class Run:
    """One search on one view: its rows, its counts and its pages."""

    def __init__(
        self,
        view: View,
        search: Search,
        clauses: tuple[Clause, ...],
        *,
        relaxed: bool = False,
        after: "Run | None" = None,
    ) -> None:
        """Prepare a search; `after` is the one whose words are tried again."""
        self.view = view
        self.search = search
        self._relaxed = relaxed
        self._heard: Heard = after._heard if after else Heard()  # noqa: SLF001 its own kind
        said = [clause for clause in clauses if view.says(clause)]
        # The rarest first: when nothing has it, the others need not be looked up.
        self._asked = sorted((one for one in said if not one.negative), key=view.rough)
        self._unwanted = [clause for clause in said if clause.negative]
        self.wanted = len(self._asked)

    @cached_property
    def total(self) -> int:
        """The number of documents found."""
        return sum(len(rows) for _, rows, _ in self._passed)

    # Matching

    @cached_property
    def _matched(self) -> list[Matched]:
        parts = enumerate(self.view.parts)
        return [self._match(at, Sieve(self.view.spec, part, dead)) for at, (part, dead) in parts]

    def _match(self, at: int, sieve: Sieve) -> Matched:
        search = self.search
        worded = self._words(at, len(sieve.part)) if self._asked else None
        unwanted = [self.view.clause(at, clause, self._heard).rows for clause in self._unwanted]
        if worded is None:
            keep = self._seen(sieve, None)
            for rows in unwanted:
                keep[rows] = False
            found, scores = numbers_of(keep), None
        else:
            for rows in unwanted:
                worded = scored.but(len(sieve.part), worded, rows)
            keep = self._seen(sieve, worded.rows)
            kept = numbers_of(keep)
            found, scores = worded.rows[kept], worded.scores[kept]
        groups = sieve.groups(found, search.filters, search.at_day)
        return Matched(sieve.part, found, scores, groups)

    def _words(self, at: int, many: int) -> Scored:
        """Return the rows of a part that have all words, or most of them when relaxed."""
        if self._relaxed and self.wanted > 1:
            few = self.wanted < _FEW_CLAUSES
            least = self.wanted - 1 if few else ceil(self.wanted * 0.6)
            sets = [self.view.clause(at, clause, self._heard) for clause in self._asked]
            return scored.at_least(many, sets, least)
        first, *others = self._asked
        found = self.view.clause(at, first, self._heard)
        for clause in others:
            if len(found.rows):
                found = scored.both(many, found, self.view.clause(at, clause, self._heard))
        return found

    def _seen(self, sieve: Sieve, rows: Rows | None) -> Bools:
        """Tell which rows pass everything but words and filters: the costly tests last."""
        search = self.search
        keep = sieve.seen(rows, search.owner, search.at_day)
        for number, (least, most) in search.ranges.items():
            keep &= sieve.between(rows, number, least, most)
        if search.without:
            keep &= ~sieve.named(rows, search.without)
        if search.among is not None:
            keep &= sieve.among(rows, search.among)
        if search.circle is not None and search.circle.km is not None:
            if rows is None:
                keep &= sieve.within(None, search.circle)
            else:
                left = numbers_of(keep)
                keep[left] = sieve.within(rows[left], search.circle)
        return keep

    @cached_property
    def _passed(self) -> list[tuple[Part, Rows, Singles | None]]:
        found = []
        for one in self._matched:
            keep = one.passing()
            if keep is None:
                found.append((one.part, one.rows, one.scores))
            else:
                kept = numbers_of(keep)
                scores = None if one.scores is None else one.scores[kept]
                found.append((one.part, one.rows[kept], scores))
        return found

    # Counts

    @cached_property
    def facets(self) -> dict[str, list[tuple[str, int]]]:
        """The counts of each facet, those of the other filters."""
        if not self.search.facets:
            return {}
        groups = {group for one in self._matched for group in one.groups}
        everything = [Found(part, rows) for part, rows, _ in self._passed]
        found: dict[tuple[str, ...], list[Found]] = {(): everything}
        for group in groups:
            found[group] = [Found(one.part, one.kept(but=group)) for one in self._matched]
        counted = {}
        for facet in self.view.spec.facets:
            group = self.view.spec.group(facet.name)
            counted[facet.name] = self._count(facet, found[group if group in groups else ()])
        return counted

    def _count(self, facet: Facet, found: Sequence[Found]) -> Counted:
        table = self.view.table(facet.field)
        counts = table.count(facet.field, found)
        if facet.buckets:
            return table.buckets(counts, facet, self.search.at_day)
        return table.best(counts, facet, self.search.filters.get(facet.name, ()))

    # Pages

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
            found = [(part, rows) for part, rows, _ in self._passed]
            return ordering.nearest(found, end, search.circle)[start:]
        if sort == DISTANCE or (sort == RELEVANCE and not self.wanted):
            sort = self.view.spec.default_sort or RELEVANCE
        if sort == RELEVANCE:
            keyed = [(part, rows, _turned(rows, scores)) for part, rows, scores in self._passed]
            return ordering.first(keyed, end, search.circle, scored=True)[start:]
        return ordering.first(self._keyed(sort), end, search.circle, scored=False)[start:]

    def _keyed(self, name: str) -> list[ordering.Keyed]:
        sort = next((one for one in self.view.spec.sorts if one.name == name), None)
        if sort is None:
            raise ValueError(f"{self.view.spec.name} cannot be sorted by {name}")
        keyed: list[ordering.Keyed] = []
        for part, rows, _ in self._passed:
            keys = part.numbers[sort.field][rows]
            if sort.descending:  # a document that does not say comes last here too
                keys = np.where(keys == FAR, 0, -keys)
            keyed.append((part, rows, keys))
        return keyed

    def places(self) -> tuple[Ints, Ints]:
        """Return ids and packed points of everything found, by part and id."""
        ids = [part.ids[rows].astype(np.int64) for part, rows, _ in self._passed]
        points = [part.point[rows] for part, rows, _ in self._passed]
        if not ids:
            return np.zeros(0, np.int64), np.zeros(0, np.int64)
        return np.concatenate(ids), np.concatenate(points)


def _turned(rows: Rows, scores: Singles | None) -> Singles:
    return np.zeros(len(rows), np.float32) if scores is None else -scores
