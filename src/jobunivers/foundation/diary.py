# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What stands in a citizen's calendar, told by every room that keeps days or times for her."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line of her week.

    Attributes:
        uid: `source:number`, the same for ever, also when it moves.
        version: grows with every change of it.
        kind: a code that gives its word and colour: talk, meeting, course, event, deadline,
            task, job, absence, suggestion.
        day: the Danish day it stands on, or begins on.
        starts_at, ends_at: aware moments, where it has a time; both or none.
        last_day: the last of several days.
        path: its page within the kommune.
        movable: she may give it another day or time herself, by `Source.move`.
        done: it is over or has been done.
        cancelled: it stood there and does not any more; calendars are told so.
    """

    uid: str
    version: int
    kind: str
    title: str
    day: date
    starts_at: datetime | None = None
    ends_at: datetime | None = None
    last_day: date | None = None
    place: str = ""
    note: str = ""
    path: str = ""
    movable: bool = False
    done: bool = False
    cancelled: bool = False


class CannotMove(Exception):  # noqa: N818 - it reads as what happened
    """It cannot stand there; the text says why, in the reader's language."""


# Citizen, first day, the day after the last one, language → her entries, cancelled ones too.
Between = Callable[[int, date, date, str], list[Entry]]
# Citizen, number, version that she saw, new day, new time or None, now. Raises CannotMove.
Move = Callable[[int, int, int, date, "datetime | None", datetime], None]


@dataclass(frozen=True, slots=True)
class Source:
    """A room's days and times; `code` begins the uid of its entries."""

    code: str
    between: Between
    move: Move | None = None


_sources: dict[str, Source] = {}


def register(source: Source) -> None:
    """Let a room's days and times stand in the week; said in its `apps.py`."""
    _sources[source.code] = source


def source_of(uid: str) -> tuple[Source, int] | None:
    """Return the source of an entry and its number there; None when it is no such name."""
    code, _, number = uid.partition(":")
    known = _sources.get(code)
    return (known, int(number)) if known is not None and number.isdecimal() else None


def between(*, citizen_id: int, first: date, after: date, language: str) -> list[Entry]:
    """Return everything from the first day until the day before `after`, in order of time."""
    found = [
        entry
        for code in sorted(_sources)
        for entry in _sources[code].between(citizen_id, first, after, language)
    ]
    return sorted(found, key=_order)


@contextmanager
def only(*sources: Source) -> Iterator[None]:
    """Let these alone stand in the week meanwhile; for tests."""
    before = dict(_sources)
    _sources.clear()
    _sources.update({source.code: source for source in sources})
    try:
        yield
    finally:
        _sources.clear()
        _sources.update(before)


def _order(entry: Entry) -> tuple[date, float, str]:
    at = -1.0 if entry.starts_at is None else entry.starts_at.timestamp()
    return entry.day, at, entry.uid
