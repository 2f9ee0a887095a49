# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Stored values as they lie in the table, read and written past the fields that open them."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import connection, models
from psycopg import sql

from jobunivers.foundation.crypto.fields import (
    EncryptedBinaryField,
    encrypted_fields,
    hash_fields,
    of_one_kommune,
)
from jobunivers.foundation.crypto.sealing import CannotOpen, bytes_head, keyed_hash
from jobunivers.foundation.tenancy.current import working_for, writing_shared

AT_A_TIME = 2_000
PIECES_AT_A_TIME = 40  # bytes are files' pieces: ten megabytes


@dataclass(frozen=True, slots=True)
class Part:
    """Rows of a table that are changed under one kommune, or under none."""

    where: str
    within: Callable[[], Any]


def parts_of(model: type[models.Model]) -> Iterator[Part]:
    """Return the parts a table's rows fall into, each with what must be chosen to change them."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT id FROM tenancy_municipality ORDER BY id")
        everyone = [int(pk) for (pk,) in cursor.fetchall()]
    named = {one.name for one in model._meta.concrete_fields}  # noqa: SLF001 - documented
    if "municipality" not in named:
        yield Part("TRUE", writing_shared)
        return
    for pk in everyone:
        yield Part(f"municipality_id = {pk}", _for(pk))
    if not of_one_kommune(model):
        yield Part("municipality_id IS NULL", writing_shared)


def _for(municipality_id: int) -> Callable[[], Any]:
    return lambda: working_for(municipality_id)


def not_under(field: Any, key: str) -> sql.Composable:
    """Return the condition that a column's value is encrypted with another key than this."""
    column = sql.Identifier(field.column)
    if isinstance(field, EncryptedBinaryField):
        head = bytes_head(key)
        return sql.SQL("(length({0}) > 0 AND substring({0} FOR {1}) <> {2})").format(
            column, sql.Literal(len(head)), sql.Literal(head)
        )
    return sql.SQL("({0} <> '' AND split_part({0}, '.', 2) <> {1})").format(
        column, sql.Literal(key)
    )


def rewrite(
    model: type[models.Model],
    fields: Sequence[Any],
    change: Callable[[Any, Any], Any],
    *,
    where: sql.Composable,
    after: int = 0,
) -> tuple[int, int]:
    """Change the stored values of the next rows; return how many and the last key (0: no more).

    A row that somebody else changes meanwhile keeps what he wrote: it has the current key already.
    """
    meta = model._meta  # noqa: SLF001 - documented
    table, key = sql.Identifier(meta.db_table), sql.Identifier(str(meta.pk.column))
    columns = [sql.Identifier(one.column) for one in fields]
    large = any(isinstance(one, EncryptedBinaryField) for one in fields)
    asked = sql.SQL(
        "SELECT {key}, {columns} FROM {table} WHERE {key} > {after} AND ({where}) "
        "ORDER BY {key} LIMIT {many}"
    ).format(
        key=key,
        columns=sql.SQL(", ").join(columns),
        table=table,
        after=sql.Literal(after),
        where=where,
        many=sql.Literal(PIECES_AT_A_TIME if large else AT_A_TIME),
    )
    with connection.cursor() as cursor:
        cursor.execute(asked)
        rows = cursor.fetchall()
        if not rows:
            return 0, 0
        hashed = [one for one in hash_fields(model) if one.of in {f.name for f in fields}]
        news = [_changed(fields, hashed, row, change) for row in rows]
        sets = [sql.Identifier(one.column) for one in (*fields, *hashed)]
        cursor.executemany(
            sql.SQL("UPDATE {table} SET {sets} WHERE {key} = %s AND {same}").format(
                table=table,
                sets=sql.SQL(", ").join(sql.SQL("{} = %s").format(one) for one in sets),
                key=key,
                same=sql.SQL(" AND ").join(
                    sql.SQL("{} IS NOT DISTINCT FROM %s").format(one) for one in columns
                ),
            ),
            [(*new, row[0], *row[1:]) for new, row in zip(news, rows, strict=True)],
        )
    return len(rows), int(rows[-1][0])


def _changed(
    fields: Sequence[Any],
    hashed: Sequence[Any],
    row: tuple[Any, ...],
    change: Callable[[Any, Any], Any],
) -> list[Any]:
    """Return the new values of a row, those of its hashes last."""
    new = {
        one.name: change(one, value) if value else value
        for one, value in zip(fields, row[1:], strict=True)
    }
    plain = {
        one.name: _text_of(one, old, new[one.name])
        for one, old in zip(fields, row[1:], strict=True)
        if any(which.of == one.name for which in hashed)
    }
    return [*new.values(), *(keyed_hash(plain[one.of], about=one.about) for one in hashed)]


def _text_of(field: Any, old: Any, new: Any) -> str:
    """Return the plain text of a value: whichever of the two is encrypted opens."""
    try:
        return str(field.take(new))
    except CannotOpen:
        return str(field.take(old))


def sealed_under(model: type[models.Model], *, where: str) -> dict[str, int]:
    """Return how many values of these rows lie under each key; reads all of them."""
    found: dict[str, int] = {}
    meta = model._meta  # noqa: SLF001 - documented
    for field in encrypted_fields(model):
        column = sql.Identifier(str(field.column))
        name = (
            sql.SQL(
                "convert_from(substring({0} FROM 4 FOR get_byte(substring({0} FOR 3), 2)), 'UTF8')"
            )
            if isinstance(field, EncryptedBinaryField)
            else sql.SQL("split_part({0}, '.', 2)")
        ).format(column)
        filled = sql.SQL("length({}) > 0").format(column)
        with connection.cursor() as cursor:
            cursor.execute(
                sql.SQL("SELECT {}, count(*) FROM {} WHERE {} AND {} GROUP BY 1").format(
                    name, sql.Identifier(meta.db_table), filled, sql.SQL(where)
                )
            )
            for key, many in cursor.fetchall():
                found[key] = found.get(key, 0) + int(many)
    return found
