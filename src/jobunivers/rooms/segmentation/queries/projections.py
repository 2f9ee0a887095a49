# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where each citizen stands, as SQL for prepared rows. The chance of work is not among it."""

from jobunivers.foundation.projections import Projection, only

PLACED = Projection(
    "placed",
    f"""
    SELECT citizen_id AS citizen, course, step,
        (since AT TIME ZONE 'Europe/Copenhagen')::date AS course_since
    FROM segmentation_placement WHERE municipality_id = %(kommune)s AND {only("citizen_id")}
    """,  # noqa: S608 - our own text
    {"course": "''", "step": "0", "course_since": "NULL"},
)
CONSULTANT = Projection(
    "consultant",
    f"""
    SELECT citizen_id AS citizen, staff_id AS consultant_id FROM segmentation_assignment
    WHERE municipality_id = %(kommune)s AND ended_at IS NULL AND {only("citizen_id")}
    """,  # noqa: S608 - our own text
    {"consultant_id": "NULL"},
)
ACTIVITY = Projection(
    "activity",
    f"""
    SELECT citizen_id AS citizen, last_active_on, last_login_on, points30
    FROM segmentation_activitystate WHERE municipality_id = %(kommune)s AND {only("citizen_id")}
    """,  # noqa: S608 - our own text
    {"last_active_on": "NULL", "last_login_on": "NULL", "points30": "0"},
)
OBJECTION = Projection(
    "objection",
    f"""
    SELECT citizen_id AS citizen, true AS objection_open FROM segmentation_objection
    WHERE municipality_id = %(kommune)s AND answered_at IS NULL AND {only("citizen_id")}
    GROUP BY citizen_id
    """,  # noqa: S608 - our own text
    {"objection_open": "false"},
)
