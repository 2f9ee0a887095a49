# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which acts count: what is left out is left out with a reason.

An act has one reason at most, the first of those in `Reason` that fits.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

from jobunivers.science.pricing.terms import Act, Counting, Guard

Ints = NDArray[np.int64]
Codes = NDArray[np.int8]
Flags = NDArray[np.bool_]
MINUTE = 60_000_000
DAY = 24 * 60 * MINUTE
ACTS = (Act.SHOWN, Act.STARTED, Act.COMPLETED)
"""The acts by their code in `Acts.act`."""


class Reason(IntEnum):
    """Why an act does not count; COUNTS is no reason."""

    COUNTS = 0
    OUTSIDE = 1  # before the agreement began or after it ended
    WITHDRAWN = 2  # after she took back her yes to that solution
    OWN = 3  # by staff, or by the vendor's own people
    ROBOT = 4  # faster or more than a person can
    REPEAT = 5  # the same again within the window


@dataclass(frozen=True, slots=True)
class Acts:
    """Acts as columns of one length, in any order.

    Attributes:
        id, citizen, offer: numbers.
        act: place in `ACTS`.
        at: microseconds from any common beginning.
    """

    id: Ints
    citizen: Ints
    offer: Ints
    act: Codes
    at: Ints

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self.id)


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What is known besides the acts, in the same clock.

    Attributes:
        begins, ends: the agreement holds from the first until before the second.
        own: people whose acts are nobody's use.
        withdrawn: (citizen, offer) → when the yes was taken back.
    """

    begins: int
    ends: int
    own: frozenset[int] = frozenset()
    withdrawn: Mapping[tuple[int, int], int] | None = None


def judged(acts: Acts, guard: Guard, around: Circumstances) -> Codes:
    """Return each act's `Reason`, in the order of the acts."""
    reasons = np.zeros(len(acts), np.int8)
    if not len(acts):
        return reasons
    _mark(reasons, (acts.at < around.begins) | (acts.at >= around.ends), Reason.OUTSIDE)
    _mark(reasons, _withdrawn(acts, around.withdrawn or {}), Reason.WITHDRAWN)
    _mark(reasons, np.isin(acts.citizen, np.fromiter(around.own, np.int64)), Reason.OWN)
    _mark(reasons, _robots(acts, guard), Reason.ROBOT)
    _mark_repeats(reasons, acts, guard)
    return reasons


def counted(acts: Acts, reasons: Codes, act: Act, counting: Counting, known: Ints) -> Flags:
    """Return which acts are paid for by a price.

    Args:
        acts: the acts of one month.
        reasons: of each.
        act: what the price is for.
        counting: how often one person's acts count.
        known: people of earlier months whose act was paid for already (`Counting.ONCE`).
    """
    flags: Flags = (reasons == Reason.COUNTS) & (acts.act == ACTS.index(act))
    if counting == Counting.EACH:
        return flags
    if counting == Counting.ONCE and len(known):
        flags &= ~np.isin(acts.citizen, known)
    places = np.flatnonzero(flags)
    order = places[np.lexsort((acts.id[places], acts.at[places], acts.citizen[places]))]
    people = acts.citizen[order]
    first = np.ones(len(order), np.bool_)
    first[1:] = people[1:] != people[:-1]
    only: Flags = np.zeros(len(acts), np.bool_)
    only[order[first]] = True
    return only


def active(acts: Acts, reasons: Codes) -> int:
    """Return how many people began something that counts."""
    begun = (reasons == Reason.COUNTS) & (acts.act == ACTS.index(Act.STARTED))
    return len(np.unique(acts.citizen[begun]))


def _mark(reasons: Codes, where: Flags, reason: Reason) -> None:
    reasons[where & (reasons == Reason.COUNTS)] = reason


def _withdrawn(acts: Acts, withdrawn: Mapping[tuple[int, int], int]) -> Flags:
    flags: Flags = np.zeros(len(acts), np.bool_)
    people = np.array(sorted({citizen for citizen, _offer in withdrawn}), np.int64)
    for place in np.flatnonzero(np.isin(acts.citizen, people)):
        since = withdrawn.get((int(acts.citizen[place]), int(acts.offer[place])))
        flags[place] = since is not None and acts.at[place] >= since
    return flags


def _robots(acts: Acts, guard: Guard) -> Flags:
    """Return the acts of a minute with too many, and of a day with too many, of one person."""
    order = np.lexsort((acts.at, acts.citizen))
    people, at = acts.citizen[order], acts.at[order]
    begins = np.ones(len(order), np.bool_)
    begins[1:] = (people[1:] != people[:-1]) | (at[1:] // DAY != at[:-1] // DAY)
    group = np.cumsum(begins) - 1
    found = np.bincount(group)[group] > guard.most_a_day
    many = guard.most_a_minute
    if len(order) > many:
        # The act `many` places on is the same person's, within a minute: all between are too fast.
        fast = (people[many:] == people[:-many]) & (at[many:] - at[:-many] < MINUTE)
        edges = np.zeros(len(order) + 1, np.int32)
        starts = np.flatnonzero(fast)
        np.add.at(edges, starts, 1)
        np.add.at(edges, starts + many + 1, -1)
        found |= np.cumsum(edges[:-1]) > 0
    flags: Flags = np.zeros(len(acts), np.bool_)
    flags[order] = found
    return flags


def _mark_repeats(reasons: Codes, acts: Acts, guard: Guard) -> None:
    """Mark what follows the same act of the same person on the same offer too soon.

    Each is held against the one before it, counted or not: a chain of clicks is one.
    """
    places = np.flatnonzero(reasons == Reason.COUNTS)
    keys = (acts.id, acts.at, acts.act, acts.offer, acts.citizen)
    order = places[np.lexsort([key[places] for key in keys])]
    same = np.ones(max(0, len(order) - 1), np.bool_)
    for column in (acts.citizen, acts.offer, acts.act):
        same &= column[order[1:]] == column[order[:-1]]
    same &= acts.at[order[1:]] - acts.at[order[:-1]] < guard.window_minutes * MINUTE
    reasons[order[1:][same]] = Reason.REPEAT
