# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Simulated people's times out of work: who they are, what is true of them, what a model may see.

The people and the truth are the simulator's (`simulator.people`, `simulator.truth`): trade, Danish,
digital readiness, long illness and what nobody sees move their weeks, beside age and education. The
model is told four facts.
"""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
from numpy.typing import NDArray

from jobunivers.science.chances import OTHER, STILL, WORK, Background, Histories, Words
from jobunivers.simulator import truth
from jobunivers.simulator.people import Citizen, citizens

TODAY = date(2026, 11, 25)
Doubles = NDArray[np.float64]
_LEVEL = {level: level for level in truth.EDUCATION}  # a course is none
_ENDS = np.array([WORK, OTHER, STILL, OTHER])  # of truth.ENDS; who moves is lost from view


@dataclass(frozen=True, slots=True)
class Lives:
    """What a model may see and learn from, the groups it may not, and the truth."""

    histories: Histories
    groups: dict[str, Words]
    true_chances: Doubles


def live(many: int, seed: int) -> Lives:
    """Return so many people's times out of work, last seen after half a year to three years."""
    people = list(citizens(random.Random(seed), many, today=TODAY))
    rng, what = np.random.default_rng(seed), truth.Truth()
    traits = _traits(people, rng, what)
    worked = what.leaving.ends[0] / sum(what.leaving.ends)
    left, end, chances = np.full(many, np.inf), np.full(many, STILL), np.zeros((many, 2))
    out = np.ones(many)
    for week in range(157):
        hazard = truth.weekly_hazard(what, traits, np.full(many, week))
        gone = np.isinf(left) & (rng.random(many) < hazard)
        left[gone] = week + 1
        end[gone] = _ENDS[truth.draw_ends(what, int(gone.sum()), rng)]
        for column, horizon in enumerate((26, 52)):
            if week < horizon:
                chances[:, column] += out * hazard * worked
        out *= 1 - hazard
    until = np.ceil(rng.uniform(26, 156, many))
    end[left > until] = STILL
    facts = _facts(people)
    lived = Histories(facts, np.zeros(many), np.minimum(left, until), end.astype(np.int64))
    return Lives(lived, _groups(people, facts), chances)


def _traits(people: Sequence[Citizen], rng: np.random.Generator, what: truth.Truth) -> truth.Traits:
    many = len(people)
    levels = [one.tongues.get("da", "basic") for one in people]
    education = [
        truth.EDUCATION.index(one.education.level) if one.education.level in truth.EDUCATION else 0
        for one in people
    ]
    return truth.Traits(
        age=np.array([_years(one) for one in people]),
        education=np.array(education),
        trade=np.array([int(one.own.isco[:1] or 9) for one in people]),
        earlier_spells=np.array([len(one.earlier) for one in people]),
        readiness=np.array([one.digital_readiness for one in people]),
        danish=np.array([truth.DANISH.index(level) for level in levels]),
        tightness=np.ones(many),
        frailty=truth.draw_frailty(what, many, rng),
        ill_for_long=truth.draw_ill_for_long(what, many, rng),
    )


def _facts(people: Sequence[Citizen]) -> Background:
    numbers = {
        "age": np.array([_years(one) for one in people]),
        "months_worked": np.array([_worked(one) for one in people]),
        "weeks_out_before": np.array([_out(one) for one in people]),
    }
    words = {
        "education": np.array([_LEVEL.get(one.education.level, "") for one in people]),
        # Not among the facts: what they would give, and whom they would show.
        "trade": np.array([one.own.isco[:1] for one in people]),
        "danish": np.array([one.tongues.get("da", "basic") for one in people]),
    }
    return Background(numbers, words)


def _groups(people: Sequence[Citizen], facts: Background) -> dict[str, Words]:
    ages = (facts.numbers["age"] // 10).astype(int).clip(2, 6)
    return {
        "sex": np.array([str(one.sex) for one in people]),
        "origin": np.array(["danish" if one.origin == "danish" else "other" for one in people]),
        "age": np.array([f"{age}0-{age}9" for age in ages.tolist()]),
        "education": facts.choices["education"],
    }


def _years(one: Citizen) -> float:
    return (one.unemployed_since - one.born_on).days / 365.2425


def _worked(one: Citizen) -> float:
    """Return the months of the five years before that she had work, overlaps counted once."""
    until, first = one.unemployed_since, one.unemployed_since - timedelta(days=1826)
    days, reached = 0, first
    for job in sorted(one.jobs, key=lambda job: job.started_on):
        start = max(job.started_on, reached)
        stop = min(job.ended_on or until, until)
        days += max(0, (stop - start).days)
        reached = max(reached, stop)
    return days / 30.4375


def _out(one: Citizen) -> float:
    until, first = one.unemployed_since, one.unemployed_since - timedelta(days=1096)
    days = [(min(o.ended_on, until) - max(o.began_on, first)).days for o in one.earlier]
    return sum(max(0, many) for many in days) / 7
