# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""How long people wait for answers, for a manager: sums of last night, by kind, never by name."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.functional import Promise

from jobunivers.foundation import desk
from jobunivers.rooms.casework.models import WaitDay

FEWEST = 5
"""Of fewer answers nothing is told: it would be about somebody."""
_THEN = timedelta(days=28)
_HOURS_A_DAY = 24.0


@dataclass(frozen=True, slots=True)
class WaitLine:
    """One kind of answer, and how long people waited for it in 90 days.

    Days are None where too few were answered; `before` is the median four weeks earlier.
    """

    name: str | Promise
    days: int | None  # within which an answer is expected
    asked: int
    waiting: int
    late: int
    median: float | None
    slow: float | None
    before: float | None


@dataclass(frozen=True, slots=True)
class WaitsPage:
    """All kinds, and the night they were counted; None: not yet."""

    day: date | None
    lines: tuple[WaitLine, ...]


def waits_page(*, today: date) -> WaitsPage:
    """Return each kind's figures of the last night that was counted, and four weeks before it."""
    rows = list(WaitDay.objects.filter(day__gte=today - 2 * _THEN, day__lte=today).order_by("day"))
    if not rows:
        return WaitsPage(None, ())
    last = rows[-1].day
    now = {one.code: one for one in rows if one.day == last}
    before = {one.code: one for one in rows if one.day <= last - _THEN}
    return WaitsPage(
        last,
        tuple(
            _line(kind, now[kind.code], before.get(kind.code))
            for kind in desk.waits()
            if kind.code in now
        ),
    )


def _line(kind: desk.Waits, row: WaitDay, before: WaitDay | None) -> WaitLine:
    told = row.answered >= FEWEST
    return WaitLine(
        name=kind.name,
        days=kind.days,
        asked=row.asked,
        waiting=row.waiting,
        late=row.late,
        median=_days(row.median_hours) if told else None,
        slow=_days(row.p90_hours) if told else None,
        before=_days(before.median_hours) if before and before.answered >= FEWEST else None,
    )


def _days(hours: float | None) -> float | None:
    return None if hours is None else hours / _HOURS_A_DAY
