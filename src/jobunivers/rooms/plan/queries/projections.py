# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""How each citizen's plan stands, as SQL for prepared rows. Words and notes are not read."""

from jobunivers.foundation.projections import Projection, only

_AHEAD = "state IN ('planned', 'begun')"
ACTIVITIES = Projection(
    "activities",
    f"""
    SELECT citizen_id AS citizen,
        count(*) FILTER (WHERE {_AHEAD}) AS activities_open,
        min(day) FILTER (WHERE {_AHEAD} AND day >= %(today)s) AS next_on,
        count(*) FILTER (WHERE {_AHEAD} AND coalesce(last_day, day) < %(today)s) AS overdue,
        max(done_on) FILTER (WHERE state = 'done') AS last_done_on
    FROM plan_activity
    WHERE municipality_id = %(kommune)s AND {only("citizen_id")} GROUP BY citizen_id
    """,  # noqa: S608 - our own text
    {"activities_open": "0", "next_on": "NULL", "overdue": "0", "last_done_on": "NULL"},
)
AGREEMENTS = Projection(
    "agreements",
    f"""
    SELECT citizen_id AS citizen,
        count(*) FILTER (WHERE state = 'proposed' AND citizen_yes_at IS NULL) AS waits_for_her,
        count(*) FILTER (WHERE state = 'proposed' AND staff_yes_at IS NULL) AS waits_for_staff,
        count(*) FILTER (WHERE state = 'agreed' AND due_on < %(today)s) AS agreements_overdue
    FROM plan_agreement
    WHERE municipality_id = %(kommune)s AND state IN ('proposed', 'agreed')
        AND {only("citizen_id")} GROUP BY citizen_id
    """,  # noqa: S608 - our own text
    {"waits_for_her": "0", "waits_for_staff": "0", "agreements_overdue": "0"},
)
GOALS = Projection(
    "goals",
    f"""
    SELECT citizen_id AS citizen, count(*) AS goals_open FROM plan_goal
    WHERE municipality_id = %(kommune)s AND state = 'open' AND {only("citizen_id")}
    GROUP BY citizen_id
    """,  # noqa: S608 - our own text
    {"goals_open": "0"},
)
REQUIREMENTS = Projection(
    "requirements",
    f"""
    SELECT citizen_id AS citizen, true AS requirements_fixed FROM plan_jobsearchrequirements
    WHERE municipality_id = %(kommune)s AND from_on <= %(today)s
        AND (until_on IS NULL OR until_on > %(today)s) AND {only("citizen_id")}
    GROUP BY citizen_id
    """,  # noqa: S608 - our own text
    {"requirements_fixed": "false"},
)
