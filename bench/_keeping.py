# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A night's lists written to PostgreSQL as the app writes them: its role, its locks, its door.

A scratch database is copied from the template of the tests and dropped afterwards. COPY is refused
under row-level security; rows go through INSERT … SELECT FROM unnest with binary arrays.
"""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

import numpy as np
from _nation import Nation
from numpy.typing import NDArray

from jobunivers.science.ahead import ahead
from jobunivers.science.matching import People, World

AT_A_TIME = 1_000
_COLUMNS = (
    "primary_colour, accent_colour, logo_type, contact_phone, contact_email, contact_address, "
    "headline_da, headline_en, welcome_da, welcome_en"
)


@dataclass
class Written:
    """What writing took, in seconds, and what was written."""

    database_s: float = 0.0
    rows: int = 0
    bytes_packed: int = 0
    table_mb: float = 0.0


@contextmanager
def scratch(kommuner: int, keep: str = "") -> Iterator[bool]:
    """Let Django work in a database of its own with so many kommuner, ids from 1.

    Gives whether it was made now: one with a name to `keep` stays, and is used again.
    """
    import django
    import psycopg

    from jobunivers.testing import database  # starts PostgreSQL and reads its addresses

    django.setup()
    from django.db import connections

    name = keep or f"bench_match_{os.getpid()}"
    owner = os.environ["DATABASE_OWNER_URL"]
    made = not (keep and _is_there(owner, name))
    if made:
        database.copy_of_template(owner, name)
    try:
        with psycopg.connect(database.address_of(owner, name), autocommit=True) as connection:
            connection.execute(
                "INSERT INTO tenancy_municipality (id, code, slug, name, opened_at, "  # noqa: S608 - our own names
                f"{_COLUMNS}) SELECT n, to_char(n, 'FM0000'), 'k' || n, 'Kommune ' || n, now(), "
                "'#0059b3', '#2a7d4f', '', '', '', '', '', '', '', '' "
                "FROM generate_series(1, %s) AS n "
                "ON CONFLICT DO NOTHING",
                [kommuner],
            )
        connections["default"].close()
        connections["default"].settings_dict["NAME"] = name
        yield made
    finally:
        connections["default"].close()
        if not keep:
            database.drop_database(owner, name)


def _is_there(owner: str, name: str) -> bool:
    """Say whether the server has a database of this name."""
    import psycopg

    with psycopg.connect(owner) as connection:
        asked = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name])
        return asked.fetchone() is not None


def chunks(nation: Nation) -> list[NDArray[np.int64]]:
    """Return the rows of the people kommune by kommune, in pieces that are stored at once."""
    found = []
    for kommune in np.unique(nation.people.owner).tolist():
        rows = np.flatnonzero(nation.people.owner == kommune)
        found += [rows[start : start + AT_A_TIME] for start in range(0, len(rows), AT_A_TIME)]
    return found


def records(
    nation: Nation, world: World, lists: NDArray[np.int32], rows: NDArray[np.int64]
) -> tuple[People, NDArray[np.void]]:
    """Return some of the people and the records, with all reasons, of their lists."""
    some = nation.people.take(rows)
    return some, world.record_of(some, lists[rows], day=nation.day)


def write(nation: Nation, world: World, lists: NDArray[np.int32], threads: int) -> Written:
    """Store everybody's list, kommune by kommune, through the room's own door.

    The next pieces are made while one is stored.
    """
    from django.db import connection

    from jobunivers.foundation.tenancy import working_for
    from jobunivers.rooms.tailored.actions import storing
    from jobunivers.rooms.tailored.models import RecommendationRun

    table = RecommendationRun._meta.db_table  # noqa: SLF001 - Django's documented model meta
    done = Written()
    by = storing.MadeBy(
        model=world.model.version,
        vocabulary=nation.vocabulary.digest,
        meaning="simulated",
        day=date(1970, 1, 1) + timedelta(days=nation.day),
    )
    at = datetime(2026, 1, 1, tzinfo=UTC)

    def made(rows: NDArray[np.int64]) -> "list[storing.Kept]":
        return _kept(nation, world, lists, rows)

    for rows, kept in ahead(made, chunks(nation), threads=threads):
        began = time.perf_counter()
        with working_for(int(nation.people.owner[rows[0]])):
            done.rows += storing.store_many(kept, by=by, at=at)
        done.database_s += time.perf_counter() - began
        done.bytes_packed += sum(len(one.person) + len(one.ranking) for one in kept)
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_total_relation_size(%s)", [table])
        done.table_mb = round(cursor.fetchone()[0] / 1e6, 1)
    return done


def _kept(  # type: ignore[no-untyped-def]  # noqa: ANN202 - the room is imported when Django is ready
    nation: Nation, world: World, lists: NDArray[np.int32], rows: NDArray[np.int64]
):
    from jobunivers.rooms.tailored.actions import storing
    from jobunivers.rooms.tailored.queries.packing import packed_records

    some, found = records(nation, world, lists, rows)
    return [
        storing.Kept(
            citizen_id=int(some.id[row]),
            profile_version=1,
            boldness=int(some.boldness[row]) / 100,
            basis="profile",
            place="profile",
            max_km=int(some.reach[row]) / 100,
            person=some.to_bytes(row, nation.vocabulary),
            ranking=packed_records(record[lists[rows[row]] >= 0]),
            places=b"",  # nothing here is shown by chance
            pool=0,
            considered=len(nation.openings),
            excluded={},
        )
        for row, record in enumerate(found)
    ]
