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

_STARTED = ACTS.index(Act.STARTED)
_FIT = 63  # bits of a number that is not below nothing


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

    def at_places(self, places: Ints) -> "Acts":
        """Return the acts at these places, in their order."""
        return Acts(
            self.id[places],
            self.citizen[places],
            self.offer[places],
            self.act[places],
            self.at[places],
        )


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


def in_order(acts: Acts) -> Acts:
    """Return the acts by person, time and number: all that is asked of them is quick then.

    One sort serves every guard and price; the other functions take acts in any order, and see
    for themselves whether they have to sort.
    """
    return acts if _is_in_order(acts) else acts.at_places(_order(acts))


def judged(acts: Acts, guard: Guard, around: Circumstances) -> Codes:
    """Return each act's `Reason`, in the order of the acts."""
    if not _is_in_order(acts):
        order = _order(acts)
        mixed = np.zeros(len(acts), np.int8)
        mixed[order] = judged(acts.at_places(order), guard, around)
        return mixed
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
    if not _is_in_order(acts):
        places = places[_order(acts.at_places(places))]
    only: Flags = np.zeros(len(acts), np.bool_)
    only[places[_begins(acts.citizen[places])]] = True
    return only


def active(acts: Acts, reasons: Codes) -> int:
    """Return how many people began something that counts."""
    return _different(acts.citizen[(reasons == Reason.COUNTS) & (acts.act == _STARTED)])


def people(acts: Acts, reasons: Codes) -> int:
    """Return how many people are behind what counts."""
    return _different(acts.citizen[reasons == Reason.COUNTS])


def _different(citizens: Ints) -> int:
    if not bool((citizens[1:] >= citizens[:-1]).all()):
        citizens = np.sort(citizens)
    return int(_begins(citizens).sum())


def _begins(column: Ints) -> Flags:
    """Return where another value begins."""
    flags: Flags = np.ones(len(column), np.bool_)
    flags[1:] = column[1:] != column[:-1]
    return flags


def _is_in_order(acts: Acts) -> bool:
    same = acts.citizen[1:] == acts.citizen[:-1]
    if not bool((same | (acts.citizen[1:] > acts.citizen[:-1])).all()):
        return False
    alike = same & (acts.at[1:] == acts.at[:-1])
    fine = ~same | (acts.at[1:] > acts.at[:-1]) | (alike & (acts.id[1:] >= acts.id[:-1]))
    return bool(fine.all())


def _order(acts: Acts) -> Ints:
    """Return the places of the acts by person, time and number.

    Person and time go into one number where they fit (two million people and a year do), which
    sorts four times as fast as one after the other; the few that are alike are put right by
    their numbers afterwards.
    """
    if len(acts) < 2:  # noqa: PLR2004 - nothing to sort
        return np.arange(len(acts))
    least, soonest = int(acts.citizen.min()), int(acts.at.min())
    bits = (int(acts.at.max()) - soonest).bit_length()
    if (int(acts.citizen.max()) - least).bit_length() + bits > _FIT:
        return np.lexsort((acts.id, acts.at, acts.citizen))
    keys = ((acts.citizen - least) << bits) | (acts.at - soonest)
    order = np.argsort(keys)
    keys = keys[order]
    alike = np.flatnonzero(keys[1:] == keys[:-1])
    if len(alike):
        places = np.union1d(alike, alike + 1)
        some = order[places]
        order[places] = some[np.lexsort((acts.id[some], keys[places]))]
    return order


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
    people, at = acts.citizen, acts.at
    group = np.cumsum(_begins(people) | _begins(at // DAY)) - 1
    found: Flags = (np.bincount(group) > guard.most_a_day)[group]
    many = guard.most_a_minute
    if len(acts) > many:
        # The act `many` places on is the same person's, within a minute: all between are too fast.
        fast = (people[many:] == people[:-many]) & (at[many:] - at[:-many] < MINUTE)
        starts = np.flatnonzero(fast)
        if len(starts):
            edges = np.zeros(len(acts) + 1, np.int32)
            np.add.at(edges, starts, 1)
            np.add.at(edges, starts + many + 1, -1)
            found |= np.cumsum(edges[:-1]) > 0
    return found


def _mark_repeats(reasons: Codes, acts: Acts, guard: Guard) -> None:
    """Mark what follows the same act of the same person on the same offer too soon.

    Each is held against the one before it, counted or not: a chain of clicks is one.
    """
    places = np.flatnonzero(reasons == Reason.COUNTS)
    if not len(places):
        return
    citizen, offer, act = acts.citizen[places], acts.offer[places], acts.act[places]
    # By person already: a stable sort of (person, offer, act) leaves them in the order of time.
    offers, known = np.unique(offer, return_inverse=True)
    keys = (np.cumsum(_begins(citizen)) * len(offers) + known) * len(ACTS) + act
    order = np.argsort(keys, kind="stable")
    places, keys = places[order], keys[order]
    same = (keys[1:] == keys[:-1]) & (
        acts.at[places[1:]] - acts.at[places[:-1]] < guard.window_minutes * MINUTE
    )
    reasons[places[1:][same]] = Reason.REPEAT
