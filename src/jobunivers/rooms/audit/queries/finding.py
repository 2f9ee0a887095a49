# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which of a day's looks the rules find unusual. It reads and says; it decides nothing."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import groupby
from typing import Any

from jobunivers.foundation import keeping
from jobunivers.identity import queries as identity
from jobunivers.identity.models import STAFF, Person
from jobunivers.rooms.audit.queries.days import TIED, One, Usual, looks_of, usual_before
from jobunivers.rooms.audit.queries.rules import Held
from jobunivers.trust import opening

_HOUR = timedelta(hours=1)
_SATURDAY = 5


@dataclass(frozen=True, slots=True)
class Unusual:
    """Looks of a member of staff on a day that a rule found unusual, and by what."""

    rule: str
    looks: Sequence[One]
    citizen_id: int | None = None
    facts: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Day:
    """All that the rules ask of a day, read once."""

    day: date
    usual: Usual
    people: Mapping[int, Person]
    staff_names: Mapping[str, int]  # the name as it is looked up → a member of staff
    ends: Mapping[int, date | None]


@dataclass(frozen=True, slots=True)
class Hers:
    """One member of staff's looks of the day."""

    staff_id: int
    role: str
    looks: Sequence[One]
    tied: frozenset[int]  # citizens she is tied to

    def at(self, citizen_id: int) -> list[One]:
        """Return her looks at one citizen."""
        return [one for one in self.looks if one.citizen_id == citizen_id]

    @property
    def citizens(self) -> list[int]:
        """Return the citizens she looked at, each once, the first first."""
        return list(dict.fromkeys(one.citizen_id for one in self.looks))


Finder = Callable[[Hers, Day, Mapping[str, int]], Iterator[Unusual]]


def unusual_of(day: date, rules: Mapping[str, Held]) -> list[Unusual]:
    """Return what the rules that are on find in a day's looks."""
    looks = looks_of(day)
    if not looks:
        return []
    known = _read(day, looks)
    found: list[Unusual] = []
    for (staff_id, role), some in groupby(looks, key=lambda one: (one.staff_id, one.role)):
        hers = _hers(staff_id, role, list(some), day)
        for code, finder in _FINDERS.items():
            if rules[code].on:
                found += finder(hers, known, rules[code].limits)
    return found


def _read(day: date, looks: Sequence[One]) -> Day:
    staff_ids = {one.staff_id for one in looks}
    ids = {one.citizen_id for one in looks} | staff_ids
    staff = identity.staff(roles=STAFF)
    ends = keeping.ends()
    return Day(
        day=day,
        usual=usual_before(day, staff_ids),
        people={one.pk: one for one in identity.people(ids=ids)},
        staff_names={_key(one.name): one.pk for one in staff},
        ends={pk: ends[pk] for pk in ids if pk in ends},
    )


def _hers(staff_id: int, role: str, looks: Sequence[One], day: date) -> Hers:
    tied = {one.citizen_id for one in looks if one.reason in TIED}
    left = sorted({one.citizen_id for one in looks} - tied)
    tied |= set(opening.assigned_among(staff_id, left, today=day))
    return Hers(staff_id, role, looks, frozenset(tied))


def _key(name: str) -> str:
    return " ".join(name.casefold().split())


def _surname(name: str) -> str:
    return _key(name).rpartition(" ")[2]


def _many_hour(hers: Hers, _day: Day, limits: Mapping[str, int]) -> Iterator[Unusual]:
    """Find the hour with most citizens; one finding a day says it."""
    best: list[One] = []
    many = start = 0
    for end, last in enumerate(hers.looks):
        while last.at - hers.looks[start].at >= _HOUR:
            start += 1
        here = len({one.citizen_id for one in hers.looks[start : end + 1]})
        if here > many:
            many, best = here, list(hers.looks[start : end + 1])
    if many > limits["most"]:
        yield Unusual("many_hour", best, facts={"citizens": many, "most": limits["most"]})


def _many_day(hers: Hers, day: Day, limits: Mapping[str, int]) -> Iterator[Unusual]:
    usual = day.usual.of(hers.staff_id, hers.role)
    many = len(hers.citizens)
    if many > max(limits["least"], limits["times"] * usual):
        facts = {"citizens": many, "usual": round(usual, 1), "times": limits["times"]}
        yield Unusual("many_day", hers.looks, facts=facts)


def _by_name(hers: Hers, day: Day, limits: Mapping[str, int]) -> Iterator[tuple[str, int]]:  # noqa: ARG001
    own = day.people.get(hers.staff_id)
    for pk in hers.citizens:
        citizen = day.people.get(pk)
        if citizen is None or own is None:
            continue
        if _key(citizen.name) == _key(own.name):
            yield "own_name", pk
        elif _surname(citizen.name) == _surname(own.name):
            yield "same_surname", pk
        elif _key(citizen.name) in day.staff_names:
            yield "colleague", pk


def _own_name(hers: Hers, day: Day, limits: Mapping[str, int]) -> Iterator[Unusual]:
    for code, pk in _by_name(hers, day, limits):
        if code == "own_name":
            yield Unusual(code, hers.at(pk), pk)


def _same_surname(hers: Hers, day: Day, limits: Mapping[str, int]) -> Iterator[Unusual]:
    for code, pk in _by_name(hers, day, limits):
        if code == "same_surname":
            surname = _surname(day.people[pk].name)
            many = identity.citizens(name_contains=surname).count()
            if many <= limits["rare"]:
                yield Unusual(code, hers.at(pk), pk, {"citizens": many, "rare": limits["rare"]})


def _colleague(hers: Hers, day: Day, limits: Mapping[str, int]) -> Iterator[Unusual]:
    for code, pk in _by_name(hers, day, limits):
        if code == "colleague":
            colleague = day.staff_names[_key(day.people[pk].name)]
            yield Unusual(code, hers.at(pk), pk, {"colleague": colleague})


def _night(hers: Hers, _day: Day, limits: Mapping[str, int]) -> Iterator[Unusual]:
    late = [one for one in hers.looks if not limits["until"] <= one.clock.hour < limits["from"]]
    if late:
        facts = {"citizens": len({one.citizen_id for one in late}), **limits}
        yield Unusual("night", late, facts=facts)


def _weekend(hers: Hers, day: Day, _limits: Mapping[str, int]) -> Iterator[Unusual]:
    if day.day.weekday() >= _SATURDAY:
        yield Unusual("weekend", hers.looks, facts={"citizens": len(hers.citizens)})


def _untied(hers: Hers, _day: Day, limits: Mapping[str, int]) -> Iterator[Unusual]:
    loose = [one for one in hers.looks if one.citizen_id not in hers.tied]
    many = len({one.citizen_id for one in loose})
    if many > limits["most"]:
        yield Unusual("untied", loose, facts={"citizens": many, "most": limits["most"]})


def _protected(hers: Hers, _day: Day, _limits: Mapping[str, int]) -> Iterator[Unusual]:
    for pk in dict.fromkeys(one.citizen_id for one in hers.looks if one.protected):
        if pk not in hers.tied:
            yield Unusual("protected", hers.at(pk), pk)


def _ended(hers: Hers, day: Day, limits: Mapping[str, int]) -> Iterator[Unusual]:
    for pk in hers.citizens:
        end = day.ends.get(pk)
        looks = [one for one in hers.at(pk) if one.reason != "access"]
        if end is not None and looks and (gone := (day.day - end).days) > limits["days"]:
            yield Unusual("ended", looks, pk, {"days": gone, "most": limits["days"]})


_FINDERS: dict[str, Finder] = {
    "many_hour": _many_hour,
    "many_day": _many_day,
    "own_name": _own_name,
    "same_surname": _same_surname,
    "colleague": _colleague,
    "night": _night,
    "weekend": _weekend,
    "untied": _untied,
    "protected": _protected,
    "ended": _ended,
}
