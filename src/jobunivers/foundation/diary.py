# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What stands in a citizen's calendar, told by every room that keeps days or times for her."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from jobunivers.foundation import together

Questions = dict[str, together.Question]

_FAR = timedelta(days=400)
_LONGEST_NUMBER = 18


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
        open_end: it lasts until she says otherwise; `last_day` is then the last that was asked for.
        path: its page within the kommune.
        movable: she may give it another day or time herself, by `Source.move`.
        done: it is over or has been done.
        cancelled: it stood there and does not any more; calendars are told so.
        changed_at: when it was last changed, for calendars.
        why_fixed: why she cannot move it, in the reader's language; empty: a general sentence.
        calendar_uid: what calendars call it, where the room hands out files of its own as well.
        citizen_id: in the calendar of staff: whom it is about.
    """

    uid: str
    version: int
    kind: str
    title: str
    day: date
    starts_at: datetime | None = None
    ends_at: datetime | None = None
    last_day: date | None = None
    open_end: bool = False
    place: str = ""
    note: str = ""
    path: str = ""
    movable: bool = False
    done: bool = False
    cancelled: bool = False
    changed_at: datetime | None = None
    why_fixed: str = ""
    calendar_uid: str = ""
    citizen_id: int | None = None

    def until(self, today: date) -> date:
        """Return the last day it stands on; what has no end yet stands there until today."""
        last = self.day if self.last_day is None else self.last_day
        return max(self.day, min(last, today) if self.open_end else last)


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


# The same in two steps, so that all rooms' questions go in one journey to the database.
# Citizen, first day, the day after the last one → questions by name.
Asks = Callable[[int, date, date], Mapping[str, together.Question]]
# The rows of each question by its name, first day, the day after the last one, language → entries.
Reads = Callable[[Mapping[str, list[Any]], date, date, str], list[Entry]]


@dataclass(frozen=True, slots=True)
class Source:
    """A room's days and times; `code` begins the uid of its entries.

    It has `asks` and `reads`, or else `between`, which costs a journey of its own.
    """

    code: str
    between: Between | None = None
    move: Move | None = None
    asks: Asks | None = None
    reads: Reads | None = None

    def __post_init__(self) -> None:
        """Refuse a source that cannot tell anything."""
        if self.between is None and (self.asks is None or self.reads is None):
            raise ValueError(
                f"The source {self.code} has neither `between` nor `asks` and `reads`."
            )


_sources: dict[str, Source] = {}
_staff_sources: dict[str, Source] = {}


def register(source: Source) -> None:
    """Let a room's days and times stand in the week; said in its `apps.py`."""
    _sources[source.code] = source


def register_for_staff(source: Source) -> None:
    """Let a room's days and times stand in the calendar of a member of staff.

    Where a source of a citizen's week is given her number, this one is given the staff's. A title
    names no citizen: an entry's `citizen_id` does, and the page finds her name.
    """
    _staff_sources[source.code] = source


def between_for_staff(*, staff_id: int, first: date, after: date, language: str) -> list[Entry]:
    """Return what stands in a member of staff's days, in order of time, asked in one journey."""
    sources = [_staff_sources[code] for code in sorted(_staff_sources)]
    return _between(sources, (staff_id, first, after, language))


def source_of(uid: str) -> tuple[Source, int] | None:
    """Return the source of an entry and its number there; None when it is no such name."""
    code, _, number = uid.partition(":")
    known = _sources.get(code)
    if known is None or not number.isdecimal() or len(number) > _LONGEST_NUMBER:
        return None
    return known, int(number)


def questions(*, citizen_id: int, first: date, after: date) -> Questions:
    """Return what the rooms want to know of these days, by name, for `together.ask`."""
    return _questions(_ordered(), citizen_id, first, after)


def read(
    answers: Callable[[str], Iterable[Any]],
    *,
    citizen_id: int,
    first: date,
    after: date,
    language: str,
) -> list[Entry]:
    """Return what stands in these days, from the answers to `questions`, in order of time."""
    return _read(_ordered(), answers, (citizen_id, first, after, language))


def between(*, citizen_id: int, first: date, after: date, language: str) -> list[Entry]:
    """Return everything from the first day until the day before `after`, in order of time."""
    return _between(_ordered(), (citizen_id, first, after, language))


def find(*, uid: str, citizen_id: int, around: date, language: str) -> Entry | None:
    """Return one entry of hers by its name, if it stands within a year of a day."""
    known = source_of(uid)
    if known is None:
        return None
    found = _between([known[0]], (citizen_id, around - _FAR, around + _FAR, language))
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


_Span = tuple[int, date, date, str]  # citizen, first day, the day after the last one, language


def _ordered() -> list[Source]:
    return [_sources[code] for code in sorted(_sources)]


def _between(sources: Sequence[Source], span: _Span) -> list[Entry]:
    asked = _questions(sources, *span[:3])
    together.ask(list(asked.values()))
    return _read(sources, asked.__getitem__, span)


def _questions(sources: Sequence[Source], citizen_id: int, first: date, after: date) -> Questions:
    return {
        f"{source.code}.{name}": question
        for source in sources
        if source.asks is not None
        for name, question in source.asks(citizen_id, first, after).items()
    }


def _read(
    sources: Sequence[Source], answers: Callable[[str], Iterable[Any]], span: _Span
) -> list[Entry]:
    citizen_id, first, after, language = span
    found: list[Entry] = []
    for source in sources:
        if source.asks is not None and source.reads is not None:
            # Asked again for the names alone: a queryset that is not read asks nothing.
            names = source.asks(citizen_id, first, after)
            rows = {name: list(answers(f"{source.code}.{name}")) for name in names}
            found += source.reads(rows, first, after, language)
        elif source.between is not None:
            found += source.between(citizen_id, first, after, language)
    return sorted(found, key=_order)


def _order(entry: Entry) -> tuple[date, float, str]:
    at = -1.0 if entry.starts_at is None else entry.starts_at.timestamp()
    return entry.day, at, entry.uid
