# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Appointments as a file that calendar programs read and subscribe to (RFC 5545, RFC 7986)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

import icalendar

# What is neither printed nor ends a line: some programs refuse a whole calendar for one of them.
_UNPRINTED = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]")
_LINE_ENDS = re.compile(r"\r\n?|[\x85\u2028\u2029]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Appointment:
    """What a calendar is told of a meeting, or of whole days.

    Attributes:
        uid: the same for ever: by it a calendar moves what it has instead of adding a second.
        sequence: grows with each change.
        starts_at, ends_at: aware moments, or both whole days; the end is not in it.
        changed_at: when it was last changed, aware.
        busy: others may be told that she is occupied meanwhile.
    """

    uid: str
    sequence: int
    starts_at: datetime | date
    ends_at: datetime | date
    changed_at: datetime
    summary: str
    location: str = ""
    description: str = ""
    url: str = ""
    cancelled: bool = False
    busy: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarFile:
    """A calendar as a whole; `every` is how often a program should fetch it again."""

    appointments: Sequence[Appointment]
    name: str = ""
    colour: str = ""
    every: timedelta | None = None


def ics(file: CalendarFile) -> bytes:
    """Return a calendar as an iCalendar file (RFC 5545), moments in UTC.

    UTC, so that no program has to know when Danish summer time begins. Nobody is named as
    organiser or attendee, so no program writes to anybody.
    """
    calendar = icalendar.Calendar()
    calendar.add("prodid", "-//Jobunivers//Min uge//DA")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    if file.name:
        calendar.add("x-wr-calname", _text(file.name))
        calendar.add("name", _text(file.name))  # RFC 7986 § 5.1
        calendar.add("x-wr-timezone", "Europe/Copenhagen")
    if file.colour:
        calendar.add("x-apple-calendar-color", file.colour)
    if file.every is not None:
        every = icalendar.vDuration(file.every)
        every.params["VALUE"] = "DURATION"  # RFC 7986 § 5.7 asks for it
        calendar.add("refresh-interval", every)
        calendar.add("x-published-ttl", icalendar.vDuration(file.every))
    for appointment in file.appointments:
        calendar.add_component(_event(appointment))
    return bytes(calendar.to_ical())


_CONFIRMED, _CANCELLED = icalendar.vText("CONFIRMED"), icalendar.vText("CANCELLED")
_BUSY, _FREE = icalendar.vText("OPAQUE"), icalendar.vText("TRANSPARENT")
_PRIVATE = icalendar.vText("PRIVATE")


def _event(told: Appointment) -> icalendar.Event:
    event = icalendar.Event()
    # Values are made here once: `add` would look each one's type and time zone up.
    event["uid"] = icalendar.vText(_text(told.uid))
    event["sequence"] = icalendar.vInt(told.sequence)
    event["dtstamp"] = event["last-modified"] = _when(told.changed_at)
    event["dtstart"] = _when(told.starts_at)
    # Two ends that are one moment have no length to tell (§ 3.6.1: the end is later).
    if told.ends_at != told.starts_at:
        event["dtend"] = _when(told.ends_at)
    event["summary"] = icalendar.vText(_text(told.summary))
    for name, value in (("location", told.location), ("description", told.description)):
        if value:
            event[name] = icalendar.vText(_text(value))
    if told.url:
        event["url"] = icalendar.vUri(told.url)
    event["status"] = _CANCELLED if told.cancelled else _CONFIRMED
    event["transp"] = _BUSY if told.busy and not told.cancelled else _FREE
    # Those she shares her calendar with are told that she is busy, not with what.
    event["class"] = _PRIVATE
    return event


def _when(at: datetime | date) -> icalendar.vText | icalendar.vDate:
    """Return a moment in UTC, which needs no escaping, or a whole day."""
    if isinstance(at, datetime):
        return icalendar.vText(f"{at.astimezone(UTC):%Y%m%dT%H%M%SZ}")
    day = icalendar.vDate(at)
    day.params["VALUE"] = "DATE"
    return day


def _text(value: str) -> str:
    return _UNPRINTED.sub("", _LINE_ENDS.sub("\n", value))
