# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""When a notice may leave the house. Pure: times and choices in, a decision with its reason out."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

DAY, WEEK = timedelta(days=1), timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Quiet:
    """Hours of her own clock in which nothing may disturb her; the end is not quiet any more."""

    begins: time
    ends: time

    def holds(self, moment: datetime, zone: ZoneInfo) -> bool:
        """Tell whether a moment is in the quiet hours; across midnight when the end comes first."""
        clock = moment.astimezone(zone).time()
        if self.begins <= self.ends:
            return self.begins <= clock < self.ends
        return clock >= self.begins or clock < self.ends

    def over(self, moment: datetime, zone: ZoneInfo) -> datetime:
        """Return the first moment from this one on that is not quiet (UTC).

        Quiet hours that begin and end at the same time hold never.
        """
        if not self.holds(moment, zone):
            return moment
        return next_clock(moment, self.ends, zone)


def next_clock(moment: datetime, clock: time, zone: ZoneInfo) -> datetime:
    """Return the first time after a moment at which her clock shows this (UTC).

    The hour that comes twice in autumn counts both times; one that is left out in spring is the
    same instant an hour on.
    """
    day = moment.astimezone(zone).date()
    candidates = [one for days in (0, 1) for one in _shown(day + timedelta(days=days), clock, zone)]
    return min(one for one in candidates if one > moment)


def _shown(day: date, clock: time, zone: ZoneInfo) -> list[datetime]:
    """Return when a day's clock shows this: twice in the autumn's hour, else once."""
    first, second = (
        datetime.combine(day, clock.replace(fold=fold), zone).astimezone(UTC) for fold in (0, 1)
    )
    # Of an hour that is left out, the second reading lies before it: it was never shown.
    return [first, second] if second > first else [first]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What she wants, and what she has had: all that decides about one message."""

    zone: ZoneInfo
    quiet: Quiet | None
    digest: time
    paused_until: datetime | None
    per_day: int
    per_week: int
    had: Sequence[datetime]  # when messages went out to her in the last week, by any channel


@dataclass(frozen=True, slots=True)
class Go:
    """It may go now."""


@dataclass(frozen=True, slots=True)
class Wait:
    """Not before this moment."""

    until: datetime


@dataclass(frozen=True, slots=True)
class LeaveOut:
    """It stays on her pages alone, for this reason."""

    reason: str


Decision = Go | Wait | LeaveOut


def decide(moment: datetime, wish: Wish, *, critical: bool, daily: bool) -> Decision:
    """Decide about a message that is due.

    What is critical goes. What comes while she has paused stays on her pages. Else quiet hours
    are kept; over the day's limit what is collected waits for tomorrow's message, and the rest is
    left out; over the week's limit everything is.
    """
    if critical:
        return Go()
    if wish.paused_until is not None and moment < wish.paused_until:
        return LeaveOut("paused")
    if wish.quiet is not None and wish.quiet.holds(moment, wish.zone):
        return Wait(wish.quiet.over(moment, wish.zone))
    return _within_limits(moment, wish, daily=daily)


def _within_limits(moment: datetime, wish: Wish, *, daily: bool) -> Decision:
    if _had_since(wish, moment - WEEK) >= wish.per_week:
        return LeaveOut("week_is_full")
    if _had_since(wish, moment - DAY) < wish.per_day:
        return Go()
    return Wait(digest_after(moment, wish)) if daily else LeaveOut("day_is_full")


def digest_after(moment: datetime, wish: Wish) -> datetime:
    """Return when the next daily message goes, past the quiet hours."""
    at = next_clock(moment, wish.digest, wish.zone)
    return wish.quiet.over(at, wish.zone) if wish.quiet else at


def _had_since(wish: Wish, since: datetime) -> int:
    return sum(one > since for one in wish.had)


# 1, 5, 25 minutes, 2 and 10 hours: a mail server that is down over night is waited for.
_PAUSES = (60, 300, 1500, 7500, 37500)
MOST_TRIES = len(_PAUSES) + 1


def pause_after(tries: int, asked: timedelta | None = None) -> timedelta | None:
    """Return how long to wait after so many failed tries; None: give up.

    What the other side asked for counts when it is longer, up to a day.
    """
    if tries >= MOST_TRIES:
        return None
    own = timedelta(seconds=_PAUSES[tries - 1])
    return min(max(own, asked or own), DAY)
