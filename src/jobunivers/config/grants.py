# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the app's role may do in PostgreSQL: everything it needs, and no more."""

from typing import Any, Protocol

from django.apps import apps
from django.db import connection
from psycopg import sql


def append_only_tables() -> list[str]:
    """Return the tables whose rows are only ever added."""
    return sorted(
        model._meta.db_table  # noqa: SLF001 - Django's documented model meta
        for model in apps.get_models()
        if getattr(model, "append_only", False)
    )


def owner_tables() -> list[str]:
    """Return the tables that only the owner's own functions and `prepare` write."""
    return sorted(
        model._meta.db_table  # noqa: SLF001
        for model in apps.get_models()
        if getattr(model, "owner_writes", False)
    )


# Functions of the owner's that the app may call; each finds out for itself what it may do.
CALLED = (
    "retention_run_batch(bigint, timestamptz)",
    "retention_run_aged(bigint, timestamptz, integer)",
    "retention_nameless(bigint[])",  # only looks, with the rights of whoever asks
)


class Cursor(Protocol):
    """What Django's cursor and psycopg's have in common."""

    def execute(self, query: Any, params: Any = ..., /) -> Any:
        """Run one statement."""

    def fetchall(self) -> list[Any]:
        """Return the rows of the last statement."""


def give(*, role: str) -> None:
    """Give a role its rights on all tables. Needs the owner's role; safe to run again."""
    with connection.cursor() as cursor:
        give_with(cursor, role=role)


def give_with(cursor: Cursor, *, role: str) -> None:
    """Give a role its rights in the database that the cursor is in; the models must be loaded.

    Partitions get none: row-level security of a partitioned table holds only through the
    parent, so nobody may go round it. Logs cannot be changed or emptied; what the owner writes can
    only be read.
    """
    name = sql.Identifier(role)
    cursor.execute(sql.SQL("GRANT USAGE ON SCHEMA public TO {}").format(name))
    for kind in ("TABLES", "SEQUENCES"):
        cursor.execute(
            sql.SQL("REVOKE ALL ON ALL {} IN SCHEMA public FROM {}").format(sql.SQL(kind), name)
        )
    cursor.execute(
        sql.SQL("GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO {}").format(name)
    )
    cursor.execute(
        """
        SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') AND NOT c.relispartition
        ORDER BY c.relname
        """
    )
    append_only, owners = set(append_only_tables()), set(owner_tables())
    for (table,) in cursor.fetchall():
        if table == "django_migrations" or table in owners:
            rights = "SELECT"
        elif table in append_only:
            rights = "SELECT, INSERT"
        else:
            rights = "SELECT, INSERT, UPDATE, DELETE"
        cursor.execute(
            sql.SQL("GRANT {} ON {} TO {}").format(sql.SQL(rights), sql.Identifier(table), name)
        )
    for function in CALLED:
        cursor.execute("SELECT to_regprocedure(%s) IS NOT NULL", [function])
        if cursor.fetchall()[0][0]:  # an old backup does not have it yet
            cursor.execute(
                sql.SQL("GRANT EXECUTE ON FUNCTION {} TO {}").format(sql.SQL(function), name)
            )
