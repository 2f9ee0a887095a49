# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Openings like an opening: by kind of work, by what is asked for, by what the text says."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from jobunivers.science.explain import Reason
from jobunivers.science.matching import UNIT, Openings, Vocabulary

Floats = NDArray[np.float64]
KIND, SKILLS, TEXT = 0.5, 0.3, 0.2
"""Shares of a likeness; together 1."""
LEAST = 2_000
"""What is less alike than this (in 1/10,000) is not called alike."""
SHOWN = 3
FULL = 127.0**2


@dataclass(frozen=True, slots=True)
class Alike:
    """An opening like the one asked about, how much (1/10,000), and reasons that add up to it."""

    id: int
    score: int
    reasons: tuple[Reason, ...]


def similar(
    vocabulary: Vocabulary,
    openings: Openings,
    opening_id: int,
    *,
    day: int,
    owner: int = 0,
    limit: int = 10,
) -> list[Alike]:
    """Return the openings most like this one, best first (ties by id).

    `owner` is the kommune that looks: others' own openings are not there for it. KeyError when
    the opening is not here or is another's.
    """
    row = openings.row(opening_id)
    hers = (openings.owner == 0) | (openings.owner == owner)
    if row is None or not hers[row]:
        raise KeyError(opening_id)
    kind = _kinds(vocabulary, openings, row)
    skills, common = _skills(vocabulary, openings, row)
    text = np.maximum(openings.meaning.astype(np.float64) @ openings.meaning[row], 0.0) / FULL
    columns = [
        np.floor(share * UNIT * np.minimum(value, 1.0) + 0.5).astype(np.int64)
        for share, value in ((KIND, kind), (SKILLS, skills), (TEXT, text))
    ]
    score = np.sum(columns, axis=0)
    there = hers & (openings.last >= day) & (score >= LEAST)
    there[row] = False
    rows = np.flatnonzero(there)
    rows = rows[np.lexsort((openings.id[rows], -score[rows]))][:limit]
    found = []
    for other in rows.tolist():
        codes: tuple[tuple[str, dict[str, tuple[str, ...]]], ...] = (
            (_kind_code(vocabulary, int(openings.kind[row]), int(openings.kind[other])), {}),
            ("similar.skills", {"common": _names(vocabulary, openings, other, common)}),
            ("similar.text", {}),
        )
        reasons = tuple(
            Reason(code, float(column[other]), facts)
            for (code, facts), column in zip(codes, columns, strict=True)
            if column[other] > 0
        )
        found.append(Alike(int(openings.id[other]), int(score[other]), reasons))
    return found


def _kinds(vocabulary: Vocabulary, openings: Openings, row: int) -> Floats:
    """Return how near each opening's kind of work is, in whichever direction is nearer: (n,)."""
    mine = int(openings.kind[row])
    near = np.maximum(vocabulary.near[mine], vocabulary.near[:, mine])
    sure = openings.sure / 1000.0 * (openings.sure[row] / 1000.0)
    found: Floats = near[openings.kind].astype(np.float64) * sure
    return found


def _skills(vocabulary: Vocabulary, openings: Openings, row: int) -> tuple[Floats, Floats]:
    """Return the share of what is asked for that is asked for by both, and its weights: (S,).

    Σ of the smaller weight over Σ of the larger; a weight is rarity × (1 must, ½ may) × sureness.
    """
    degree = (1.0 + openings.skill_essential) / 2.0
    weight = vocabulary.rarity[openings.skill] * degree * openings.skill_sure / 1000.0
    start = openings.skill_start
    mine = np.zeros(vocabulary.skills)
    here = slice(int(start[row]), int(start[row + 1]))
    mine[openings.skill[here]] = weight[here]
    common = _sums(np.minimum(mine[openings.skill], weight), start)
    either = _sums(weight, start) + float(mine.sum()) - common
    return np.divide(common, either, out=np.zeros_like(common), where=either > 0), mine


def _sums(values: Floats, start: NDArray[np.int64]) -> Floats:
    whole = np.concatenate([[0.0], np.cumsum(values)])
    found: Floats = np.maximum(whole[start[1:]] - whole[start[:-1]], 0.0)
    return found


def _names(vocabulary: Vocabulary, openings: Openings, row: int, mine: Floats) -> tuple[str, ...]:
    """Return the addresses of the skills both ask for, the weightiest first."""
    here = slice(int(openings.skill_start[row]), int(openings.skill_start[row + 1]))
    both = [s for s in openings.skill[here].tolist() if mine[s] > 0]
    both.sort(key=lambda s: (-mine[s], s))
    return tuple(vocabulary.skill_uris[s] for s in both[:SHOWN])


def _kind_code(vocabulary: Vocabulary, one: int, other: int) -> str:
    if one == other:
        return "similar.same"
    return "similar.group" if vocabulary.common_digits(one, other) else "similar.kind"
