# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Consents that hold although the log says that they were taken back.

What closes a consent is the one thing of it that is not chained; that she took it back is an event,
and that is.
"""

from django.db import connection

from jobunivers.foundation.tenancy import current_municipality_id


def reopened_consents() -> list[int]:
    """Return the numbers of such consents of the kommune worked for."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT DISTINCT c.id FROM events_event e JOIN trust_consent c"
            " ON c.municipality_id = e.municipality_id AND c.withdrawn_at IS NULL"
            " AND c.id = CASE WHEN jsonb_typeof(e.data -> 'consent_id') = 'number'"
            " THEN (e.data ->> 'consent_id')::bigint END"
            " WHERE e.municipality_id = %s AND e.kind = 'trust.consent_withdrawn' ORDER BY c.id",
            [current_municipality_id()],
        )
        return [int(pk) for (pk,) in cursor.fetchall()]
