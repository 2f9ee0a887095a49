# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Her requirements for job search: which hold, when they must be fixed, every version."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q, QuerySet

from jobunivers.identity import queries as identity
from jobunivers.rooms.journey import queries as journey
from jobunivers.rooms.plan.models import Every, JobSearchRequirements
from jobunivers.rooms.vacancies import queries as vacancies

# BEK 46/2026 § 14 (12): at the latest two weeks after she registered as looking for work.
_WITHIN = timedelta(days=14)
_MOST = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """One version with the name of who fixed it."""

    row: JobSearchRequirements
    fixed_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RequirementsPage:
    """Every version, the newest first; the one in effect is marked."""

    versions: list[Version]
    current_id: int
    to_be_fixed_by: date | None


def in_effect(*, citizen_id: int, on: date) -> JobSearchRequirements | None:
    """Return the requirements that hold on a day."""
    return next(iter(question_in_effect(citizen_id=citizen_id, on=on)), None)


def question_in_effect(*, citizen_id: int, on: date) -> QuerySet[JobSearchRequirements]:
    """Return the question for the requirements that hold on a day: one row or none."""
    holds = Q(until_on=None) | Q(until_on__gt=on)
    found = JobSearchRequirements.objects.filter(holds, citizen_id=citizen_id, from_on__lte=on)
    return found.order_by("-from_on", "-pk")[:1]


def newest(*, citizen_id: int) -> JobSearchRequirements | None:
    """Return the version without an end, which may begin later; a new one ends it."""
    return JobSearchRequirements.objects.filter(citizen_id=citizen_id, until_on=None).first()


def to_be_fixed_by(*, citizen_id: int) -> date | None:
    """Return the day by which they must be fixed; None when she is not out of work."""
    spell = journey.spells_of(citizen_id).first()
    if spell is None or spell.ended_on is not None:
        return None
    return spell.began_on + _WITHIN


def uploads_wanted(citizen_id: int, day: date) -> vacancies.UploadsWanted | None:
    """Return how many applications she is to upload in the week or month of a day."""
    row = in_effect(citizen_id=citizen_id, on=day)
    if row is None or not row.uploads:
        return None
    if row.every == Every.WEEK:
        first = day - timedelta(days=day.weekday())
        return vacancies.UploadsWanted(row.uploads, first, first + timedelta(days=7))
    first = day.replace(day=1)
    after = (first + timedelta(days=31)).replace(day=1)
    return vacancies.UploadsWanted(row.uploads, first, after)


def requirements_page(*, citizen_id: int, on: date) -> RequirementsPage:
    """Return every version of hers, with who fixed it."""
    rows = list(
        JobSearchRequirements.objects.filter(citizen_id=citizen_id).order_by("-from_on", "-pk")[
            :_MOST
        ]
    )
    names = identity.names(ids={one.fixed_by_id for one in rows}) if rows else {}
    current = next(
        (
            one.pk
            for one in rows
            if one.from_on <= on and (one.until_on is None or one.until_on > on)
        ),
        0,
    )
    return RequirementsPage(
        versions=[
            Version(row=one, fixed_by=names.get(one.fixed_by_id, ("", ""))[0]) for one in rows
        ],
        current_id=current,
        to_be_fixed_by=to_be_fixed_by(citizen_id=citizen_id) if not rows else None,
    )
