# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Her week and her month, gathered from every room that keeps days or times for her."""

import calendar
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils import timezone

from jobunivers.foundation import diary
from jobunivers.foundation.diary import Entry
from jobunivers.rooms.week.queries import words
from jobunivers.science.calendars import Week, week_of

_MOST_A_DAY = 50
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Line:
    """An entry as a line of a day."""

    entry: Entry
    kind: words.Kind
    day: date
    number: int  # which of its days this is, from 1
    days: int
    movable: bool
    why_fixed: str
    earlier: date | None  # the day before, where it may be moved there
    later: date  # the day after, or today when it has been left behind

    @property
    def clock(self) -> str:
        """Return when it begins on this day's clock, for a form; empty for a whole day."""
        at = self.entry.starts_at
        return "" if at is None or self.number > 1 else f"{timezone.localtime(at):%H:%M}"

    @property
    def path(self) -> str:
        """Return its page's address within the kommune."""
        return self.entry.path.lstrip("/")

    @property
    def timed(self) -> bool:
        """Say whether it has a time on this day."""
        return self.entry.starts_at is not None and self.number == 1

    @property
    def anchor(self) -> str:
        """Return what the line is called within its page."""
        return f"{self.entry.uid.replace(':', '-')}-{self.number}"


@dataclass(frozen=True, slots=True)
class Day:
    """A day and what is fixed on it; `more` lines are too many to show."""

    day: date
    lines: list[Line]
    today: bool
    past: bool
    more: int = 0


@dataclass(frozen=True, slots=True)
class WeekPage:
    """A week as its page shows it."""

    week: Week
    days: list[Day]
    suggestions: list[Line]
    this_week: Week
    today: date

    @property
    def empty(self) -> bool:
        """Say whether nothing at all is fixed in it."""
        return not any(day.lines for day in self.days)

    @property
    def last(self) -> date:
        """Return its Sunday."""
        return self.week.after - _DAY

    @property
    def before(self) -> Week:
        """Return the week before."""
        return self.week.plus(-1)

    @property
    def next(self) -> Week:
        """Return the week after."""
        return self.week.plus(1)


@dataclass(frozen=True, slots=True)
class MonthDay:
    """A day in a month: how much is fixed on it."""

    day: date
    inside: bool
    today: bool
    count: int


@dataclass(frozen=True, slots=True)
class MonthPage:
    """A month as rows of weeks."""

    first: date
    rows: list[tuple[Week, list[MonthDay]]]
    before: date
    next: date
    today: date


def week_page(*, citizen_id: int, week: Week, language: str, at: datetime) -> WeekPage:
    """Return a week of hers; all rooms that keep days or times are asked in one journey."""
    entries = diary.between(
        citizen_id=citizen_id, first=week.first, after=week.after, language=language
    )
    return week_page_of(entries, week=week, at=at)


def week_page_of(entries: Sequence[Entry], *, week: Week, at: datetime) -> WeekPage:
    """Return a week made of what stands in it."""
    today = timezone.localdate(at)
    lines = _lines(entries, week.first, week.after, at)
    fixed = [line for line in lines if line.kind.group != "suggestions"]
    suggested = [
        line
        for line in lines
        if line.kind.group == "suggestions" and not line.entry.cancelled and line.day >= today
    ]
    return WeekPage(
        week=week,
        days=[_day(day, fixed, today) for day in week.days],
        suggestions=suggested[:_MOST_A_DAY],
        this_week=week_of(today),
        today=today,
    )


def month_page(*, citizen_id: int, first: date, language: str, at: datetime) -> MonthPage:
    """Return how much stands on each day of a month, from its first day on."""
    weeks = [
        week_of(days[0]) for days in calendar.Calendar().monthdatescalendar(first.year, first.month)
    ]
    begin, after = weeks[0].first, weeks[-1].after
    entries = diary.between(citizen_id=citizen_id, first=begin, after=after, language=language)
    counts: dict[date, int] = {}
    for line in _lines(entries, begin, after, at):
        if line.kind.group != "suggestions" and not line.entry.cancelled:
            counts[line.day] = counts.get(line.day, 0) + 1
    today = timezone.localdate(at)
    return MonthPage(
        first=first,
        rows=[
            (
                week,
                [
                    MonthDay(day, day.month == first.month, day == today, counts.get(day, 0))
                    for day in week.days
                ],
            )
            for week in weeks
        ],
        before=(first - _DAY).replace(day=1),
        next=(first + timedelta(days=32)).replace(day=1),
        today=today,
    )


def line_of(entry: Entry, *, at: datetime) -> Line:
    """Return an entry as the line of its first day."""
    return _line(entry, entry.day, at)


def may_move(entry: Entry) -> bool:
    """Say whether she may give it another time: it is hers to move, and neither done nor off."""
    return entry.movable and not (entry.done or entry.cancelled)


def _lines(entries: Sequence[Entry], first: date, after: date, at: datetime) -> list[Line]:
    """Return a line for each day from the first to the one before `after` that an entry has."""
    found, today = [], timezone.localdate(at)
    for entry in entries:
        day, last = max(entry.day, first), min(entry.until(today), after - _DAY)
        while day <= last:
            found.append(_line(entry, day, at))
            day += _DAY
    return found


def _line(entry: Entry, day: date, at: datetime) -> Line:
    today = timezone.localdate(at)
    movable = may_move(entry)
    why = ""
    if not (movable or entry.done or entry.cancelled):
        why = entry.why_fixed or str(words.WHY_FIXED.get(entry.kind, words.ALWAYS_FIXED))
    return Line(
        entry=entry,
        kind=words.kind_of(entry.kind),
        day=day,
        number=(day - entry.day).days + 1,
        days=(entry.until(today) - entry.day).days + 1,
        movable=movable,
        why_fixed=why,
        earlier=entry.day - _DAY if entry.day > today else None,
        later=max(entry.day + _DAY, today),
    )


def _day(day: date, lines: Sequence[Line], today: date) -> Day:
    here = sorted((line for line in lines if line.day == day), key=_order)
    return Day(
        day, here[:_MOST_A_DAY], day == today, day < today, more=max(0, len(here) - _MOST_A_DAY)
    )


def _order(line: Line) -> tuple[bool, float, str]:
    at = line.entry.starts_at if line.number == 1 else None
    return at is not None, 0.0 if at is None else at.timestamp(), line.entry.uid
