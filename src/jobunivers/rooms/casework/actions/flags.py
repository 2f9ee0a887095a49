# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The overview's rows know which points wait for each citizen."""

from collections.abc import Sequence

from django.db import connection

from jobunivers.foundation.tenancy import current_municipality_id

# Each citizen's points are looked up by themselves: joined as a whole, a kommune's first night (a
# table PostgreSQL has not counted yet) went through all points for each of its people.
_FLAG = """
    UPDATE casework_citizenrow r SET flags = n.flags
    FROM (
        SELECT q.id, ARRAY(
            SELECT p.code FROM casework_attentionpoint p
            WHERE p.municipality_id = %(kommune)s AND p.citizen_id = q.citizen_id
                AND p.state IN ('open', 'postponed')
            ORDER BY p.code
        )::varchar[] AS flags
        FROM casework_citizenrow q
        WHERE q.municipality_id = %(kommune)s
            AND (%(ids)s::bigint[] IS NULL OR q.citizen_id = ANY(%(ids)s::bigint[]))
    ) AS n
    WHERE n.id = r.id AND r.municipality_id = %(kommune)s AND r.flags IS DISTINCT FROM n.flags
"""


def flag_rows(*, citizen_ids: Sequence[int] | None = None) -> int:
    """Write which points wait into the rows of the kommune, or of these; return how many differ."""
    ids = None if citizen_ids is None else [int(one) for one in citizen_ids]
    with connection.cursor() as cursor:
        cursor.execute(_FLAG, {"kommune": current_municipality_id(), "ids": ids})
        return int(cursor.rowcount)
