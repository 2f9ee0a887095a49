# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Lawful gaps: rows that a rule deleted from a log or made anonymous, and who says so.

The room of retention leaves a row of ids for each such deletion. Its own function in the database
writes it and the app's role cannot; who owns the database can. So the program signs it as it is
made, with the key that is outside the database, and a gap without that signature explains nothing.
Rooms of one floor do not know each other, so the table is read by name.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

import numpy as np
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from django.db import connection

from jobunivers.foundation.tenancy import current_municipality_id
from jobunivers.rooms.audit.queries import keys
from jobunivers.rooms.audit.queries.reading import Pks

_COLUMNS = 't.id, t.at, t."table", t.changed, t.pks'


@dataclass(frozen=True, slots=True)
class Gap:
    """Rows of a table that went, or were made anonymous, as they were written down."""

    id: int
    at: datetime
    table: str
    changed: bool
    pks: list[int]

    @property
    def digest(self) -> bytes:
        """Return what the signature is of."""
        head = "\n".join(
            (
                "gap 1", str(current_municipality_id()), str(self.id),
                self.at.astimezone(UTC).isoformat(timespec="microseconds"), self.table,
                str(self.changed), "",
            )
        )  # fmt: skip
        return hashlib.sha256(head.encode() + np.array(self.pks, dtype="<i8").tobytes()).digest()


@dataclass(frozen=True, slots=True)
class Removed:
    """The numbers of rows of a table that a rule deleted, and that a rule made anonymous.

    `unsigned`: gaps that are written down and that the program has not signed.
    """

    deleted: Pks
    changed: Pks
    unsigned: tuple[int, ...] = ()


def there_are_gaps() -> bool:
    """Say whether the database has a table of them."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT to_regclass('retention_tombstone') IS NOT NULL")
        return bool(cursor.fetchone()[0])


def made_now(batch_id: int) -> list[Gap]:
    """Return the gaps of a batch that this very transaction has written, and nobody else.

    A row that another transaction wrote is confirmed where it can be seen at all.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT {_COLUMNS} FROM retention_tombstone t"  # noqa: S608 - our own text
            " WHERE t.municipality_id = %s AND t.batch_id = %s"
            " AND txid_status((txid_current() >> 32 << 32) | t.xmin::text::bigint) = 'in progress'"
            " AND NOT EXISTS (SELECT 1 FROM audit_gapsignature s"
            " WHERE s.municipality_id = t.municipality_id AND s.tombstone_id = t.id)"
            " ORDER BY t.id",
            [current_municipality_id(), batch_id],
        )
        return [Gap(*row) for row in cursor.fetchall()]


def removed(table: str, known: Mapping[str, Ed25519PublicKey]) -> Removed:
    """Return what rules have done to a table's rows of the kommune worked for."""
    if not there_are_gaps():
        return Removed(_none(), _none())
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT {_COLUMNS}, s.key_id, s.signature"  # noqa: S608 - our own text
            " FROM retention_tombstone t LEFT JOIN audit_gapsignature s"
            " ON s.municipality_id = t.municipality_id AND s.tombstone_id = t.id"
            ' WHERE t.municipality_id = %s AND t."table" = %s ORDER BY t.id',
            [current_municipality_id(), table],
        )
        rows = cursor.fetchall()
    gone: dict[bool, list[int]] = {False: [], True: []}
    unsigned = []
    for *told, key_id, signature in rows:
        gap, public = Gap(*told), known.get(key_id or "")
        if public is not None and keys.holds(public, bytes(signature), gap.digest):
            gone[gap.changed] += gap.pks
        else:
            unsigned.append(gap.id)
    return Removed(
        np.array(gone[False], dtype=np.int64), np.array(gone[True], dtype=np.int64), tuple(unsigned)
    )


def _none() -> Pks:
    return np.empty(0, dtype=np.int64)
