# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which rows of one part a search may see and has not left out."""

from collections.abc import Collection, Iterable, Mapping, Sequence

import numpy as np

from jobunivers.foundation.search import geo
from jobunivers.foundation.search.arrays import Array
from jobunivers.foundation.search.counting import ahead
from jobunivers.foundation.search.geo import Circle
from jobunivers.foundation.search.parts import Bools, Part, Rows, value_key
from jobunivers.foundation.search.spec import FAR, Spec


class Sieve:
    """Tests of the rows of one part. Rows None stands for all of them, which costs no copy."""

    def __init__(self, spec: Spec, part: Part, dead: Bools | None) -> None:
        self.spec = spec
        self.part = part
        self.dead = dead

    def seen(self, rows: Rows | None, owner: int, at_day: int) -> Bools:
        """Tell which rows are shared or the owner's own, and neither expired nor dead."""
        owners = _at(self.part.owner, rows)
        keep = owners == 0
        if not keep.all():
            keep |= owners == owner
        if self.spec.expires:
            keep &= _at(self.part.numbers[self.spec.expires], rows) >= min(max(at_day, 0), FAR)
        if self.dead is not None:
            keep &= ~_at(self.dead, rows)
        return np.asarray(keep)

    def between(self, rows: Rows | None, number: str, least: int | None, most: int | None) -> Bools:
        """Tell which rows have a number within bounds, ends included."""
        if number not in self.spec.numbers:
            raise ValueError(f"{self.spec.name} has no number {number}")
        column = _at(self.part.numbers[number], rows)
        keep = np.ones(len(column), np.bool_)
        if least is not None:
            keep &= column >= min(max(least, 0), FAR)
        if most is not None:
            keep &= column <= max(min(most, FAR), -1)
        return keep

    def within(self, rows: Rows | None, circle: Circle) -> Bools:
        """Tell which rows lie in a circle."""
        space = [_at(axis, rows) for axis in self.part.space]
        return geo.within(circle, space, _at(self.part.point, rows))

    def named(self, rows: Rows | None, ids: Iterable[int]) -> Bools:
        """Tell which rows have one of these ids."""
        named = np.zeros(len(self.part), np.bool_)
        named[self.part.places(one for one in ids if 0 < one < 1 << 32)] = True
        return _at(named, rows)

    def among(self, rows: Rows | None, ids: Collection[int]) -> Bools:
        """Tell which rows have one of many ids: a table of them is quicker than finding each."""
        wanted = np.fromiter(ids, dtype=np.int64, count=len(ids))
        return np.isin(_at(self.part.ids, rows).astype(np.int64), wanted)

    def chosen(self, rows: Rows | None, name: str, values: Sequence[str], at_day: int) -> Bools:
        """Tell which rows have any of the chosen values of a facet or keyword."""
        facet = self.spec.facet(name)
        if facet and facet.buckets:
            keep = np.zeros(len(self.part) if rows is None else len(rows), np.bool_)
            for one in facet.buckets:
                if one.value in values:
                    first, last = ahead(at_day, one.first), ahead(at_day, one.last)
                    keep |= self.between(rows, facet.field, first, last)
            return keep
        field = facet.field if facet else name
        if field not in self.spec.keywords:
            raise ValueError(f"{self.spec.name} has no filter {name}")
        known = [value for value in values if value]
        if field in self.part.values:
            table = np.zeros(max(len(self.part.values[field]), 1), np.bool_)
            table[self.part.coded(field, known)] = True
            return np.asarray(table[_at(self.part.codes[field], rows)])
        has = np.zeros(len(self.part), np.bool_)
        for value in known:
            has[self.part.listed(value_key(field, value))[0]] = True
        return _at(has, rows)

    def groups(
        self, rows: Rows, filters: Mapping[str, Sequence[str]], at_day: int
    ) -> dict[tuple[str, ...], Bools]:
        """Tell for each group of filters that widen each other which rows any of them lets pass."""
        found: dict[tuple[str, ...], Bools] = {}
        for name, values in filters.items():
            if values:
                group = self.spec.group(name)
                keep = self.chosen(rows, name, values, at_day)
                found[group] = found[group] | keep if group in found else keep
        return found


def _at(column: Array, rows: Rows | None) -> Array:
    return column if rows is None else column[rows]
