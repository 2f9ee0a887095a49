# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Working lives that hang together: school, trade, jobs and times out of work, without overlaps."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Literal

from jobunivers.simulator import words
from jobunivers.simulator.compose import capital
from jobunivers.simulator.employers import invented_name
from jobunivers.simulator.words import Occupation
from jobunivers.simulator.world import Weighted

Level = Literal["primary", "upper_secondary", "vocational", "short", "bachelor", "master", "course"]
# Which education the ISCO major group of a person's work usually goes with.
_LEVELS: dict[str, tuple[tuple[Level, float], ...]] = {
    "1": (("vocational", 0.4), ("bachelor", 0.3), ("master", 0.3)),
    "2": (("bachelor", 0.55), ("master", 0.45)),
    "3": (("vocational", 0.5), ("short", 0.35), ("bachelor", 0.15)),
    "4": (("vocational", 0.6), ("upper_secondary", 0.25), ("short", 0.15)),
    "5": (("vocational", 0.55), ("primary", 0.25), ("upper_secondary", 0.2)),
    "6": (("vocational", 0.6), ("primary", 0.4)),
    "7": (("vocational", 0.85), ("primary", 0.15)),
    "8": (("vocational", 0.35), ("primary", 0.5), ("upper_secondary", 0.15)),
    "9": (("primary", 0.55), ("vocational", 0.25), ("upper_secondary", 0.2)),
}
GRADUATES: dict[Level, int] = {
    "primary": 16, "upper_secondary": 19, "vocational": 21, "short": 23, "bachelor": 25,
    "master": 27, "course": 20,
}  # fmt: skip
_OUT_SHARE = 0.3  # of the changes of job, how many go through a time out of work: assumption
_LEAST_AGE = 16
_MOST_JOBS = 8


@dataclass(frozen=True, slots=True)
class Job:
    """A job someone has had."""

    occupation: str  # slug
    title: str
    employer: str
    started_on: date
    ended_on: date | None


@dataclass(frozen=True, slots=True)
class Schooling:
    """The highest education someone has."""

    title: str
    level: Level
    ended_year: int


@dataclass(frozen=True, slots=True)
class Out:
    """A time out of work that is over; half-open."""

    began_on: date
    ended_on: date


def can_have_learnt(own: Occupation, age: int) -> bool:
    """Return whether somebody of that age can have the education that the work asks for."""
    if not own.education:
        return True
    return min(GRADUATES[level] for level, _ in _LEVELS.get(own.isco[0], _LEVELS["9"])) < age


def schooling(rng: random.Random, own: Occupation, born: int, until: int) -> Schooling:
    """Return an education that the trade goes with and that can have ended by the year `until`."""
    levels = [
        (level, share)
        for level, share in _LEVELS.get(own.isco[0], _LEVELS["9"])
        if born + GRADUATES[level] <= until
    ] or [("primary", 1.0)]
    level = rng.choices([name for name, _ in levels], [share for _, share in levels])[0]
    if level == "vocational" and not own.education:
        level = "course"
    trained = capital(own.education.split(",")[0]) or f"Uddannelse inden for {own.skills[0]}"
    titles = {
        "primary": "Folkeskolens afgangsprøve",
        "upper_secondary": rng.choice(("Studentereksamen", "Hf", "Hhx", "Htx")),
        "vocational": trained,
        "course": f"AMU-kursus i {own.skills[0]}",
        "short": f"Erhvervsakademiuddannelse inden for {own.skills[0]}",
        "bachelor": trained,
        "master": trained,
    }
    earliest = born + GRADUATES[level]
    return Schooling(titles[level], level, min(until, earliest + rng.randint(0, 4)))


def history(
    rng: random.Random,
    own: Occupation,
    trade: Weighted[Occupation],
    *,
    born: int,
    graduated: int,
    until: date,
    out: Sequence[Out] | None = None,
) -> tuple[tuple[Job, ...], tuple[Out, ...]]:
    """Return the jobs and the earlier times out of work before `until`, newest first.

    `out` (newest first) are times that are known already; without it they are drawn. In none of
    them is there a job. Work in the trade comes after the education; before it, work for anyone.
    """
    jobs: list[Job] = []
    gaps: list[Out] = list(out or ())
    ahead = list(gaps)
    end = until
    ready = date(graduated, 7, 1)
    years = max(0, until.year - graduated)
    stays = 6.5 + 0.02 * years  # log days: who has worked long has stayed longer in each place
    for _ in range(min(_MOST_JOBS, 2 + rng.randint(0, 2) + years // 7)):
        began = end - timedelta(days=int(rng.lognormvariate(stays, 0.8)) + 60)
        if ahead and began < ahead[0].ended_on:
            gap = ahead.pop(0)
            began, following = gap.ended_on, gap.began_on
        else:
            following = began - timedelta(days=1)
            if out is None and rng.random() < _OUT_SHARE:
                gap = Out(began - timedelta(days=7 + int(rng.lognormvariate(4.3, 0.8))), began)
                following = gap.began_on
                if following >= ready:
                    gaps.append(gap)
        if began < ready:
            break
        if began < end:
            jobs.append(_job(rng, own if rng.random() < 0.7 else near(rng, own, trade), began, end))
        end = following
    if jobs and jobs[-1].started_on - ready < timedelta(days=2 * 365) and rng.random() < 0.6:
        first = min([jobs[-1].started_on, *(gap.began_on for gap in gaps)])
        jobs += _before_the_trade(rng, born, first, ready)
    return tuple(jobs), tuple(gaps)


def _job(rng: random.Random, held: Occupation, began: date, end: date) -> Job:
    employer = invented_name(rng, words.sectors()[held.voice])
    return Job(held.slug, capital(held.da), employer, began, end)


def _before_the_trade(rng: random.Random, born: int, first: date, ready: date) -> list[Job]:
    """Return the job beside school that many have had: work that asks for no papers."""
    earliest = max(date(born + _LEAST_AGE, 8, 1), ready - timedelta(days=4 * 365))
    end = min(first, ready)
    began = earliest + timedelta(days=int(rng.random() * 400))
    if end - began < timedelta(days=120):
        return []
    return [_job(rng, _for_anyone().one(rng), began, end)]


@cache
def _for_anyone() -> Weighted[Occupation]:
    found = [one for one in words.occupations() if one.isco[0] in "589" and not one.education]
    return Weighted(found, [one.weight for one in found])


def near(rng: random.Random, own: Occupation, trade: Weighted[Occupation]) -> Occupation:
    """Return other work that this person could have had: near her own, or open to anyone."""
    for _ in range(40):
        other = trade.one(rng)
        learnt = not other.education or other.isco[0] > own.isco[0]
        close = other.sector == own.sector and other.isco[0] >= own.isco[0] and learnt
        if close or (other.isco[0] in "589" and not other.education):
            return other
    return own
