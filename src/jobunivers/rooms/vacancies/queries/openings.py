# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Advertisements as matching sees them, following the rows."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone

from jobunivers.foundation.taxonomy import packed
from jobunivers.rooms.vacancies.models import Vacancy
from jobunivers.rooms.vacancies.queries import changes
from jobunivers.rooms.vacancies.queries.asked import languages_needed
from jobunivers.science.matching import Opening, Required, land_of

_EPOCH = date(1970, 1, 1)
_READ = 4_000  # of a text: what the work is stands at its beginning
_FIELDS = (
    "pk", "municipality_id", "title", "text", "occupation_uri", "isco", "occupation_confidence",
    "skills", "licences", "languages", "working_language", "latitude", "longitude",
    "kommune_code", "hours_min", "hours_max", "remote_share", "published_at", "deadline",
    "expires_at", "closed_at",
    "duplicate_of_id", "positions", "employer_id", "change",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Changed:
    """What has changed among one owner's advertisements: as they are now, and which are gone.

    `words` holds each opening's title and text, for the meaning of it. `last` is the newest change
    number that was read.
    """

    owner: int | None
    openings: tuple[Opening, ...]
    words: tuple[str, ...]
    gone: tuple[int, ...]
    last: int


def changed_openings(*, since: int, newest: int, at: datetime) -> Iterator[Changed]:
    """Yield what has changed since a change number, owner by owner; from 0, only what is open."""
    for owner in changes.owners():
        for rows in changes.changed(
            owner, since=since, newest=newest, fields=_FIELDS, only_open=not since
        ):
            alive = [row for row in rows if changes.is_shown(row, at=at)]
            yield Changed(
                owner,
                tuple(opening_of(row) for row in alive),
                tuple(f"{row.title}\n{row.text[:_READ]}" for row in alive),
                tuple(row.pk for row in rows if not changes.is_shown(row, at=at)),
                rows[-1].change,
            )


def opening_of(row: Vacancy) -> Opening:
    """Return an advertisement as matching sees it."""
    return Opening(
        id=row.pk,
        owner=row.municipality_id or 0,
        employer=row.employer_id or 0,
        occupation=packed.in_use(row.occupation_uri),
        isco=row.isco,
        occupation_confidence=row.occupation_confidence,
        skills=tuple(
            Required(packed.in_use(skill["uri"]), skill["confidence"]) for skill in row.skills
        ),
        lat=row.latitude,
        lon=row.longitude,
        kommune=row.kommune_code,
        land=land_of(row.kommune_code),
        hours_min=row.hours_min,
        hours_max=row.hours_max,
        remote_share=row.remote_share or 0.0,
        languages=languages_needed(row),
        licences=frozenset(row.licences),
        published_day=day_number(timezone.localdate(row.published_at)),
        last_day=day_number(_last_day(row)),
        positions=row.positions,
    )


def _last_day(row: Vacancy) -> date:
    """Return the last day it is shown: its deadline, or the day it expires without one."""
    expires = timezone.localdate(row.expires_at)
    return expires if row.deadline is None else min(expires, row.deadline)


def day_number(day: date) -> int:
    """Return days since 1970-01-01."""
    return (day - _EPOCH).days


def texts(*, limit: int, length: int) -> list[str]:
    """Return title and text of the newest open advertisements of the whole country, cut."""
    rows = Vacancy.objects.filter(municipality=None, closed_at=None, duplicate_of=None)
    columns = rows.order_by("-pk").values_list("title", "text")[:limit]
    return [f"{title}\n{text[:length]}" for title, text in columns]
