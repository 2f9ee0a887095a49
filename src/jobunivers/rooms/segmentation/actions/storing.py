# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Placements and moves are written: many in a few statements, and only what has changed."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Any

from django.db import connection

from jobunivers.foundation.tenancy import current_municipality_id
from jobunivers.rooms.segmentation.models import Move, Placement

_AT_A_TIME = 10_000
_PLACEMENTS = Placement._meta.db_table  # noqa: SLF001 - Django's documented model meta
_MOVES = Move._meta.db_table  # noqa: SLF001 - the same
# One JSON document goes over the wire and is taken apart there: texts in arrays would be quoted
# one by one.
_ADD_MOVES = f"""
    INSERT INTO {_MOVES} (municipality_id, citizen_id, at, kind, from_course, to_course,
        from_step, to_step, rule, policy_id, model, inputs, reasons, actor_id)
    SELECT %s, u.citizen_id, %s, u.kind, u.from_course, u.to_course, u.from_step, u.to_step,
        u.rule, u.policy_id, %s, u.inputs, u.reasons, u.actor_id
    FROM ROWS FROM (jsonb_to_recordset(%s::jsonb) AS (citizen_id bigint, kind text,
        from_course text, to_course text, from_step smallint, to_step smallint, rule text,
        policy_id bigint, inputs jsonb, reasons jsonb, actor_id bigint)) WITH ORDINALITY
        AS u(citizen_id, kind, from_course, to_course, from_step, to_step, rule, policy_id,
        inputs, reasons, actor_id, place)
    ORDER BY u.place RETURNING id
"""  # noqa: S608 - the table's name is ours
_PLACE = f"""
    INSERT INTO {_PLACEMENTS} AS p (municipality_id, citizen_id, course, rule, step, since,
        wish, readiness, policy_id, chance26, chance52, model, reasons, computed_at)
    SELECT %(kommune)s, u.citizen_id, u.course, u.rule, u.step, %(at)s, u.wish, u.readiness,
        u.policy_id, u.chance26, u.chance52, %(model)s, u.reasons, %(at)s
    FROM jsonb_to_recordset(%(rows)s::jsonb) AS u(citizen_id bigint, course text, rule text,
        step smallint, wish float8, readiness float8, policy_id bigint, chance26 float8,
        chance52 float8, reasons jsonb)
    ON CONFLICT (municipality_id, citizen_id) DO UPDATE SET
        course = excluded.course, rule = excluded.rule, step = excluded.step,
        since = CASE WHEN p.course = excluded.course THEN p.since ELSE excluded.since END,
        moved_on = CASE WHEN (p.course, p.step) = (excluded.course, excluded.step)
            THEN p.moved_on ELSE %(today)s END,
        wish = excluded.wish, readiness = excluded.readiness,
        policy_id = excluded.policy_id, chance26 = excluded.chance26,
        chance52 = excluded.chance52, model = excluded.model, reasons = excluded.reasons,
        computed_at = excluded.computed_at
"""  # noqa: S608 - the table's name is ours
# Stayers have the same course on both sides; who moved twice in a day is counted from her first
# course to her last.
_COUNT_FLOWS = """
    WITH today AS (
        SELECT citizen_id, (array_agg(from_course ORDER BY id))[1] AS old,
            (array_agg(to_course ORDER BY id DESC))[1] AS new
        FROM segmentation_move
        WHERE municipality_id = %(kommune)s AND at >= %(from)s AND at < %(to)s GROUP BY citizen_id
    ), stock AS (
        SELECT course, count(*) AS people FROM segmentation_placement
        WHERE municipality_id = %(kommune)s GROUP BY course
    ), moved AS (
        SELECT old, new, count(*) AS people FROM today WHERE old <> new GROUP BY old, new
    ), counted AS (
        SELECT old, new, people FROM moved
        UNION ALL
        SELECT s.course, s.course, s.people - coalesce((SELECT sum(m.people) FROM moved m
            WHERE m.new = s.course), 0) FROM stock s
    )
    INSERT INTO segmentation_flowday (municipality_id, day, from_course, to_course, people)
    SELECT %(kommune)s, %(day)s, old, new, people FROM counted WHERE people > 0
    ON CONFLICT (municipality_id, day, from_course, to_course)
        DO UPDATE SET people = excluded.people
"""
_FORGET_FLOWS = "DELETE FROM segmentation_flowday WHERE municipality_id = %s AND day = %s"


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveRow:
    """A move ready to be written."""

    citizen_id: int
    kind: str
    from_course: str
    to_course: str
    from_step: int
    to_step: int
    rule: str
    policy_id: int
    inputs: Mapping[str, Any]
    reasons: Sequence[Mapping[str, Any]]
    actor_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacementRow:
    """A placement ready to be written."""

    citizen_id: int
    course: str
    rule: str
    step: int
    wish: float | None
    readiness: float | None
    policy_id: int
    chance26: float | None
    chance52: float | None
    reasons: Sequence[Mapping[str, Any]]


def _flat(row: MoveRow | PlacementRow) -> dict[str, Any]:
    """Return the row's columns; unlike `asdict` nothing inside is copied."""
    return {field.name: getattr(row, field.name) for field in fields(row)}


def add_moves(rows: Sequence[MoveRow], *, model: str, at: datetime) -> list[int]:
    """Add moves to the log in their order; return their ids."""
    ids: list[int] = []
    with connection.cursor() as cursor:
        for start in range(0, len(rows), _AT_A_TIME):
            some = rows[start : start + _AT_A_TIME]
            body = json.dumps([_flat(one) for one in some])
            cursor.execute(_ADD_MOVES, [current_municipality_id(), at, model, body])
            ids += [int(pk) for (pk,) in cursor.fetchall()]
    return ids


def put(rows: Sequence[PlacementRow], *, model: str, today: date, at: datetime) -> None:
    """Write placements; who stays in her course keeps the time she came to it.

    Being placed for the first time is no move: the cool-down begins with the first one.
    """
    with connection.cursor() as cursor:
        for start in range(0, len(rows), _AT_A_TIME):
            some = rows[start : start + _AT_A_TIME]
            cursor.execute(
                _PLACE,
                {
                    "kommune": current_municipality_id(),
                    "at": at,
                    "today": today,
                    "model": model,
                    "rows": json.dumps([_flat(one) for one in some]),
                },
            )


def count_flows(*, day: date, begins: datetime, ends: datetime) -> None:
    """Count the kommune's day anew: who moved from where to where, and who stayed."""
    kommune = current_municipality_id()
    asked: dict[str, int | date | datetime] = {
        "kommune": kommune,
        "day": day,
        "from": begins,
        "to": ends,
    }
    with connection.cursor() as cursor:
        cursor.execute(_FORGET_FLOWS, [kommune, day])
        cursor.execute(_COUNT_FLOWS, asked)
