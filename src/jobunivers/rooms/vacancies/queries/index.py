# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The process' reader of the vacancies' index."""

from collections.abc import Collection
from datetime import date, datetime
from functools import lru_cache
from pathlib import Path

from django.conf import settings
from django.db.models import QuerySet
from django.utils import timezone

from jobunivers.foundation.prepared import prepared
from jobunivers.foundation.search import Reader, state
from jobunivers.foundation.search.vacancies import VACANCIES
from jobunivers.rooms.vacancies.models import Vacancy

FOLDER = "vacancies"


@lru_cache(maxsize=4)
def _reader(folder: Path) -> Reader:
    return Reader(folder, VACANCIES)


def reader() -> Reader:
    """Return the process' reader; it follows the writer by itself."""
    return _reader(Path(settings.SEARCH_FOLDER) / FOLDER)


def index_ready(*, folder: Path) -> bool:
    """Say whether there is an index to search in."""
    return not state(Path(folder) / FOLDER, VACANCIES).needs_rebuild


def day_number(at: datetime) -> int:
    """Return the Danish day of a moment, as days since 1970-01-01."""
    return (timezone.localdate(at) - date(1970, 1, 1)).days


# What a row in a list shows; descriptions stay in the database.
LIST_FIELDS = (
    "pk", "municipality_id", "title", "city", "postal_code", "kommune_code", "country", "latitude",
    "longitude", "deadline", "published_at", "expires_at", "closed_at", "hours_min", "hours_max",
    "employment_types", "remote_share", "occupation_uri", "area", "url",
    "employer__name", "source__name", "source__origin", "source__code",
)  # fmt: skip


@prepared
def rows_question(*, ids: Collection[int]) -> QuerySet[Vacancy]:
    """Return the question for the list rows of the ids, to be asked together with others."""
    rows = Vacancy.objects.filter(pk__in=ids).select_related("employer", "source")
    return rows.only(*LIST_FIELDS).order_by("pk")


def rows_by_id(ids: list[int]) -> dict[int, Vacancy]:
    """Return the list rows of the ids that this kommune may see."""
    return {row.pk: row for row in rows_question(ids=ids)}
