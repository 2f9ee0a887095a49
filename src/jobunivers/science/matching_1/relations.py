# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which skills belong to which occupations, how rare a skill is, how near two occupations are."""

from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

Relation = tuple[str, str, bool]
OPTIONAL_COUNTS = 0.5
"""An optional skill counts half of an essential one: ESCO has no finer degree."""


class SkillRelations:
    """The taxonomy's relations between occupations and skills, as one sparse matrix.

    Rarity of a skill is its inverse document frequency over occupations, scaled to 0–1:
    ln((1+N)/(1+df)) / ln(1+N), so that a skill every occupation shares says next to nothing.
    """

    def __init__(
        self, occupations: Sequence[str], skills: Sequence[str], matrix: sparse.csr_matrix
    ) -> None:
        self.occupations = tuple(occupations)
        self.skills = tuple(skills)
        self._occupation = {uri: i for i, uri in enumerate(self.occupations)}
        self._skill = {uri: i for i, uri in enumerate(self.skills)}
        self._essential = matrix
        count = len(self.occupations)
        df = np.bincount(matrix.indices, minlength=len(self.skills))
        self._rarity = np.log((1.0 + count) / (1.0 + df)) / np.log(1.0 + max(count, 1))
        weighted = sparse.csr_matrix(matrix.multiply(self._rarity[None, :]))
        self._weighted = weighted
        norms = np.sqrt(np.asarray(weighted.multiply(weighted).sum(axis=1)).ravel())
        norms[norms == 0.0] = 1.0
        self._unit = sparse.csr_matrix(sparse.diags(1.0 / norms) @ weighted)

    @classmethod
    def build(cls, relations: Iterable[Relation]) -> "SkillRelations":
        """Return relations from (occupation uri, skill uri, is essential) in any order."""
        strength: dict[tuple[str, str], float] = {}
        for occupation, skill, essential in relations:
            value = 1.0 if essential else OPTIONAL_COUNTS
            strength[occupation, skill] = max(value, strength.get((occupation, skill), 0.0))
        pairs = sorted(strength)
        occupations = sorted({o for o, _ in pairs})
        skills = sorted({s for _, s in pairs})
        row = {uri: i for i, uri in enumerate(occupations)}
        column = {uri: i for i, uri in enumerate(skills)}
        matrix = sparse.csr_matrix(
            (
                [strength[p] for p in pairs],
                ([row[o] for o, _ in pairs], [column[s] for _, s in pairs]),
            ),
            shape=(len(occupations), len(skills)),
            dtype=np.float64,
        )
        return cls(occupations, skills, matrix)

    def rarity(self, skills: Sequence[str]) -> NDArray[np.float64]:
        """Return how rare each skill is, 0 to 1; an unknown skill counts as rare (1)."""
        known = [self._skill.get(uri, -1) for uri in skills]
        return np.array([1.0 if i < 0 else self._rarity[i] for i in known], dtype=np.float64)

    def skills_of(self, occupation: str, *, essential_only: bool = True) -> frozenset[str]:
        """Return the skills that the occupation needs (with optional ones: or may need)."""
        row = self._occupation.get(occupation)
        if row is None:
            return frozenset()
        start, end = self._essential.indptr[row], self._essential.indptr[row + 1]
        found = zip(
            self._essential.indices[start:end], self._essential.data[start:end], strict=True
        )
        return frozenset(self.skills[i] for i, v in found if v == 1.0 or not essential_only)

    def coverage(
        self, strengths: Mapping[str, float], occupations: Sequence[str]
    ) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Return what these skills cover of each occupation, and all it asks for.

        In units of rarity × degree (essential 1, optional ½); 0 of 0 for an unknown one.
        """
        mine = np.zeros(len(self.skills))
        for uri, strength in strengths.items():
            if (column := self._skill.get(uri)) is not None:
                mine[column] = strength
        rows = np.array([self._occupation.get(uri, -1) for uri in occupations], dtype=np.intp)
        known = rows >= 0
        chosen = self._weighted[rows[known]]
        covered, asked = np.zeros(len(rows)), np.zeros(len(rows))
        covered[known] = chosen @ mine
        asked[known] = np.asarray(chosen.sum(axis=1)).ravel()
        return covered, asked

    def nearness(self, occupations: Sequence[str], others: Sequence[str]) -> NDArray[np.float64]:
        """Return the cosine of the occupations' rare skills, shape (occupations, others).

        An occupation the taxonomy does not know has nearness 0 to all.
        """
        result = np.zeros((len(occupations), len(others)))
        left = [
            (i, self._occupation[u]) for i, u in enumerate(occupations) if u in self._occupation
        ]
        right = [(j, self._occupation[u]) for j, u in enumerate(others) if u in self._occupation]
        if not left or not right:
            return result
        rows = self._unit[[r for _, r in left]]
        columns = self._unit[[c for _, c in right]]
        found = (rows @ columns.T).toarray()
        result[np.ix_([i for i, _ in left], [j for j, _ in right])] = np.clip(found, 0.0, 1.0)
        return result
