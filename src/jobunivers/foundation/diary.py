# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What stands in a citizen's calendar, told by every room that keeps days or times for her."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, timedelta

_FAR = timedelta(days=400)


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
        changed_at: when it was last changed, for calendars.
        why_fixed: why she cannot move it, in the reader's language; empty: a general sentence.
        calendar_uid: what calendars call it, where the room hands out files of its own as well.
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
    changed_at: datetime | None = None
    why_fixed: str = ""
    calendar_uid: str = ""

    @property
    def until(self) -> date:
        """Return the last day it stands on."""
        return self.day if self.last_day is None else max(self.day, self.last_day)


class CannotMove(Exception):  # noqa: N818 - it reads as what happened
    """It cannot stand there; the text says why, in the reader's language."""


class ChangedMeanwhile(CannotMove):
    """It is not as she saw it: another window, or somebody else, has changed it."""


# Citizen, first day, the day after the last one, language → her entries, cancelled ones too, and
# those that began before and last into these days.
Between = Callable[[int, date, date, str], list[Entry]]
# Citizen, number, version that she saw, new day, new time or None, now. Raises CannotMove, and
# ChangedMeanwhile when the version is another.
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


def find(*, uid: str, citizen_id: int, around: date, language: str) -> Entry | None:
    """Return one entry of hers by its name, if it stands within a year of a day."""
    known = source_of(uid)
    if known is None:
        return None
    first, after = around - _FAR, around + _FAR
    found = known[0].between(citizen_id, first, after, language)
    return next((entry for entry in found if entry.uid == uid), None)


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
