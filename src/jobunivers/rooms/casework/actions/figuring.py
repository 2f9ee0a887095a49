# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Figures for managers, counted at night: how long people wait, the aims of BEK 760/2025 § 5."""

from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime, timedelta

import numpy as np
from django.db import transaction
from django.utils import timezone

from jobunivers.foundation import desk
from jobunivers.foundation.events import actions as events
from jobunivers.rooms.casework.models import CitizenRow, FocusDay, FocusReport, Measure, WaitDay
from jobunivers.rooms.casework.queries.supervision import RULES
from jobunivers.rooms.entrance.queries.desk import held_since
from jobunivers.rooms.law import queries as law
from jobunivers.rooms.talks import queries as talks

LOOKED_BACK = timedelta(days=90)
# Individual talks of the contact course (LAB §§ 31-32), which BEK 760/2025 § 3 counts.
_COUNTED = ("job", "job_fund", "first")
_HOUR = 3600.0


class ImpossibleCount(Exception):  # noqa: N818 - it reads as what happened
    """More lack it than there are people, nobody is counted, or the day is to come."""


@transaction.atomic
def count_waits(*, at: datetime) -> int:
    """Count how long people have waited in the last 90 days, for each kind; return the kinds."""
    day = timezone.localdate(at)
    rows = [_waits(one, day, at) for one in desk.waits()]
    WaitDay.objects.bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=["municipality", "day", "code"],
        update_fields=["asked", "answered", "waiting", "late", "median_hours", "p90_hours"],
    )
    return len(rows)


def _waits(one: desk.Waits, day: date, at: datetime) -> WaitDay:
    times = [(asked, done) for asked, done in one.asked(at - LOOKED_BACK, at) if asked <= at]
    took = np.array(
        [max((done - asked).total_seconds(), 0.0) / _HOUR for asked, done in times if done],
        dtype=float,
    )
    open_ = [asked for asked, done in times if done is None]
    late = 0
    if one.days is not None:
        late = sum(at - asked > timedelta(days=one.days) for asked in open_)
    median, slow = np.percentile(took, [50, 90]) if took.size else (None, None)
    return WaitDay(
        day=day,
        code=one.code,
        asked=len(times),
        answered=int(took.size),
        waiting=len(open_),
        late=late,
        median_hours=None if median is None else float(median),
        p90_hours=None if slow is None else float(slow),
    )


@transaction.atomic
def count_aims(*, at: datetime) -> int:
    """Count the aims as far as the platform knows them; return of how many there is a rule.

    A day without a rule in the register is not counted: nothing may be concluded then.
    """
    day, rows = timezone.localdate(at), []
    for measure, code in RULES.items():
        try:
            values = law.rule(code, on=day).values
        except (law.NoRuleOn, law.UnknownRule):
            continue
        ids = _out_of_work(months_before(day, int(str(values["benefit_months"]))))
        row = FocusDay(day=day, measure=measure, people=len(ids))
        if measure == Measure.TALKS:
            since = at - (day - months_before(day, int(str(values["look_back_months"]))))
            held = _held(since, at)
            least = int(str(values["fewer_than_talks"]))
            row.without = sum(held[pk] < least for pk in ids)
            row.met = sum(held[pk] > 0 for pk in ids)
        rows.append(row)
    FocusDay.objects.bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=["municipality", "day", "measure"],
        update_fields=["people", "without", "met"],
    )
    return len(rows)


def months_before(day: date, months: int) -> date:
    """Return the same day so many months earlier, or the last of its month."""
    total = day.year * 12 + day.month - 1 - months
    year, month = divmod(total, 12)
    for last in range(day.day, 0, -1):
        try:
            return date(year, month + 1, last)
        except ValueError:
            continue
    raise ValueError(day)


def _out_of_work(since: date) -> list[int]:
    rows = CitizenRow.objects.filter(out_since__lte=since).order_by("citizen_id")
    return list(rows.values_list("citizen_id", flat=True))


def _held(since: datetime, until: datetime) -> "Counter[int]":
    """Return how many talks each citizen has had; a first meeting that became a talk is one."""
    found = talks.held_between(since=since, until=until).filter(state="held", kind__in=_COUNTED)
    rows: Iterable[tuple[int, int | None]] = found.values_list("citizen_id", "meeting_id")
    counted: Counter[int] = Counter()
    became = set()
    for citizen, meeting in rows:
        counted[citizen] += 1
        became.add(meeting)
    for citizen, meeting_id in held_since(since):
        if meeting_id not in became:
            counted[citizen] += 1
    return counted


@transaction.atomic
def report_aim(
    *, measure: Measure, day: date, people: int, without: int, source: str, by_id: int, at: datetime
) -> FocusReport:
    """Keep an aim as it was measured elsewhere; raises ImpossibleCount."""
    if not 0 <= without <= people or people == 0 or day > timezone.localdate(at) or not source:
        raise ImpossibleCount
    row = FocusReport.objects.create(
        measure=measure, day=day, people=people, without=without, source=source, by_id=by_id, at=at
    )
    events.record("casework.aim_reported", at=at, actor_id=by_id, data={"report": row.pk})
    return row
