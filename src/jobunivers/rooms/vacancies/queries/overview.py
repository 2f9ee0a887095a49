# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the front page says of the vacancies; whether there is anything to search in."""

from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlencode

from jobunivers.foundation.places import queries as places
from jobunivers.foundation.search import Circle, NoIndex, Search
from jobunivers.rooms.vacancies.models import Vacancy
from jobunivers.rooms.vacancies.queries import words
from jobunivers.rooms.vacancies.queries.index import (
    day_number,
    index_ready,
    reader,
    rows_by_id,
)

_NEAR_KM = 25.0
_NEWEST = 5


@dataclass(frozen=True, slots=True)
class Area:
    """An area of occupations with its number of open advertisements and its address."""

    name: str
    count: int
    query: str


@dataclass(frozen=True, slots=True)
class Overview:
    """The kommune's vacancies at a glance."""

    total: int
    areas: list[Area]
    newest: list[Vacancy]
    place: str = ""  # what to search around; empty means the whole country


def front_overview(*, kommune_code: str, owner: int, language: str, at: datetime) -> Overview:
    """Return how many jobs there are near the kommune, by area, and the newest of them."""
    kommune = places.kommune(kommune_code)
    circle = Circle(kommune.lat, kommune.lon, _NEAR_KM) if kommune else None
    search = Search(
        at_day=day_number(at), owner=owner, circle=circle, sort="newest", per_page=_NEWEST
    )
    near = {"sted": kommune.name} if kommune else {}
    try:
        answer = reader().search(search)
    except NoIndex:
        return Overview(0, [], [], near.get("sted", ""))
    counts = dict(answer.facets["area"])
    labels = words.value_words("area", counts, language)
    rows = rows_by_id([hit.id for hit in answer.hits])
    return Overview(
        total=answer.total,
        areas=[
            Area(label, counts[slug], urlencode({**near, "omraade": slug}))
            for slug, label in labels.items()
        ],
        newest=[rows[hit.id] for hit in answer.hits if hit.id in rows],
        place=near.get("sted", ""),
    )


__all__ = ["Area", "Overview", "front_overview", "index_ready"]
