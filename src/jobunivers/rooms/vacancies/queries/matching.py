# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Advertisements as matching sees them."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from django.utils import timezone

from jobunivers.foundation.search import Circle, NoIndex
from jobunivers.foundation.search.vacancies import candidates
from jobunivers.foundation.taxonomy.models import Skill
from jobunivers.rooms.vacancies.models import Vacancy
from jobunivers.rooms.vacancies.queries.index import day_number, reader, rows_by_id
from jobunivers.science.matching_1 import Opening, Profile, Required

_SECONDS_A_DAY = 86_400
# How much a candidate gains before the real ranking: this only decides who is looked at.
_SKILL, _OCCUPATION, _WISH = 1.0, 4.0, 6.0
_PREFIXES: Mapping[int, float] = {4: 3.0, 3: 1.5, 2: 0.7, 1: 0.2}
_RANKED_FIELDS = (
    "pk", "occupation_uri", "isco", "occupation_confidence", "skills", "latitude", "longitude",
    "hours_min", "hours_max", "remote_share", "published_at", "deadline", "employer_id",
    "working_language",
)  # fmt: skip


def candidates_for(
    *,
    profile: Profile,
    text: str,
    owner: int,
    at: datetime,
    limit: int = 500,
    any_hours: bool = False,
) -> list[int]:
    """Return ids of open advertisements worth a closer look for a person; the kommune is the owner.

    What has other hours than she wants is left out here already, or those worth a look would
    drown in it; `any_hours` lets it in. An empty profile gets the nearest, or with no place the
    newest.
    """
    skills = dict.fromkeys(_skill_numbers(profile), _SKILL)
    occupations = {one.uri: _OCCUPATION for one in profile.occupations if one.uri}
    occupations.update({one.uri: _WISH for one in profile.wanted_occupations if one.uri})
    isco: dict[str, float] = {}
    for code in (
        *(o.isco for o in profile.occupations),
        *(w.isco for w in profile.wanted_occupations),
    ):
        for digits, weight in _PREFIXES.items():
            if len(code) >= digits:
                isco[code[:digits]] = weight
    circle = None
    if profile.lat is not None and profile.lon is not None:
        circle = Circle(profile.lat, profile.lon, profile.max_km)
    try:
        found = candidates(
            reader(),
            skills=skills,
            occupations=occupations,
            isco=isco,
            owner=owner,
            at_day=day_number(at),
            text=text[:500],
            circle=circle,
            remote=profile.wants_remote,
            hours=(None, None) if any_hours else (profile.hours_min, profile.hours_max),
            limit=limit,
        )
        return [pk for pk, _ in found] or _nearest(circle, owner=owner, at=at)
    except NoIndex:
        return []


def _nearest(circle: Circle | None, *, owner: int, at: datetime) -> list[int]:
    from jobunivers.foundation.search import Search

    sort = "distance" if circle else "newest"
    search = Search(
        at_day=day_number(at), owner=owner, circle=circle, sort=sort, per_page=100, facets=False
    )
    return [hit.id for hit in reader().search(search).hits]


def _skill_numbers(profile: Profile) -> list[int]:
    if not profile.skills:
        return []
    rows = Skill.objects.filter(uri__in=profile.skills).order_by("pk")
    return list(rows.values_list("pk", flat=True))


def employer_key(employer_id: int | None) -> str:
    """Return the employer as matching knows it: never the same as an advertisement's number."""
    return "" if employer_id is None else f"employer:{employer_id}"


def openings(*, ids: Sequence[int], at: datetime) -> list[Opening]:
    """Return the open advertisements of these ids as matching sees them."""
    today = timezone.localdate(at)
    rows = Vacancy.objects.filter(pk__in=list(ids), closed_at=None, expires_at__gt=at)
    return [
        Opening(
            id=str(row.pk),
            occupation=row.occupation_uri,
            isco=row.isco,
            occupation_confidence=row.occupation_confidence,
            skills=tuple(
                Required(skill["uri"], skill["confidence"], essential=True) for skill in row.skills
            ),
            lat=row.latitude,
            lon=row.longitude,
            hours_min=row.hours_min,
            hours_max=row.hours_max,
            remote_share=row.remote_share or 0.0,
            language=row.working_language,
            published_days=max(0.0, (at - row.published_at).total_seconds() / _SECONDS_A_DAY),
            deadline_days=None if row.deadline is None else float((row.deadline - today).days),
            employer=employer_key(row.employer_id),
        )
        for row in rows.only(*_RANKED_FIELDS).order_by("pk")
    ]


__all__ = ["candidates_for", "employer_key", "openings", "rows_by_id"]
