# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who gets which personal consultant: balanced by what each can take, stable, in her language."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

# Whoever is away longer than this hands her citizens over; shorter, they wait for her.
LONG_LEAVE_DAYS = 28


class Why(StrEnum):
    """Why this consultant."""

    LOAD = "load"
    LANGUAGE = "language"
    KNOWN = "known"
    LEFT = "left"
    AWAY = "away"


@dataclass(frozen=True, slots=True)
class Consultant:
    """A consultant: how many she can help and helps already, her languages, when she is away."""

    id: int
    capacity: int
    load: int
    languages: frozenset[str] = field(default_factory=frozenset)  # besides Danish
    away_from: date | None = None
    away_to: date | None = None  # the first day she is back
    covered: bool = False  # somebody stands in for her while she is away

    def is_away(self, day: date) -> bool:
        """Say whether she is away that day."""
        if self.away_from is None or self.away_to is None:
            return False
        return self.away_from <= day < self.away_to

    def hands_over(self, day: date) -> bool:
        """Say whether she is away for so long yet, alone, that her citizens need somebody else."""
        if self.covered or not self.is_away(day) or self.away_to is None:
            return False
        return (self.away_to - day).days > LONG_LEAVE_DAYS


@dataclass(frozen=True, slots=True)
class Needing:
    """A citizen who is to have a consultant; `languages` only when her Danish is weak."""

    id: int
    languages: frozenset[str] = field(default_factory=frozenset)
    current: int | None = None
    before: int | None = None  # who helped her last


@dataclass(frozen=True, slots=True)
class Chosen:
    """The consultant a citizen gets; `over_capacity` when nobody had room."""

    citizen: int
    consultant: int
    why: Why
    over_capacity: bool


def assign(people: Sequence[Needing], consultants: Sequence[Consultant], day: date) -> list[Chosen]:
    """Return who gets somebody new; who keeps her consultant is not in the list.

    In the order of ids, so that the answer does not hang on the order asked in. Each goes to the
    consultant whose load would be smallest beside her capacity; among those who share her
    language when her Danish is weak and somebody does; to the one she knew before when there is
    room. Without anybody at work the list is empty.
    """
    known = {one.id: one for one in consultants if one.capacity > 0}
    here = [one for one in known.values() if not one.is_away(day)]
    load = {one.id: one.load for one in known.values()}
    chosen = []
    for person in sorted(people, key=lambda one: one.id):
        current = known.get(person.current) if person.current is not None else None
        if not here or (current is not None and not current.hands_over(day)):
            continue
        if current is not None:
            load[current.id] -= 1
        one, why = _best(person, here, load)
        if person.current is not None and why is not Why.KNOWN:
            why = Why.LEFT if current is None else Why.AWAY
        load[one.id] += 1
        chosen.append(Chosen(person.id, one.id, why, load[one.id] > one.capacity))
    return chosen


def _best(
    person: Needing, here: Sequence[Consultant], load: dict[int, int]
) -> tuple[Consultant, Why]:
    for one in here:
        if one.id == person.before and load[one.id] < one.capacity:
            return one, Why.KNOWN
    speak = [one for one in here if person.languages & one.languages]
    best = min(speak or here, key=lambda one: ((load[one.id] + 1) / one.capacity, one.id))
    return best, Why.LANGUAGE if speak else Why.LOAD
