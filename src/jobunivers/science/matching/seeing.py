# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""One person before all openings, in arrays: for questions that no list of matches answers."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from jobunivers.science.matching.arrays import frozen
from jobunivers.science.matching.compiling import quick
from jobunivers.science.matching.kernel import abilities, kinds
from jobunivers.science.matching.tables import (
    Bytes,
    Floats,
    Folk,
    Int16s,
    Int32s,
    Known,
    Near,
    Terms,
)


@dataclass(frozen=True, slots=True)
class Asked:
    """What openings ask for, rows as in the world, and what skills stand for.

    `skill` and `weight` (thousandths) lie end to end, `start` int64[n + 1]; `post_*` is the same by
    skill, int64[S + 1], with kinds of work behind the openings; `own_*` what each skill stands for:
    itself in full and near ones in part (thousandths), int64[S + 1].
    """

    start: NDArray[np.int64]
    skill: NDArray[np.int32]
    weight: NDArray[np.int16]
    post_start: NDArray[np.int64]
    post_at: NDArray[np.int32]
    post_weight: NDArray[np.int16]
    own_start: NDArray[np.int64]
    own_skill: NDArray[np.int32]
    own_value: NDArray[np.int16]


@dataclass(frozen=True, slots=True)
class Seen:
    """One person before all openings: arrays over rows, and what she can, int16[S], thousandths.

    `allowed`: no hard constraint keeps it away; `score`: 1/10,000, as if none did; `nearness`: the
    better of the values of occupation and wish.
    """

    allowed: NDArray[np.bool_]
    score: NDArray[np.int32]
    nearness: NDArray[np.float32]
    have: NDArray[np.int16]


def asked_of(terms: Terms, known: Known, near: Near) -> Asked:
    """Return what the openings ask for; nothing is copied."""
    return Asked(
        known.skill_start,
        known.skill,
        known.weight,
        near.post_start,
        near.post_at,
        near.post_weight,
        terms.own_start,
        terms.own_skill,
        terms.own_value,
    )


@quick
def _look(  # noqa: PLR0917 - compiled loops make no arrays: those are given
    terms: Terms,
    near: Near,
    folk: Folk,
    have: Int16s,
    nearness: Floats,
    found: Int32s,
    done: Floats,
    wished: Floats,
) -> None:
    """Write what the first person can, (S,), and how near each opening's work is to hers, (n,).

    `found` int32[S], `done` and `wished` float32[K], zeros, are room to work in.
    """
    abilities(terms, folk, 0, have, found)
    kinds(terms, folk, 0, done, wished)
    for j in range(len(nearness)):
        kind = near.kind[j]
        nearness[j] = max(done[kind], wished[kind]) * near.sure[j]


def seen_by(terms: Terms, near: Near, folk: Folk, scores: Int32s, codes: Bytes) -> Seen:
    """Return what the first of the people sees; `codes` are 0 where nothing keeps it from her."""
    have = np.zeros(len(terms.own_start) - 1, np.int16)
    nearness = np.zeros(len(scores), np.float32)
    done, wished = np.zeros((2, len(terms.near)), np.float32)
    _look(terms, near, folk, have, nearness, np.zeros(len(have), np.int32), done, wished)
    return Seen(frozen(codes == 0), frozen(scores), frozen(nearness), frozen(have))
