# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A year of what people did on the shelves, drawn for a chunk of them at once.

Each act hangs on a login, as `truth.Behaviour` says and by how used to screens she is. She gets
through something long at a later visit of the same spell, or never. Moments are seconds since 1970.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from jobunivers.simulator import truth as true
from jobunivers.simulator.liking import (
    A_DAY,
    AT_ONCE,
    BANDS,
    ENDLESS,
    NO_END,
    SCORED,
    STARS,
    chances,
)
from jobunivers.simulator.nation import columns
from jobunivers.simulator.nation.columns import Column

DAY = 86_400
_SPAN = 2**33  # seconds: more than all moments
STATES = ("planned", "begun", "done")
PLANNED, BEGUN, DONE = range(3)

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Mask = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Offered:
    """One offer as the database has it; `handed` are codes of what its vendor gets."""

    id: int
    version: int
    kind: str
    way: str
    minutes: int
    title: str
    recipient: str
    handed: tuple[str, ...]
    terms: str


@dataclass(frozen=True, slots=True)
class Shelves:
    """Everything that stands on the country's shelves; columns of length k."""

    id: Ints
    version: Ints
    minutes: Ints
    endless: Mask
    scored: Mask
    hands_over: Mask
    way: Column
    title: Column
    recipient: Column
    handed: Column  # varchar[]
    terms: Column
    liked: Floats  # [bands, k]

    @classmethod
    def of(cls, found: Sequence[Offered]) -> "Shelves":
        """Return the shelves with these offers on them."""
        return cls(
            id=np.array([one.id for one in found], dtype=np.int64),
            version=np.array([one.version for one in found], dtype=np.int64),
            minutes=np.array([one.minutes or NO_END for one in found], dtype=np.int64),
            endless=np.array([one.kind == ENDLESS for one in found], dtype=np.bool_),
            scored=np.array([one.kind == SCORED for one in found], dtype=np.bool_),
            hands_over=np.array([bool(one.terms) for one in found], dtype=np.bool_),
            way=columns.text(one.way for one in found),
            title=columns.text(one.title for one in found),
            recipient=columns.text(one.recipient for one in found),
            handed=columns.texts([one.handed for one in found], encode=columns.text_array),
            terms=columns.text(one.terms for one in found),
            liked=chances([one.kind for one in found]) if found else np.zeros((BANDS, 0)),
        )

    def __len__(self) -> int:
        """Return how many offers there are."""
        return len(self.id)


@dataclass(frozen=True, slots=True)
class Uses:
    """Each person's use of an offer once, in the order of people and offers; columns of n.

    `done` is the moment she got through, 0 for never; `stars` 0 for no rating; `score` -1 for none.
    """

    person: Ints
    row: Ints  # of the shelves
    first: Ints
    last: Ints
    starts: Ints
    done: Ints
    progress: Floats
    score: Floats
    stars: Ints


@dataclass(frozen=True, slots=True)
class Taken:
    """Everything of the year on the shelves."""

    began: tuple[Ints, Ints, Ints]  # person, row, moment of each beginning
    uses: Uses
    kept: tuple[Ints, Ints, Ints]  # person, row, moment; each thing once
    planned: tuple[Ints, Ints, Ints, Ints]  # person, row, moment, index in STATES


def draw(
    truth: true.Truth,
    shelves: Shelves,
    readiness: Floats,
    login: tuple[Ints, Ints, Ints],
    rng: np.random.Generator,
) -> Taken:
    """Return what people did at their logins: person, moment and spell, ordered by those."""
    return _Draw(truth, shelves, login, rng).draw(readiness)


@dataclass(frozen=True, slots=True)
class _Draw:
    """Draws the year of a chunk."""

    truth: true.Truth
    shelves: Shelves
    login: tuple[Ints, Ints, Ints]
    rng: np.random.Generator

    def draw(self, readiness: Floats) -> Taken:
        person, _at, spell = self.login
        there = len(self.shelves) > 0
        lot = self.rng.random(len(person))
        takes = (lot < true.takes_offers(self.truth, readiness)[person]) & there
        keeps = (lot > 1 - self.truth.behaviour.keeps_offers) & ~takes & there
        bands = true.readiness_band(readiness)
        began = self._acts(bands, np.flatnonzero(takes))
        kept = self._acts(bands, np.flatnonzero(keeps))
        uses = self._uses(began, spell[np.flatnonzero(takes)])
        _, first = np.unique(self._key(kept[0], kept[1]), return_index=True)
        kept = kept[0][first], kept[1][first], kept[2][first]
        return Taken(began, uses, kept, self._planned(uses, kept))

    def _key(self, person: Ints, row: Ints) -> Ints:
        return person * max(len(self.shelves), 1) + row

    def _acts(self, bands: Ints, some: Ints) -> tuple[Ints, Ints, Ints]:
        """Return person, what she chose and the moment within the visit, of some logins."""
        person, at = self.login[0][some], self.login[1][some]
        row = np.zeros(len(some), dtype=np.int64)
        for band, liked in enumerate(self.shelves.liked):
            mine = np.flatnonzero(bands[person] == band)
            if len(mine):
                row[mine] = self.rng.choice(len(self.shelves), size=len(mine), p=liked)
        return person, row, at + self.rng.integers(60, 900, len(some))

    def _uses(self, began: tuple[Ints, Ints, Ints], spell: Ints) -> Uses:
        how, rng, shelves = self.truth.behaviour, self.rng, self.shelves
        key = self._key(began[0], began[1])
        order = np.lexsort((began[2], key))
        at = began[2][order]
        _, start, starts = np.unique(key[order], return_index=True, return_counts=True)
        once, n = order[start], len(start)
        person, row, first = (one[once] for one in began)
        finds, endless = rng.random(n) < how.gets_through, shelves.endless[row]
        done = np.where(finds & ~endless, self._through(row, first, spell[once]), 0)
        says = finds & ((done > 0) | endless) & (rng.random(n) < how.rates_offers)
        stars, shares = (np.array(part) for part in zip(*STARS, strict=True))
        some_way = np.where(endless, 0.0, np.round(rng.uniform(0.1, 0.9, n), 2))
        scored = (done > 0) & shelves.scored[row]
        last = at[start + starts - 1]
        return Uses(
            person, row, first, np.maximum(last, done), starts.astype(np.int64), done,
            progress=np.where(done > 0, 1.0, some_way),
            score=np.where(scored, np.round(rng.uniform(0.5, 1.0, n), 2), -1.0),
            stars=np.where(says, rng.choice(stars, size=n, p=shares), 0).astype(np.int64),
        )  # fmt: skip

    def _through(self, row: Ints, first: Ints, spell: Ints) -> Ints:
        """Return when each could be through: at once, or at a visit after enough days; 0: never."""
        minutes = self.shelves.minutes[row]
        if not len(row):
            return minutes
        _person, at, of_spell = self.login
        needs = first + -(-minutes // A_DAY) * DAY
        found = np.searchsorted(of_spell * _SPAN + at, spell * _SPAN + needs)
        there = np.minimum(found, len(at) - 1)
        later = np.where((found < len(at)) & (of_spell[there] == spell), at[there] + 20 * 60, 0)
        return np.where(minutes <= AT_ONCE, first + np.maximum(minutes, 6) * 60, later)

    def _planned(self, uses: Uses, kept: tuple[Ints, Ints, Ints]) -> tuple[Ints, Ints, Ints, Ints]:
        """Return what goes into plans, once: what takes longer than a visit, and what is kept."""
        long = (self.shelves.minutes[uses.row] > AT_ONCE) & ~self.shelves.endless[uses.row]
        new = ~np.isin(self._key(kept[0], kept[1]), self._key(uses.person, uses.row))
        state = np.where(uses.done > 0, DONE, BEGUN)
        person, row, at, how = (
            np.concatenate(pair)
            for pair in (
                (uses.person[long], kept[0][new]),
                (uses.row[long], kept[1][new]),
                (uses.first[long] + 30, kept[2][new] + 30),
                (state[long], np.full(int(new.sum()), PLANNED)),
            )
        )
        wanted = self.rng.random(len(person)) < self.truth.behaviour.plans_offers
        return person[wanted], row[wanted], at[wanted], how[wanted]
