# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What citizens do becomes days and sums: prepared from the log of events, never twice.

Whole days are counted anew when anything of them is new, so that reading the log again, late
events and events of long ago all give the same. What she reads is not in the log and not counted.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from types import MappingProxyType

import numpy as np
from django.db import connection, transaction
from django.utils import timezone

from jobunivers.foundation.columns import Doubles, Ints, array_text, read_columns
from jobunivers.foundation.events import queries as events
from jobunivers.foundation.tenancy import current_municipality_id
from jobunivers.rooms.segmentation.models import ActivityCursor, ActivityDay, ActivityState
from jobunivers.science.segmentation import (
    DAYS_LOOKED_BACK,
    MOST_A_DAY,
    POINTS,
    Days,
    Sums,
    sums_of,
)

COLUMNS = tuple(POINTS)
# Which events are something she does, and as what they count.
COUNTED: Mapping[str, str] = MappingProxyType(
    {
        "identity.logged_in": "logins",
        "journey.profile_changed": "profile",
        "vacancies.starred": "marks",
        "vacancies.unstarred": "marks",
        "vacancies.hidden": "marks",
        "vacancies.shown_again": "marks",
        "tailored.more_asked_for": "marks",
        "tailored.more_taken_back": "marks",
        "tailored.boldness_chosen": "marks",
        "vacancies.search_saved": "searches",
        "vacancies.application_logged": "applications",
        "vacancies.application_moved": "applications",
        "journey.absence_reported": "contacts",
        "journey.absence_ended": "contacts",
        "entrance.self_test_answered": "contacts",
        "entrance.own_wish_said": "contacts",
        "entrance.meeting_booked": "contacts",
        "entrance.step_taken": "contacts",
        "entrance.finished": "contacts",
        "segmentation.objected": "contacts",
    }
)
_KINDS = tuple(COUNTED)
_COLUMN = np.array([COLUMNS.index(column) for column in COUNTED.values()])
_MOST = 30_000  # what a smallint holds, nearly
_EPOCH = date(1970, 1, 1)
_DAY_TABLE = ActivityDay._meta.db_table  # noqa: SLF001 - Django's documented model meta
_STATE_TABLE = ActivityState._meta.db_table  # noqa: SLF001 - the same
_NAMES = ", ".join(COLUMNS)
_NEW_VALUES = ", ".join(f"excluded.{column}" for column in COLUMNS)
_ADD_DAYS = f"""
    INSERT INTO {_DAY_TABLE} AS d (municipality_id, citizen_id, day, points, {_NAMES})
    SELECT %s, citizen, DATE '1970-01-01' + day, points, {_NAMES}
    FROM unnest(%s::bigint[], %s::int[], %s::float8[], {", ".join(["%s::smallint[]"] * 7)})
        AS u(citizen, day, points, {_NAMES})
    ON CONFLICT (municipality_id, citizen_id, day) DO UPDATE
    SET points = excluded.points, ({_NAMES}) = ROW({_NEW_VALUES})
    WHERE ({", ".join(f"d.{column}" for column in COLUMNS)}) IS DISTINCT FROM ({_NEW_VALUES})
"""  # noqa: S608 - our own names
# What is older than 14 weeks is not looked at again: the last day she was active stays known.
_ADD_STATES = f"""
    INSERT INTO {_STATE_TABLE} AS s (municipality_id, citizen_id, as_of, last_active_on,
        last_login_on, points7, points30, points90, applications30, active_weeks)
    SELECT %s, u.citizen, %s, DATE '1970-01-01' + u.active, DATE '1970-01-01' + u.login,
        u.p7, u.p30, u.p90, u.applications, u.weeks
    FROM unnest(%s::bigint[], %s::int[], %s::int[], %s::float8[], %s::float8[], %s::float8[],
        %s::int[], %s::int[]) AS u(citizen, active, login, p7, p30, p90, applications, weeks)
    ON CONFLICT (municipality_id, citizen_id) DO UPDATE
    SET as_of = excluded.as_of, points7 = excluded.points7, points30 = excluded.points30,
        points90 = excluded.points90, applications30 = excluded.applications30,
        active_weeks = excluded.active_weeks,
        last_active_on = coalesce(excluded.last_active_on, s.last_active_on),
        last_login_on = coalesce(excluded.last_login_on, s.last_login_on)
"""  # noqa: S608 - our own names
_RECENT = f"""
    SELECT citizen_id AS citizen, %(today)s - day AS back, points, logins, applications
    FROM {_DAY_TABLE}
    WHERE municipality_id = %(kommune)s AND day > %(today)s - %(window)s AND day <= %(today)s
        AND (%(ids)s::bigint[] IS NULL OR citizen_id = ANY(%(ids)s::bigint[]))
"""  # noqa: S608 - our own names


@dataclass(frozen=True, slots=True)
class Gathered:
    """How many days were counted and how many people's sums written."""

    days: int
    people: int


@transaction.atomic
def gather_activity(*, at: datetime) -> Gathered:
    """Count what is new in the kommune's log, and let everybody's sums follow the day."""
    cursor = _cursor(at)
    went = events.reach()
    settled = cursor.seen_id if went.running_from >= cursor.seen_horizon else cursor.settled_id
    touched = _count(above=settled)
    people = _sum(at, ids=_to_sum(at, touched))
    if settled == cursor.seen_id:
        cursor.seen_id, cursor.seen_horizon = went.last_id, went.next_transaction
    cursor.settled_id, cursor.read_at = settled, at
    cursor.save()
    return Gathered(len(touched), people)


@transaction.atomic
def gather_one(*, citizen_id: int, at: datetime) -> None:
    """Count what one citizen has done lately, at once; the worker's own place is not moved."""
    cursor = ActivityCursor.objects.first()
    _count(above=cursor.settled_id if cursor else 0, ids=[citizen_id])
    _sum(at, ids=[citizen_id])


@transaction.atomic
def forget_activity(*, citizen_id: int) -> None:
    """Let go of what was prepared of one citizen."""
    ActivityDay.objects.filter(citizen_id=citizen_id).delete()
    ActivityState.objects.filter(citizen_id=citizen_id).delete()


def forget_old_activity(*, at: datetime) -> int:
    """Let go of days that no sum looks at and no page shows any more; return how many."""
    before = timezone.localdate(at) - timedelta(days=2 * DAYS_LOOKED_BACK)
    return ActivityDay.objects.filter(day__lt=before).delete()[0]


def _cursor(at: datetime) -> ActivityCursor:
    """Return the kommune's place in the log, held until the transaction ends."""
    ActivityCursor.objects.get_or_create(
        municipality_id=current_municipality_id(), defaults={"read_at": at}
    )
    return ActivityCursor.objects.select_for_update().get()


def _count(*, above: int, ids: Sequence[int] | None = None) -> Ints:
    """Write the days with anything new above a number; return whose days, one a day."""
    found = events.counted_by_day(kinds=_KINDS, above=above, ids=ids)
    keys = np.stack([found.citizens, found.days], axis=1)
    pairs, place = np.unique(keys, axis=0, return_inverse=True)
    counts = np.zeros((len(pairs), len(COLUMNS)), dtype=np.int64)
    np.add.at(counts, (place.ravel(), _COLUMN[found.kinds]), found.times)
    most = np.array([MOST_A_DAY[column] for column in COLUMNS])
    points = np.minimum(counts, most) @ np.array([POINTS[column] for column in COLUMNS])
    if len(pairs):
        with connection.cursor() as cursor:
            cursor.execute(
                _ADD_DAYS,
                [
                    current_municipality_id(),
                    array_text(pairs[:, 0].tolist()),
                    array_text(pairs[:, 1].tolist()),
                    array_text(points.tolist()),
                    *(array_text(np.minimum(column, _MOST).tolist()) for column in counts.T),
                ],
            )
    return np.asarray(pairs[:, 0])


def _to_sum(at: datetime, touched: Ints) -> list[int] | None:
    """Return whose sums have changed: of whom something is new, and all on a new day (None)."""
    today = timezone.localdate(at)
    if ActivityState.objects.filter(as_of__lt=today, points90__gt=0).exists():
        return None
    return [int(one) for one in np.unique(touched)]


def _sum(at: datetime, ids: Sequence[int] | None) -> int:
    """Write the sums of everybody with a day to sum, or of these; return how many."""
    if ids is not None and not len(ids):
        return 0
    today = timezone.localdate(at)
    people, days = _recent(today, ids)
    sums = sums_of(days, len(people))
    _write_states(people, sums, today)
    if ids is None:  # whose last deed is older than any sum looks back
        stale = ActivityState.objects.filter(as_of__lt=today, points90__gt=0)
        stale.update(as_of=today, points7=0, points30=0, points90=0, applications30=0,
                     active_weeks=0)  # fmt: skip
    return len(people)


def _recent(today: date, ids: Sequence[int] | None) -> tuple[Ints, Days]:
    whole, numbers = read_columns(
        _RECENT,
        {
            "kommune": current_municipality_id(),
            "today": today,
            "window": DAYS_LOOKED_BACK,
            "ids": None if ids is None else [int(one) for one in ids],
        },
        ints=("citizen", "back", "logins", "applications"),
        doubles=("points",),
    )
    people, row = np.unique(whole["citizen"], return_inverse=True)
    return people, Days(
        person=np.asarray(row, dtype=np.int64),
        back=whole["back"],
        points=numbers["points"],
        logins=whole["logins"],
        applications=whole["applications"],
    )


def _write_states(people: Ints, sums: Sums, today: date) -> None:
    if not len(people):
        return
    columns: list[list[int] | list[float] | list[int | None]] = [
        people.tolist(),
        _dates(today, sums.active_back),
        _dates(today, sums.login_back),
        sums.points7.tolist(),
        sums.points30.tolist(),
        sums.points90.tolist(),
        sums.applications30.tolist(),
        sums.active_weeks.tolist(),
    ]
    with connection.cursor() as cursor:
        cursor.execute(
            _ADD_STATES, [current_municipality_id(), today, *(array_text(c) for c in columns)]
        )


def _dates(today: date, back: Doubles) -> list[int | None]:
    """Return days since 1970 from days back; None where there is none."""
    day = (today - _EPOCH).days
    return [None if one != one else day - int(one) for one in back.tolist()]  # noqa: PLR0124 - NaN
