# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the few pages that show several rooms need."""

from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import DatabaseError, connection

from jobunivers.foundation.crypto import rotating
from jobunivers.foundation.notices import queries as notices
from jobunivers.foundation.places import queries as places
from jobunivers.foundation.taxonomy import queries as taxonomy
from jobunivers.foundation.tenancy import queries as tenancy
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.rooms.audit import queries as audit
from jobunivers.rooms.vacancies import queries as vacancies

# What a restore has replaced, with the day beside it: the app may know of it, and not read it.
REPLACED = (
    "SELECT coalesce(shobj_description(oid, 'pg_database'), 'replaced') FROM pg_database "
    "WHERE datname = current_database() || '_previous'"
)


@dataclass(frozen=True, slots=True)
class FrontPage:
    """A kommune's front page."""

    headline: str
    welcome: str
    open_vacancies: int
    areas: list[Any]
    newest: list[Any]
    place: str  # what "near" means here; empty for the whole country


def front_page(*, municipality: Municipality, language: str, at: datetime) -> FrontPage:
    """Return the kommune's own words, the areas with their number of jobs, the newest jobs."""
    english = language == "en"
    overview = vacancies.front_overview(
        kommune_code=municipality.code, owner=municipality.pk, language=language, at=at
    )
    return FrontPage(
        headline=(municipality.headline_en if english else "") or municipality.headline_da,
        welcome=(municipality.welcome_en if english else "") or municipality.welcome_da,
        open_vacancies=overview.total,
        areas=overview.areas,
        newest=overview.newest,
        place=overview.place,
    )


def datasets() -> list[Any]:
    """Return what the platform is built on, with licence and attribution, for the about page."""
    return [*taxonomy.credits_due(), *vacancies.sources_for_about()]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A kommune of the country, and whether it is open on the platform."""

    code: str
    name: str
    slug: str
    region: str
    opened: Municipality | None


def country() -> list[Candidate]:
    """Return all 98 kommuner by name, with those that are open."""
    opened = {municipality.code: municipality for municipality in tenancy.opened()}
    regions = dict(places.regions())
    return [
        Candidate(
            area.code,
            area.name,
            area.slug,
            regions.get(area.region_code, ""),
            opened.get(area.code),
        )
        for area in places.kommuner()
    ]


def problems() -> list[str]:
    """Return what keeps pages from being served, as short codes; empty when all is well."""
    checks: dict[str, Callable[[], bool]] = {
        "database": _database_answers,
        "search": lambda: vacancies.index_ready(folder=settings.SEARCH_FOLDER),
    }
    return [name for name, well in checks.items() if not well()]


def warnings(*, at: datetime) -> list[str]:
    """Return what somebody should look at although pages are served, as short codes."""
    try:
        stopped = [f"stopped:{code}" for code in notices.standing_still(at=at)]
        # Values still lie under an older key: `manage rotate_keys --check` says how many.
        older = [f"older_key:{name}" for name in rotating.older_keys()]
        return [*stopped, *older, *_replaced(), *audit.warnings(at=at)]
    except DatabaseError:
        return []


def audit_standing() -> dict[str, object] | None:
    """Return how far the audit chains are sealed and checked; None: it cannot be read."""
    try:
        return asdict(audit.how_sealed())
    except DatabaseError:
        return None


def _replaced() -> list[str]:
    """Return that a database stands which a restore replaced; erased people are in it."""
    with connection.cursor() as cursor:
        cursor.execute(REPLACED)
        return [str(told).replace(" ", ":") for (told,) in cursor.fetchall()]


def _database_answers() -> bool:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
            return bool(cursor.fetchone() == (1,))
    except DatabaseError:
        return False
