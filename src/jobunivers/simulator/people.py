# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Citizens of the simulated Denmark: who they are, what they have done and what they want.

No CPR numbers: nothing in this version needs them.
"""

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal

from jobunivers.science import requirements
from jobunivers.simulator import noise, words
from jobunivers.simulator.compose import capital
from jobunivers.simulator.employers import invented_name
from jobunivers.simulator.words import Occupation
from jobunivers.simulator.world import Place, Weighted, all_places

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
_GRADUATES: dict[Level, int] = {
    "primary": 16, "upper_secondary": 19, "vocational": 21, "short": 23, "bachelor": 25,
    "master": 27, "course": 20,
}  # fmt: skip
_TONGUES = {
    "dansk": "da", "engelsk": "en", "tysk": "de", "arabisk": "ar", "tyrkisk": "tr", "polsk": "pl",
    "somali": "so", "ukrainsk": "uk", "rumænsk": "ro", "vietnamesisk": "vi", "farsi": "fa",
    "bosnisk": "bs", "grønlandsk": "kl",
}  # fmt: skip
NO_DRIVING = ("A", "B", "C", "D", "E", "taxi", "cpc")
_KM = (5, 10, 15, 20, 30, 30, 40, 50, 75)


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Citizen:
    """Someone who seeks work."""

    first_name: str
    last_name: str
    birth_year: int
    place: Place
    jobs: tuple[Job, ...]  # newest first
    education: Schooling
    skills: tuple[str, ...]
    wishes: tuple[str, ...]  # occupation slugs, dearest first
    max_km: int
    hours: tuple[int, int]  # a week
    languages: tuple[str, ...]  # mother tongue first
    licences: tuple[str, ...]
    tongues: Mapping[str, str]  # ISO 639-1 → basic, working or fluent
    only_tongues: bool  # wants jobs in these languages alone
    licence_codes: tuple[str, ...]
    lacks_licences: tuple[str, ...]  # only what she says that she lacks
    digital_readiness: float  # 0 needs help … 1 manages alone
    unemployed_since: date

    @property
    def name(self) -> str:
        """Return the full name."""
        return f"{self.first_name} {self.last_name}"


def citizens(
    rng: random.Random,
    n: int,
    *,
    today: date,
    places: Sequence[Place] | None = None,
    occupations: Sequence[Occupation] | None = None,
) -> Iterator[Citizen]:
    """Yield `n` people who are out of work as of `today`, the same for the same `rng` state."""
    there = places or all_places()
    homes = Weighted(there, [place.weight for place in there])
    trades = occupations or words.occupations()
    trade = Weighted(trades, [one.weight for one in trades])
    for _ in range(n):
        yield _citizen(rng, today, homes.one(rng), trade)


def _citizen(rng: random.Random, today: date, place: Place, trade: Weighted[Occupation]) -> Citizen:
    first, last, tongues = _named(rng)
    # Ages 18-66, more of the young and of those past fifty: an assumption, as unemployment goes.
    age = min(66, max(18, int(rng.choice((rng.gauss(28, 6), rng.gauss(41, 10), rng.gauss(56, 6))))))
    own = trade.one(rng)
    education = _education(rng, own, today.year - age)
    # Most spells are short and some are long.
    since = today - timedelta(days=min(1500, 3 + int(rng.lognormvariate(4.7, 0.9))))
    jobs = _jobs(rng, own, trade, education.ended_year, since)
    wishes = [own.slug] if rng.random() < 0.8 else [_other(rng, own, trade).slug]
    while len(wishes) < 1 + (rng.random() < 0.45):
        other = _other(rng, own, trade).slug
        if other in wishes:
            break
        wishes.append(other)
    readiness = rng.betavariate(5, 2) - max(0, age - 45) * 0.008
    hours = (37, 37) if rng.random() < 0.7 else rng.choice(((15, 25), (20, 30), (30, 37)))
    licences = {one for one in own.licences if rng.random() < 0.6}
    if rng.random() < min(0.9, 0.35 + age / 90):
        licences.add("kørekort til bil (kategori B)")
    levels = _levels_of(rng, tongues)
    codes = sorted({code for one in licences for code in _codes(one)})
    driving = set(codes) & {*NO_DRIVING}
    return Citizen(
        first_name=first,
        last_name=last,
        birth_year=today.year - age,
        place=place,
        jobs=jobs,
        education=education,
        skills=tuple(rng.sample(own.skills, min(len(own.skills), rng.randint(2, 5)))),
        wishes=tuple(wishes),
        max_km=rng.choice(_KM),
        hours=hours,
        languages=tongues,
        licences=tuple(sorted(licences)),
        tongues=levels,
        only_tongues=levels.get("da") == "basic" and rng.random() < 0.3,
        licence_codes=tuple(codes),
        lacks_licences=() if driving or rng.random() < 0.4 else NO_DRIVING,
        digital_readiness=round(min(1.0, max(0.05, readiness)), 2),
        unemployed_since=since,
    )


def _named(rng: random.Random) -> tuple[str, str, tuple[str, ...]]:
    """Return first name, last name and languages."""
    names = words.names()
    woman = rng.random() < 0.5
    draw = rng.random()
    for origin, weight in names.minority_weights.items():
        draw -= weight
        if draw < 0:
            group = names.minorities[origin]
            first = rng.choice(group["women" if woman else "men"])
            return first, rng.choice(group["last"]), (*group["language"], "dansk", "engelsk")
    first = rng.choice(names.first_women if woman else names.first_men)
    last = rng.choice(names.last_danish)
    if rng.random() < 0.2:
        last = f"{rng.choice(names.last_danish[20:])} {last}"
    tongues = ("dansk", "engelsk") if rng.random() < 0.88 else ("dansk",)
    return first, last, (*tongues, "tysk") if rng.random() < 0.2 else tongues


def _levels_of(rng: random.Random, tongues: Sequence[str]) -> dict[str, str]:
    """Return how well someone knows each language: the first from home, the others as it comes."""
    levels = {_TONGUES[tongues[0]]: "fluent"}
    for tongue in tongues[1:]:
        weights = (0.3, 0.45, 0.25) if tongue == "dansk" else (0.35, 0.5, 0.15)
        levels[_TONGUES[tongue]] = rng.choices(("basic", "working", "fluent"), weights)[0]
    return levels


@lru_cache(maxsize=200)
def _codes(licence: str) -> tuple[str, ...]:
    """Return the codes of a licence as the importer reads it in an advertisement."""
    return tuple(one.code for one in requirements.find(licence) if one.kind == "licence")


def _education(rng: random.Random, own: Occupation, born: int) -> Schooling:
    levels = _LEVELS.get(own.isco[0], _LEVELS["9"])
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
    return Schooling(titles[level], level, born + _GRADUATES[level] + rng.randint(0, 4))


def _other(rng: random.Random, own: Occupation, trade: Weighted[Occupation]) -> Occupation:
    """Return other work that this person could have had: near her own, or open to anyone."""
    for _ in range(40):
        other = trade.one(rng)
        near = other.sector == own.sector and other.isco[0] >= own.isco[0]
        if near or (other.isco[0] in "589" and not other.education):
            return other
    return own


def _jobs(
    rng: random.Random, own: Occupation, trade: Weighted[Occupation], graduated: int, until: date
) -> tuple[Job, ...]:
    """Return the jobs, newest first, without overlaps and not before the education ended."""
    jobs: list[Job] = []
    end = until
    sectors = words.sectors()
    for _ in range(rng.randint(1, 5)):
        began = end - timedelta(days=int(rng.lognormvariate(6.5, 0.8)) + 60)
        if began.year < graduated:
            break
        held = own if rng.random() < 0.7 else _other(rng, own, trade)
        employer = invented_name(rng, sectors[held.voice])
        jobs.append(Job(held.slug, capital(held.da), employer, began, end))
        end = began - timedelta(days=rng.choice((1, 1, 20, 90, 200)))
    return tuple(jobs)


def home_town(citizen: Citizen) -> str:
    """Return the town she says that she lives in."""
    return noise.town(citizen.place.city)
