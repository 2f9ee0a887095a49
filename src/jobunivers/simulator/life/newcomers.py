# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who becomes unemployed: a person of the generators, what is true of her, and her own profile."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache, lru_cache

import numpy as np
from numpy.typing import NDArray

from jobunivers.foundation.places import queries as places
from jobunivers.foundation.taxonomy import meaning
from jobunivers.rooms.journey import actions as journey
from jobunivers.rooms.journey import queries as journey_queries
from jobunivers.simulator import words
from jobunivers.simulator.compose import capital
from jobunivers.simulator.life.record import NEVER, PERSON, Rows
from jobunivers.simulator.people import Citizen, draft, finished, home_town
from jobunivers.simulator.truth import DANISH, EDUCATION, Floats, Truth, baseline
from jobunivers.simulator.words import Occupation
from jobunivers.simulator.world import Place, Weighted, all_places

_MOST_WEEKS = 208
_CANDIDATES = 12  # draws of what nobody sees, among which a long spell chooses
# Whose names employers answer less: those of the correspondence experiment.
_MINORITY = frozenset({"arabic", "turkish", "somali", "iranian"})
_OPENINGS = (
    "Jeg har mest erfaring som {own}", "Jeg har arbejdet som {own} i nogle år",
    "Jeg er glad for arbejdet som {own}", "Jeg vil gerne tilbage til arbejdet som {own}",
    "Mit fag er {own}", "Jeg kan bedst lide at være {own}",
)  # fmt: skip
_TURNS = (
    "og er god til {skill}", "og er især stærk i {skill}", "og har lært {skill}",
    "og kan {skill}", "og holder af {skill}",
)  # fmt: skip
_WANTS = (
    "Jeg søger helst noget tæt på {city}.", "Jeg kan begynde med det samme.",
    "Jeg vil gerne lære noget nyt.", "Jeg møder til tiden og siger til, hvis noget driller.",
    "Faste tider vil passe mig bedst.", "Jeg tager gerne et vikariat.",
    "Et sted med gode kolleger betyder mest.", "",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Made:
    """A new person: as the generators made her, and her row of the record."""

    citizen: Citizen
    row: Rows  # PERSON[1]


def person(seed: int, code: str, number: int, today: date, since: date) -> Citizen:
    """Return the kommune's simulated person of a number; always the same one."""
    rng = random.Random(f"{seed}/{code}/{number}")
    one = draft(rng, today, homes(code).one(rng), trades())
    grown = one.born_on + timedelta(days=18 * 366)
    return finished(rng, one, trades(), since=max(since, min(grown, today - timedelta(days=1))))


def again(seed: int, code: str, row: Rows) -> Citizen:
    """Return the person of a row of the record, as she was made."""
    today, since = (date.fromordinal(int(row[name])) for name in ("registered", "since"))
    return person(seed, code, int(row["number"]), today, since)


def make(truth: Truth, seed: int, code: str, number: int, *, today: date, fresh: bool) -> Made:
    """Return a new person of the kommune.

    Args:
        truth: what is true.
        seed: of the whole simulation.
        code: the kommune's.
        number: hers, from 0.
        today: when she comes.
        fresh: she has just lost her work; otherwise she has been out for as long as those are whom
            one meets on any day, and what nobody sees of her goes with it.
    """
    rng = np.random.default_rng([seed, int(code), number])
    frailty, ill = _unseen(truth, rng)
    if fresh:
        frailty, ill = frailty[:1], ill[:1]
        since = today - timedelta(days=int(rng.integers(0, 8)))
    else:
        chosen, since = _met(truth, frailty, ill, today, rng)
        frailty, ill = frailty[chosen : chosen + 1], ill[chosen : chosen + 1]
    citizen = person(seed, code, number, today, since)
    row = _row(citizen, truth, number, today, rng)
    row["frailty"], row["ill_for_long"] = frailty, ill
    return Made(citizen, row)


def _unseen(truth: Truth, rng: np.random.Generator) -> tuple[Floats, NDArray[np.bool_]]:
    """Return what nobody sees of some who might be she."""
    how = truth.leaving
    frailty = rng.normal(0.0, how.frailty, _CANDIDATES)
    ill = rng.random(_CANDIDATES) < how.ill_for_long_share
    return frailty, ill


def _met(
    truth: Truth,
    frailty: Floats,
    ill: NDArray[np.bool_],
    today: date,
    rng: np.random.Generator,
) -> tuple[int, date]:
    """Return which of the candidates is met on any day, and since when she is out of work.

    Who stays longer is met more often: both are drawn by the share who would still be there.
    """
    better = np.exp(frailty + truth.leaving.ill_for_long * ill)
    weekly = np.minimum(baseline(truth, np.arange(_MOST_WEEKS))[None, :] * better[:, None], 0.5)
    there = np.cumprod(1 - weekly, axis=1)
    chances = there.ravel() / there.sum()
    chosen, after = divmod(int(rng.choice(len(chances), p=chances)), _MOST_WEEKS)
    return chosen, today - timedelta(days=7 * after + int(rng.integers(0, 7)))


def _row(
    citizen: Citizen, truth: Truth, number: int, today: date, rng: np.random.Generator
) -> Rows:
    row = np.zeros(1, dtype=PERSON)
    lat, lon = spot(citizen.place)
    level = citizen.education.level
    ways = truth.behaviour
    values: dict[str, object] = {
        "number": number,
        "registered": today.toordinal(),
        "since": citizen.unemployed_since.toordinal(),
        "began": citizen.unemployed_since.toordinal(),
        "ended": NEVER,
        "born": citizen.born_on.toordinal(),
        "education": EDUCATION.index(level) if level in EDUCATION else 0,
        "trade": int(citizen.own.isco[0]),
        "earlier": len(citizen.earlier),
        "readiness": citizen.digital_readiness,
        "danish": DANISH.index(citizen.tongues.get("da", "basic")),
        "woman": citizen.sex == "woman",
        "minority": citizen.origin in _MINORITY,
        "effort": rng.normal(0.0, ways.effort_spread),
        "reader": rng.random() < ways.reads_lists,
        "lat": lat + rng.normal(0, 0.008),
        "lon": lon + rng.normal(0, 0.014),
        "km": citizen.max_km,
        "isco": int(citizen.own.isco),
        "wish": _isco(citizen.wishes[0], citizen.own),
        "login": NEVER,
        "helped": NEVER,
        "nudged": NEVER,
        "offer_ended": NEVER,
    }
    for name, value in values.items():
        row[name] = value
    return row


# -- what she tells of herself, part by part -------------------------------------------------------


def part(citizen: Citizen, row: Rows, at: datetime, number: int) -> journey.FilledIn:
    """Return one part of her profile, as she fills it in at a time: 0 … 4."""
    told: dict[str, object] = {"citizen_id": int(row["citizen"]), "at": at}
    if number == 0:
        told["basics"] = basics(citizen, row)
    elif number == 1:
        told["abilities"] = journey.Abilities(
            languages=dict(citizen.tongues),
            only_languages=citizen.only_tongues,
            licences=citizen.licence_codes,
            lacks_licences=citizen.lacks_licences,
        )
        told["education"] = [_education(citizen)]
    elif number == 2:
        told["experience"] = _experience(citizen)
    elif number == 3:
        told["competences"] = [named(words_) for words_ in dict.fromkeys(citizen.skills)]
    else:
        told["wishes"] = [_wish(slug) for slug in dict.fromkeys(citizen.wishes)]
    return journey.FilledIn(**told)  # type: ignore[arg-type]  # each of its own kind


def basics(citizen: Citizen, row: Rows) -> journey.Basics:
    """Return where she lives and what she wants, in words of her own."""
    rng = random.Random(f"{citizen.name}/{int(row['number'])}")
    low, high = citizen.hours
    opening = rng.choice(_OPENINGS).format(own=citizen.own.da)
    turn = rng.choice(_TURNS).format(skill=rng.choice(citizen.skills)) if citizen.skills else ""
    wants = rng.choice(_WANTS).format(city=home_town(citizen))
    return journey.Basics(
        summary=f"{opening} {turn}. {wants}".replace(" .", ".").strip(),
        postal_code=citizen.place.postal_code,
        city=home_town(citizen),
        kommune_code=citizen.place.municipality_code,
        latitude=round(float(row["lat"]), 4),
        longitude=round(float(row["lon"]), 4),
        max_km=citizen.max_km,
        hours_min=float(low),
        hours_max=float(high),
    )


def named(phrase: str) -> journey.Named:
    """Return a skill in her words, with the concept that fits."""
    return journey.Named(words=capital(phrase)[:120], uri=_skill(phrase))


def learnable(citizen: Citizen, learned: int) -> journey.Named:
    """Return what she learns next: something her trade asks for, which she lacked."""
    more = [one for one in citizen.own.skills if one not in citizen.skills]
    return named(more[learned % len(more)] if more else f"kursus {learned + 1}: {citizen.own.da}")


def _education(citizen: Citizen) -> journey.EducationEntry:
    school = citizen.education
    return journey.EducationEntry(
        title=school.title[:200],
        level=journey_queries.education_level(school.level),
        ended_year=school.ended_year,
    )


def _experience(citizen: Citizen) -> list[journey.ExperienceEntry]:
    return [
        journey.ExperienceEntry(
            title=job.title,
            employer=job.employer,
            occupation_uri=f"urn:jobunivers:occupation:{job.occupation}",
            started_on=job.started_on,
            ended_on=job.ended_on,
        )
        for job in citizen.jobs
    ]


def _wish(slug: str) -> journey.Named:
    one = _by_slug().get(slug)
    label = capital(one.da) if one else slug
    return journey.Named(words=label, uri=f"urn:jobunivers:occupation:{slug}")


def _isco(slug: str, own: Occupation) -> int:
    return int(_by_slug().get(slug, own).isco)


@cache
def _by_slug() -> dict[str, Occupation]:
    return {one.slug: one for one in words.occupations()}


@lru_cache(maxsize=5_000)
def _skill(phrase: str) -> str:
    return meaning.skill_meant(phrase)


@cache
def trades() -> Weighted[Occupation]:
    """Return the occupations people come from, by weight."""
    them = words.occupations()
    return Weighted(them, [one.weight for one in them])


@cache
def homes(code: str) -> Weighted[Place]:
    """Return where people of a kommune live."""
    there: Sequence[Place] = [one for one in all_places() if one.municipality_code == code]
    if not there:
        raise ValueError(f"no places of kommune {code} are known")
    return Weighted(there, [place.weight for place in there])


@lru_cache(maxsize=2_000)
def spot(place: Place) -> tuple[float, float]:
    """Return where a postal district is, latitude and longitude."""
    found = places.locate(postal_code=place.postal_code, city=place.city)
    return (found.lat or 56.0, found.lon or 10.0)
