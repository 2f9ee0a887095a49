# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the overview of citizens reads here: everybody who is an active citizen, once."""

from jobunivers.foundation.projections import Projection, only

PEOPLE = Projection(
    "people",
    f"""
    SELECT id AS citizen, name, sort_key, born_on,
        (created_at AT TIME ZONE 'Europe/Copenhagen')::date AS came_on
    FROM identity_person
    WHERE municipality_id = %(kommune)s AND role = 'citizen' AND is_active AND {only("id")}
    """,  # noqa: S608 - our own text
    {"name": "''", "sort_key": "''", "born_on": "NULL", "came_on": "NULL"},
)
