# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What her own calendar is told of her days."""

import hashlib
import uuid
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

from django.utils import timezone
from django.utils.translation import gettext, override

from jobunivers.foundation import diary
from jobunivers.foundation.diary import Entry
from jobunivers.rooms.week.models import CalendarFeed, Words
from jobunivers.rooms.week.queries import addresses, words
from jobunivers.science.calendars import Appointment, CalendarFile, ics

EVERY = timedelta(hours=1)
_BACK, _AHEAD = timedelta(days=30), timedelta(days=366)
# A phone has use for the nearest; a list of thousands would only be slow.
MOST_AHEAD, MOST_BACK = 250, 50
_DAY = timedelta(days=1)
# Names of our own are made of the entries' names (RFC 9562, version 5): the same for ever.
_OURS = uuid.UUID("5c1f6c58-7f0e-4d1c-9f57-2f6b8f0d6a31")
_UNKNOWN = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Told:
    """What a calendar is told now: `digest` is the same as long as nothing has changed."""

    name: str
    appointments: list[Appointment]
    digest: str


@dataclass(frozen=True, slots=True)
class FeedPage:
    """Her calendar address as its page shows it: its secret part, and who fetched it last."""

    feed: CalendarFeed
    token: str
    program: str


def feed_of(*, citizen_id: int) -> CalendarFeed | None:
    """Return the calendar address of a citizen, if she has one."""
    return CalendarFeed.objects.filter(citizen_id=citizen_id).first()


def feed_page(*, citizen_id: int) -> FeedPage | None:
    """Return her calendar address with its secret part, and who fetched it last."""
    feed = feed_of(citizen_id=citizen_id)
    if feed is None:
        return None
    assert feed.municipality_id is not None
    token = addresses.token_of(bytes(feed.nonce), feed.municipality_id)
    return FeedPage(feed, token, words.PROGRAMS.get(feed.fetched_by, ""))


def told(feed: CalendarFeed, *, kommune: str, home: str, at: datetime) -> Told:
    """Return what a calendar is told of her days, a month back and a year ahead.

    Args:
        feed: her choices.
        kommune: the code of the kommune, part of the names of what is told.
        home: the whole address that the entries' paths are put after.
        at: now.
    """
    today = timezone.localdate(at)
    with override(feed.language):
        entries = diary.between(
            citizen_id=feed.citizen_id,
            first=today - _BACK,
            after=today + _AHEAD,
            language=feed.language,
        )
        chosen = [one for one in entries if words.kind_of(one.kind).group in set(feed.groups)]
        appointments = [
            _appointment(one, feed.words, kommune, home, today) for one in _nearest(chosen, today)
        ]
        name = "Jobunivers" if feed.words == Words.BUSY else gettext("Min uge – Jobunivers")
    said = repr((name, appointments)).encode()
    return Told(name, appointments, hashlib.sha256(said).hexdigest())


def file_of(content: Told, *, since: datetime, colour: str) -> bytes:
    """Return the calendar as a file; what has no time of change has been so `since`."""
    stamped = [
        replace(one, changed_at=since) if one.changed_at == _UNKNOWN else one
        for one in content.appointments
    ]
    return ics(CalendarFile(appointments=stamped, name=content.name, colour=colour, every=EVERY))


def _nearest(entries: Sequence[Entry], today: date) -> list[Entry]:
    """Return what is ahead, the nearest first, and the last of what is over."""
    over = [one for one in entries if one.until(today) < today]
    ahead = [one for one in entries if one.until(today) >= today]
    return over[-MOST_BACK:] + ahead[:MOST_AHEAD]


def _appointment(entry: Entry, said: str, kommune: str, home: str, today: date) -> Appointment:
    uid = entry.calendar_uid or f"{uuid.uuid5(_OURS, f'{kommune}:{entry.uid}')}@jobunivers"
    starts: datetime | date = entry.day
    ends: datetime | date = entry.until(today) + _DAY
    if entry.starts_at is not None:
        starts, ends = entry.starts_at, entry.ends_at or entry.starts_at
    full = said != Words.BUSY
    return Appointment(
        uid=uid,
        sequence=entry.version,
        starts_at=starts,
        ends_at=ends,
        changed_at=entry.changed_at or _UNKNOWN,
        summary=_summary(entry) if full else "Jobunivers",
        location=entry.place if full else "",
        description=entry.note if full else "",
        url=f"{home}{entry.path.lstrip('/')}" if full and entry.path else "",
        cancelled=entry.cancelled,
        busy=words.kind_of(entry.kind).busy and entry.starts_at is not None,
    )


def _summary(entry: Entry) -> str:
    """Return a title that says so itself when it is off or only offered: not all programs do."""
    if entry.cancelled:
        return gettext("Aflyst: %(title)s") % {"title": entry.title}
    if entry.kind == "suggestion":
        return gettext("Forslag: %(title)s") % {"title": entry.title}
    return entry.title
