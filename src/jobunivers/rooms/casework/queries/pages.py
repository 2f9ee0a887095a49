# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What staff see: the kommune's days in numbers, and its citizens by name."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.core.paginator import Page, Paginator

from jobunivers.identity import queries as identity
from jobunivers.identity.models import Person
from jobunivers.rooms.journey import queries as journey
from jobunivers.rooms.vacancies import queries as vacancies

_DAYS = 7
_MOST = 10_000
_NAMES_PER_PAGE = 25


@dataclass(frozen=True, slots=True)
class Count:
    """How often something happened; `many` when we stopped counting."""

    number: int
    many: bool


@dataclass(frozen=True, slots=True)
class Activity:
    """What the kommune's citizens did on the platform in the last days."""

    days: int
    applications: Count
    profiles: Count


def activity(*, at: datetime) -> Activity:
    """Return the kommune's newest activity; numbers of rows, none of them says who.

    Counted in the rooms' own rows: no page reads the log of events.
    """
    since = at - timedelta(days=_DAYS)
    applications = vacancies.applications_since(since=since, most=_MOST)
    profiles = journey.changed_since(since=since, most=_MOST)
    return Activity(days=_DAYS, applications=_count(applications), profiles=_count(profiles))


def _count(found: int) -> Count:
    return Count(min(found, _MOST), found > _MOST)


def citizens_page(*, name: str, page: str | None) -> Page[Person]:
    """Return one page of the kommune's citizens by name."""
    found = identity.citizens(name_contains=name)
    return Paginator(found, _NAMES_PER_PAGE).get_page(page)
