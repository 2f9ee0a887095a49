# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What an earlier start of the demo did to the same database, so that the next need not ask.

To ask costs a process that reads the whole program, twice: half of what a start takes. What is
remembered holds for these sources, this database and this day, and no longer.
"""

import os
from datetime import date
from pathlib import Path

import psycopg

from jobunivers.config.commands import surroundings
from jobunivers.config.setup.stamps import Stamps, digest_of

PREPARED, FILLED = "database", "demo"
_READ = frozenset({".py", ".json", ".csv", ".txt", ".toml", ".md", ".svg", ".po"})
# Another database has another oid; one that was put back has other migrations or people.
_WHICH = """
    SELECT concat_ws(' ', oid::text, (SELECT system_identifier::text FROM pg_control_system()),
        (SELECT count(*) FROM django_migrations), (SELECT max(applied) FROM django_migrations))
    FROM pg_database WHERE datname = current_database()
"""


def stamps() -> Stamps:
    """Return where it is remembered."""
    return Stamps(surroundings.STATE / "stamps")


def state() -> str:
    """Return a digest of sources, database and day; never the same twice where it cannot be told.

    The database is asked as the owner of its tables.
    """
    try:
        with psycopg.connect(os.environ["DATABASE_OWNER_URL"]) as connection:
            row = connection.execute(_WHICH).fetchone()
    except psycopg.Error:
        row = None
    if row is None:
        return os.urandom(16).hex()
    source = surroundings.ROOT / "src"
    files = sorted(path for path in source.rglob("*") if path.suffix in _READ and _counts(path))
    today = date.today().isoformat()  # noqa: DTZ011 - the machine's own day
    return digest_of(texts=[str(row[0]), today, *map(str, files)], files=files)


def _counts(path: Path) -> bool:
    return "tests" not in path.parts and "__pycache__" not in path.parts
