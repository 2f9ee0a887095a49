# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Citizens of the simulated Denmark: who they are, what they have done and what they want.

Their papers (CPR number, address, telephone) are in `population.papers`.
"""

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from jobunivers.science import requirements
from jobunivers.simulator import noise, words
from jobunivers.simulator.population import careers, names
from jobunivers.simulator.population.careers import Job, Out, Schooling
from jobunivers.simulator.population.names import Sex
from jobunivers.simulator.words import Occupation
from jobunivers.simulator.world import Place, Weighted, all_places

__all__ = ["Citizen", "Draft", "Job", "Out", "Schooling", "citizens", "draft", "finished"]

_TONGUES = {
    "dansk": "da", "engelsk": "en", "tysk": "de", "arabisk": "ar", "tyrkisk": "tr", "polsk": "pl",
    "somali": "so", "ukrainsk": "uk", "rumænsk": "ro", "vietnamesisk": "vi", "farsi": "fa",
    "bosnisk": "bs", "grønlandsk": "kl",
}  # fmt: skip
NO_DRIVING = ("A", "B", "C", "D", "E", "taxi", "cpc")
_NEVER = 0.01  # nobody draws for ever, whatever the trades are
_KM = (5, 10, 15, 20, 30, 30, 40, 50, 75)


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """Somebody as she is known before her working life is told."""

    first_name: str
    last_name: str
    sex: Sex  # like origin: for measuring fairness, never for anything that ranks
    origin: str
    born_on: date
    place: Place
    own: Occupation
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Citizen(Draft):
    """Someone who seeks work."""

    jobs: tuple[Job, ...]  # newest first
    earlier: tuple[Out, ...]  # earlier times out of work, newest first
    unemployed_since: date

    @property
    def name(self) -> str:
        """Return the full name."""
        return f"{self.first_name} {self.last_name}"

    @property
    def birth_year(self) -> int:
        """Return the year she was born."""
        return self.born_on.year


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
        one = draft(rng, today, homes.one(rng), trade)
        # Most spells are short and some are long.
        days = min(1500, 3 + int(rng.lognormvariate(4.7, 0.9)))
        grown = one.born_on + timedelta(days=18 * 366)
        since = max(today - timedelta(days=days), min(grown, today - timedelta(days=1)))
        yield finished(rng, one, trade, since=since)


def draft(rng: random.Random, today: date, place: Place, trade: Weighted[Occupation]) -> Draft:
    """Return somebody who lives there, of working age, without her working life."""
    # Ages 18-66, more of the young and of those past fifty: an assumption, as unemployment goes.
    age = min(66, max(18, int(rng.choice((rng.gauss(28, 6), rng.gauss(41, 10), rng.gauss(56, 6))))))
    born_on = date(today.year - age, 1, 1) + timedelta(days=int(rng.random() * 365))
    name = names.draw(rng, born_on.year)
    own = trade.one(rng)
    while not careers.can_have_learnt(own, age) and rng.random() > _NEVER:
        own = trade.one(rng)
    wishes = [own.slug] if rng.random() < 0.8 else [careers.near(rng, own, trade).slug]
    while len(wishes) < 1 + (rng.random() < 0.45):
        other = careers.near(rng, own, trade).slug
        if other in wishes:
            break
        wishes.append(other)
    readiness = rng.betavariate(5, 2) - max(0, age - 45) * 0.008
    hours = (37, 37) if rng.random() < 0.7 else rng.choice(((15, 25), (20, 30), (30, 37)))
    licences = {one for one in own.licences if rng.random() < 0.6}
    if rng.random() < min(0.9, 0.35 + age / 90):
        licences.add("kørekort til bil (kategori B)")
    levels = _levels_of(rng, name.tongues)
    codes = sorted({code for one in licences for code in _codes(one)})
    driving = set(codes) & {*NO_DRIVING}
    return Draft(
        first_name=name.first,
        last_name=name.last,
        sex=name.sex,
        origin=name.origin,
        born_on=born_on,
        place=place,
        own=own,
        education=careers.schooling(rng, own, born_on.year, today.year - 1),
        skills=tuple(rng.sample(own.skills, min(len(own.skills), rng.randint(2, 5)))),
        wishes=tuple(wishes),
        max_km=rng.choice(_KM),
        hours=hours,
        languages=name.tongues,
        licences=tuple(sorted(licences)),
        tongues=levels,
        only_tongues=levels.get("da") == "basic" and rng.random() < 0.3,
        licence_codes=tuple(codes),
        lacks_licences=() if driving or rng.random() < 0.4 else NO_DRIVING,
        digital_readiness=round(min(1.0, max(0.05, readiness)), 2),
    )


def finished(
    rng: random.Random,
    one: Draft,
    trade: Weighted[Occupation],
    *,
    since: date,
    out: Sequence[Out] | None = None,
) -> Citizen:
    """Return her with the working life that ended `since`; `out` as `careers.history` takes it."""
    jobs, earlier = careers.history(
        rng, one.own, trade, born=one.born_on.year, graduated=one.education.ended_year,
        until=since, out=out,
    )  # fmt: skip
    told = {name: getattr(one, name) for name in _DRAFT}
    return Citizen(**told, jobs=jobs, earlier=earlier, unemployed_since=since)


_DRAFT = tuple(Draft.__dataclass_fields__)


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


def home_town(citizen: Citizen) -> str:
    """Return the town she says that she lives in."""
    return noise.town(citizen.place.city)
