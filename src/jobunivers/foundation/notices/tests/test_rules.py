# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Quiet hours, the daily message, limits and pauses, whatever the clock does."""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jobunivers.foundation.notices import rules
from jobunivers.foundation.notices.rules import Go, LeaveOut, Quiet, Wait, Wish, decide

HERE = ZoneInfo("Europe/Copenhagen")
NIGHT = Quiet(time(20), time(8))
NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
WISH = Wish(
    zone=HERE, quiet=NIGHT, digest=time(9), paused_until=None, per_day=3, per_week=10, had=()
)


def here(*parts: int, fold: int = 0) -> datetime:
    return datetime(*parts, tzinfo=HERE, fold=fold).astimezone(UTC)  # type: ignore[arg-type,misc]


@pytest.mark.parametrize(
    ("moment", "until"),
    [
        (here(2026, 11, 23, 22), here(2026, 11, 24, 8)),
        (here(2026, 11, 24, 3), here(2026, 11, 24, 8)),
        (here(2026, 11, 23, 20), here(2026, 11, 24, 8)),
        (here(2026, 11, 24, 8), here(2026, 11, 24, 8)),
        (here(2026, 11, 23, 12), here(2026, 11, 23, 12)),
        # The night in which the clock goes forward, and the one in which it goes back.
        (here(2026, 3, 28, 23), here(2026, 3, 29, 8)),
        (here(2026, 10, 24, 23), here(2026, 10, 25, 8)),
    ],
)
def test_quiet_hours_end_when_her_clock_says_so(moment: datetime, until: datetime) -> None:
    assert NIGHT.over(moment, HERE) == until


def test_the_night_of_summer_time_is_an_hour_shorter_or_longer() -> None:
    spring = NIGHT.over(here(2026, 3, 28, 20), HERE) - here(2026, 3, 28, 20)
    autumn = NIGHT.over(here(2026, 10, 24, 20), HERE) - here(2026, 10, 24, 20)
    assert (spring, autumn) == (timedelta(hours=11), timedelta(hours=13))


clocks = st.times(timezones=st.none()).map(lambda t: t.replace(second=0, microsecond=0))
moments = st.datetimes(
    min_value=datetime(2026, 1, 1), max_value=datetime(2027, 12, 31)  # noqa: DTZ001
).map(lambda moment: moment.replace(tzinfo=UTC))  # fmt: skip
changes = st.sampled_from([datetime(2026, 3, 29, tzinfo=UTC), datetime(2026, 10, 25, tzinfo=UTC)])
near_changes = st.builds(
    lambda day, minutes: day + timedelta(minutes=minutes), changes, st.integers(-600, 600)
)


@settings(max_examples=200, deadline=None)
@given(clocks, clocks, st.one_of(moments, near_changes))
def test_the_end_of_quiet_is_never_quiet_never_past_and_within_a_day(
    begins: time, ends: time, moment: datetime
) -> None:
    quiet = Quiet(begins, ends)
    over = quiet.over(moment, HERE)
    assert over >= moment
    assert over - moment <= timedelta(hours=25)
    assert not quiet.holds(over, HERE)
    if not quiet.holds(moment, HERE):
        assert over == moment


@settings(max_examples=100, deadline=None)
@given(clocks, st.one_of(moments, near_changes))
def test_the_next_time_of_a_clock_comes_within_a_day_and_shows_it(
    clock: time, moment: datetime
) -> None:
    then = rules.next_clock(moment, clock, HERE)
    assert moment < then <= moment + timedelta(hours=25)
    shown = then.astimezone(HERE).time()
    # An hour that is left out in spring is shown an hour on.
    assert shown in {clock, (datetime.combine(then, clock) + timedelta(hours=1)).time()}


def test_in_the_daytime_with_nothing_before_it_goes() -> None:
    assert decide(NOW, WISH, critical=False, daily=False) == Go()


def test_at_night_it_waits_until_the_morning() -> None:
    at = here(2026, 11, 23, 23)
    assert decide(at, WISH, critical=False, daily=False) == Wait(here(2026, 11, 24, 8))


def test_what_is_critical_goes_at_night_in_a_pause_and_over_every_limit() -> None:
    full = replace(WISH, paused_until=NOW + timedelta(days=9), had=(NOW,) * 50)
    assert decide(here(2026, 11, 23, 3), full, critical=True, daily=False) == Go()


def test_in_a_pause_nothing_goes_and_afterwards_it_does() -> None:
    paused = replace(WISH, paused_until=NOW)
    before = NOW - timedelta(minutes=1)
    assert decide(before, paused, critical=False, daily=True) == LeaveOut("paused")
    assert decide(NOW, paused, critical=False, daily=True) == Go()


def test_over_the_days_limit_the_collected_wait_and_the_others_stay_home() -> None:
    full = replace(WISH, had=tuple(NOW - timedelta(hours=hour) for hour in (1, 2, 3)))
    assert decide(NOW, full, critical=False, daily=False) == LeaveOut("day_is_full")
    assert decide(NOW, full, critical=False, daily=True) == Wait(here(2026, 11, 24, 9))
    later = NOW + timedelta(hours=23, minutes=1)
    assert decide(later, full, critical=False, daily=False) == Go()


def test_over_the_weeks_limit_nothing_more_goes_that_week() -> None:
    full = replace(WISH, had=tuple(NOW - timedelta(days=2, hours=hour) for hour in range(10)))
    assert decide(NOW, full, critical=False, daily=True) == LeaveOut("week_is_full")
    assert decide(NOW + timedelta(days=6), full, critical=False, daily=True) == Go()


@settings(max_examples=100, deadline=None)
@given(st.lists(st.integers(0, 14 * 24 * 60), max_size=60), st.integers(1, 5), st.integers(1, 12))
def test_nobody_is_disturbed_more_often_than_the_limits_say(
    minutes: list[int], per_day: int, per_week: int
) -> None:
    sent: list[datetime] = []
    for minute in sorted(minutes):
        at = NOW + timedelta(minutes=minute)
        wish = replace(WISH, per_day=per_day, per_week=per_week, had=tuple(sent))
        if decide(at, wish, critical=False, daily=False) == Go():
            sent.append(at)
    for one in sent:
        assert sum(one - rules.DAY < other <= one for other in sent) <= per_day
        assert sum(one - rules.WEEK < other <= one for other in sent) <= per_week


def test_pauses_between_tries_grow_until_it_is_given_up() -> None:
    pauses = [rules.pause_after(tries) for tries in range(1, rules.MOST_TRIES)]
    known = [pause for pause in pauses if pause is not None]
    assert known == sorted(known)
    assert len(known) == rules.MOST_TRIES - 1
    assert sum(known, timedelta()) > timedelta(hours=12)
    assert rules.pause_after(rules.MOST_TRIES) is None
    assert rules.pause_after(1, timedelta(hours=1)) == timedelta(hours=1)
    assert rules.pause_after(1, timedelta(days=90)) == timedelta(days=1)
