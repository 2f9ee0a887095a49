# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Times of meetings as people in Denmark read their clocks."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

COPENHAGEN = ZoneInfo("Europe/Copenhagen")


class NoSuchTime(ValueError):  # noqa: N818 - it reads as what is wrong
    """A clock in Denmark never shows this time on this day: it is the hour skipped in spring."""

    def __init__(self, day: date, clock: time) -> None:
        super().__init__(f"{day} {clock:%H:%M}")
        self.day, self.clock = day, clock


@dataclass(frozen=True, slots=True)
class Period:
    """From a moment to a moment, in UTC; the end is not in it."""

    starts_at: datetime
    ends_at: datetime


def moment(day: date, clock: time) -> datetime:
    """Return the moment (UTC) at which Danish clocks show this; the first when they do so twice.

    Raises:
        NoSuchTime: they skip it.
    """
    local = datetime.combine(day, clock, tzinfo=COPENHAGEN)
    found = local.astimezone(UTC)
    if found.astimezone(COPENHAGEN).replace(tzinfo=None) != local.replace(tzinfo=None):
        raise NoSuchTime(day, clock)
    return found


def periods(day: date, first: time, last: time, *, minutes: int, weeks: int = 1) -> list[Period]:
    """Return the meetings that fit between two clock times, on this day of so many weeks.

    The clock times stay the same over summer-time change, and each meeting has its full length.

    Raises:
        NoSuchTime: a clock time does not exist on one of the days.
        ValueError: the meetings would have no length.
    """
    if minutes <= 0:
        raise ValueError(f"a meeting of {minutes} minutes")
    days = (day + timedelta(weeks=week) for week in range(weeks))
    return [period for one in days for period in _of_day(one, first, last, minutes)]


def _of_day(day: date, first: time, last: time, minutes: int) -> Iterator[Period]:
    at, end, length = moment(day, first), moment(day, last), timedelta(minutes=minutes)
    while at + length <= end:
        yield Period(at, at + length)
        at += length
