# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Rows as numbers and digests, very many at once.

PostgreSQL writes a row as text and digests it; the numbers and digests come as fixed blocks that
NumPy takes as they are. What a session may set (time zone, styles of dates and bytes) is set here,
so that the same row has the same text for ever.
"""

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from django.db import connection, models
from numpy.typing import NDArray
from psycopg import sql

from jobunivers.foundation.tenancy import current_municipality_id
from jobunivers.rooms.audit.queries.sources import Source, layout_parts

DIGEST = 32
_SETTINGS = (
    "SET LOCAL timezone = 'UTC'; SET LOCAL datestyle = 'ISO, YMD'; SET LOCAL bytea_output = 'hex';"
    " SET LOCAL intervalstyle = 'iso_8601'; SET LOCAL extra_float_digits = 1"
)
# One row of two packed columns: a row of Python objects each would take longer than the digests.
_PACKED = """
    SELECT string_agg(int8send(q.pk), ''::bytea), string_agg(q.digest, ''::bytea) FROM (
        SELECT id::int8 AS pk, pg_catalog.sha256(pg_catalog.convert_to({}, 'UTF8')) AS digest
        FROM {} WHERE {}{}
    ) AS q
"""

Pks = NDArray[np.int64]
Digests = NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class Rows:
    """Numbers, rising, and the digest of each: int64 (n,) and uint8 (n, 32)."""

    pks: Pks
    digests: Digests


class Unreadable(Exception):  # noqa: N818 - it reads as what is wrong
    """The columns that digests were made of are not there any more."""


def settle_the_text() -> None:
    """Make rows' texts the same in every session; holds to the end of the transaction."""
    with connection.cursor() as cursor:
        cursor.execute(_SETTINGS)


def read(source: Source, *, low: int, high: int, layout: str = "", most: int | None = None) -> Rows:
    """Return the rows with numbers above `low` up to `high` of the kommune, at most so many.

    `settle_the_text` must have been called in this transaction.

    Args:
        source: the table.
        low: rows above this number.
        high: up to and with this one.
        layout: the columns as a link wrote them down; as they are now when it is left out.
        most: the first ones only.

    Raises:
        Unreadable: the layout names a column that is gone.
    """
    plain, sealed = layout_parts(layout or source.layout)
    _there(source, plain, sealed)
    where = sql.SQL("id > {} AND id <= {}").format(sql.Literal(low), sql.Literal(high))
    if source.of_kommune:
        own = sql.Literal(current_municipality_id())
        where = sql.SQL("municipality_id = {} AND {}").format(own, where)
    text = sql.SQL("ROW({})::text").format(sql.SQL(", ").join(map(sql.Identifier, plain)))
    end = (
        sql.SQL("") if most is None else sql.SQL(" ORDER BY id LIMIT {}").format(sql.Literal(most))
    )
    if sealed:
        return _opened(source, sealed, text, where, end)
    question = sql.SQL(_PACKED).format(text, sql.Identifier(source.table), where, end)
    return _packed(question)


def _there(source: Source, plain: Sequence[str], sealed: Sequence[str]) -> None:
    names = {*source.columns, *(one.column for one in source.sealed)}
    kept = {one.column for one in source.sealed}
    if not names.issuperset([*plain, *sealed]) or not kept.issuperset(sealed):
        raise Unreadable(source.table)


def _packed(question: sql.Composed) -> Rows:
    with connection.cursor() as cursor:
        cursor.execute(question)
        pks, digests = cursor.fetchone() or (None, None)
    numbers = np.frombuffer(pks or b"", dtype=">i8").astype(np.int64)
    block = np.frombuffer(digests or b"", dtype=np.uint8).reshape(-1, DIGEST)
    order = np.argsort(numbers, kind="stable")
    return Rows(numbers[order], block[order])


def _opened(
    source: Source,
    sealed: Sequence[str],
    text: sql.Composed,
    where: sql.Composed,
    end: sql.SQL | sql.Composed,
) -> Rows:
    """Return rows with encrypted columns: opened here, one at a time."""
    fields = [one for one in source.sealed if one.column in sealed]
    columns = sql.SQL(", ").join(sql.Identifier(str(one.column)) for one in fields)
    question = sql.SQL("SELECT id, {}, {} FROM {} WHERE {}{}").format(
        text, columns, sql.Identifier(source.table), where, end
    )
    found: list[tuple[int, bytes]] = []
    with connection.cursor() as cursor:
        cursor.execute(question)
        for pk, plain, *values in cursor:
            parts = [plain, *(_said(one, value) for one, value in zip(fields, values, strict=True))]
            found.append((pk, hashlib.sha256(json.dumps(parts).encode()).digest()))
    found.sort()
    digests = np.frombuffer(b"".join(one for _pk, one in found), dtype=np.uint8)
    return Rows(np.array([pk for pk, _one in found], dtype=np.int64), digests.reshape(-1, DIGEST))


def _said(field: "models.Field[Any, Any]", value: Any) -> str:
    opened: Any = value
    if (convert := getattr(field, "from_db_value", None)) is not None:
        opened = convert(value, None, connection)
    if isinstance(opened, bytes | memoryview):
        return bytes(opened).hex()
    return json.dumps(opened, sort_keys=True, default=str)


def waiting(found: Sequence[Source], lows: dict[str, int], highs: dict[str, int]) -> dict[str, int]:
    """Return how many rows of each table are not chained yet, above its low up to its high."""
    asked = [one for one in found if highs.get(one.table, 0) > lows.get(one.table, 0)]
    if not asked:
        return {}
    own = current_municipality_id()
    parts = [_counted(one, lows.get(one.table, 0), highs[one.table], own) for one in asked]
    with connection.cursor() as cursor:
        cursor.execute(sql.SQL(" UNION ALL ").join(parts))
        return {table: many for table, many in cursor.fetchall() if many}


def _counted(source: Source, low: int, high: int, own: int) -> sql.Composed:
    kommune = (
        sql.SQL("municipality_id = {} AND ").format(sql.Literal(own))
        if source.of_kommune
        else sql.SQL("")
    )
    return sql.SQL("SELECT {}, count(*) FROM {} WHERE {}id > {} AND id <= {}").format(
        sql.Literal(source.table), sql.Identifier(source.table), kommune,
        sql.Literal(low), sql.Literal(high),
    )  # fmt: skip


def given_out(names: Sequence[str]) -> dict[str, int]:
    """Return the last number each table has given out."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT t, coalesce(pg_catalog.pg_sequence_last_value((t || '_id_seq')::regclass), 0)"
            " FROM unnest(%s::text[]) AS t",
            [list(names)],
        )
        return dict(cursor.fetchall())


def slices(many: int, each: int) -> Iterator[slice]:
    """Yield the parts of so many, each at most so long."""
    for start in range(0, many, each):
        yield slice(start, min(start + each, many))
