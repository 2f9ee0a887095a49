# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Weeks as Danish calendars number them (ISO 8601): Monday first, week 1 has the first Thursday."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

_NAME = re.compile(r"([0-9]{4})-W([0-9]{2})")
# What a calendar of people has use for; the library's own ends are years 1 and 9999.
FIRST_YEAR, LAST_YEAR = 2000, 2100
_DAYS = 7


class NoSuchWeek(ValueError):  # noqa: N818 - it reads as what is wrong
    """No week is called that, or it lies beyond what a calendar of people shows."""


@dataclass(frozen=True, slots=True, order=True)
class Week:
    """A week by its year and number."""

    year: int
    number: int

    @property
    def name(self) -> str:
        """Return it as addresses and ISO 8601 write it: 2026-W48."""
        return f"{self.year:04}-W{self.number:02}"

    @property
    def first(self) -> date:
        """Return its Monday."""
        return date.fromisocalendar(self.year, self.number, 1)

    @property
    def after(self) -> date:
        """Return the Monday after it."""
        return self.first + timedelta(days=_DAYS)

    @property
    def days(self) -> list[date]:
        """Return its seven days."""
        return [self.first + timedelta(days=number) for number in range(_DAYS)]

    def plus(self, weeks: int) -> "Week":
        """Return the week so many later, or earlier."""
        return week_of(self.first + timedelta(weeks=weeks))


def week_of(day: date) -> Week:
    """Return the week a day stands in; around New Year it may belong to another year."""
    year, number, _ = day.isocalendar()
    return Week(year, number)


def week_named(name: str) -> Week:
    """Return the week of a name such as 2026-W48; raises NoSuchWeek."""
    found = _NAME.fullmatch(name)
    if found is None or not FIRST_YEAR <= int(found[1]) <= LAST_YEAR:
        raise NoSuchWeek(name)
    week = Week(int(found[1]), int(found[2]))
    try:
        _ = week.first
    except ValueError as error:
        raise NoSuchWeek(name) from error
    return week
