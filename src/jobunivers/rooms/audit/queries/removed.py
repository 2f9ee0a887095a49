# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Rows that a rule deleted or made anonymous: a lawful gap in the chain.

The room of retention leaves a row of ids for each such deletion, which only its own function in
the database can write, and which is chained like any other row. Rooms of one floor do not know
each other, so its table is read by name.
"""

from dataclasses import dataclass

import numpy as np
from django.db import connection

from jobunivers.foundation.tenancy import current_municipality_id
from jobunivers.rooms.audit.queries.reading import Pks

_TABLE = "retention_tombstone"


@dataclass(frozen=True, slots=True)
class Removed:
    """The numbers of rows of a table that a rule deleted, and that a rule made anonymous."""

    deleted: Pks
    changed: Pks


def removed(table: str) -> Removed:
    """Return what rules have done to a table's rows of the kommune worked for."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT to_regclass(%s) IS NOT NULL", [_TABLE])
        if not cursor.fetchone()[0]:
            return Removed(_none(), _none())
        cursor.execute(
            "SELECT changed, unnest(pks) FROM retention_tombstone"
            ' WHERE municipality_id = %s AND "table" = %s',
            [current_municipality_id(), table],
        )
        rows = cursor.fetchall()
    return Removed(
        np.array([pk for changed, pk in rows if not changed], dtype=np.int64),
        np.array([pk for changed, pk in rows if changed], dtype=np.int64),
    )


def _none() -> Pks:
    return np.empty(0, dtype=np.int64)
