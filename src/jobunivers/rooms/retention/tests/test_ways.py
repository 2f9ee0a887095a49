# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A citizen's rows are found by an index in every table, however many others there are."""

import pytest
from django.db import connection

from jobunivers.rooms.retention.models import Way

pytestmark = pytest.mark.django_db
# So few rows at a time that reading all of them is nothing.
SMALL = {
    "launching.LoginCode",  # gone after a minute's use
    "launching.LtiLaunch",  # likewise
    "retention.Hold",  # open ones have an index
    "retention.Member",  # those of the batches of one plan
}
_FIRST = """
    SELECT i.indrelid::regclass::text, array_agg(a.attname::text ORDER BY k.place)
    FROM pg_index i CROSS JOIN LATERAL unnest(i.indkey::int2[]) WITH ORDINALITY AS k(number, place)
    JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.number
    WHERE i.indpred IS NULL AND k.place <= i.indnkeyatts
    GROUP BY i.indexrelid, i.indrelid
"""


def _begins() -> set[tuple[str, str]]:
    """Return each table and column by which an index begins, behind the kommune or not."""
    with connection.cursor() as cursor:
        cursor.execute(_FIRST)
        rows = cursor.fetchall()
    found = set()
    for table, columns in rows:
        own = columns[1:] if columns[0] == "municipality_id" else columns
        found |= {(table, one) for one in own[:1]}
    return found


def test_every_way_to_a_citizen_begins_with_an_index() -> None:
    begins = _begins()
    ways = list(Way.objects.filter(of_citizens=True).exclude(path=[]).order_by("label"))

    slow = {one.label for one in ways if (one.table, one.path[0]) not in begins}

    assert len(ways) > 100
    assert slow == SMALL


def test_every_step_of_a_long_way_has_an_index() -> None:
    begins = _begins()
    for way in Way.objects.filter(of_citizens=True).order_by("label"):
        for place in range(3, len(way.path), 3):
            table, column = way.path[place - 2], way.path[place]
            small = {"launching_logincode", "launching_ltilaunch"}
            assert table in small or (table, column) in begins, way.label
