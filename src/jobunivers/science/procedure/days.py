# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Days of a procedure: Danish holidays by rule, working days, whole calendar months.

Which days offices are closed is said by the calendar alone, so that a deadline can be counted
again in ten years: public holidays (the Great Prayer Day until 2023), and 5 June, 24 and 31
December, on which no deadline ends either.
"""

import calendar
from datetime import date, timedelta
from functools import lru_cache

_DAY = timedelta(days=1)
_LAST_PRAYER_DAY = 2023
_WEEKEND = 5
_MONTHS = 12


def easter(year: int) -> date:
    """Return Easter Sunday of a year of the Gregorian calendar (Butcher 1876)."""
    century, rest = divmod(year, 100)
    golden = year % 19
    moon = (19 * golden + century - century // 4 - (8 * century + 13) // 25 + 15) % 30
    week = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * week) // 451
    month, day = divmod(moon + week - 7 * late + 114, 31)
    return date(year, month, day + 1)


@lru_cache(maxsize=64)
def holidays(year: int) -> frozenset[date]:
    """Return the public holidays of a year in Denmark."""
    sunday = easter(year)
    moving = [-3, -2, 0, 1, 39, 49, 50]
    if year <= _LAST_PRAYER_DAY:
        moving.append(26)
    fixed = {date(year, 1, 1), date(year, 12, 25), date(year, 12, 26)}
    return frozenset(fixed | {sunday + timedelta(days=days) for days in moving})


def is_working_day(day: date) -> bool:
    """Say whether offices are open: no weekend, holiday, 5 June, 24 or 31 December."""
    closed = (day.month, day.day) in {(6, 5), (12, 24), (12, 31)}
    return day.weekday() < _WEEKEND and not closed and day not in holidays(day.year)


def next_working_day(day: date) -> date:
    """Return the day itself, or the first working day after it."""
    while not is_working_day(day):
        day += _DAY
    return day


def after_days(day: date, count: int) -> date:
    """Return the day so many calendar days later; the day itself is not counted."""
    return day + timedelta(days=count)


def after_working_days(day: date, count: int) -> date:
    """Return the working day so many working days later; the day itself is not counted."""
    for _each in range(count):
        day = next_working_day(day + _DAY)
    return day


def end_of_full_months(day: date, count: int) -> date:
    """Return the last day of so many whole calendar months after the month of a day.

    Three whole months after something on 10 March are April, May and June: 30 June.
    """
    months = day.year * _MONTHS + day.month - 1 + count
    year, month = divmod(months, _MONTHS)
    return date(year, month + 1, calendar.monthrange(year, month + 1)[1])


def days_until(first: date, restored: date) -> int:
    """Return the days from the first until contact is restored; the first always counts.

    LAS § 37 (1): the day itself counts even when she gets in touch on it.
    """
    return max(1, (restored - first).days)
