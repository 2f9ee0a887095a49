# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The overview's rows are made: everybody's at night, one citizen's within seconds.

One statement: the rooms say as SQL what they know of each citizen, PostgreSQL joins it and writes
only the rows that have changed.
"""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from django.db import connection, transaction
from django.db.models import F
from django.utils import timezone

from jobunivers.foundation.everywhere import everywhere
from jobunivers.foundation.notices.queries import projections as notices
from jobunivers.foundation.projections import Projection
from jobunivers.foundation.tenancy import current_municipality_id
from jobunivers.foundation.turns import wait_for_turn
from jobunivers.identity import projections as identity
from jobunivers.identity.shielding import KEPT_BACK
from jobunivers.rooms.casework.models import CitizenRow, OverviewState
from jobunivers.rooms.entrance.queries import projections as entrance
from jobunivers.rooms.journey.queries import projections as journey
from jobunivers.rooms.plan.queries import projections as plan
from jobunivers.rooms.segmentation.queries import projections as segmentation
from jobunivers.rooms.vacancies.queries import projections as vacancies
from jobunivers.science.segmentation import DAYS_LOOKED_BACK

_TABLE = CitizenRow._meta.db_table  # noqa: SLF001 - Django's documented model meta
TOLD: tuple[Projection, ...] = (
    journey.SPELL, journey.ABSENCE, journey.PROFILE, vacancies.JOBLOG, vacancies.TALKS,
    vacancies.STARS, plan.ACTIVITIES, plan.AGREEMENTS, plan.GOALS, plan.REQUIREMENTS,
    entrance.READINESS, entrance.WISH, entrance.MEETING, segmentation.PLACED,
    segmentation.CONSULTANT, segmentation.ACTIVITY, segmentation.OBJECTION, notices.PUSHES,
)  # fmt: skip
LATELY: dict[str, str] = {
    "applied": "last_applied_on", "done": "last_done_on", "answered": "last_answer_on",
    "met": "CASE WHEN meeting = 'held' THEN meeting_on END", "course": "course_since",
    "out": "out_since", "came": "came_on",
}  # fmt: skip
"""What may have happened lately, and its day as SQL; of two on one day the first is told."""
_FORGET = f"""
    DELETE FROM {_TABLE} AS r WHERE r.municipality_id = %(kommune)s
        AND (%(ids)s::bigint[] IS NULL OR r.citizen_id = ANY(%(ids)s::bigint[]))
        AND r.citizen_id NOT IN (SELECT citizen FROM ({identity.PEOPLE.sql}) AS people)
"""  # noqa: S608 - our own text


def _writing() -> str:
    """Return the statement that writes all rows, or some people's."""
    columns = [*identity.PEOPLE.columns]
    values = [f"people.{name} AS {name}" for name in columns]
    for told in TOLD:
        columns += told.columns
        values += [f"{_value(told, name)} AS {name}" for name in told.columns]
    joined = "".join(
        f"\n    LEFT JOIN ({told.sql}) AS {told.name} ON {told.name}.citizen = people.citizen"
        for told in TOLD
    )
    happened = ", ".join(
        f"('{code}', ({day})::date, {place})" for place, (code, day) in enumerate(LATELY.items())
    )
    selected = [*columns, "coalesce(lately, '')", "lately_on"]
    columns += ["lately", "lately_on"]
    kept = ", ".join(f"r.{name}" for name in columns)
    new = ", ".join(f"excluded.{name}" for name in columns)
    return f"""
    INSERT INTO {_TABLE} AS r (municipality_id, citizen_id, changed_at, {", ".join(columns)})
    SELECT %(kommune)s, citizen, %(at)s, {", ".join(selected)}
    FROM (
        SELECT people.citizen AS citizen, {", ".join(values)}
        FROM ({identity.PEOPLE.sql}) AS people{joined}
    ) AS told LEFT JOIN LATERAL (
        SELECT what AS lately, day AS lately_on
        FROM (VALUES {happened}) AS all_of_it (what, day, place)
        WHERE day <= %(today)s ORDER BY day DESC, place LIMIT 1
    ) AS newest ON true
    ON CONFLICT (municipality_id, citizen_id) DO UPDATE SET changed_at = excluded.changed_at,
        {", ".join(f"{name} = excluded.{name}" for name in columns)}
    WHERE ({kept}) IS DISTINCT FROM ({new})
    """  # noqa: S608 - our own text


def _value(told: Projection, name: str) -> str:
    """Return one column as SQL; where she lives is kept back of who is protected."""
    default = told.columns[name]
    value = f"{told.name}.{name}"
    if default != "NULL":
        value = f"coalesce({value}, {default})"
    return (
        f"CASE WHEN people.protected THEN {default} ELSE {value} END"
        if name in KEPT_BACK
        else value
    )


_WRITE = _writing()


def fill_rows_everywhere(*, at: datetime) -> int:
    """Make the rows of every open kommune, each in its own transaction; return how many changed."""
    return everywhere("making the overview's rows", lambda: fill_rows(at=at))


@transaction.atomic
def fill_rows(*, at: datetime) -> int:
    """Make everybody's row in the kommune being worked for; return how many changed."""
    wait_for_turn("casework.rows")  # two runs would wait for each other crosswise
    written = _fill(at=at, ids=None)
    OverviewState.objects.update_or_create(
        defaults={"made_at": at, "people": CitizenRow.objects.count()}
    )
    return written


@transaction.atomic
def fill_rows_of(*, citizen_ids: Sequence[int], at: datetime) -> int:
    """Make these citizens' rows anew; return how many changed.

    How many people there are is kept true meanwhile: a page that shows everybody counts nobody.
    """
    ids = list(citizen_ids)
    hers = CitizenRow.objects.filter(citizen_id__in=ids)
    wait_for_turn("casework.rows")  # two runs would wait for each other crosswise
    before = hers.count()
    written = _fill(at=at, ids=ids)
    if written and (more := hers.count() - before):
        OverviewState.objects.update(people=F("people") + more)
    return written


def _fill(*, at: datetime, ids: list[int] | None) -> int:
    kommune = current_municipality_id()
    asked: dict[str, int | date | datetime | list[int] | None] = {
        "kommune": kommune,
        "today": timezone.localdate(at),
        "at": at,
        "pushes_since": at - timedelta(days=DAYS_LOOKED_BACK),
        "ids": ids,
    }
    with connection.cursor() as cursor:
        cursor.execute(_WRITE, asked)
        written = int(cursor.rowcount)
        cursor.execute(_FORGET, asked)
        return written + int(cursor.rowcount)
