# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A month of one kommune, played into a scratch database through the rooms' doors."""

import os
import resource
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

FIRST = date(2026, 9, 7)
TICKS = os.sysconf("SC_CLK_TCK")


@contextmanager
def scratch() -> Iterator[None]:
    """Let Django work in a database of its own, gone afterwards."""
    import django

    folder = TemporaryDirectory(prefix="jobunivers-bench-")
    os.environ["JOBUNIVERS_SEARCH"] = f"{folder.name}/search"
    os.environ["JOBUNIVERS_MATCHING"] = f"{folder.name}/matching"
    from jobunivers.testing import database  # starts PostgreSQL and reads its addresses

    django.setup()
    from django.db import connections

    owner, name = os.environ["DATABASE_OWNER_URL"], f"bench_month_{os.getpid()}"
    database.copy_of_template(owner, name)
    connections["default"].settings_dict["NAME"] = name
    try:
        yield
    finally:
        connections["default"].close()
        database.drop_database(owner, name)
        folder.cleanup()


def processor_seconds() -> float:
    """Return what this process, its children and its server process have computed so far."""
    from django.db import connection

    connection.ensure_connection()
    stat = Path(f"/proc/{connection.connection.info.backend_pid}/stat").read_text().split()
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    mine = time.process_time() + children.ru_utime + children.ru_stime
    return mine + (int(stat[13]) + int(stat[14])) / TICKS


def queued_seconds() -> float:
    """Return how long this process and its server process have waited for a processor so far.

    On Linux alone; elsewhere 0. The two work in turns, so what a clock says less this is what it
    would say on a machine that does nothing else.
    """
    from django.db import connection

    connection.ensure_connection()
    waited = 0
    for pid in ("self", connection.connection.info.backend_pid):
        told = Path(f"/proc/{pid}/schedstat")
        waited += int(told.read_text().split()[1]) if told.exists() else 0
    return waited / 1e9


def measure(*, people: int, days: int, stock: int, match_every: int) -> None:
    """Print what a month takes, stage by stage, and what came of it."""
    with scratch():
        from django.db import connection
        from django.utils import timezone

        from jobunivers.foundation.tenancy import actions as tenancy
        from jobunivers.simulator.life import running

        aarhus = tenancy.open_municipality(
            code="0751", name="Aarhus", slug="aarhus", at=timezone.now()
        )
        plan = running.Plan(
            seed=1, first=FIRST, days=0, people=people, stock=stock, shares={"0751": 0.6},
            match_every=match_every, processes=2,
        )  # fmt: skip
        used, began = processor_seconds(), time.perf_counter()
        settled = running.run([aarhus], plan, progress=lambda _: None)
        print(
            f"settled {people:,} people and {settled.counts['advertisements']:,} advertisements: "
            f"{time.perf_counter() - began:.1f} s, {processor_seconds() - used:.1f} of processor"
        )
        used, began = processor_seconds(), time.perf_counter()
        told = running.run(
            [aarhus], running.with_days(plan, days), progress=lambda text: print(text, flush=True)
        )
        wall, processor = time.perf_counter() - began, processor_seconds() - used
        print(f"{days} days of {people:,} people: {wall:.1f} s by the clock,")
        print(f"  {processor:.1f} s of processor = {processor / 2:.1f} on two idle cores")
        for stage, seconds in told.seconds.most_common():
            print(
                f"  {stage:16} {seconds:6.1f} s by the clock, {told.worked[stage]:5.1f} worked here"
            )
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_database_size(current_database())")
            print(f"  database {cursor.fetchone()[0] / 1e6:,.0f} MB; load {os.getloadavg()[0]:.1f}")
