# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""People lose their work and register; they fall ill, go on holiday, give up, move house."""

from datetime import date, timedelta

import numpy as np

from jobunivers.identity import actions as identity
from jobunivers.identity.models import Role
from jobunivers.rooms.journey import actions as journey
from jobunivers.rooms.journey.actions import AbsenceKind, SpellEnd, Teller
from jobunivers.simulator.life import behaving, newcomers
from jobunivers.simulator.life.newcomers import Made
from jobunivers.simulator.life.record import OUT, PARTS, Record
from jobunivers.simulator.life.scene import Scene, moment
from jobunivers.simulator.population.careers import Out

_AT_A_TIME = 1_000


def settle(record: Record, *, seed: int, code: str, day: date, many: int) -> None:
    """Let the kommune have people who are out of work already when the simulation begins."""
    for start in range(0, many, _AT_A_TIME):
        numbers = range(start, min(many, start + _AT_A_TIME))
        made = [
            newcomers.make(record.truth, seed, code, number, today=day, fresh=False)
            for number in numbers
        ]
        _add(record, made)
        _tell_the_past(made, day)
        _fill_in(made, record, day)


def _add(record: Record, made: list[Made]) -> None:
    """Give the people their rows and numbers."""
    people = identity.add_people(
        newcomers=[
            identity.Newcomer(
                name=one.citizen.name,
                role=Role.CITIZEN,
                born_on=one.citizen.born_on,
                at=moment(date.fromordinal(int(one.row["registered"][0])), 6.0),
            )
            for one in made
        ]
    )
    for one, person in zip(made, people, strict=True):
        one.row["citizen"] = person.pk
    record.people = np.concatenate([record.people, *(one.row for one in made)])


def _tell_the_past(made: list[Made], day: date) -> None:
    """Let the case system tell of the time out of work that runs, and of those before."""
    before = [
        (int(one.row["citizen"][0]), out) for one in made for out in reversed(one.citizen.earlier)
    ]
    at = moment(day, 5.0)
    rounds = max((len(one.citizen.earlier) for one in made), default=0)
    for turn in range(rounds):  # each has at most one open spell at a time
        then = _nth(before, turn)
        journey.begin_spells(
            began=[journey.Began(citizen_id=pk, began_on=out.began_on, at=at) for pk, out in then],
            told_by=Teller.CASE_SYSTEM,
        )
        journey.end_spells(
            ended=[
                journey.Ended(citizen_id=pk, ended_on=out.ended_on, end=SpellEnd.JOB, at=at)
                for pk, out in then
            ]
        )
    journey.begin_spells(
        began=[
            journey.Began(
                citizen_id=int(one.row["citizen"][0]),
                began_on=date.fromordinal(int(one.row["began"][0])),
                at=at,
            )
            for one in made
        ],
        told_by=Teller.CASE_SYSTEM,
    )


def _nth(before: list[tuple[int, Out]], turn: int) -> list[tuple[int, Out]]:
    """Return everybody's spell of a number, oldest first."""
    seen: dict[int, int] = {}
    found = []
    for pk, out in before:
        if seen.get(pk, 0) == turn:
            found.append((pk, out))
        seen[pk] = seen.get(pk, 0) + 1
    return found


def _fill_in(made: list[Made], record: Record, day: date) -> None:
    """Let those who have been here for a while have told of themselves already."""
    rows = range(len(record.people) - len(made), len(record.people))
    at = moment(day, 5.5)
    for number in range(PARTS):
        filled = []
        for one, row in zip(made, rows, strict=True):
            weeks = (day - one.citizen.unemployed_since).days / 7
            told = PARTS if weeks > 2 + 6 * (1 - one.citizen.digital_readiness) else int(weeks)
            if number < told:
                filled.append(newcomers.part(one.citizen, record.people[row], at, number))
                record.people["parts"][row] = number + 1
        journey.fill_profiles(filled=filled)


def come(scene: Scene) -> None:
    """Let people lose their work: new ones, and those who had found some."""
    record = scene.record
    many = int(scene.rng.poisson(behaving.newcomers_expected(record, scene.today)))
    first = len(record.people)
    made = [
        newcomers.make(record.truth, scene.seed, scene.code, number, today=scene.day, fresh=True)
        for number in range(first, first + many)
    ]
    chances = behaving.loses_work(record)
    again = np.flatnonzero(scene.rng.random(len(chances)) < chances)
    if made:
        _add(record, made)
    people = record.people
    people["earlier"][again] += 1
    people["state"][again], people["began"][again] = OUT, scene.ordinal
    people["gave_up"][again] = False
    rows = [*again.tolist(), *range(first, first + many)]
    journey.begin_spells(
        began=[
            journey.Began(
                citizen_id=int(people["citizen"][row]),
                began_on=date.fromordinal(int(people["began"][row])),
                at=scene.at(10.0),
            )
            for row in rows
        ],
        told_by=Teller.CITIZEN,
    )
    scene.count("new", len(rows))


def change(scene: Scene) -> None:
    """Let people fall ill, go on holiday, give up, take heart and move house."""
    ill = _drawn(scene, behaving.falls_ill(scene.record, scene.today))
    away = _drawn(scene, behaving.goes_on_holiday(scene.record, scene.today))
    away = away[~np.isin(away, ill)]
    ways, people = scene.truth.behaviour, scene.people
    absences = [_away(scene, row, AbsenceKind.ILLNESS, ways.ill_days) for row in ill]
    absences += [_away(scene, row, AbsenceKind.HOLIDAY, ways.holiday_days) for row in away]
    journey.report_absences(away=absences, told_by=Teller.CITIZEN)
    people["gave_up"][_drawn(scene, behaving.gives_up(scene.record, scene.today))] = True
    people["gave_up"][_drawn(scene, behaving.takes_heart(scene.record, scene.today))] = False
    settled = scene.today.out & (people["parts"] > 0) & ~scene.today.absent
    _move(scene, _drawn(scene, np.where(settled, ways.moves, 0.0)))
    scene.count("absent", int((scene.today.out & (people["absent_until"] > scene.ordinal)).sum()))


def _drawn(scene: Scene, chances: np.ndarray) -> np.ndarray:
    return np.flatnonzero(scene.rng.random(len(chances)) < chances)


def _away(scene: Scene, row: int, kind: AbsenceKind, mean: float) -> journey.Away:
    days = 1 + int(scene.rng.exponential(mean - 1))
    scene.people["absent_until"][row] = scene.ordinal + days
    return journey.Away(
        citizen_id=int(scene.people["citizen"][row]),
        kind=kind,
        starts_on=scene.day,
        ends_on=scene.day + timedelta(days=days),
        at=scene.at(8.5),
    )


def _move(scene: Scene, rows: np.ndarray) -> None:
    """Let people move house within the kommune; each tells her new place."""
    filled = []
    for row in rows:
        person = scene.people[row]
        citizen = newcomers.again(scene.seed, scene.code, person)
        person["lat"] += scene.rng.normal(0, 0.03)
        person["lon"] += scene.rng.normal(0, 0.05)
        filled.append(
            journey.FilledIn(
                citizen_id=int(person["citizen"]),
                at=scene.at(18.0),
                basics=newcomers.basics(citizen, person),
            )
        )
    journey.fill_profiles(filled=filled)
