# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The jobs within a radius for one citizen, as a list and as places on a map."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.paginator import Page, Paginator

from jobunivers.rooms.tailored.queries.near import NearJobs, jobs_near
from jobunivers.rooms.talks.queries.knowing import Home, home_of
from jobunivers.rooms.vacancies import queries as vacancies
from jobunivers.science.talks import gathered

RADII = (10, 25, 50, 100)
USUAL_KM = 50
ALL, ALIKE = "alle", "ligner"
_PER_PAGE, _MOST_PLACES = 20, 400


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of the map: how far, and for which work ("": hers, ALIKE, ALL or one)."""

    km: int
    work: str

    @classmethod
    def read(cls, km: str, work: str) -> "Asked":
        """Return what an address asks for; what nobody knows is as usual."""
        number = int(km) if km.isdecimal() and len(km) < len("10000") else USUAL_KM
        return cls(number if number in RADII else USUAL_KM, work[:200])


@dataclass(frozen=True, slots=True)
class MapPage:
    """What the map's page shows. `ready`: the advertisements are packed."""

    home: Home
    asked: Asked
    ready: bool
    total: int
    rows: Sequence[tuple[Any, float]]
    sheet: Page[int] | None
    unknown: bool = False  # it asks for work that is not among her wishes


def map_page(
    *, citizen_id: int, asked: Asked, language: str, page: str | None, at: datetime
) -> MapPage:
    """Return the nearest jobs, 20 a page."""
    home = home_of(citizen_id, language)
    unknown = asked.work not in {"", ALL, ALIKE, *(uri for uri, _ in home.wishes)}
    if unknown:
        asked = Asked(asked.km, "")
    if home.point is None or (not home.wishes and asked.work != ALL):
        return MapPage(home, asked, ready=True, total=0, rows=(), sheet=None, unknown=unknown)
    found = _near(home, asked, at)
    if found is None:
        return MapPage(home, asked, ready=False, total=0, rows=(), sheet=None, unknown=unknown)
    sheet = Paginator(range(len(found)), _PER_PAGE).get_page(page)
    places = [*sheet.object_list]
    ids = found.ids[places].tolist()
    there = vacancies.rows_by_id(ids)
    km = dict(zip(ids, found.km[places].tolist(), strict=True))
    rows = [
        (there[pk], km[pk])
        for pk in ids
        if pk in there and there[pk].closed_at is None and there[pk].expires_at > at
    ]
    return MapPage(
        home, asked, ready=True, total=len(found), rows=rows, sheet=sheet, unknown=unknown
    )


def _near(home: Home, asked: Asked, at: datetime) -> NearJobs | None:
    if home.point is None:
        return None
    uris = [uri for uri, _ in home.wishes] if asked.work in ("", ALIKE) else [asked.work]
    return jobs_near(
        point=home.point,
        km=float(asked.km),
        uris=() if asked.work == ALL else uris,
        alike=asked.work == ALIKE,
        at=at,
    )


@dataclass(frozen=True, slots=True)
class MapPlace:
    """A place on the map: how many jobs, and the first few of them."""

    lat: float
    lon: float
    many: int
    jobs: Sequence[Any]


def map_places(*, citizen_id: int, asked: Asked, language: str, at: datetime) -> list[MapPlace]:
    """Return the jobs gathered in places; only those that stand alone are read from the rows."""
    home = home_of(citizen_id, language)
    known = {"", ALL, ALIKE, *(uri for uri, _ in home.wishes)}
    if home.point is None or asked.work not in known or (not home.wishes and asked.work != ALL):
        return []
    found = _near(home, asked, at)
    if found is None:
        return []
    places = gathered(found.lat, found.lon, km=float(asked.km), few=1)[:_MOST_PLACES]
    ids = [int(found.ids[place.rows[0]]) for place in places]
    there = vacancies.rows_by_id(ids)
    return [
        MapPlace(place.lat, place.lon, place.many, [there[pk]] if pk in there else [])
        for place, pk in zip(places, ids, strict=True)
    ]
