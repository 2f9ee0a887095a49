# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Counting who fits what where; no person leaves this file, only how many there are."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from jobunivers.science.demand.data import Kinds, Seekers, Vacancies

Ints = NDArray[np.int64]
DEEPEST = 4
AT_A_TIME = 50_000


@dataclass(frozen=True, slots=True)
class Groups:
    """ISCO groups in the order of their codes, and the groups of each kind: int[4, K], −1 none."""

    codes: tuple[str, ...]
    of_kind: Ints


@dataclass(frozen=True, slots=True)
class Fitting:
    """People who fit each group: `at_home` int[regions, groups], and `able` by what they reach.

    `able` is sparse, [regions × regions, groups], in rows home × regions + the region in reach.
    """

    at_home: Ints
    able: sparse.csr_matrix

    def __add__(self, other: "Fitting") -> "Fitting":
        """Return the people of both; nobody may be in both."""
        able = sparse.csr_matrix(self.able + other.able)
        return Fitting(self.at_home + other.at_home, able)

    def reaching(self) -> Ints:
        """Return how many can get to each region, wherever they live: int[regions, groups]."""
        regions, groups = self.at_home.shape
        found: Ints = self.able.toarray().reshape(regions, regions, groups).sum(axis=0)
        return found


@dataclass(frozen=True, slots=True)
class Suits:
    """Which groups each kind suits, 0/1 [kinds, groups]: made once, used for many counts."""

    groups: Groups
    table: sparse.csr_matrix

    @classmethod
    def of(cls, kinds: Kinds, fits: float) -> "Suits":
        """Return which groups have a kind near enough (≥ `fits`) to each kind."""
        groups = groups_of(kinds)
        return cls(groups, _suits(kinds, groups, fits))


def groups_of(kinds: Kinds) -> Groups:
    """Return the groups of 1 to 4 digits that the kinds belong to."""
    codes = sorted(
        {isco[:depth] for isco in kinds.isco for depth in range(1, min(len(isco), DEEPEST) + 1)}
    )
    number = {code: at for at, code in enumerate(codes)}
    of_kind = np.full((DEEPEST, len(kinds.isco)), -1, np.int64)
    for kind, isco in enumerate(kinds.isco):
        for depth in range(1, min(len(isco), DEEPEST) + 1):
            of_kind[depth - 1, kind] = number[isco[:depth]]
    return Groups(tuple(codes), of_kind)


def open_positions(vacancies: Vacancies, groups: Groups, regions: int) -> Ints:
    """Return vacancies, Σ positions and Σ positions² of each: int[3, regions, groups]."""
    found = np.zeros((3, regions, len(groups.codes)), np.int64)
    for level in groups.of_kind:
        group = level[vacancies.kind]
        there = group >= 0
        at = vacancies.region[there], group[there]
        positions = vacancies.positions[there]
        for which, amount in enumerate((np.ones_like(positions), positions, positions**2)):
            np.add.at(found[which], at, amount)
    return found


def people_who_fit(seekers: Seekers, suits: Suits, regions: int) -> Fitting:
    """Return how many people fit each group by where they live and what they can reach."""
    many, width = len(seekers.region), len(suits.groups.codes)
    theirs = _table(seekers.kinds, many, suits.table.shape[0])
    reach = np.concatenate([seekers.reach, np.column_stack([np.arange(many), seekers.region])])
    pairs = _table(reach, many, regions).tocoo()
    at_home = np.zeros((regions, width), np.int64)
    able = sparse.csr_matrix((regions * regions, width), dtype=np.int64)
    for start, end in _pieces(many):
        mine = sparse.csr_matrix(theirs[start:end] @ suits.table)
        mine.data[:] = 1
        living = _one_hot(seekers.region[start:end], np.arange(end - start), regions, end - start)
        at_home += (living @ mine).toarray()
        here = (pairs.row >= start) & (pairs.row < end)
        person, other = pairs.row[here].astype(np.int64), pairs.col[here].astype(np.int64)
        way = seekers.region[person] * regions + other
        able = able + _one_hot(way, person - start, regions * regions, end - start) @ mine
    return Fitting(at_home, sparse.csr_matrix(able))


def skills_asked(vacancies: Vacancies, skills: int, regions: int) -> Ints:
    """Return Σ positions and Σ positions² that ask for each skill: int[2, regions, skills]."""
    found = np.zeros((2, regions, skills), np.int64)
    pairs = np.unique(vacancies.skills.reshape(-1, 2), axis=0)
    at = vacancies.region[pairs[:, 0]], pairs[:, 1]
    positions = vacancies.positions[pairs[:, 0]]
    np.add.at(found[0], at, positions)
    np.add.at(found[1], at, positions**2)
    return found


def skills_held(seekers: Seekers, skills: int, regions: int) -> Ints:
    """Return how many people hold each skill: int[regions, skills]."""
    found = np.zeros((regions, skills), np.int64)
    pairs = np.unique(seekers.skills.reshape(-1, 2), axis=0)
    np.add.at(found, (seekers.region[pairs[:, 0]], pairs[:, 1]), 1)
    return found


def _suits(kinds: Kinds, groups: Groups, fits: float) -> sparse.csr_matrix:
    """Return which groups have a kind near enough to each kind: 0/1 [K, groups], sparse."""
    mine, theirs = np.nonzero(kinds.near >= np.float32(fits))
    found = []
    for level in groups.of_kind:
        group = level[theirs]
        there = group >= 0
        found.append(np.column_stack([mine[there], group[there]]))
    return _table(np.concatenate(found), len(kinds.isco), len(groups.codes))


def _table(pairs: Ints, rows: int, columns: int) -> sparse.csr_matrix:
    """Return 1 for each pair (once), else 0."""
    once = np.unique(pairs.reshape(-1, 2), axis=0)
    return _one_hot(once[:, 0], once[:, 1], rows, columns)


def _one_hot(row: Ints, column: Ints, rows: int, columns: int) -> sparse.csr_matrix:
    ones = np.ones(len(row), np.int64)
    return sparse.csr_matrix((ones, (row, column)), shape=(rows, columns))


def _pieces(many: int) -> Iterator[tuple[int, int]]:
    for start in range(0, many, AT_A_TIME):
        yield start, min(start + AT_A_TIME, many)
