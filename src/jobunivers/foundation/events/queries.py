# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading the log of events, for workers: no page does (a test looks)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.db import connection

from jobunivers.foundation.columns import Ints, read_columns
from jobunivers.foundation.events.models import Event
from jobunivers.foundation.tenancy import current_municipality_id

# Whole days are counted, not only what is new of them: counting twice gives the same.
_BY_DAY = """
    WITH new AS MATERIALIZED (
        SELECT DISTINCT citizen_id, (at AT TIME ZONE %(zone)s)::date AS day FROM events_event
        WHERE municipality_id = %(kommune)s AND id > %(above)s AND kind = ANY(%(kinds)s)
            AND citizen_id IS NOT NULL AND (%(ids)s::bigint[] IS NULL OR citizen_id = ANY(%(ids)s))
    )
    SELECT e.citizen_id AS citizen, n.day - DATE '1970-01-01' AS day,
        array_position(%(kinds)s::text[], e.kind::text) - 1 AS kind, count(*) AS times
    FROM new n JOIN events_event e ON e.municipality_id = %(kommune)s
        AND e.citizen_id = n.citizen_id AND e.kind = ANY(%(kinds)s)
        AND e.at >= n.day::timestamp AT TIME ZONE %(zone)s
        AND e.at < (n.day + 1)::timestamp AT TIME ZONE %(zone)s
    GROUP BY 1, 2, 3
"""
_ALL = """
    SELECT citizen_id AS citizen, (at AT TIME ZONE %(zone)s)::date - DATE '1970-01-01' AS day,
        array_position(%(kinds)s::text[], kind::text) - 1 AS kind, count(*) AS times
    FROM events_event WHERE municipality_id = %(kommune)s AND kind = ANY(%(kinds)s)
        AND citizen_id IS NOT NULL AND (%(ids)s::bigint[] IS NULL OR citizen_id = ANY(%(ids)s))
    GROUP BY 1, 2, 3
"""


@dataclass(frozen=True, slots=True)
class Counted:
    """How often things happened: one row per citizen, day (since 1970) and kind's place."""

    citizens: Ints
    days: Ints
    kinds: Ints
    times: Ints


@dataclass(frozen=True, slots=True)
class Reach:
    """How far the log goes now, and which transactions may still add below it."""

    last_id: int
    running_from: int  # PostgreSQL's oldest transaction that still runs
    next_transaction: int


def citizens_with(*, kind: str, since: datetime) -> frozenset[int]:
    """Return the kommune's citizens to whom this has happened since then."""
    rows = Event.objects.filter(kind=kind, at__gte=since, citizen_id__isnull=False).order_by()
    found = rows.values_list("citizen_id", flat=True).distinct()
    return frozenset(one for one in found if one is not None)


def counted_by_day(
    *, kinds: Sequence[str], above: int, ids: Sequence[int] | None = None
) -> Counted:
    """Return every day (Danish time) with an event above that number, counted whole by kind."""
    whole, _ = read_columns(
        _BY_DAY if above else _ALL,
        {
            "kommune": current_municipality_id(),
            "zone": settings.TIME_ZONE,
            "above": above,
            "kinds": list(kinds),
            "ids": None if ids is None else [int(one) for one in ids],
        },
        ints=("citizen", "day", "kind", "times"),
    )
    return Counted(*(whole[name] for name in ("citizen", "day", "kind", "times")))


def reach() -> Reach:
    """Return how far the log goes. Numbers are given before transactions end."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT CASE WHEN is_called THEN last_value ELSE 0 END, "
            "pg_snapshot_xmin(pg_current_snapshot())::text::bigint, "
            "pg_snapshot_xmax(pg_current_snapshot())::text::bigint FROM events_event_id_seq"
        )
        last, running, upcoming = cursor.fetchone() or (0, 0, 0)
    return Reach(int(last), int(running), int(upcoming))
