# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""How each citizen came in, as SQL for prepared rows."""

from jobunivers.foundation.projections import Projection, only

READINESS = Projection(
    "readiness",
    f"""
    SELECT citizen_id AS citizen, level AS readiness FROM entrance_selftest
    WHERE municipality_id = %(kommune)s AND replaced_at IS NULL AND {only("citizen_id")}
    """,  # noqa: S608 - our own text
    {"readiness": "''"},
)
WISH = Projection(
    "wish",
    f"""
    SELECT citizen_id AS citizen, wish AS own_wish FROM entrance_ownwish
    WHERE municipality_id = %(kommune)s AND replaced_at IS NULL AND {only("citizen_id")}
    """,  # noqa: S608 - our own text
    {"own_wish": "''"},
)
MEETING = Projection(
    "meeting",
    f"""
    SELECT DISTINCT ON (m.citizen_id) m.citizen_id AS citizen,
        CASE WHEN m.held_at IS NOT NULL THEN 'held' WHEN m.missed_at IS NOT NULL THEN 'missed'
            ELSE 'ahead' END AS meeting,
        (s.starts_at AT TIME ZONE 'Europe/Copenhagen')::date AS meeting_on
    FROM entrance_intromeeting m JOIN entrance_seat e ON e.id = m.seat_id
    JOIN entrance_slot s ON s.id = e.slot_id
    WHERE m.municipality_id = %(kommune)s AND m.cancelled_at IS NULL AND {only("m.citizen_id")}
    ORDER BY m.citizen_id, m.booked_at DESC, m.id DESC
    """,  # noqa: S608 - our own text
    {"meeting": "''", "meeting_on": "NULL"},
)
