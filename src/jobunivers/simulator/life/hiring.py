# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Employers answer or do not, and people leave unemployment."""

import numpy as np

from jobunivers.rooms.journey import actions as journey
from jobunivers.rooms.journey.actions import SpellEnd
from jobunivers.rooms.vacancies import actions as vacancies
from jobunivers.rooms.vacancies.actions import ApplicationStatus
from jobunivers.simulator.life import behaving
from jobunivers.simulator.life.record import GONE, IN_WORK, INTERVIEWED, OUT, WAITING, Rows
from jobunivers.simulator.life.scene import Scene
from jobunivers.simulator.truth import ENDS, draw_ends

_FORGOTTEN = 120  # days after which nobody waits for an answer
_INTERVIEW_DAYS = 9.0  # mean from the interview to the answer


def answer(scene: Scene) -> None:
    """Let employers answer the applications whose day has come."""
    sent, today = scene.record.sent, scene.ordinal
    out = scene.people["state"][sent["person"]] == OUT
    due = np.flatnonzero((sent["answer"] > 0) & (sent["answer"] <= today) & out)
    moved = []
    over = np.zeros(len(sent), dtype=np.bool_)
    for row in due:
        good = bool(sent["good"][row]) and int(sent["stage"][row]) == WAITING
        moved.append(_moved(scene, sent[row], interview=good))
        if good:
            sent["stage"][row], sent["good"][row] = INTERVIEWED, False
            sent["answer"][row] = today + 2 + int(scene.rng.exponential(_INTERVIEW_DAYS))
        else:
            over[row] = True
    vacancies.move_applications(moved=moved)
    old = (sent["day"] < today - _FORGOTTEN) | ~out
    scene.record.sent = sent[~(over | old)]


def _moved(scene: Scene, sent: Rows, *, interview: bool) -> vacancies.Moved:
    status = ApplicationStatus.INTERVIEW if interview else ApplicationStatus.REJECTED
    return vacancies.Moved(
        application_id=int(sent["application"]), status=status, at=scene.at(13.0)
    )


def leave(scene: Scene) -> None:
    """Let those leave unemployment whose day it is, most of them for work."""
    follows = _follows(scene)
    chances = behaving.leaves(
        scene.record,
        scene.today,
        follows=follows,
        tightness=scene.market.tightness(int(scene.today.out.sum())),
    )
    able = scene.people["began"] < scene.ordinal
    rows = np.flatnonzero((scene.rng.random(len(chances)) < chances) & able)
    ends = draw_ends(scene.truth, len(rows), scene.rng)
    _hired(scene, [int(row) for row, end in zip(rows, ends, strict=True) if ENDS[end] == "job"])
    people = scene.people
    ended = []
    for row, end in zip(rows, ends, strict=True):
        kind = SpellEnd(ENDS[end])
        people["state"][row] = IN_WORK if kind == SpellEnd.JOB else GONE
        people["ended"][row], people["end"][row] = scene.ordinal, end
        ended.append(
            journey.Ended(
                citizen_id=int(people["citizen"][row]),
                ended_on=scene.day,
                end=kind,
                at=scene.at(15.0),
            )
        )
    journey.end_spells(ended=ended)
    scene.count("left", len(rows))
    scene.count("found", int((ends == 0).sum()))


def _follows(scene: Scene) -> np.ndarray:
    has = np.isin(scene.people["citizen"], np.fromiter(scene.lists.holders, dtype=np.int64))
    return np.asarray(scene.people["reader"] & has)


def _hired(scene: Scene, rows: list[int]) -> None:
    """Say in the joblog through which application work was found, and to others that it is gone."""
    sent, taken = scene.record.sent, set()
    moved, gone = [], np.zeros(len(sent), dtype=np.bool_)
    for row in rows:
        mine = np.flatnonzero((sent["person"] == row) & ~gone)
        if not len(mine) or not scene.happens(scene.truth.behaviour.through_application):
            continue
        weights = np.where(sent["stage"][mine] == INTERVIEWED, 12.0, 1.0)
        chosen = int(scene.rng.choice(mine, p=weights / weights.sum()))
        at = scene.at(14.0)
        moved.append(
            vacancies.Moved(
                application_id=int(sent["application"][chosen]),
                status=ApplicationStatus.OFFER,
                at=at,
            )
        )
        gone[chosen] = True
        taken.add(int(sent["vacancy"][chosen]))
    vacancies.move_applications(moved=moved)
    # Whoever else applied hears within days, where the employer answers at all.
    others = np.isin(sent["vacancy"], list(taken - {-1})) & ~gone & (sent["answer"] > 0)
    sent["good"] &= ~others
    soon = scene.ordinal + 3
    sent["answer"] = np.where(others, np.minimum(sent["answer"], soon), sent["answer"])
    scene.record.sent = sent[~gone]
