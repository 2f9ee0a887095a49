# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Whose plan has a goal of some kind, or was changed, for rooms above that ask it of everybody."""

from jobunivers.foundation.conditions import Condition
from jobunivers.foundation.projections import only

_DAY = "AT TIME ZONE 'Europe/Copenhagen')::date"
GOAL_IN = Condition(
    f"""
    SELECT citizen_id AS citizen, max((created_at {_DAY}) AS since, max(id)::text AS occurrence,
        to_jsonb(max((created_at {_DAY})) AS fact
    FROM plan_goal
    WHERE municipality_id = %(kommune)s AND state = 'open'
        AND occupation_uri = ANY(%(uris)s::text[]) AND {only("citizen_id")}
    GROUP BY citizen_id
    """,  # noqa: S608 - our own text
    ("uris",),
)
# What the platform itself has written is no change that anybody made.
PLAN_CHANGED = Condition(
    f"""
    SELECT citizen_id AS citizen, max((at {_DAY}) AS since, max(id)::text AS occurrence,
        to_jsonb(max((at {_DAY})) AS fact
    FROM plan_planchange
    WHERE municipality_id = %(kommune)s AND actor_id IS NOT NULL
        AND (at {_DAY} > %(today)s::date - %(days)s::int AND (at {_DAY} <= %(today)s::date
        AND {only("citizen_id")}
    GROUP BY citizen_id
    """,  # noqa: S608 - our own text
    ("days",),
)
