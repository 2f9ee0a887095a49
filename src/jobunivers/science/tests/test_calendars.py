# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Meetings keep their clock time and their length when Danish clocks are changed."""

from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobunivers.science.calendars import (
    COPENHAGEN,
    Appointment,
    NoSuchTime,
    ics,
    moment,
    periods,
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
        summary=summary,
        location=location,
    )


def test_a_calendar_gets_the_moment_in_utc() -> None:
    text = ics(_appointment(), at=AT)

    assert "DTSTART:20270701T070000Z\r\n" in text
    assert "DTEND:20270701T074500Z\r\n" in text
    assert "SEQUENCE:2\r\n" in text
    assert text.startswith("BEGIN:VCALENDAR\r\n")
    assert text.endswith("END:VCALENDAR\r\n")


@given(st.text(max_size=200))
def test_whatever_a_place_is_called_it_adds_no_line_of_its_own(name: str) -> None:
    text = ics(_appointment(location=f"x{name}"), at=AT)
    unfolded = text.replace("\r\n ", "")

    lines = unfolded.split("\r\n")
    assert len([one for one in lines if one]) == 16
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    assert "\n" not in unfolded.replace("\r\n", "")
