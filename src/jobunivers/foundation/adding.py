# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Very many rows of one table at once: columns in, numbers out, in one statement each time.

Django's `bulk_create` prepares every value of every row by itself, which takes longer than the
database does. Rows are written under row-level security like any other.
"""

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
        model: a tenant model; its columns are plain values (no arrays, no JSON).
        columns: field name → one value a row, all equally long. What is left out gets its default,
            which must be a plain value too.
        returning: whether the new numbers are wanted.
    """
    (many,) = {len(values) for values in columns.values()}
    whole = dict(columns)
    fields = {one.attname: one for one in model._meta.concrete_fields}  # noqa: SLF001 - documented
    for name, one in fields.items():
        if name not in whole and one.has_default() and not one.primary_key:
            whole.setdefault(name, [one.get_default()] * many)
    whole.pop("municipality_id", None)
    types = [str(fields[name].db_type(connection)) for name in whole]
    statement = _statement(model, [str(fields[name].column) for name in whole], types)
    numbers: list[int] = []
    with connection.cursor() as cursor:
        for some in _slices(many):
            values: list[Any] = [list(column[some]) for column in whole.values()]
            cursor.execute(statement, [current_municipality_id(), *values])
            if returning:
                numbers += sorted(pk for (pk,) in cursor.fetchall())
    return numbers


def _statement(model: type[models.Model], columns: Sequence[str], types: Sequence[str]) -> str:
    table, key = model._meta.db_table, model._meta.pk.column  # noqa: SLF001 - documented
    named = ", ".join(f'"{one}"' for one in columns)
    arrays = ", ".join(f"%s::{kind.partition('(')[0]}[]" for kind in types)
    # Numbers are given in the order of the rows: what comes first in a list is the smaller one.
    return (
        f'INSERT INTO "{table}" (municipality_id, {named})'  # noqa: S608 - names of our own models
        f" SELECT %s, {', '.join(f'u.c{n}' for n in range(len(columns)))}"
        f" FROM unnest({arrays}) WITH ORDINALITY"
        f" AS u({', '.join(f'c{n}' for n in range(len(columns)))}, place)"
        f' ORDER BY u.place RETURNING "{key}"'
    )


def _slices(many: int) -> Iterator[slice]:
    for start in range(0, many, _AT_A_TIME):
        yield slice(start, start + _AT_A_TIME)
