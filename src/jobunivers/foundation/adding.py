# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Very many rows of one table at once: columns in, numbers out, in one statement each time.

Django's `bulk_create` prepares every value of every row by itself, which takes longer than the
database does. Rows are written under row-level security like any other.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from django.db import connection, models, transaction

from jobunivers.foundation.tenancy import current_municipality_id

_AT_A_TIME = 5_000


@transaction.atomic
def add_columns(
    model: type[models.Model], columns: Mapping[str, Sequence[Any]], *, returning: bool = False
) -> list[int]:
    """Add rows for the kommune being worked for; return their numbers, in order, when asked.

    Args:
        model: a tenant model; its columns are plain values or JSON (no arrays).
        columns: field name → one value a row, all equally long. What is left out gets its default.
        returning: whether the new numbers are wanted.
    """
    numbers: list[int] = []
    for rows in _added(model, columns, end=f'RETURNING "{_key(model)}"'):
        if returning:
            numbers += sorted(pk for (pk,) in rows)
    return numbers


@transaction.atomic
def add_new(
    model: type[models.Model], columns: Mapping[str, Sequence[Any]], *, by: Sequence[str]
) -> dict[tuple[Any, ...], int]:
    """Add what no constraint of the table says is there already; return the numbers of the rest.

    Args:
        model: as in `add_columns`.
        columns: as in `add_columns`.
        by: the columns that tell a row from the others; they are the keys of what is returned.
    """
    named = ", ".join(f'"{one}"' for one in by)
    end = f'ON CONFLICT DO NOTHING RETURNING "{_key(model)}", {named}'
    return {tuple(rest): pk for rows in _added(model, columns, end=end) for pk, *rest in rows}


def _added(
    model: type[models.Model], columns: Mapping[str, Sequence[Any]], *, end: str
) -> Iterator[list[tuple[Any, ...]]]:
    """Add the rows, some thousands a statement; yield what each statement returns."""
    (many,) = {len(values) for values in columns.values()}
    whole = dict(columns)
    fields = {one.attname: one for one in model._meta.concrete_fields}  # noqa: SLF001 - documented
    for name, one in fields.items():
        if name not in whole and one.has_default() and not one.primary_key:
            whole.setdefault(name, [one.get_default()] * many)
    whole.pop("municipality_id", None)
    for name, column in list(whole.items()):
        if isinstance(fields[name], models.JSONField):
            whole[name] = [json.dumps(value) for value in column]
        elif getattr(fields[name], "sealed", False):
            whole[name] = [fields[name].get_db_prep_save(value, connection) for value in column]
    types = [str(fields[name].db_type(connection)) for name in whole]
    statement = _statement(model, [str(fields[name].column) for name in whole], types, end)
    with connection.cursor() as cursor:
        for some in _slices(many):
            values: list[Any] = [list(column[some]) for column in whole.values()]
            cursor.execute(statement, [current_municipality_id(), *values])
            yield cursor.fetchall()


def _key(model: type[models.Model]) -> str:
    return str(model._meta.pk.column)  # noqa: SLF001 - documented


def _statement(
    model: type[models.Model], columns: Sequence[str], types: Sequence[str], end: str
) -> str:
    table = model._meta.db_table  # noqa: SLF001 - documented
    named = ", ".join(f'"{one}"' for one in columns)
    json_columns = [kind == "jsonb" for kind in types]
    plain = [
        "text" if is_json else kind.partition("(")[0]
        for kind, is_json in zip(types, json_columns, strict=True)
    ]
    arrays = ", ".join(f"%s::{kind}[]" for kind in plain)
    taken = ", ".join(f"u.c{n}{'::jsonb' * is_json}" for n, is_json in enumerate(json_columns))
    # Numbers are given in the order of the rows: what comes first in a list is the smaller one.
    return (
        f'INSERT INTO "{table}" (municipality_id, {named})'  # noqa: S608 - names of our own models
        f" SELECT %s, {taken}"
        f" FROM unnest({arrays}) WITH ORDINALITY"
        f" AS u({', '.join(f'c{n}' for n in range(len(columns)))}, place)"
        f" ORDER BY u.place {end}"
    )


def _slices(many: int) -> Iterator[slice]:
    for start in range(0, many, _AT_A_TIME):
        yield slice(start, start + _AT_A_TIME)
