# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is open, as bare facts: for whoever looks over all of it at once."""

from datetime import datetime
from typing import NamedTuple

from django.utils import timezone

from jobunivers.rooms.vacancies.models import Vacancy

_FIELDS = (
    "pk", "title", "employer__name", "city", "isco", "occupation_uri", "latitude", "longitude",
    "hours_max", "positions", "deadline", "expires_at",
)  # fmt: skip


class Position(NamedTuple):
    """An open advertisement; `last_day` counts days since 1970-01-01 and is shown still."""

    vacancy_id: int
    title: str
    employer: str
    city: str
    isco: str
    occupation_uri: str
    latitude: float | None
    longitude: float | None
    hours: float | None
    positions: int
    last_day: int


def open_positions(*, at: datetime) -> list[Position]:
    """Return the whole country's and the kommune's own open advertisements, duplicates left out."""
    rows = Vacancy.objects.filter(
        published_at__lte=at, expires_at__gt=at, closed_at=None, duplicate_of=None
    )
    found = []
    for row in rows.order_by("pk").values_list(*_FIELDS):
        pk, title, employer, city, isco, uri, lat, lon, hours, positions, deadline, expires = row
        ends = timezone.localdate(expires)
        last = (ends if deadline is None else min(ends, deadline)).toordinal() - _EPOCH
        found.append(
            Position(pk, title, employer or "", city, isco, uri, lat, lon, hours, positions, last)
        )
    return found


_EPOCH = 719_163  # the ordinal of 1970-01-01
