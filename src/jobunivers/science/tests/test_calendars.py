# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Times and weeks keep to Danish clocks, and a calendar file says them so that none is mistaken."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobunivers.science.calendars import (
    COPENHAGEN,
    Appointment,
    CalendarFile,
    NoSuchTime,
    NoSuchWeek,
    Week,
    ics,
    moment,
    periods,
    week_named,
    week_of,
)

SPRING = date(2027, 3, 28)  # 02:00 becomes 03:00
AUTUMN = date(2027, 10, 31)  # 03:00 becomes 02:00
AT = datetime(2026, 11, 25, 9, tzinfo=UTC)


def test_the_same_clock_time_is_another_moment_after_the_change() -> None:
    found = periods(date(2027, 3, 22), time(9), time(10), minutes=60, weeks=2)

    assert [one.starts_at.hour for one in found] == [8, 7]
    assert {one.starts_at.astimezone(COPENHAGEN).hour for one in found} == {9}


def test_an_hour_that_is_skipped_is_refused() -> None:
    with pytest.raises(NoSuchTime):
        moment(SPRING, time(2, 30))


def test_an_hour_that_comes_twice_is_the_first() -> None:
    assert moment(AUTUMN, time(2, 30)) == datetime(2027, 10, 31, 0, 30, tzinfo=UTC)


def test_a_morning_over_the_change_is_an_hour_shorter_in_spring_and_longer_in_autumn() -> None:
    assert len(periods(SPRING, time(1), time(6), minutes=60)) == 4
    assert len(periods(AUTUMN, time(1), time(6), minutes=60)) == 6


@given(
    st.dates(date(2026, 1, 1), date(2028, 12, 31)),
    st.times(time(6), time(12)),
    st.times(time(12), time(20)),
    st.sampled_from([30, 45, 60]),
    st.integers(1, 5),
)
def test_meetings_have_their_length_and_never_overlap(
    day: date, first: time, last: time, minutes: int, weeks: int
) -> None:
    found = periods(day, first, last, minutes=minutes, weeks=weeks)

    assert all(one.ends_at - one.starts_at == timedelta(minutes=minutes) for one in found)
    assert all(one.ends_at <= two.starts_at for one, two in pairwise(found))


def test_a_meeting_without_length_is_refused() -> None:
    with pytest.raises(ValueError, match="0 minutes"):
        periods(SPRING, time(9), time(10), minutes=0)


def _appointment(summary: str = "Møde", location: str = "") -> Appointment:
    return Appointment(
        uid="7@jobunivers",
        sequence=2,
        starts_at=moment(date(2027, 7, 1), time(9)),
        ends_at=moment(date(2027, 7, 1), time(9, 45)),
        changed_at=AT,
        summary=summary,
        location=location,
    )


def _file(*appointments: Appointment, **whole: Any) -> str:
    return ics(CalendarFile(appointments=appointments, **whole)).decode()


def test_a_calendar_gets_the_moment_in_utc() -> None:
    text = _file(_appointment())

    assert "DTSTART:20270701T070000Z\r\n" in text
    assert "DTEND:20270701T074500Z\r\n" in text
    assert "SEQUENCE:2\r\n" in text
    assert "LAST-MODIFIED:20261125T090000Z\r\n" in text
    assert text.startswith("BEGIN:VCALENDAR\r\n")
    assert text.endswith("END:VCALENDAR\r\n")
    assert "ORGANIZER" not in text
    assert "ATTENDEE" not in text


def test_whole_days_are_dates_and_the_last_one_is_the_day_after() -> None:
    days = replace(_appointment(), starts_at=SPRING, ends_at=SPRING + timedelta(days=2))

    text = _file(days)

    assert "DTSTART;VALUE=DATE:20270328\r\n" in text
    assert "DTEND;VALUE=DATE:20270330\r\n" in text


def test_what_has_no_length_has_no_end() -> None:
    at = moment(AUTUMN, time(12))

    assert "DTEND" not in _file(replace(_appointment(), starts_at=at, ends_at=at))


def test_what_is_cancelled_says_so_and_takes_no_time() -> None:
    text = _file(replace(_appointment(), cancelled=True))

    assert "STATUS:CANCELLED\r\n" in text
    assert "TRANSP:TRANSPARENT\r\n" in text


def test_a_subscription_says_its_name_and_how_often_to_ask() -> None:
    text = _file(name="Min uge", every=timedelta(hours=1), colour="#0059b3")

    assert "X-WR-CALNAME:Min uge\r\n" in text
    assert "REFRESH-INTERVAL;VALUE=DURATION:PT1H\r\n" in text
    assert "X-PUBLISHED-TTL:PT1H\r\n" in text


@given(st.text(max_size=200), st.text(max_size=200))
def test_whatever_something_is_called_it_adds_no_line_of_its_own(name: str, title: str) -> None:
    text = _file(_appointment(summary=f"x{title}", location=f"x{name}"))
    unfolded = text.replace("\r\n ", "")

    lines = unfolded.split("\r\n")
    assert len([one for one in lines if one]) == 19
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    assert "\n" not in unfolded.replace("\r\n", "")
    assert not [sign for sign in unfolded.replace("\r\n", "") if sign < " "]


def test_a_week_around_new_year_belongs_to_the_year_of_its_thursday() -> None:
    assert week_of(date(2027, 1, 1)).name == "2026-W53"
    assert Week(2026, 53).first == date(2026, 12, 28)
    assert Week(2026, 53).plus(1).name == "2027-W01"


@given(st.dates(date(2000, 1, 8), date(2100, 12, 20)))
def test_a_week_is_found_again_by_its_name_and_holds_its_day(day: date) -> None:
    week = week_of(day)

    assert week_named(week.name) == week
    assert day in week.days
    assert week.plus(1).plus(-1) == week
    assert week.after == week.plus(1).first


@pytest.mark.parametrize(
    "name",
    ["2027-W53", "2026-W00", "2026-W54", "2026-48", "9999-W52", "0000-W01", "x", "2026-W4８"],
)
def test_a_week_that_is_not_is_refused(name: str) -> None:
    with pytest.raises(NoSuchWeek):
        week_named(name)
