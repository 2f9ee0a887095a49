# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Loading many rows at once, as the owner of the tables, in one transaction.

COPY is refused under row-level security, so the owner is let past its own tables' policies until
the transaction ends; nobody else is, and nobody else can see it happen. Indexes and foreign keys
are taken off and put on again, which checks every row that was loaded. When anything fails, the
transaction leaves everything as it was.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime

import psycopg
from psycopg import sql

from jobunivers.simulator.nation import columns
from jobunivers.simulator.nation.tables import Table

EVENTS = "events_event"
# For the transaction alone: a nation's indexes are built in memory.
_MEMORY = "512MB"


@contextmanager
def loading(connection: psycopg.Connection, tables: Sequence[Table]) -> Iterator["Loader"]:
    """Give the right to load rows into these tables; whole when it ends without an error."""
    with connection.transaction():
        connection.execute(f"SET LOCAL maintenance_work_mem = '{_MEMORY}'")
        connection.execute("SET LOCAL synchronous_commit = off")
        names = [table.name for table in tables]
        taken = [*_keys(connection, names), *_indexes(connection, names)]
        for name in names:
            _alter(connection, name, "NO FORCE ROW LEVEL SECURITY")
        for off, _ in taken:
            connection.execute(off)
        yield Loader(connection)
        for _, on in reversed(taken):
            connection.execute(on)
        for table in tables:
            _continue_sequence(connection, table)
        for table in tables:
            _alter(connection, table.name, "FORCE ROW LEVEL SECURITY")
    connection.execute("ANALYZE")


class Loader:
    """Writes encoded rows, table by table."""

    def __init__(self, connection: psycopg.Connection) -> None:
        self.connection = connection
        self.written: dict[str, int] = {}

    def write(self, table: str, names: str, rows: bytes, many: int) -> None:
        """Add rows to a table; `names` are its columns as `Table.encoded` gives them."""
        statement = f'COPY "{table}" ({names}) FROM STDIN (FORMAT binary)'
        with self.connection.cursor() as cursor, cursor.copy(statement) as copy:
            copy.write(columns.HEADER)
            copy.write(rows)
            copy.write(columns.TRAILER)
        self.written[table] = self.written.get(table, 0) + many


def ensure_months(connection: psycopg.Connection, first: date, last: date) -> list[str]:
    """Make the partitions of events for these months; return the names of new ones."""
    made = []
    for index in range(first.year * 12 + first.month - 1, last.year * 12 + last.month):
        start, end = (datetime(i // 12, i % 12 + 1, 1, tzinfo=UTC) for i in (index, index + 1))
        name = f"{EVENTS}_{start:%Y_%m}"  # as the log of events names its months itself
        there = connection.execute("SELECT to_regclass(%s)", [name]).fetchone()
        if there is None or there[0] is None:
            connection.execute(
                sql.SQL("CREATE TABLE {} PARTITION OF {} FOR VALUES FROM ({}) TO ({})").format(
                    sql.Identifier(name), sql.Identifier(EVENTS), sql.Literal(start),
                    sql.Literal(end),
                )
            )  # fmt: skip
            made.append(name)
    return made


def _alter(connection: psycopg.Connection, name: str, what: str) -> None:
    connection.execute(f'ALTER TABLE "{name}" {what}')


def _keys(connection: psycopg.Connection, names: Sequence[str]) -> list[tuple[str, str]]:
    """Return how each foreign key of the tables is taken off and put on again."""
    rows = connection.execute(
        "SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid) FROM pg_constraint"
        " WHERE contype = 'f' AND conparentid = 0 AND conrelid::regclass::text = ANY(%s)"
        " ORDER BY conrelid::regclass::text, conname",
        [list(names)],
    ).fetchall()
    return [
        (
            f'ALTER TABLE {table} DROP CONSTRAINT "{name}"',
            f'ALTER TABLE {table} ADD CONSTRAINT "{name}" {definition}',
        )
        for table, name, definition in rows
    ]


def _indexes(connection: psycopg.Connection, names: Sequence[str]) -> list[tuple[str, str]]:
    """Return how each index that no constraint stands on is taken off and put on again."""
    rows = connection.execute(
        "SELECT i.indexrelid::regclass::text, pg_get_indexdef(i.indexrelid) FROM pg_index i"
        " JOIN pg_class c ON c.oid = i.indexrelid"
        " WHERE i.indrelid::regclass::text = ANY(%s) AND NOT c.relispartition"
        " AND NOT EXISTS (SELECT 1 FROM pg_constraint k WHERE k.conindid = i.indexrelid)"
        " ORDER BY i.indexrelid::regclass::text",
        [list(names)],
    ).fetchall()
    # On a partitioned table pg_get_indexdef says ONLY, which would leave the partitions without.
    return [
        (f"DROP INDEX {name}", definition.replace(" ON ONLY ", " ON ")) for name, definition in rows
    ]


def _continue_sequence(connection: psycopg.Connection, table: Table) -> None:
    """Let the next id be above all that were loaded."""
    row = connection.execute(
        "SELECT COALESCE(pg_get_serial_sequence(%s, 'id'), %s)",
        [table.name, f"{table.name}_id_seq"],
    ).fetchone()
    assert row is not None
    connection.execute(
        sql.SQL("SELECT setval({}, GREATEST((SELECT COALESCE(max(id), 0) FROM {}), 1))").format(
            sql.Literal(row[0]), sql.Identifier(table.name)
        )
    )


def counts(connection: psycopg.Connection, tables: Mapping[str, str]) -> dict[str, int]:
    """Return how many rows tables hold; needs a role that row-level security lets see them."""
    found = {}
    for label, name in tables.items():
        row = connection.execute(
            sql.SQL("SELECT count(*) FROM {}").format(sql.Identifier(name))
        ).fetchone()
        found[label] = int(row[0]) if row else 0
    return found
