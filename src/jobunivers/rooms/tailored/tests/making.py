# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Profiles and runs for this room's tests, made through the rooms' doors."""

from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone

from jobunivers.foundation.tenancy import working_for
from jobunivers.identity.models import Person
from jobunivers.rooms.journey import actions as journey
from jobunivers.rooms.journey.models import Profile
from jobunivers.rooms.tailored import actions
from jobunivers.rooms.tailored.models import Recommendation, RecommendationRun
from jobunivers.rooms.vacancies.models import Vacancy

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
    with working_for(home(person)):
        run = RecommendationRun.objects.create(
            citizen_id=person.pk,
            profile_version=99,
            model="matching-1",
            inputs={"place": "profile", "basis": "profile"},
            considered=len(vacancies),
            computed_at=timezone.now() - timedelta(minutes=5),
        )
        Recommendation.objects.bulk_create(
            Recommendation(
                run=run,
                citizen_id=person.pk,
                vacancy_id=vacancy.pk,
                rank=rank,
                score=0.6,
                reasons=[
                    {"code": "distance.near", "weight": 0.4, "facts": {"km": 3.2, "max_km": 30.0}},
                    {"code": "freshness.new", "weight": 0.2, "facts": {"days": 1.0}},
                ],
            )
            for rank, vacancy in enumerate(vacancies, start=1)
        )
        return run
