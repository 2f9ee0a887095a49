# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The overview's rows know which points wait for each citizen."""

from collections.abc import Sequence

from django.db import connection

from jobunivers.foundation.tenancy import current_municipality_id

_FLAG = """
    UPDATE casework_citizenrow r SET flags = n.flags
    FROM (
        SELECT r.id, coalesce(array_agg(p.code ORDER BY p.code) FILTER (WHERE p.id IS NOT NULL),
            '{}') AS flags
        FROM casework_citizenrow r LEFT JOIN casework_attentionpoint p
            ON p.municipality_id = r.municipality_id AND p.citizen_id = r.citizen_id
            AND p.state IN ('open', 'postponed')
        WHERE r.municipality_id = %(kommune)s
            AND (%(ids)s::bigint[] IS NULL OR r.citizen_id = ANY(%(ids)s::bigint[]))
        GROUP BY r.id
    ) AS n
    WHERE n.id = r.id AND r.flags IS DISTINCT FROM n.flags
"""


def flag_rows(*, citizen_ids: Sequence[int] | None = None) -> int:
    """Write which points wait into the rows of the kommune, or of these; return how many differ."""
    ids = None if citizen_ids is None else [int(one) for one in citizen_ids]
    with connection.cursor() as cursor:
        cursor.execute(_FLAG, {"kommune": current_municipality_id(), "ids": ids})
        return int(cursor.rowcount)
