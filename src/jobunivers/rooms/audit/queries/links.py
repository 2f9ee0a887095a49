# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a link's and a seal's digest is of, and where the chain stands."""

import hashlib
from collections.abc import Sequence
from datetime import UTC, date, datetime

from django.db import connection

from jobunivers.foundation.tenancy import current_municipality_id
from jobunivers.rooms.audit.models import ChainLink, ChainStanding, Seal

BEGINNING = bytes(32)
"""What the first link and the first seal name as the one before."""


def link_digest(link: ChainLink) -> bytes:
    """Return the digest of a link: of the one before, what it is over, and all its digests."""
    head = "\n".join(
        (
            "link 1", str(link.municipality_id), str(link.number), link.table, link.columns,
            str(link.low), str(link.high), str(link.rows), _moment(link.made_at),
            bytes(link.previous).hex(), "",
        )
    )  # fmt: skip
    whole = hashlib.sha256(head.encode())
    whole.update(bytes(link.pks))
    whole.update(bytes(link.digests))
    return whole.digest()


def seal_digest(seal: Seal) -> bytes:
    """Return the digest of a seal: of the one before, the day, and what the chain had come to."""
    return hashlib.sha256(
        "\n".join(
            (
                "seal 1", str(seal.municipality_id), _day(seal.day), str(seal.number),
                bytes(seal.hash).hex(), str(seal.rows), _moment(seal.made_at),
                bytes(seal.previous).hex(),
            )
        ).encode()
    ).digest()  # fmt: skip


def last_link() -> ChainLink | None:
    """Return the newest link of the kommune, without its numbers and digests."""
    found = ChainLink.objects.defer("pks", "digests").order_by("-number")
    return found.first()


def last_seal() -> Seal | None:
    """Return the newest seal of the kommune."""
    return Seal.objects.order_by("-day", "-pk").first()


def rows_chained(*, after: int = 0) -> int:
    """Return how many rows the links of the kommune hold, those after a number."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT coalesce(sum(rows), 0)::bigint FROM audit_chainlink"
            " WHERE municipality_id = %s AND number > %s",
            [current_municipality_id(), after],
        )
        return int(cursor.fetchone()[0])


def last_highs(tables: Sequence[str]) -> dict[str, int]:
    """Return the number up to which the last link over each table goes."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT t, l.high FROM unnest(%s::text[]) AS t CROSS JOIN LATERAL ("
            ' SELECT high FROM audit_chainlink WHERE municipality_id = %s AND "table" = t'
            " ORDER BY low DESC LIMIT 1) AS l",
            [list(tables), current_municipality_id()],
        )
        return dict(cursor.fetchall())


def lows(standing: ChainStanding | None, tables: Sequence[str]) -> dict[str, int]:
    """Return the number up to which rows of each table were looked for; what is new lies above."""
    looked = {} if standing is None else standing.highs
    ends = last_highs(tables)
    return {one: max(ends.get(one, 0), int(looked.get(one, 0))) for one in tables}


def by_table() -> list[tuple[str, int, datetime]]:
    """Return each chained table of the kommune with its rows and when it was last chained."""
    with connection.cursor() as cursor:
        cursor.execute(
            'SELECT "table", sum(rows)::bigint, max(made_at) FROM audit_chainlink'
            ' WHERE municipality_id = %s GROUP BY "table" ORDER BY "table"',
            [current_municipality_id()],
        )
        return list(cursor.fetchall())


def position(table: str, pk: int) -> tuple[int, str] | None:
    """Return the number and digest of the link that a row is chained in; None: in none yet."""
    found = ChainLink.objects.filter(table=table, low__lt=pk, high__gte=pk)
    row = found.order_by("number").values_list("number", "hash").first()
    return None if row is None else (row[0], bytes(row[1]).hex())


def _moment(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="microseconds")


def _day(day: date) -> str:
    return day.isoformat()
