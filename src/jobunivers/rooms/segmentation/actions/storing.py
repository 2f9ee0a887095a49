# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Placements and moves are written: many in a few statements, and only what has changed."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import connection

from jobunivers.foundation.tenancy import current_municipality_id
from jobunivers.rooms.segmentation.models import Move, Placement

_AT_A_TIME = 10_000
_PLACEMENTS = Placement._meta.db_table  # noqa: SLF001 - Django's documented model meta
_MOVES = Move._meta.db_table  # noqa: SLF001 - the same
_ADD_MOVES = f"""
    INSERT INTO {_MOVES} (municipality_id, citizen_id, at, kind, from_course, to_course,
        from_step, to_step, rule, policy_id, model, inputs, reasons, actor_id)
    SELECT %s, u.citizen, %s, u.kind, u.from_course, u.to_course, u.from_step, u.to_step, u.rule,
        u.policy, %s, u.inputs::jsonb, u.reasons::jsonb, u.actor
    FROM unnest(%s::bigint[], %s::text[], %s::text[], %s::text[], %s::smallint[], %s::smallint[],
        %s::text[], %s::bigint[], %s::text[], %s::text[], %s::bigint[]) WITH ORDINALITY
        AS u(citizen, kind, from_course, to_course, from_step, to_step, rule, policy, inputs,
        reasons, actor, place)
    ORDER BY u.place RETURNING id
"""  # noqa: S608 - the table's name is ours
_PLACE = f"""
    INSERT INTO {_PLACEMENTS} AS p (municipality_id, citizen_id, course, rule, step, since,
        wish, readiness, policy_id, chance26, chance52, model, reasons, computed_at)
    SELECT %(kommune)s, u.citizen, u.course, u.rule, u.step, %(at)s, u.wish, u.readiness,
        u.policy, u.chance26, u.chance52, %(model)s, u.reasons::jsonb, %(at)s
    FROM unnest(%(citizens)s::bigint[], %(courses)s::text[], %(rules)s::text[],
        %(steps)s::smallint[], %(wishes)s::float8[], %(readiness)s::float8[],
        %(policies)s::bigint[], %(chances26)s::float8[], %(chances52)s::float8[],
        %(reasons)s::text[])
        AS u(citizen, course, rule, step, wish, readiness, policy, chance26, chance52, reasons)
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


def add_moves(rows: Sequence[MoveRow], *, model: str, at: datetime) -> list[int]:
    """Add moves to the log in their order; return their ids."""
    ids: list[int] = []
    with connection.cursor() as cursor:
        for start in range(0, len(rows), _AT_A_TIME):
            some = rows[start : start + _AT_A_TIME]
            columns: list[list[Any]] = [
                [one.citizen_id for one in some],
                [one.kind for one in some],
                [one.from_course for one in some],
                [one.to_course for one in some],
                [one.from_step for one in some],
                [one.to_step for one in some],
                [one.rule for one in some],
                [one.policy_id for one in some],
                [json.dumps(one.inputs) for one in some],
                [json.dumps(one.reasons) for one in some],
                [one.actor_id for one in some],
            ]
            cursor.execute(_ADD_MOVES, [current_municipality_id(), at, model, *columns])
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
                    "citizens": [one.citizen_id for one in some],
                    "courses": [one.course for one in some],
                    "rules": [one.rule for one in some],
                    "steps": [one.step for one in some],
                    "wishes": [one.wish for one in some],
                    "readiness": [one.readiness for one in some],
                    "policies": [one.policy_id for one in some],
                    "chances26": [one.chance26 for one in some],
                    "chances52": [one.chance52 for one in some],
                    "reasons": [json.dumps(one.reasons) for one in some],
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
