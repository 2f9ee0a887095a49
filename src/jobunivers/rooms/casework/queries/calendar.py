# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A member of staff's week, told by every room that keeps days or times for her."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils.translation import gettext as _

from jobunivers.foundation import diary
from jobunivers.foundation.diary import Entry
from jobunivers.rooms.casework.queries.words import KINDS
from jobunivers.science.calendars import Appointment, CalendarFile, Week, ics, week_of

_FILE_WEEKS = 8
_DAY = timedelta(days=1)
_OURS = uuid.UUID("5c1f8d0e-6d5c-5a36-9a0f-2f1a8f0b6a11")  # for names of entries in calendars


@dataclass(frozen=True, slots=True)
class CalendarLine:
    """A line of a day; `name` is the citizen's, where it is about one."""

    entry: Entry
    kind: str
    name: str


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """A day with what stands on it."""

    day: date
    today: bool
    lines: tuple[CalendarLine, ...]


@dataclass(frozen=True, slots=True)
class CalendarPage:
    """A week of hers."""

    week: Week
    days: tuple[CalendarDay, ...]
    this_week: bool

    @property
    def empty(self) -> bool:
        """Say whether nothing stands in it."""
        return not any(day.lines for day in self.days)


def week_entries(*, staff_id: int, week: Week, language: str) -> list[Entry]:
    """Return what stands in a week, without what was cancelled."""
    found = diary.between_for_staff(
        staff_id=staff_id, first=week.first, after=week.after, language=language
    )
    return [one for one in found if not one.cancelled]


def calendar_page(
    entries: list[Entry], names: Mapping[int, str], *, week: Week, today: date
) -> CalendarPage:
    """Return the week as a page shows it, each entry on every day it lasts."""
    return CalendarPage(
        week=week,
        days=tuple(
            CalendarDay(
                day,
                day == today,
                tuple(
                    CalendarLine(
                        one, str(KINDS.get(one.kind, "")), names.get(one.citizen_id or 0, "")
                    )
                    for one in entries
                    if one.day <= day <= one.until(today)
                ),
            )
            for day in week.days
        ),
        this_week=week == week_of(today),
    )


def calendar_file(
    *, staff_id: int, kommune: str, home: str, language: str, at: datetime, today: date
) -> bytes:
    """Return the coming weeks as a calendar file.

    It lies on her own device and may be shared by its program, so it names no citizen: each line
    leads to the page where the name stands.
    """
    first = week_of(today).first
    entries = diary.between_for_staff(
        staff_id=staff_id, first=first, after=first + timedelta(weeks=_FILE_WEEKS),
        language=language,
    )  # fmt: skip
    told = [_appointment(one, kommune, home, at, today) for one in entries]
    return ics(CalendarFile(appointments=told, name=_("Min kalender – Jobunivers")))


def _appointment(entry: Entry, kommune: str, home: str, at: datetime, today: date) -> Appointment:
    starts: datetime | date = entry.day
    ends: datetime | date = entry.until(today) + _DAY
    if entry.starts_at is not None:
        starts, ends = entry.starts_at, entry.ends_at or entry.starts_at
    return Appointment(
        uid=f"{uuid.uuid5(_OURS, f'{kommune}:{entry.uid}')}@jobunivers",
        sequence=entry.version,
        starts_at=starts,
        ends_at=ends,
        changed_at=entry.changed_at or at,
        summary=entry.title,
        location=entry.place,
        url=f"{home}{entry.path.lstrip('/')}" if entry.path else "",
        cancelled=entry.cancelled,
        busy=entry.starts_at is not None,
    )
