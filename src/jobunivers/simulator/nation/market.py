# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The advertisements that people apply for, as arrays: by region and kind of work, by time."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from jobunivers.simulator.nation import columns
from jobunivers.simulator.nation.columns import Column

Ints = NDArray[np.int64]
_TRIES = 3


@dataclass(frozen=True, slots=True)
class Advertised:
    """One advertisement as the database has it."""

    id: int
    title: str
    employer: str
    city: str
    isco: str
    region: int
    opened: int  # seconds since 1970
    closed: int


@dataclass(frozen=True, slots=True)
class Market:
    """All advertisements, ordered by where and what, so that somebody's own are one slice."""

    id: Ints
    opened: Ints
    closed: Ints
    title: Column
    employer: Column
    city: Column
    keys: Ints  # region and ISCO minor group of each, ascending
    positions: Ints  # rows of a second order: by region alone
    region_starts: Ints

    @classmethod
    def of(cls, found: Sequence[Advertised]) -> "Market":
        """Return the market of these advertisements."""
        keys = np.array([key_of(one.region, one.isco) for one in found], dtype=np.int64)
        order = np.argsort(keys, kind="stable")
        ordered = [found[at] for at in order]
        region = np.array([one.region for one in ordered], dtype=np.int64)
        return cls(
            id=np.array([one.id for one in ordered], dtype=np.int64),
            opened=np.array([one.opened for one in ordered], dtype=np.int64),
            closed=np.array([one.closed for one in ordered], dtype=np.int64),
            title=columns.text(one.title for one in ordered),
            employer=columns.text(one.employer for one in ordered),
            city=columns.text(one.city for one in ordered),
            keys=keys[order],
            positions=np.argsort(region, kind="stable"),
            region_starts=np.searchsorted(np.sort(region), np.arange(region.max(initial=0) + 2)),
        )

    def __len__(self) -> int:
        """Return how many advertisements there are."""
        return len(self.id)

    def chosen(
        self, keys: Ints, at: Ints, rng: np.random.Generator
    ) -> tuple[Ints, NDArray[np.bool_]]:
        """Return for each moment an advertisement of this kind: its row, and whether it was open.

        One that was open is looked for a few times; else the row says only what kind it was like.
        Where a region has none of the kind, any of the region is taken.
        """
        first = np.searchsorted(self.keys, keys, side="left")
        many = np.searchsorted(self.keys, keys, side="right") - first
        row = self._one_of(keys, first, many, rng)
        is_open = self._open(row, at)
        for _ in range(_TRIES - 1):
            again = np.flatnonzero(~is_open)
            other = self._one_of(keys[again], first[again], many[again], rng)
            found = self._open(other, at[again])
            row[again[found]] = other[found]
            is_open[again[found]] = True
        return row, is_open

    def _open(self, row: Ints, at: Ints) -> NDArray[np.bool_]:
        return np.asarray((self.opened[row] <= at) & (at < self.closed[row]))

    def _one_of(self, keys: Ints, first: Ints, many: Ints, rng: np.random.Generator) -> Ints:
        draw = rng.random(len(keys))
        row = first + (draw * many).astype(np.int64)
        none = np.flatnonzero(many == 0)
        region = keys[none] // 1_000
        start, end = self.region_starts[region], self.region_starts[region + 1]
        anywhere = (draw[none] * len(self)).astype(np.int64)
        near = start + (draw[none] * (end - start)).astype(np.int64)
        row[none] = np.where(end > start, self.positions[np.minimum(near, len(self) - 1)], anywhere)
        return row


def key_of(region: int, isco: str) -> int:
    """Return the key of a region and the first three digits of ISCO."""
    return region * 1_000 + int((isco or "999")[:3].ljust(3, "0"))
