# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What citizens do in a day: log in, fill in, look, keep, hide, apply."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

import numpy as np

from jobunivers.identity import actions as identity
from jobunivers.identity.models import Role
from jobunivers.rooms.journey import actions as journey
from jobunivers.rooms.tailored import actions as tailored
from jobunivers.rooms.vacancies import actions as vacancies
from jobunivers.rooms.vacancies.actions import (
    ApplicationStatus,
    AppliedHow,
    FoundHow,
    HideReason,
)
from jobunivers.rooms.vacancies.queries import Parameters
from jobunivers.simulator.life import behaving, newcomers
from jobunivers.simulator.life.market import one_of
from jobunivers.simulator.life.record import PARTS, SENT
from jobunivers.simulator.life.scene import Scene

_PAGE = 20  # suggestions on a page
_MOST_PAGES = 3
_REASONS = (
    (HideReason.WRONG_FIELD, 0.4), (HideReason.TOO_FAR, 0.2), (HideReason.WRONG_HOURS, 0.15),
    (HideReason.MISSING_SKILLS, 0.15), (HideReason.NOT_THIS_EMPLOYER, 0.05),
    (HideReason.OTHER, 0.05),
)  # fmt: skip


@dataclass(slots=True)
class _Done:
    """What has been done today, until it is taken through the doors."""

    filled: list[journey.FilledIn] = field(default_factory=list)
    shown: list[tailored.Shown] = field(default_factory=list)
    starred: list[vacancies.Marked] = field(default_factory=list)
    hidden: list[vacancies.Marked] = field(default_factory=list)
    logged: list[vacancies.Logged] = field(default_factory=list)
    rows: list[int] = field(default_factory=list)  # of the record, one for each logged
    searches: list[vacancies.Searched] = field(default_factory=list)


def act(scene: Scene) -> None:
    """Let everybody do what she does today."""
    _log_in(scene)
    done = _Done()
    scene.lists.read(
        int(scene.people["citizen"][row]) for row in scene.logins if scene.people["reader"][row]
    )
    for row, at in scene.logins.items():
        _fill_in(scene, row, at, done)
        _look_around(scene, row, at, done)
    journey.fill_profiles(filled=done.filled)
    tailored.note_shown(shown=done.shown)
    vacancies.star_many(marked=done.starred)
    vacancies.hide_many(marked=done.hidden)
    _save(scene, done)
    _send(scene, done)


def _log_in(scene: Scene) -> None:
    chances = behaving.logs_in(scene.record, scene.today)
    rows = np.flatnonzero(scene.rng.random(len(chances)) < chances)
    people = scene.people
    for row in rows:
        scene.logins[int(row)] = scene.at(10.5 if scene.happens(0.6) else 19.5)
    identity.note_logins(
        logins=[
            identity.Login(person_id=int(people["citizen"][row]), role=Role.CITIZEN, at=at)
            for row, at in scene.logins.items()
        ]
    )
    people["login"][rows] = scene.ordinal
    people["unanswered"][rows] = 0
    scene.count("logins", len(rows))


def _fill_in(scene: Scene, row: int, at: datetime, done: _Done) -> None:
    """Let her add the next part of her profile, or a competence she has learned."""
    person, ways = scene.people[row], scene.truth.behaviour
    number = int(person["parts"])
    if number < PARTS:
        if scene.happens(ways.fills_profile):
            citizen = newcomers.again(scene.seed, scene.code, person)
            done.filled.append(newcomers.part(citizen, person, at, number))
            person["parts"] = number + 1
    elif scene.happens(ways.learns / ways.logins):
        citizen = newcomers.again(scene.seed, scene.code, person)
        learned = newcomers.learnable(citizen, int(person["learned"]))
        done.filled.append(
            journey.FilledIn(citizen_id=int(person["citizen"]), at=at, competences=[learned])
        )
        person["learned"] += 1


def _look_around(scene: Scene, row: int, at: datetime, done: _Done) -> None:
    person, ways = scene.people[row], scene.truth.behaviour
    mine = scene.lists.get(int(person["citizen"])) if person["reader"] else None
    listed: list[int] = []
    if mine is not None and mine.vacancy_ids:
        seen = min(len(mine.vacancy_ids), _PAGE * min(_MOST_PAGES, int(scene.rng.geometric(0.7))))
        listed = [one for one in mine.vacancy_ids[:seen] if one in scene.market.row_of]
        citizen = int(person["citizen"])
        done.shown.append(
            tailored.Shown(
                run_id=mine.run_id, citizen_id=citizen, first_rank=1, last_rank=seen, at=at
            )
        )
    many = int(scene.rng.poisson(ways.applications / ways.logins))
    own = scene.market.fits(person).tolist() if many or not listed else []
    found = listed or [scene.market.positions[one].vacancy_id for one in own]
    if found:
        _mark(scene, int(person["citizen"]), found, at, done)
    for nth in range(many):
        chosen = _chosen(scene, listed, own)
        _apply(scene, row, chosen, at + timedelta(minutes=12 * (nth + 1)), done)
    if not person["saved"] and scene.happens(ways.saves_search):
        done.searches.append(_search(scene, row, at))


def _mark(scene: Scene, citizen: int, found: list[int], at: datetime, done: _Done) -> None:
    ways = scene.truth.behaviour
    for _ in range(int(scene.rng.poisson(ways.stars))):
        done.starred.append(
            vacancies.Marked(citizen_id=citizen, vacancy_id=one_of(found, scene.rng), at=at)
        )
    if scene.happens(ways.hides):
        draw, reasons = float(scene.rng.random()), iter(_REASONS)
        reason, share = next(reasons)
        while (draw := draw - share) > 0:
            reason, share = next(reasons, (HideReason.OTHER, 1.0))
        marked = vacancies.Marked(
            citizen_id=citizen,
            vacancy_id=one_of(found, scene.rng),
            at=at + timedelta(minutes=2),
            reason=reason,
        )
        done.hidden.append(marked)


def _chosen(scene: Scene, listed: list[int], own: list[int]) -> int:
    """Return the market's row she applies for: suggested, or found by herself; −1 for none."""
    if listed and scene.happens(scene.truth.behaviour.from_list):
        return scene.market.row_of[one_of(listed, scene.rng)]
    return int(scene.rng.choice(own)) if own else -1


def _apply(scene: Scene, row: int, chosen: int, at: datetime, done: _Done) -> None:
    """Let her apply for what she chose, or unasked."""
    market = scene.market
    citizen = int(scene.people["citizen"][row])
    if chosen >= 0:
        done.logged.append(_asked(scene, citizen, chosen, at))
        market.applied[market.positions[chosen].vacancy_id] += 1
        done.rows.append(row)
    elif market.positions:
        done.logged.append(_unasked(scene, citizen, at))
        done.rows.append(row)


def _asked(scene: Scene, citizen: int, chosen: int, at: datetime) -> vacancies.Logged:
    """Return an application for an advertisement."""
    job = scene.market.positions[chosen]
    entry = vacancies.ApplicationEntry(
        status=ApplicationStatus.APPLIED,
        applied_on=scene.day,
        title=job.title,
        employer=job.employer[:200],
        place=job.city,
        hours_per_week=job.hours,
        applied_how=AppliedHow.DIGITAL if scene.happens(0.92) else AppliedHow.PHONE,
    )
    return vacancies.Logged(citizen_id=citizen, vacancy_id=job.vacancy_id, entry=entry, at=at)


def _unasked(scene: Scene, citizen: int, at: datetime) -> vacancies.Logged:
    """Return an application to an employer who has advertised something else."""
    job = scene.market.positions[int(scene.rng.integers(len(scene.market.positions)))]
    network = scene.happens(0.35)
    entry = vacancies.ApplicationEntry(
        status=ApplicationStatus.APPLIED,
        applied_on=scene.day,
        title="Uopfordret ansøgning",
        employer=job.employer[:200],
        place=job.city,
        found_how=FoundHow.NETWORK if network else FoundHow.UNSOLICITED,
        applied_how=AppliedHow.IN_PERSON if scene.happens(0.2) else AppliedHow.DIGITAL,
    )
    return vacancies.Logged(citizen_id=citizen, vacancy_id=None, entry=entry, at=at)


def _search(scene: Scene, row: int, at: datetime) -> vacancies.Searched:
    """Let her save the search for what she wants near where she lives."""
    person = scene.people[row]
    citizen = newcomers.again(scene.seed, scene.code, person)
    text = citizen.own.da
    query = Parameters(text=text, place=citizen.place.postal_code, km=25)
    return vacancies.Searched(
        citizen_id=int(person["citizen"]), name=text.capitalize(), query=query.query, at=at
    )


def _save(scene: Scene, done: _Done) -> None:
    made = vacancies.save_searches(searched=done.searches)
    by_citizen = {one.citizen_id: one.pk for one in made}
    for row in scene.logins:
        saved = by_citizen.get(int(scene.people["citizen"][row]))
        if saved is not None:
            scene.people["saved"][row] = saved


def _send(scene: Scene, done: _Done) -> None:
    """Log what was sent, and draw now whether and when an answer will come."""
    made = vacancies.log_applications(logged=done.logged)
    row_of = {int(scene.people["citizen"][row]): row for row in done.rows}
    ways, rng = scene.truth.behaviour, scene.rng
    sent = np.zeros(len(made), dtype=SENT)
    for place, one in enumerate(made):
        row = row_of[one.citizen_id]
        answered = rng.random() < ways.answers
        days = 2 + int(rng.exponential(ways.answer_days))
        crowd = scene.market.applied[one.vacancy_id] if one.vacancy_id else 1
        fewer = (ways.other_applicants + 1) / (ways.other_applicants + max(1, crowd))
        chance = ways.interview / ways.answers * fewer
        if scene.people["minority"][row]:
            chance *= ways.minority_interviews
        sent[place] = (
            one.pk, row, one.vacancy_id or -1, scene.ordinal,
            scene.ordinal + days if answered else 0, 0, rng.random() < min(0.9, chance),
        )  # fmt: skip
    scene.record.sent = np.concatenate([scene.record.sent, sent])
    scene.count("applications", len(made))
