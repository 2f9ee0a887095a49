# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What counts as activity, and how much: points a day from what she did.

The points are ours, and a choice: applying counts most, deeds count, looking in counts little.
A login is worth 0.2 and counts once a day, so that logging in alone never makes a day active
(1 point), nor every day of a week an active week (2 points): whoever only looks in is asked how
it goes. Each kind counts three times a day at most, so that a busy hour is not a busy month.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

import numpy as np
from numpy.typing import NDArray

Doubles = NDArray[np.float64]
Ints = NDArray[np.int64]

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
DAYS_LOOKED_BACK: Final = 7 * (WEEKS_LOOKED_BACK + 1)


@dataclass(frozen=True, slots=True)
class Days:
    """What people did, one row a person and day: `person` 0…n-1, `back` days before today."""

    person: Ints
    back: Ints
    points: Doubles
    logins: Ints
    applications: Ints


@dataclass(frozen=True, slots=True)
class Sums:
    """The same as sums for n people; days back are NaN when there is none in 14 weeks."""

    active_back: Doubles  # days since the last active day
    login_back: Doubles
    points7: Doubles
    points30: Doubles
    points90: Doubles
    applications30: Ints
    active_weeks: Ints  # as `active_weeks` counts them


def sums_of(days: Days, size: int) -> Sums:
    """Return the sums of n people."""

    def within(most: int, values: Doubles | Ints) -> Doubles:
        near = (days.back >= 0) & (days.back < most)
        found = np.bincount(days.person[near], weights=values[near], minlength=size)
        return found.astype(np.float64)

    return Sums(
        active_back=_nearest(days, days.points >= ACTIVE_DAY, size),
        login_back=_nearest(days, days.logins > 0, size),
        points7=within(7, days.points),
        points30=within(30, days.points),
        points90=within(90, days.points),
        applications30=within(30, days.applications).astype(np.int64),
        active_weeks=_weeks_in_a_row(days, size),
    )


def _nearest(days: Days, which: NDArray[np.bool_], size: int) -> Doubles:
    found = np.full(size, np.inf)
    mine = which & (days.back >= 0) & (days.back < DAYS_LOOKED_BACK)
    np.minimum.at(found, days.person[mine], days.back[mine].astype(np.float64))
    return np.where(np.isinf(found), np.nan, found)


def _weeks_in_a_row(days: Days, size: int) -> Ints:
    weeks = WEEKS_LOOKED_BACK + 1
    near = (days.back >= 0) & (days.back < DAYS_LOOKED_BACK)
    cell = days.person[near] * weeks + days.back[near] // 7
    by_week = np.bincount(cell, weights=days.points[near], minlength=size * weeks)
    active = by_week.reshape(size, weeks) >= ACTIVE_WEEK
    from_now = np.where(active[:, :1], active[:, :-1], active[:, 1:])
    return np.asarray(np.cumprod(from_now, axis=1).sum(axis=1), dtype=np.int64)


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
