# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""How many of the rows found have each value of a facet."""

import heapq
from collections import Counter
from collections.abc import Sequence
from functools import cached_property

import numpy as np

from jobunivers.foundation.search.geo import Ints
from jobunivers.foundation.search.parts import Part, Rows
from jobunivers.foundation.search.spec import FAR, SEPARATOR, Facet

_MOST_OF = 0.6  # share of a part's rows from which on it is quicker to count the others

Counted = list[tuple[str, int]]
Value = str | int  # a keyword's value, or a day


class Found:
    """Rows of one part that are to be counted, in order."""

    def __init__(self, part: Part, rows: Rows) -> None:
        self._part = part
        self.rows = rows

    @cached_property
    def _others(self) -> Rows:
        missing = np.ones(len(self._part), np.bool_)
        missing[self.rows] = False
        return np.flatnonzero(missing)

    def count(self, name: str) -> Ints:
        """Return how many of the rows have each code of a column."""
        totals = self._part.totals(name)
        column = self._part.codes[name]
        if len(self.rows) > _MOST_OF * len(self._part):
            return totals - np.bincount(column[self._others], minlength=len(totals))
        return np.bincount(column[self.rows], minlength=len(totals))


class Table:
    """What the codes of one column stand for, in all parts of an index together."""

    def __init__(self, parts: Sequence[Part], name: str) -> None:
        spans = bool(parts) and name in parts[0].days
        said: list[list[Value]] = [
            [*(part.days[name] if spans else part.values[name])] for part in parts
        ]
        self.values: list[Value] = said[0] if said else []
        first = len(self.values)
        known = {value: at for at, value in enumerate(self.values)} if said[1:] else {}
        for values in said[1:]:
            for value in values:
                known.setdefault(value, len(known))
        self.values += list(known)[first:]
        # The first part's codes are those of the table, whose arrays need no translation.
        self._codes: list[Ints | None] = [None for _ in said[:1]]
        self._codes += [np.array([known[one] for one in v], dtype=np.int64) for v in said[1:]]
        self._composed = any(name in part.composed for part in parts)

    def count(self, name: str, found: Sequence[Found]) -> Ints:
        """Return how many rows of all parts have each value."""
        total = np.zeros(len(self.values), dtype=np.int64)
        for one, codes in zip(found, self._codes, strict=True):
            counted = one.count(name)
            if codes is None:
                total[: len(counted)] += counted
            else:
                total[codes] += counted
        return total

    def best(self, counts: Ints, facet: Facet, chosen: Sequence[str]) -> Counted:
        """Return the most frequent values by count, then those chosen that are not among them."""
        if self._composed:
            by_value: Counter[str] = Counter()
            for at in np.flatnonzero(counts).tolist():
                for value in str(self.values[at]).split(SEPARATOR):
                    by_value[value] += int(counts[at])
            by_value.pop("", None)
            found = sorted(by_value.items(), key=lambda pair: (-pair[1], pair[0]))[: facet.size]
        else:
            by_value = Counter()
            found = self._most_frequent(counts, facet.size)
        listed = {value for value, _ in found}
        for value in dict.fromkeys(chosen):
            if value not in listed:
                found.append(
                    (value, by_value[value] if self._composed else self._one(counts, value))
                )
        return found

    def _most_frequent(self, counts: Ints, size: int) -> Counted:
        some = np.flatnonzero(counts)
        if self.values and "" in self.values[:1]:  # sorts first; what nobody said is no value
            some = some[some > 0]
        many = counts[some]
        if len(some) > size:
            least = np.partition(many, -size)[-size]
            sure = some[many > least].tolist()
            equal = [str(self.values[at]) for at in some[many == least].tolist()]
            last = heapq.nsmallest(size - len(sure), equal)
        else:
            least, sure, last = 0, some.tolist(), []
        found = [(str(self.values[at]), int(counts[at])) for at in sure]
        found += [(value, int(least)) for value in last]
        return sorted(found, key=lambda pair: (-pair[1], pair[0]))

    def _one(self, counts: Ints, value: str) -> int:
        return int(counts[self.values.index(value)]) if value in self.values else 0

    def buckets(self, counts: Ints, facet: Facet, at_day: int) -> Counted:
        """Return the counts of a facet's spans of days, in their order."""
        days = np.array(self.values, dtype=np.int64)
        found = []
        for one in facet.buckets:
            first, last = ahead(at_day, one.first), ahead(at_day, one.last)
            found.append((one.value, int(counts[(days >= first) & (days <= last)].sum())))
        return found


def ahead(at_day: int, days: int) -> int:
    """Return the day so many days ahead; FAR stays FAR."""
    return FAR if days >= FAR else at_day + days
