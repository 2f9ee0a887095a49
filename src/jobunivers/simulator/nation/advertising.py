# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The nation's advertisements: those of today through the importer, earlier rounds as copies."""

import os
import random
from collections.abc import Callable
from datetime import datetime
from functools import cache
from math import ceil

from django.db import connection
from django.utils.timezone import localdate

from jobunivers.foundation.tenancy import writing_shared
from jobunivers.rooms.vacancies import actions as vacancies
from jobunivers.simulator.nation import sizes
from jobunivers.simulator.nation.market import Advertised, Market
from jobunivers.simulator.nation.sizes import Size
from jobunivers.simulator.vacancies import advertisements
from jobunivers.simulator.world import World, all_places

SOURCE = "simuleret"
_TABLE = "vacancies_vacancy"
# Days between the rounds in which a job is advertised, and how long one is open: assumption.
_BETWEEN, _OPEN = 120, 40
_MANY = 2_000  # advertisements that are worth a process more
Say = Callable[[str], None]


def any_there() -> bool:
    """Return whether there is any advertisement of the whole country."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT EXISTS (SELECT 1 FROM {_TABLE})")  # noqa: S608 - our own name
        return bool(cursor.fetchone()[0])


def fill(size: Size, *, at: datetime, say: Say) -> None:
    """Take the advertisements in, as from a source, and tell of their earlier rounds."""
    world = World()
    # Some have passed their deadline and some are copies: so many more are written.
    count = ceil(size.advertisements / (1 - world.expired_share) / (1 - world.duplicate_share))
    say(f"Taking {count:,} advertisements in …")
    source = vacancies.ensure_source(
        code=SOURCE, name="Simulerede opslag", record_format="simulator", licence="EUPL-1.2",
        attribution="Opdigtede opslag, skrevet af simulatoren.", at=at,
    )  # fmt: skip
    vacancies.import_records(
        source=source,
        records=advertisements(
            random.Random(f"{size.seed} advertisements"), count, today=localdate(at), world=world
        ),
        at=at,
        processes=(os.cpu_count() or 1) if count > _MANY else 1,
        progress=lambda so_far: say(f"{so_far.read:,} read") if so_far.read % 10_000 == 0 else None,
    )
    if size.past_rounds:
        say("Telling of earlier rounds …")
        _earlier_rounds(size.past_rounds)


def _earlier_rounds(rounds: int) -> None:
    """Copy each advertisement to earlier times of the year, closed: the same job, filled before."""
    with writing_shared(), connection.cursor() as cursor:
        cursor.execute(
            "SELECT column_name FROM information_schema.columns WHERE table_name = %s"
            " AND table_schema = 'public' AND column_name <> 'id' ORDER BY ordinal_position",
            [_TABLE],
        )
        names = [name for (name,) in cursor.fetchall()]
        back = f"(n.n * {_BETWEEN} + mod(v.id, {_BETWEEN // 2})) * interval '1 day'"
        opened = f"v.published_at - {back}"
        closed = f"{opened} + interval '{_OPEN} days'"
        told = {
            "source_key": "v.source_key || '/' || n.n",
            "published_at": opened,
            "created_at": opened,
            "seen_at": closed,
            "expires_at": closed,
            "closed_at": closed,
            "deadline": f"({closed})::date",
            "bands": "'{}'",
            "change": "nextval('vacancies_change_seq')",
        }
        values = ", ".join(told.get(name, f'v."{name}"') for name in names)
        listed = ", ".join(f'"{name}"' for name in names)
        cursor.execute(
            f"INSERT INTO {_TABLE} ({listed}) SELECT {values} FROM {_TABLE} v"  # noqa: S608
            " CROSS JOIN generate_series(1, %s) AS n(n)"
            " WHERE v.municipality_id IS NULL AND v.duplicate_of_id IS NULL"
            " ORDER BY n.n DESC, v.id",
            [rounds],
        )


def open_now(*, at: datetime) -> int:
    """Return how many advertisements are open."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT count(*) FROM {_TABLE} WHERE closed_at IS NULL AND duplicate_of_id IS NULL"  # noqa: S608
            " AND published_at <= %s AND expires_at > %s",
            [at, at],
        )
        return int(cursor.fetchone()[0])


def market(*, at: datetime) -> Market:
    """Return all advertisements, open and closed, as people meet them."""
    region = _regions()
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT v.id, v.title, COALESCE(e.name, ''), v.city, v.isco, v.kommune_code,"
            " extract(epoch FROM v.published_at)::bigint,"
            " extract(epoch FROM LEAST(v.expires_at, COALESCE(v.closed_at, v.expires_at)))::bigint"
            " FROM vacancies_vacancy v LEFT JOIN vacancies_employer e ON e.id = v.employer_id"
            " WHERE v.duplicate_of_id IS NULL AND v.published_at <= %s ORDER BY v.id",
            [at],
        )
        found = [
            Advertised(number, title, employer or "Ukendt", city[:150], isco,
                       region.get(kommune, 0), opened, closed)
            for number, title, employer, city, isco, kommune, opened, closed in cursor.fetchall()
        ]  # fmt: skip
    return Market.of(found)


@cache
def _regions() -> dict[str, int]:
    where = sizes.regions()
    return {place.municipality_code: where.index(place.region) for place in all_places()}
