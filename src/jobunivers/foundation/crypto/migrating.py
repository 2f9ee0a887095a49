# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A migration's operation that encrypts what stands in columns, and opens it on the way back.

The columns must already have their encrypted fields in the migration's state. All happens in the
migration's own transaction, some thousands of rows at a time.
"""

from collections.abc import Callable
from typing import Any

from django.db import migrations
from psycopg import sql

from jobunivers.foundation.crypto import rows
from jobunivers.foundation.crypto.fields import encrypted_fields


def encrypts(app: str, model: str, *names: str) -> migrations.RunPython:
    """Encrypt these fields of every row, and fill their keyed hashes; the way back opens them."""

    def forwards(apps: Any, schema: Any) -> None:  # noqa: ARG001 - as Django calls it
        _each(apps.get_model(app, model), names, lambda one, value: one.seal(value))

    def backwards(apps: Any, schema: Any) -> None:  # noqa: ARG001 - the same
        _each(apps.get_model(app, model), names, lambda one, value: one.unseal(value))

    return migrations.RunPython(forwards, backwards)


def _each(model: Any, names: tuple[str, ...], change: Callable[[Any, Any], Any]) -> None:
    fields = [one for one in encrypted_fields(model) if one.name in names]
    # Most rows of a large table say nothing in these columns: they are left as they are.
    said = [sql.SQL("length({}) > 0").format(sql.Identifier(str(one.column))) for one in fields]
    filled = sql.SQL(" OR ").join(said)
    for part in rows.parts_of(model):
        where = sql.SQL("{} AND ({})").format(sql.SQL(part.where), filled)
        with part.within():
            last = 0
            while True:
                _, last = rows.rewrite(model, fields, change, where=where, after=last)
                if not last:
                    break
