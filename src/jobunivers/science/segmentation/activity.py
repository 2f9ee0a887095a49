# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What counts as activity, and how much: points a day from what she did.

The points are ours, and a choice: applying counts most, deeds count, looking in counts little.
A login is worth 0.2 and counts once a day, so that logging in alone never makes a day active
(1 point), nor every day of a week an active week (2 points): whoever only looks in is asked how
it goes. Each kind counts three times a day at most, so that a busy hour is not a busy month.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Final

VERSION: Final = "activity-1"
# Kind of deed → points; the order of the columns of a day.
POINTS: Final[Mapping[str, float]] = {
    "logins": 0.2,
    "profile": 1.0,
    "marks": 0.5,
    "searches": 1.0,
    "applications": 3.0,
    "contacts": 1.0,
    "learning": 2.0,
}
MOST_A_DAY: Final[Mapping[str, int]] = dict.fromkeys(POINTS, 3) | {"logins": 1}
ACTIVE_DAY: Final = 1.0
ACTIVE_WEEK: Final = 2.0
WEEKS_LOOKED_BACK: Final = 13


def points_of(counts: Mapping[str, int]) -> float:
    """Return the points of one day."""
    return sum(
        points * min(counts.get(kind, 0), MOST_A_DAY[kind]) for kind, points in POINTS.items()
    )


def active_weeks(points: Mapping[date, float], today: date) -> int:
    """Return how many of the last weeks in a row were active, from `points` a day.

    A week is seven days, the newest ends today; while the newest is not yet active it is passed
    over, so that a Monday takes nothing from her. At most 13 weeks are looked at.
    """
    weeks = [0.0] * (WEEKS_LOOKED_BACK + 1)
    for day, value in points.items():
        back = (today - day).days // 7
        if 0 <= back < len(weeks):
            weeks[back] += value
    weeks = weeks if weeks[0] >= ACTIVE_WEEK else weeks[1:]
    row = 0
    for value in weeks[:WEEKS_LOOKED_BACK]:
        if value < ACTIVE_WEEK:
            break
        row += 1
    return row


def days_not_counting(since: date, today: date, absences: list[tuple[date, date | None]]) -> int:
    """Return the days after `since` up to and with today on which she was not absent.

    An absence is half-open; without an end it lasts. Days of two absences count once.
    """
    days, end = (today - since).days, today + timedelta(days=1)
    away, covered = 0, since + timedelta(days=1)
    for starts, ends in sorted(absences, key=lambda one: one[0]):
        first, last = max(starts, covered), min(ends or end, end)
        if last > first:
            away += (last - first).days
            covered = last
    return max(0, days - away)
