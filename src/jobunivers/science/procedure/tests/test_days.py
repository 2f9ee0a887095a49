# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Danish holidays by rule, working days, and whole calendar months."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jobunivers.science import procedure as p

DAYS = st.dates(date(1990, 1, 1), date(2080, 12, 31))
some = settings(max_examples=60, deadline=None)


@pytest.mark.parametrize(
    "day",
    ["2000-04-23", "2008-03-23", "2011-04-24", "2024-03-31", "2025-04-20", "2026-04-05",
     "2027-03-28", "2038-04-25"],
)  # fmt: skip
def test_easter_falls_where_the_almanac_says(day: str) -> None:
    found = date.fromisoformat(day)
    assert p.easter(found.year) == found


@given(st.integers(1600, 4000))
@some
def test_easter_is_a_sunday_of_spring(year: int) -> None:
    day = p.easter(year)
    assert day.weekday() == 6
    assert date(year, 3, 22) <= day <= date(year, 4, 25)


def test_the_holidays_of_2026_are_those_of_the_almanac() -> None:
    assert sorted(one.isoformat() for one in p.holidays(2026)) == [
        "2026-01-01", "2026-04-02", "2026-04-03", "2026-04-05", "2026-04-06", "2026-05-14",
        "2026-05-24", "2026-05-25", "2026-12-25", "2026-12-26",
    ]  # fmt: skip


def test_the_great_prayer_day_is_a_holiday_until_2023() -> None:
    assert date(2023, 5, 5) in p.holidays(2023)
    assert date(2024, 4, 26) not in p.holidays(2024)
    assert p.is_working_day(date(2024, 4, 26))


@pytest.mark.parametrize("day", ["2026-06-05", "2026-12-24", "2026-12-31", "2026-11-28"])
def test_offices_are_closed(day: str) -> None:
    assert not p.is_working_day(date.fromisoformat(day))


def test_working_days_pass_over_christmas() -> None:
    assert p.after_working_days(date(2026, 12, 23), 1) == date(2026, 12, 28)
    assert p.next_working_day(date(2026, 12, 24)) == date(2026, 12, 28)


@given(DAYS, st.integers(0, 30))
@some
def test_working_days_are_as_many_as_asked(day: date, count: int) -> None:
    end = p.after_working_days(day, count)
    between = (day + timedelta(days=1 + n) for n in range((end - day).days))
    assert sum(p.is_working_day(one) for one in between) == count


@pytest.mark.parametrize(
    ("event", "last"),
    [("2026-03-10", "2026-06-30"), ("2026-03-01", "2026-06-30"), ("2026-03-31", "2026-06-30"),
     ("2026-11-30", "2027-02-28"), ("2027-11-01", "2028-02-29"), ("2026-09-15", "2026-12-31")],
)  # fmt: skip
def test_three_full_months_end_with_the_third_month_after(event: str, last: str) -> None:
    assert p.end_of_full_months(date.fromisoformat(event), 3) == date.fromisoformat(last)


@given(DAYS, DAYS)
@some
def test_a_later_event_never_ends_sooner(one: date, other: date) -> None:
    first, second = sorted((one, other))
    assert p.end_of_full_months(first, 3) <= p.end_of_full_months(second, 3)


def test_the_day_itself_counts_even_when_she_calls_on_it() -> None:
    assert p.days_until(date(2026, 3, 10), date(2026, 3, 10)) == 1
    assert p.days_until(date(2026, 3, 10), date(2026, 3, 11)) == 1
    assert p.days_until(date(2026, 3, 10), date(2026, 3, 14)) == 4
