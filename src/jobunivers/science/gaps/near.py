# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Kinds of work that new skills brought nearer, by what the taxonomy says they need."""

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from jobunivers.science.matching import Vocabulary

LEAST = 0.25
"""With less of what a kind of work needs it is not near, however much a course added."""


@dataclass(frozen=True, slots=True)
class NearOccupation:
    """An occupation, how much of what it needs she covers without and with the new skills.

    Shares of the needs' weights, 0 to 1; `skills` are the new ones that it needs.
    """

    uri: str
    before: float
    after: float
    skills: tuple[str, ...]


def occupations_near(
    vocabulary: Vocabulary,
    skills: Collection[str],
    new: Collection[str],
    *,
    without: Collection[str] = (),
    limit: int = 5,
) -> list[NearOccupation]:
    """Return the occupations that the new skills brought nearer, the nearest first.

    Args:
        vocabulary: what each kind of work needs, weighted by how rare a need is.
        skills: addresses of all she can, the new ones or not.
        new: addresses of the new ones.
        without: occupations that need not be told: those she has or wishes for.
        limit: the most that are returned.
    """
    fresh = _places(vocabulary, new)
    known = _places(vocabulary, skills) & ~fresh
    start = vocabulary.needs_start[: vocabulary.occupations + 1]
    kind = np.repeat(np.arange(vocabulary.occupations), np.diff(start))
    need = vocabulary.needs_skill[: start[-1]]
    weight = vocabulary.needs_weight[: start[-1]].astype(np.float64)
    shape = vocabulary.occupations
    total = np.bincount(kind, weight, shape)
    had, gained = (np.bincount(kind, weight * has[need], shape) for has in (known, fresh))
    before = np.divide(had, total, out=np.zeros(shape), where=total > 0)
    after = np.divide(had + gained, total, out=np.zeros(shape), where=total > 0)
    # Ties by address, so that the same question has the same answer.
    found = [
        row
        for row in np.lexsort((np.arange(shape), -gained, -after)).tolist()
        if gained[row] > 0 and after[row] >= LEAST and vocabulary.kind_keys[row] not in without
    ]
    return [
        NearOccupation(
            vocabulary.kind_keys[row],
            float(before[row]),
            float(after[row]),
            tuple(
                vocabulary.skill_uris[skill]
                for skill, _weight, _essential in vocabulary.needs_of(row)
                if fresh[skill]
            ),
        )
        for row in found[:limit]
    ]


def _places(vocabulary: Vocabulary, uris: Collection[str]) -> NDArray[np.bool_]:
    there = np.zeros(vocabulary.skills, dtype=np.bool_)
    there[[place for uri in uris if (place := vocabulary.skill_of(uri)) >= 0]] = True
    return there
