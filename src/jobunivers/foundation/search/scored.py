# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Sets of rows with scores: what has one word and another, or one or another.

Rows are in order and scores above 0. Sets are compared by laying one out along all rows of the
part, on a sheet that each thread keeps and wipes where it has written: a fresh one would cost
more than all the rest. Rows are taken by number and not by truth value, which costs a quarter.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from threading import local
from typing import NamedTuple

import numpy as np

from jobunivers.foundation.search.geo import Singles
from jobunivers.foundation.search.parts import Rows, numbers_of

_FAR_FEWER = 32  # so much smaller a set is sought in the other
_THIN = 8  # fewer than one row in so many is put in order, more are read off the sheet


class Scored(NamedTuple):
    """Rows of a part, in order, and how well each answers."""

    rows: Rows
    scores: Singles


class _Sheets(local):
    def __init__(self) -> None:
        self.blank: Singles = np.zeros(0, np.float32)


NOTHING = Scored(np.zeros(0, np.intp), np.zeros(0, np.float32))
_sheets = _Sheets()


@contextmanager
def _sheet(many: int) -> Iterator[Singles]:
    """Give this thread's sheet, all 0; whoever writes on it wipes it."""
    if len(_sheets.blank) < many:
        _sheets.blank = np.zeros(many, np.float32)
    try:
        yield _sheets.blank[:many]
    except BaseException:
        _sheets.blank = np.zeros(0, np.float32)  # nobody knows what is on it
        raise


def both(many: int, one: Scored, other: Scored) -> Scored:
    """Return the rows in both sets, their scores added; `many` rows there are in all."""
    few, more = (one, other) if len(one.rows) < len(other.rows) else (other, one)
    if not len(few.rows):
        return NOTHING
    if len(few.rows) * _FAR_FEWER < len(more.rows):
        at = np.searchsorted(more.rows, few.rows)
        at[at == len(more.rows)] = 0
        shared = numbers_of(more.rows[at] == few.rows)
        return Scored(few.rows[shared], few.scores[shared] + more.scores[at[shared]])
    with _sheet(many) as sheet:
        sheet[few.rows] = few.scores
        scores = sheet[more.rows]
        sheet[few.rows] = 0
    shared = numbers_of(scores > 0)
    return Scored(more.rows[shared], scores[shared] + more.scores[shared])


def either(many: int, one: Scored, other: Scored, tie: float) -> Scored:
    """Return the rows in any of two sets: the better score, and `tie` times the lesser one."""
    if not len(one.rows) or not len(other.rows):
        return one if len(one.rows) else other
    with _sheet(many) as sheet:
        sheet[one.rows] = one.scores
        mine, theirs = sheet[other.rows], other.scores
        sheet[other.rows] = np.maximum(mine, theirs) + np.float32(tie) * np.minimum(mine, theirs)
        fresh = other.rows[numbers_of(mine == 0)]
        return _read_off(sheet, [one.rows, fresh] if len(fresh) else [one.rows])


def any_of(many: int, sets: Sequence[Scored]) -> Scored:
    """Return the rows in any of several sets, each with its best score."""
    some = [one for one in sets if len(one.rows)]
    if len(some) < 2:  # noqa: PLR2004 nothing to compare
        return some[0] if some else NOTHING
    with _sheet(many) as sheet:
        for one in some:
            sheet[one.rows] = np.maximum(sheet[one.rows], one.scores)
        return _read_off(sheet, [one.rows for one in some])


def _read_off(sheet: Singles, written: list[Rows]) -> Scored:
    """Return what is on a sheet, in order, and wipe it."""
    rows = written[0]
    if len(written) > 1 and sum(map(len, written)) * _THIN > len(sheet):
        rows = numbers_of(sheet > 0)
    elif len(written) > 1:
        # Stretches in order are what this kind of sorting is quick at.
        rows = np.sort(np.concatenate(written), kind="stable")
        rows = rows[numbers_of(np.diff(rows, prepend=-1) > 0)]
    scores = sheet[rows]
    sheet[rows] = 0
    return Scored(rows, scores)


def but(many: int, one: Scored, others: Rows) -> Scored:
    """Return the rows that are not among others."""
    with _sheet(many) as sheet:
        sheet[others] = 1
        kept = numbers_of(sheet[one.rows] == 0)
        sheet[others] = 0
    return Scored(one.rows[kept], one.scores[kept])


def at_least(many: int, sets: Sequence[Scored], least: int) -> Scored:
    """Return the rows in at least so many of several sets, their scores added."""
    count, scores = np.zeros(many, np.uint8), np.zeros(many, np.float32)
    for one in sets:
        count[one.rows] += 1
        scores[one.rows] += one.scores
    rows = numbers_of(count >= least)
    return Scored(rows, scores[rows])
