# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Times of meetings as people in Denmark read their clocks, and as calendars exchange them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

COPENHAGEN = ZoneInfo("Europe/Copenhagen")
_FOLD_AT = 75  # octets a line, RFC 5545 § 3.1


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Appointment:
    """What a calendar is told of a meeting. Moments are aware."""

    uid: str
    sequence: int
    starts_at: datetime
    ends_at: datetime
    summary: str
    location: str = ""
    description: str = ""
    cancelled: bool = False


def ics(appointment: Appointment, *, at: datetime) -> str:
    """Return the appointment as an iCalendar file (RFC 5545), in UTC and made at this moment.

    UTC, so that no calendar has to know when Danish summer time begins.
    """
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Jobunivers//Moeder//DA",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        "BEGIN:VEVENT",
        f"UID:{_text(appointment.uid)}",
        f"SEQUENCE:{appointment.sequence}",
        f"DTSTAMP:{_utc(at)}",
        f"DTSTART:{_utc(appointment.starts_at)}",
        f"DTEND:{_utc(appointment.ends_at)}",
        f"SUMMARY:{_text(appointment.summary)}",
        *([f"LOCATION:{_text(appointment.location)}"] if appointment.location else []),
        *([f"DESCRIPTION:{_text(appointment.description)}"] if appointment.description else []),
        f"STATUS:{'CANCELLED' if appointment.cancelled else 'CONFIRMED'}",
        "END:VEVENT",
        "END:VCALENDAR",
    ]
    return "".join(f"{_folded(line)}\r\n" for line in lines)


def _utc(at: datetime) -> str:
    return f"{at.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _text(value: str) -> str:
    """Return a value with what ends or divides values taken away from it (§ 3.3.11)."""
    escaped = value.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    lines = escaped.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "\\n".join("".join(sign for sign in line if sign >= " ") for line in lines)


def _folded(line: str) -> str:
    """Return a line in pieces of 75 octets, none of which cuts a letter in two."""
    pieces, piece, size = [], "", 0
    for sign in line:
        octets = len(sign.encode())
        if size + octets > _FOLD_AT:
            pieces.append(piece)
            piece, size = " ", 1
        piece, size = piece + sign, size + octets
    return "\r\n".join([*pieces, piece])
