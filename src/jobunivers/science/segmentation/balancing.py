# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A fairer spread of caseloads, as proposals with reasons; a person looks, and carries out or not.

A load is the sum of weights; a share is the load beside what one can take. Who is newest with her
consultant is proposed first, who has been with her long is not unless there are more than she can
take, and nobody loses a consultant who speaks her language for one who does not.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from jobunivers.science.segmentation.assigning import Consultant, Why

# Differences in share below this are left: a move costs a citizen a person she knows.
TOLERANCE = 0.15
# Whoever has been with her consultant longer stays, unless the consultant has too many.
SETTLED_DAYS = 180
# Who goes on leave within so many days gets nobody new.
SOON_DAYS = 14
MOST = 25

NEW_DAYS = 28
USUAL, NEW, PAUSED = 1.0, 1.5, 0.5


def weight_of(*, with_her_days: int, absent: bool) -> float:
    """Return how much work a citizen is: a new one more, one who is away less."""
    if absent:
        return PAUSED
    return NEW if with_her_days < NEW_DAYS else USUAL


@dataclass(frozen=True, slots=True)
class Case:
    """A citizen and her consultant.

    Attributes:
        id: the citizen.
        consultant: who helps her.
        since: the day that began.
        weight: how much work she is, `weight_of`.
        languages: hers besides Danish, only when her Danish is weak.
        known: consultants who have helped her before.
    """

    id: int
    consultant: int
    since: date
    weight: float = USUAL
    languages: frozenset[str] = field(default_factory=frozenset)
    known: frozenset[int] = field(default_factory=frozenset)


@dataclass(frozen=True, slots=True)
class Proposal:
    """A citizen who could go to another consultant, why, and what it does to both shares.

    `giver_share`, `taker_share`: before and after, each with all proposals above it carried out.
    """

    citizen: int
    giver: int
    taker: int
    why: Why
    giver_share: tuple[float, float]
    taker_share: tuple[float, float]


@dataclass(slots=True)
class _Load:
    """A consultant while the proposals are made."""

    who: Consultant
    takes: bool
    load: float = 0.0
    cases: list[Case] = field(default_factory=list)

    def share(self, more: float = 0.0) -> float:
        """Return the load with so much more beside what she can take."""
        load = self.load + more
        if self.who.capacity <= 0:
            return float("inf") if load > 0 else 0.0
        return load / self.who.capacity


def shares(cases: Sequence[Case], team: Sequence[Consultant]) -> dict[int, float]:
    """Return each consultant's weighted load beside what she can take; infinite without room."""
    return {pk: one.share() for pk, one in _loads(cases, team, date.min).items()}


def balance(
    cases: Sequence[Case], team: Sequence[Consultant], day: date, *, most: int = MOST
) -> list[Proposal]:
    """Return who could be moved so that loads are fairer, the greatest need first.

    Each proposal lowers the giver's share, and leaves the taker's below what the giver's was.
    Nobody goes to somebody who is away, soon will be, or can take nobody. Without anybody at
    work, or when loads are even, the list is empty.
    """
    loads = _loads(cases, team, day)
    found: list[Proposal] = []
    for _ in range(most):
        one = _next(loads, day)
        if one is None:
            break
        found.append(one)
    return found


def _loads(cases: Sequence[Case], team: Sequence[Consultant], day: date) -> dict[int, _Load]:
    loads = {one.id: _Load(one, _takes(one, day)) for one in sorted(team, key=lambda o: o.id)}
    for case in sorted(cases, key=lambda one: one.id):
        if case.consultant in loads:
            loads[case.consultant].cases.append(case)
            loads[case.consultant].load += case.weight
    return loads


def _takes(one: Consultant, day: date) -> bool:
    if one.capacity <= 0 or one.is_away(day):
        return False
    soon = day + timedelta(days=SOON_DAYS) if day > date.min else day
    return one.away_from is None or not day <= one.away_from <= soon


def _next(loads: dict[int, _Load], day: date) -> Proposal | None:
    """Return the best single move and carry it out in the loads; None when there is none."""
    givers = sorted(loads.values(), key=lambda one: (-one.share(), one.who.id))
    takers = sorted(
        (one for one in loads.values() if one.takes), key=lambda one: (one.share(), one.who.id)
    )
    for giver in givers:
        movable = _movable(giver, day)
        for taker in takers if movable else ():
            if taker is giver or giver.share() - taker.share() <= TOLERANCE:
                continue
            case = _case(movable, giver, taker)
            if case is not None:
                return _moved(case, giver, taker)
    return None


def _movable(giver: _Load, day: date) -> list[Case]:
    """Return whom she could give: all when she has too many, else who is not settled with her."""
    if giver.share() > 1.0:
        return giver.cases
    return [case for case in giver.cases if (day - case.since).days < SETTLED_DAYS]


def _case(movable: Sequence[Case], giver: _Load, taker: _Load) -> Case | None:
    """Return whom it costs least to move: known there, then newest with her consultant."""
    fits = [
        case
        for case in movable
        if _understands(case, giver.who, taker.who) and taker.share(case.weight) < giver.share()
    ]
    if not fits:
        return None
    return min(
        fits, key=lambda one: (taker.who.id not in one.known, -one.since.toordinal(), one.id)
    )


def _understands(case: Case, giver: Consultant, taker: Consultant) -> bool:
    """Say whether she is understood at least as well as now."""
    return bool(case.languages & taker.languages) or not case.languages & giver.languages


def _moved(case: Case, giver: _Load, taker: _Load) -> Proposal:
    before = giver.share(), taker.share()
    giver.cases.remove(case)
    giver.load -= case.weight
    # She is not proposed a second time: nobody is sent from hand to hand.
    taker.load += case.weight
    speaks = case.languages & taker.who.languages and not case.languages & giver.who.languages
    known = taker.who.id in case.known
    why = Why.KNOWN if known else Why.LANGUAGE if speaks else Why.LOAD
    return Proposal(
        citizen=case.id,
        giver=giver.who.id,
        taker=taker.who.id,
        why=why,
        giver_share=(before[0], giver.share()),
        taker_share=(before[1], taker.share()),
    )
