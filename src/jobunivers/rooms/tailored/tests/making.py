# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Profiles and runs for this room's tests, made through the rooms' doors."""

from datetime import datetime, timedelta
from typing import Any

import numpy as np
from django.utils import timezone

from jobunivers.foundation.taxonomy import packed
from jobunivers.foundation.tenancy import working_for
from jobunivers.identity.models import Person
from jobunivers.rooms.journey import actions as journey
from jobunivers.rooms.journey.models import Profile
from jobunivers.rooms.tailored import actions
from jobunivers.rooms.tailored.models import RecommendationRun
from jobunivers.rooms.tailored.queries.packing import packed_records
from jobunivers.rooms.vacancies import queries as vacancies_queries
from jobunivers.rooms.vacancies.models import Vacancy
from jobunivers.science.matching import DEFAULT_MODEL, PARTS, RECORD, People
from jobunivers.science.matching import Profile as MatchedProfile

WAREHOUSE = "urn:jobunivers:occupation:lagermedarbejder"
MANAGER = "urn:jobunivers:occupation:lagerchef"
AARHUS_C: dict[str, Any] = {"postal_code": "8000", "city": "Aarhus C", "kommune_code": "0751",
            "latitude": 56.157, "longitude": 10.207}  # fmt: skip


def home(person: Person) -> int:
    """Return the row number of the person's kommune."""
    assert person.municipality_id is not None
    return person.municipality_id


def make_profile(
    person: Person, *, wish: str = MANAGER, summary: str = "", place: bool = True
) -> Profile:
    """Return a profile with a wish, a place and perhaps her own words; each may be left out."""
    now = timezone.now()
    with working_for(home(person)):
        profile = journey.ensure_profile(citizen_id=person.pk, at=now)
        basics = journey.Basics(summary=summary, **(AARHUS_C if place else {}))
        if summary or place:
            journey.save_basics(profile=profile, basics=basics, at=now)
        if wish:
            journey.add_wish(profile=profile, named=journey.Named("lagerchef", wish), at=now)
        profile.refresh_from_db()
    return profile


def recommend(person: Person, *, at: datetime | None = None) -> RecommendationRun:
    """Make the person's run."""
    with working_for(home(person)):
        return actions.recommend(citizen_id=person.pk, at=at or timezone.now())


def run_of(person: Person) -> RecommendationRun:
    """Return the person's current run."""
    with working_for(home(person)):
        return RecommendationRun.objects.get(citizen_id=person.pk, current=True)


def make_run(person: Person, vacancies: list[Vacancy]) -> RecommendationRun:
    """Return a current run of these advertisements, as if the model had chosen them."""
    vocabulary = packed.vocabulary.get()
    people = People.pack([MatchedProfile()], [person.pk], vocabulary)
    records = np.zeros(len(vacancies), dtype=RECORD)
    for rank, vacancy in enumerate(vacancies):
        records[rank]["vacancy"] = vacancy.pk
        records[rank]["said"] = 1 | 1 << 4  # how far it is, and how new
        records[rank]["propensity"] = 1.0
        records[rank]["contributions"][PARTS.index("distance")] = 4_000
        records[rank]["contributions"][PARTS.index("freshness")] = 2_000
        records[rank]["score"] = 6_000
        records[rank]["km"] = 32
        records[rank]["published"] = vacancies_queries.day_number(timezone.localdate()) - 1
    with working_for(home(person)):
        return RecommendationRun.objects.create(
            citizen_id=person.pk,
            profile_version=99,
            model=DEFAULT_MODEL.version,
            vocabulary=vocabulary.digest,
            day=timezone.localdate(),
            boldness=0.5,
            basis="profile",
            place="profile",
            max_km=30.0,
            person=people.to_bytes(0, vocabulary),
            ranking=packed_records(records),
            considered=len(vacancies),
            computed_at=timezone.now() - timedelta(minutes=5),
        )
