# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""One advertisement, and what she has done with advertisements."""

from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from jobunivers.foundation.search import NoIndex
from jobunivers.foundation.search.geo import distance_km
from jobunivers.foundation.taxonomy import queries as taxonomy
from jobunivers.rooms.vacancies.models import Application, Hidden, SavedSearch, Star, Vacancy
from jobunivers.rooms.vacancies.queries.asked import Asked, asked
from jobunivers.rooms.vacancies.queries.index import LIST_FIELDS, day_number, reader, rows_by_id

_SIMILAR = 5
_SHOWN_SKILLS = 12
# From here on an occupation is more often right than wrong, and may be said.
_PROBABLY = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class VacancyPage:
    """All that the page of one advertisement shows."""

    vacancy: Vacancy
    open: bool
    occupation: str
    skills: list[str]
    asked: list[Asked]
    similar: list[Vacancy]
    km: float | None
    starred: bool
    hidden: bool
    application: Application | None


def vacancy_page(
    *,
    vacancy: Vacancy,
    owner: int,
    language: str,
    at: datetime,
    citizen_id: int | None,
    home: tuple[float, float] | None = None,
) -> VacancyPage:
    """Return the page. Home is where she lives, for the distance; None when not known."""
    uris = [skill["uri"] for skill in vacancy.skills][:_SHOWN_SKILLS]
    labels = taxonomy.labels([*uris, vacancy.occupation_uri], language)
    sure = vacancy.occupation_confidence >= _PROBABLY
    return VacancyPage(
        vacancy=vacancy,
        open=vacancy.closed_at is None and vacancy.expires_at > at,
        occupation=labels.get(vacancy.occupation_uri, "") if sure else "",
        skills=[labels[uri] for uri in uris if uri in labels],
        asked=asked(vacancy),
        similar=_similar(vacancy, owner=owner, at=at),
        km=_distance(vacancy, home),
        starred=citizen_id is not None
        and Star.objects.filter(citizen_id=citizen_id, vacancy=vacancy).exists(),
        hidden=citizen_id is not None
        and Hidden.objects.filter(citizen_id=citizen_id, vacancy=vacancy).exists(),
        application=None
        if citizen_id is None
        else Application.objects.filter(citizen_id=citizen_id, vacancy=vacancy).first(),
    )


def _similar(vacancy: Vacancy, *, owner: int, at: datetime) -> list[Vacancy]:
    try:
        hits = reader().similar(vacancy.pk, _SIMILAR, owner=owner, at_day=day_number(at))
    except NoIndex:
        return []
    rows = rows_by_id([hit.id for hit in hits])
    return [rows[hit.id] for hit in hits if hit.id in rows]


def _distance(vacancy: Vacancy, home: tuple[float, float] | None) -> float | None:
    if home is None or vacancy.latitude is None or vacancy.longitude is None:
        return None
    import numpy as np

    there = np.array([vacancy.latitude]), np.array([vacancy.longitude])
    return float(distance_km(*home, *there)[0])


def starred_ids(*, citizen_id: int) -> frozenset[int]:
    """Return the advertisements she keeps."""
    rows = Star.objects.filter(citizen_id=citizen_id).order_by()
    return frozenset(rows.values_list("vacancy_id", flat=True))


def hidden_ids(*, citizen_id: int) -> frozenset[int]:
    """Return the advertisements she does not want to see."""
    rows = Hidden.objects.filter(citizen_id=citizen_id).order_by()
    return frozenset(rows.values_list("vacancy_id", flat=True))


class HiddenRow(NamedTuple):
    """An advertisement she does not want to see, and why."""

    vacancy: Vacancy
    reason: str


def hidden(*, citizen_id: int, limit: int = 100) -> list[HiddenRow]:
    """Return the advertisements she hid last, the latest first."""
    marks = Hidden.objects.filter(citizen_id=citizen_id).order_by("-at", "-pk")
    reasons = dict(marks.values_list("vacancy_id", "reason")[:limit])
    rows = rows_by_id(list(reasons))
    return [HiddenRow(rows[pk], reason) for pk, reason in reasons.items() if pk in rows]


def starred(*, citizen_id: int, first: int = 0, limit: int | None = None) -> list[Vacancy]:
    """Return the advertisements she keeps, the latest kept first; ended ones too."""
    stars = Star.objects.filter(citizen_id=citizen_id).order_by("-at", "-pk")
    until = None if limit is None else first + limit
    ids = list(stars.values_list("vacancy_id", flat=True)[first:until])
    rows = Vacancy.objects.filter(pk__in=ids).select_related("employer", "source")
    found = {row.pk: row for row in rows.only(*LIST_FIELDS).order_by("pk")}
    return [found[pk] for pk in ids if pk in found]


def saved_searches(*, citizen_id: int) -> list[SavedSearch]:
    """Return her saved searches by name."""
    return list(SavedSearch.objects.filter(citizen_id=citizen_id).order_by("name", "pk"))
