# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The people of the demo whom one can log in as: their stories, profiles and past."""

import random
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

from jobunivers.foundation.events import actions as events
from jobunivers.foundation.notices import actions as notices
from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity import actions as identity_actions
from jobunivers.identity import queries as identity
from jobunivers.identity.models import Assurance, Role
from jobunivers.rooms.entrance import actions as entrance
from jobunivers.rooms.journey import actions as journey
from jobunivers.rooms.journey import queries as journey_queries
from jobunivers.rooms.marketplace import queries as marketplace
from jobunivers.rooms.segmentation import actions as segmentation
from jobunivers.rooms.vacancies import actions as vacancies
from jobunivers.rooms.vendors import actions as vendors
from jobunivers.rooms.vendors.queries import Rank
from jobunivers.simulator.compose import capital
from jobunivers.simulator.life.scene import HERE, moment
from jobunivers.simulator.people import NO_DRIVING, Citizen, citizens
from jobunivers.simulator.population import cv_files
from jobunivers.simulator.population.cv import cv
from jobunivers.simulator.population.papers import Papers, papers
from jobunivers.simulator.words import TEXTS, occupations
from jobunivers.simulator.world import all_places

Persona = Mapping[str, object]
_CAPACITY = 30  # citizens of a personal consultant of the demo


def personas() -> list[Persona]:
    """Return everybody as the texts tell of them, with `order`, their place in the list."""
    with (TEXTS / "personas.toml").open("rb") as file:
        read: Sequence[Persona] = tomllib.load(file)["persona"]
    return [{**one, "order": order} for order, one in enumerate(read, start=1)]


def invite(municipality: Municipality, people: Sequence[Persona], *, at: datetime) -> None:
    """Add those of the people who are the kommune's and not there yet; nobody is told of them."""
    with working_for(municipality.pk), events.quietly():
        known = {persona.person.name for persona in identity.personas()}
        for one in people:
            if one["kommune"] == municipality.code and one["name"] not in known:
                _invite(one, municipality.code, at)


def _invite(one: Persona, code: str, at: datetime) -> None:
    here_since = at - timedelta(weeks=_number(one, "weeks_out"))
    role = Role(str(one["role"]))
    born = date.fromisoformat(str(one["born_on"])) if "born_on" in one else None
    newcomer = identity_actions.Newcomer(
        name=str(one["name"]), role=role, at=here_since, born_on=born
    )
    (person,) = identity_actions.add_people(newcomers=[newcomer])
    identity_actions.give_story(
        person_id=person.pk,
        story_da=str(one["story_da"]),
        story_en=str(one["story_en"]),
        assurance=Assurance(str(one["assurance"])),
        order=_number(one, "order"),
    )
    if role == Role.VENDOR:
        _join_firm(person.pk, one, at)
    if role == Role.CONSULTANT:
        segmentation.set_caseload(staff_id=person.pk, capacity=_CAPACITY, at=at)
    if role == Role.CITIZEN:
        began = (here_since - timedelta(days=1)).astimezone(HERE).date()
        teller = journey.Teller.CASE_SYSTEM
        journey.begin_spell(citizen_id=person.pk, began_on=began, told_by=teller, at=here_since)
    if "summary" in one:
        _profile(person.pk, one, code, here_since)
    _past(person.pk, one, at)


def _join_firm(person_id: int, one: Persona, at: datetime) -> None:
    """Let a persona act for the firm her text names."""
    vendor = marketplace.vendor_by_key(str(one["firm"]))
    if vendor is None:
        raise ValueError(f"no firm {one['firm']} for {one['name']}")
    rank = Rank(str(one["rank"]))
    first = str(one["name"]).partition(" ")[0].lower()
    vendors.add_member(
        vendor=vendor,
        person_id=person_id,
        email=f"{first}@{vendor.key}.example",
        rank=rank,
        at=at,
    )


def _number(one: Persona, name: str) -> int:
    return int(str(one.get(name, 0)))


def _past(citizen_id: int, one: Persona, at: datetime) -> None:
    """Let a persona have been here on some days, and applied on some of them."""
    today = at.astimezone(HERE).date()
    days = [int(str(ago)) for ago in _list(one.get("visits", []))]
    identity_actions.note_logins(
        logins=[
            identity_actions.Login(
                person_id=citizen_id,
                role=Role.CITIZEN,
                at=moment(today - timedelta(days=ago), 9.5),
            )
            for ago in sorted(days, reverse=True)
        ]
    )
    for told in _list(one.get("applied", [])):
        ago, title, employer = _list(told)
        day = today - timedelta(days=int(str(ago)))
        entry = vacancies.ApplicationEntry(
            status=vacancies.ApplicationStatus.APPLIED,
            applied_on=day,
            title=str(title),
            employer=str(employer),
        )
        vacancies.log_application(
            citizen_id=citizen_id, vacancy_id=None, entry=entry, at=moment(day, 9.8)
        )
    _push(citizen_id, one, today)
    if "self_test" in one:
        answers = one["self_test"]
        assert isinstance(answers, dict)
        entrance.answer_self_test(
            citizen_id=citizen_id,
            actor_id=citizen_id,
            answers=answers,
            at=at - timedelta(weeks=_number(one, "weeks_out")) + timedelta(hours=1),
        )


def _push(citizen_id: int, one: Persona, today: date) -> None:
    """Let a persona have been told what her saved search found, on some days."""
    days = [int(str(ago)) for ago in _list(one.get("pushed", []))]
    if not days:
        return
    name = _wish(str(_list(one["wishes"])[0]))
    first = moment(today - timedelta(days=max(days) + 1), 10.0)
    saved = vacancies.save_search(
        citizen_id=citizen_id, name=name, query=f"q={name.lower()}", at=first
    )
    for ago in sorted(days, reverse=True):
        day = today - timedelta(days=ago)
        told = notices.Wanted(
            person_id=citizen_id,
            kind="vacancies.search_alert",
            data={"search_id": saved.pk, "name": name, "count": 3, "vacancy_ids": []},
            path=f"job/?q={name.lower()}",
            key=f"search:{saved.pk}:{day}",
        )
        made = notices.notify_many([told], at=moment(day, 7.5))
        notices.note_sent(notice_ids=[row.pk for row in made], at=moment(day, 7.5))


def write_cvs(folder: Path, *, today: date) -> list[Path]:
    """Write the CV files that personas bring; return where they are."""
    written = []
    for one in personas():
        if "brings_cv" not in one:
            continue
        folder.mkdir(parents=True, exist_ok=True)
        rng = random.Random(str(one["name"]))
        told = cv(rng, *_paper_person(rng, one, today), language="da")
        path = folder / f"{one['brings_cv']}.pdf"
        path.write_bytes(cv_files.pdf(rng, told))
        written.append(path)
    return written


def _paper_person(rng: random.Random, one: Persona, today: date) -> tuple[Citizen, Papers]:
    """Return a working life that suits a persona, and her papers."""
    there = [place for place in all_places() if place.municipality_code == one["kommune"]]
    trade = [work for work in occupations() if work.slug == one.get("trade")]
    (drawn,) = citizens(rng, 1, today=today, places=there, occupations=trade or None)
    first, _, last = str(one["name"]).rpartition(" ")
    born = date.fromisoformat(str(one["born_on"])) if "born_on" in one else drawn.born_on
    citizen = replace(drawn, first_name=first, last_name=last)
    woman = drawn.sex == "woman"
    return citizen, papers(rng, citizen.name, citizen.place, born_on=born, woman=woman)


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
