# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The database a restore has replaced: kept for some days, said on the health page, then dropped.

It holds people who have been erased since. When it was replaced stands beside it in PostgreSQL.
"""

from datetime import date, timedelta

import psycopg
from psycopg import sql

from jobunivers.config.postgres.cluster import DATABASE

PREVIOUS = f"{DATABASE}_previous"
DAYS = 7
_WORD = "replaced "


def mark(admin: psycopg.Connection, *, today: date) -> None:
    """Write beside the database when it was replaced."""
    admin.execute(
        sql.SQL("COMMENT ON DATABASE {} IS {}").format(
            sql.Identifier(PREVIOUS), sql.Literal(f"{_WORD}{today.isoformat()}")
        )
    )


def standing(admin: psycopg.Connection) -> tuple[bool, date | None]:
    """Return whether a replaced database is there, and since when; None: nobody has said."""
    row = admin.execute(
        "SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = %s",
        [PREVIOUS],
    ).fetchone()
    if row is None:
        return False, None
    try:
        return True, date.fromisoformat(str(row[0] or "").removeprefix(_WORD))
    except ValueError:
        return True, None


def drop(admin: psycopg.Connection) -> bool:
    """Drop it; False: there was none. Who looks at it keeps it (psycopg's ObjectInUse)."""
    there, _since = standing(admin)
    if there:
        admin.execute(sql.SQL("DROP DATABASE {}").format(sql.Identifier(PREVIOUS)))
    return there


def tidy(admin: psycopg.Connection, *, today: date, days: int = DAYS) -> str:
    """Drop it when its days are over; return what to tell, "" when there is nothing.

    One that nobody has marked is marked now, so that its days begin.
    """
    there, since = standing(admin)
    if not there:
        return ""
    if since is None:
        mark(admin, today=today)
        since = today
    last = since + timedelta(days=days)
    if today < last:
        return f"{PREVIOUS}, replaced by a restore on {since}, is dropped from {last} on."
    try:
        drop(admin)
    except psycopg.errors.ObjectInUse:
        return f"{PREVIOUS} is looked at by somebody, so it is still there: run this again."
    return f"Dropped: {PREVIOUS}, replaced by a restore on {since}."
