# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A CV before it is laid out: what a citizen would tell of herself, in Danish or English."""

import random
from dataclasses import dataclass
from datetime import date

from jobunivers.simulator import noise
from jobunivers.simulator.compose import capital
from jobunivers.simulator.people import Citizen
from jobunivers.simulator.population import summaries
from jobunivers.simulator.population.careers import Schooling
from jobunivers.simulator.population.names import one
from jobunivers.simulator.population.papers import Papers

LANGUAGES = {
    "da": ("dansk", "Danish"), "en": ("engelsk", "English"), "de": ("tysk", "German"),
    "ar": ("arabisk", "Arabic"), "tr": ("tyrkisk", "Turkish"), "pl": ("polsk", "Polish"),
    "so": ("somali", "Somali"), "uk": ("ukrainsk", "Ukrainian"), "ro": ("rumænsk", "Romanian"),
    "vi": ("vietnamesisk", "Vietnamese"), "fa": ("farsi", "Persian"), "bs": ("bosnisk", "Bosnian"),
    "kl": ("grønlandsk", "Greenlandic"),
}  # fmt: skip
_LEVELS_EN = {
    "primary": "Compulsory school", "upper_secondary": "Upper secondary school",
    "vocational": "Vocational education", "course": "Training course",
    "short": "Academy profession degree", "bachelor": "Professional bachelor's degree",
    "master": "Master's degree",
}  # fmt: skip
_SCHOOLS = {
    "primary": "{town} Skole", "upper_secondary": "{town} Gymnasium",
    "vocational": "Erhvervsskolen {town}", "course": "AMU-centret i {town}",
    "short": "Erhvervsakademi {town}", "bachelor": "Professionshøjskolen i {town}",
    "master": "Universitetet i {town}",
}  # fmt: skip
_LARGE_TOWNS = ("Aarhus", "Odense", "Aalborg", "Esbjerg", "Roskilde", "Vejle", "Viborg", "Næstved")
_HIGHER = frozenset({"short", "bachelor", "master"})


@dataclass(frozen=True, slots=True)
class CvJob:
    """A job as a CV tells it; no end means that it lasts."""

    title: str
    employer: str
    town: str
    began: date
    ended: date | None
    description: str


@dataclass(frozen=True, slots=True)
class CvSchool:
    """An education or school."""

    title: str
    level: str
    place: str
    ended: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Cv:
    """Everything that a CV may tell."""

    language: str  # "da" or "en"
    name: str
    papers: Papers
    born_on: date
    summary: str
    wish: str
    jobs: tuple[CvJob, ...]  # newest first
    gaps: tuple[tuple[date, date | None], ...]  # times out of work that she tells of
    schools: tuple[CvSchool, ...]  # newest first
    skills: tuple[str, ...]
    tongues: tuple[tuple[str, str], ...]  # ISO 639-1 and level
    licences: tuple[str, ...]
    licence_codes: tuple[str, ...]
    other: str


def cv(rng: random.Random, citizen: Citizen, papers: Papers, language: str = "") -> Cv:
    """Return what she tells; the language is the one she writes in unless it is given."""
    language = language or summaries.language_of(citizen)
    known, danish = summaries.occupations(), language == summaries.DANISH
    wish = known[citizen.wishes[0]]
    town = noise.town(citizen.place.city)
    jobs = tuple(
        CvJob(
            title=job.title if danish else capital(known[job.occupation].en),
            employer=job.employer,
            town=town if rng.random() < 0.6 else one(rng, _LARGE_TOWNS),
            began=job.started_on,
            ended=job.ended_on,
            description=summaries.of_job(rng, job, language),
        )
        for job in citizen.jobs
    )
    tells = rng.random() < 0.5
    gaps: list[tuple[date, date | None]] = []
    if tells:
        gaps = [(out.began_on, out.ended_on) for out in citizen.earlier]
        gaps.append((citizen.unemployed_since, None))
    skills = citizen.skills if danish or not citizen.own.en_skills else citizen.own.en_skills[:5]
    return Cv(
        language=language,
        name=citizen.name,
        papers=papers,
        born_on=citizen.born_on,
        summary=summaries.summary(rng, citizen, language),
        wish=capital(wish.da if danish else wish.en),
        jobs=jobs,
        gaps=tuple(gaps),
        schools=_schools(rng, citizen, town, danish=danish),
        skills=tuple(capital(skill) for skill in skills),
        tongues=tuple(citizen.tongues.items()),
        licences=citizen.licences,
        licence_codes=citizen.licence_codes,
        other=one(rng, summaries.phrases(language)["other"]) if rng.random() < 0.45 else "",
    )


def _schools(
    rng: random.Random, citizen: Citizen, town: str, *, danish: bool
) -> tuple[CvSchool, ...]:
    found = [_school(rng, citizen.education, town, danish=danish)]
    born = citizen.born_on.year
    if citizen.education.level in _HIGHER and rng.random() < 0.7:
        title = one(rng, ("Studentereksamen", "Hf", "Hhx", "Htx"))
        earlier = Schooling(title, "upper_secondary", born + 19)
        found.append(_school(rng, earlier, town, danish=danish))
    if citizen.education.level != "primary" and rng.random() < 0.5:
        earlier = Schooling("Folkeskolens afgangsprøve", "primary", born + 16)
        found.append(_school(rng, earlier, town, danish=danish))
    return tuple(found)


def _school(rng: random.Random, told: Schooling, town: str, *, danish: bool) -> CvSchool:
    where = one(rng, _LARGE_TOWNS) if told.level in _HIGHER else town
    title = told.title if danish else _LEVELS_EN[told.level]
    return CvSchool(title, told.level, _SCHOOLS[told.level].format(town=where), told.ended_year)


def tongue(code: str, language: str) -> str:
    """Return a language's name in the language of the CV."""
    return LANGUAGES[code][0 if language == summaries.DANISH else 1]
