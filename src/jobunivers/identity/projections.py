# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the overview of citizens reads here: everybody who is an active citizen, once."""

from jobunivers.foundation.projections import Projection, only

# A protected citizen's row has no name: pages that may show it ask for it (`trust.opening`). Her
# place in the alphabet would tell it too, so she stands after everybody.
PEOPLE = Projection(
    "people",
    f"""
    SELECT id AS citizen, protection <> '' AS protected,
        CASE WHEN protection = '' THEN name ELSE '' END AS name,
        CASE WHEN protection = '' THEN sort_key ELSE '~' END AS sort_key, born_on,
        (created_at AT TIME ZONE 'Europe/Copenhagen')::date AS came_on
    FROM identity_person
    WHERE municipality_id = %(kommune)s AND role = 'citizen' AND is_active AND {only("id")}
    """,  # noqa: S608 - our own text
    {"protected": "false", "name": "''", "sort_key": "''", "born_on": "NULL", "came_on": "NULL"},
)
