# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""How each person answers pushes: `answers` of `columns`, as SQL for prepared rows."""

from jobunivers.foundation.projections import Projection, only

_ANSWERED = "greatest(opened_at, acted_at, read_at)"
PUSHES = Projection(
    "pushes",
    f"""
    SELECT person_id AS citizen,
        count(*) FILTER (WHERE sent AND answered IS NULL
            AND created_at > coalesce(heard, '-infinity')) AS pushes_unanswered,
        (max(answered) AT TIME ZONE 'Europe/Copenhagen')::date AS last_answer_on
    FROM (
        SELECT person_id, created_at, sent_at IS NOT NULL AS sent, {_ANSWERED} AS answered,
            max(created_at) FILTER (WHERE sent_at IS NOT NULL AND {_ANSWERED} IS NOT NULL)
                OVER (PARTITION BY person_id) AS heard
        FROM notices_notice
        WHERE municipality_id = %(kommune)s AND wants_answer AND created_at >= %(pushes_since)s
            AND {only("person_id")}
    ) AS n GROUP BY person_id
    """,  # noqa: S608 - our own text
    {"pushes_unanswered": "0", "last_answer_on": "NULL"},
)
