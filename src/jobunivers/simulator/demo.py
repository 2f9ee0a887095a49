# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Fill the demo through the rooms' doors: two kommuner, vacancies, and people to log in as."""

import random
import tomllib
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from zoneinfo import ZoneInfo

from jobunivers.foundation.tenancy import actions as tenancy_actions
from jobunivers.foundation.tenancy import queries as tenancy
from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity import actions as identity_actions
from jobunivers.identity import queries as identity
from jobunivers.identity.models import Assurance, Role
from jobunivers.integrations.jobads.records import BadRecord, Outcome
from jobunivers.rooms.journey import actions as journey
from jobunivers.rooms.journey import queries as journey_queries
from jobunivers.rooms.tailored import actions as tailored
from jobunivers.rooms.vacancies import actions as vacancies
from jobunivers.simulator import first_meetings
from jobunivers.simulator.compose import capital
from jobunivers.simulator.kommuner import DEMO_KOMMUNER, DemoKommune
from jobunivers.simulator.people import NO_DRIVING
from jobunivers.simulator.vacancies import advertisements, source_of
from jobunivers.simulator.words import TEXTS, occupations
from jobunivers.simulator.world import leaning_towards

VACANCIES = 3_000
SEED = 20_260_101  # any number; the same one makes the same demo
_HERE = ZoneInfo("Europe/Copenhagen")
_SOURCES = {"opslagstavlen": "Opslagstavlen (demo)", "samlesiden": "Samlesiden (demo)"}
Progress = Callable[[str], None]


def fill(*, at: datetime, progress: Progress, count: int = VACANCIES) -> None:
    """Open the demo's kommuner and fill them; what is there already is left alone.

    The starter taxonomy and places must have been loaded: the importer needs them.
    """
    progress("Opening two kommuner …")
    opened = [_open(kommune, at=at) for kommune in DEMO_KOMMUNER]
    opened.append(tenancy_actions.ensure_national(at=at))
    progress(f"Writing {count} advertisements …")
    _vacancies(count, at=at, progress=progress)
    vacancies.bring_index_up_to_date(at=at)
    # The people come last: when the national administrator is there, everything is.
    progress("Inviting people …")
    people = _personas()
    for municipality in opened:
        _people(municipality, [one for one in people if one["kommune"] == municipality.code], at)
        with working_for(municipality.pk):
            first_meetings.open_times(kommune=municipality.name, at=at)
    progress("Finding jobs for them …")
    tailored.bring_world_up_to_date(at=at, wait=True)
    tailored.match_everybody(at=at)


def is_filled() -> bool:
    """Return whether a fill has been finished."""
    national = tenancy.national()
    if national is None:
        return False
    with working_for(national.pk):
        return identity.personas().exists()


def _open(kommune: DemoKommune, *, at: datetime) -> Municipality:
    known = tenancy.by_code(kommune.code)
    if known is not None and known.opened_at is not None:
        return known
    municipality = tenancy_actions.open_municipality(
        code=kommune.code, name=kommune.name, slug=kommune.slug, at=at
    )
    tenancy_actions.save_appearance(
        municipality=municipality,
        appearance=tenancy_actions.Appearance(
            name=kommune.name,
            primary_colour=kommune.primary_colour,
            accent_colour=kommune.accent_colour,
            headline_da=kommune.headline_da,
            headline_en=kommune.headline_en,
            welcome_da=kommune.welcome_da,
            welcome_en=kommune.welcome_en,
        ),
        at=at,
    )
    return municipality


def _vacancies(count: int, *, at: datetime, progress: Progress) -> None:
    places = leaning_towards({kommune.code: kommune.share for kommune in DEMO_KOMMUNER})
    today = at.astimezone(_HERE).date()
    by_source: dict[str, list[Outcome]] = {code: [] for code in _SOURCES}
    for record in advertisements(random.Random(SEED), count, today=today, places=places):
        by_source[source_of(record)].append(record)
    by_source["samlesiden"] += _broken(len(by_source["samlesiden"]))
    for code, records in by_source.items():
        source = vacancies.ensure_source(
            code=code,
            name=_SOURCES[code],
            record_format="simulator",
            licence="EUPL-1.2",
            attribution="Opdigtede opslag, skrevet af simulatoren.",
            at=at,
        )
        vacancies.import_records(
            source=source,
            records=records,
            at=at,
            progress=lambda so_far: progress(f"  {so_far.read} read"),
        )


def _broken(read: int) -> list[BadRecord]:
    """Return two records as real sources send them now and then: somebody has to mend them."""
    cut = '{"source_id": "demo-afbrudt", "title": "Tjener til weekender", "description": "Vi sø'
    untitled = '{"source_id": "demo-uden-titel", "title": "", "description": "Ring og hør mere."}'
    return [
        BadRecord(
            position=read + 1,
            reason="truncated",
            detail="The record ends in the middle of a text.",
            original=cut,
        ),
        BadRecord(
            position=read + 2,
            reason="no_title",
            detail="The record has no title.",
            original=untitled,
            source_id="demo-uden-titel",
        ),
    ]


def _personas() -> Sequence[Mapping[str, object]]:
    with (TEXTS / "personas.toml").open("rb") as file:
        return list(tomllib.load(file)["persona"])


def _people(
    municipality: Municipality, people: Sequence[Mapping[str, object]], at: datetime
) -> None:
    with working_for(municipality.pk):
        known = {persona.person.name for persona in identity.personas()}
        for order, one in enumerate(people, start=1):
            if one["name"] in known:
                continue
            person = identity_actions.add_persona(
                name=str(one["name"]),
                role=Role(str(one["role"])),
                story_da=str(one["story_da"]),
                story_en=str(one["story_en"]),
                assurance=Assurance(str(one["assurance"])),
                order=order,
                at=at,
            )
            if "summary" in one:
                _profile(person.pk, one, municipality.code, at)


def _profile(citizen_id: int, one: Mapping[str, object], code: str, at: datetime) -> None:
    profile = journey.ensure_profile(citizen_id=citizen_id, at=at)
    low, high = _list(one["hours"])
    journey.save_basics(
        profile=profile,
        basics=journey.Basics(
            summary=str(one["summary"]),
            postal_code=str(one["postal_code"]),
            city=str(one["city"]),
            kommune_code=code,
            latitude=float(str(one["latitude"])),
            longitude=float(str(one["longitude"])),
            max_km=int(str(one["max_km"])),
            hours_min=float(str(low)),
            hours_max=float(str(high)),
            wants_remote=bool(one.get("remote")),
        ),
        at=at,
    )
    journey.save_abilities(profile=profile, abilities=_abilities(one), at=at)
    for job in _list(one["jobs"]):
        slug, title, employer, began, ended = (str(part) for part in _list(job))
        entry = journey.ExperienceEntry(
            title=title,
            employer=employer,
            occupation_uri=_occupation(slug),
            started_on=date.fromisoformat(began),
            ended_on=date.fromisoformat(ended) if ended else None,
        )
        journey.add_experience(profile=profile, entry=entry, at=at)
    trained, level, year = _list(one["education"])
    journey.add_education(
        profile=profile,
        entry=journey.EducationEntry(
            title=str(trained),
            level=journey_queries.education_level(str(level)),
            ended_year=int(str(year)),
        ),
        at=at,
    )
    skills = [
        journey.Named(words=str(words), uri=f"urn:jobunivers:skill:{slug}")
        for words, slug in map(_list, _list(one["skills"]))
    ]
    journey.add_competences(profile=profile, named=skills, at=at)
    for wish in map(str, _list(one["wishes"])):
        named = journey.Named(words=_wish(wish), uri=_occupation(wish))
        journey.add_wish(profile=profile, named=named, at=at)


def _abilities(one: Mapping[str, object]) -> journey.Abilities:
    """Return what a persona says of languages and licences."""
    languages = one.get("languages", {})
    assert isinstance(languages, dict)
    driving = one.get("driving", True)
    licences = [str(code) for code in _list(one.get("licences", []))]
    return journey.Abilities(
        languages={str(code): str(level) for code, level in languages.items()},
        only_languages=bool(one.get("only_languages")),
        licences=licences,
        lacks_licences=() if driving else NO_DRIVING,
    )


def _wish(slug: str) -> str:
    return next((capital(one.da) for one in occupations() if one.slug == slug), slug)


def _occupation(slug: str) -> str:
    return f"urn:jobunivers:occupation:{slug}"


def _list(value: object) -> list[object]:
    assert isinstance(value, list)
    return value
