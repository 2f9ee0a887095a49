# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Sets of rows with scores: what has one word and another, or one or another."""

from typing import NamedTuple

import numpy as np

from jobunivers.foundation.search.geo import Ints, Singles
from jobunivers.foundation.search.parts import Rows

_SPARSE = 32  # fewer than one row in so many is sought, more are laid out side by side


class Scored(NamedTuple):
    """Rows of a part, in order, and how well each answers."""

    rows: Rows
    scores: Singles


NOTHING = Scored(np.zeros(0, np.intp), np.zeros(0, np.float32))


def _places(many: int, rows: Rows, sought: Rows) -> Ints:
    """Return for each row sought its place among `rows`, or -1; `many` rows there are in all."""
    if not len(rows):
        return np.full(len(sought), -1, dtype=np.int64)
    if (len(rows) + len(sought)) * _SPARSE < many:
        at = np.searchsorted(rows, sought)
        at[at == len(rows)] = 0
        return np.where(rows[at] == sought, at, -1)
    laid = np.zeros(many, dtype=np.int32)
    laid[rows] = np.arange(1, len(rows) + 1, dtype=np.int32)
    return (laid[sought] - 1).astype(np.int64)


def both(many: int, one: Scored, other: Scored) -> Scored:
    """Return the rows in both sets, their scores added."""
    at = _places(many, one.rows, other.rows)
    shared = at >= 0
    return Scored(other.rows[shared], one.scores[at[shared]] + other.scores[shared])


def either(many: int, one: Scored, other: Scored, tie: float) -> Scored:
    """Return the rows in any of two sets: the better score, and `tie` times the lesser one."""
    if not len(one.rows) or not len(other.rows):
        return one if len(one.rows) else other
    at = _places(many, one.rows, other.rows)
    shared = at >= 0
    scores = one.scores.copy()
    mine, theirs = scores[at[shared]], other.scores[shared]
    scores[at[shared]] = np.maximum(mine, theirs) + np.float32(tie) * np.minimum(mine, theirs)
    if shared.all():
        return Scored(one.rows, scores)
    rows = np.concatenate([one.rows, other.rows[~shared]])
    order = np.argsort(rows, kind="stable")
    return Scored(rows[order], np.concatenate([scores, other.scores[~shared]])[order])


def but(many: int, one: Scored, others: Rows) -> Scored:
    """Return the rows that are not among others."""
    keep = _places(many, others, one.rows) < 0
    return Scored(one.rows[keep], one.scores[keep])


def at_least(many: int, sets: list[Scored], least: int) -> Scored:
    """Return the rows in at least so many of several sets, their scores added."""
    count, scores = np.zeros(many, np.uint8), np.zeros(many, np.float32)
    for one in sets:
        count[one.rows] += 1
        scores[one.rows] += one.scores
    rows = np.flatnonzero(count >= least)
    return Scored(rows, scores[rows])
