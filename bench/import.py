# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Measures how fast advertisements are taken in: `python bench/import.py [--count N] [--json]`.

Simulated advertisements go through the room's own door into a scratch database with the starter
taxonomy, with one and with two reading processes; then the same again (nothing to do), the search
index built, and followed after a tenth has changed. The machine may be busy with other things:
beside the wall clock stands the processor time of all processes that took part, PostgreSQL's
too, and what that would be on two cores of its own.
"""

import argparse
import json
import os
import platform
import random
import resource
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "src"))

Figures = dict[str, float]
CORES = 2
TICKS = os.sysconf("SC_CLK_TCK")
BOARD = 1024.0


@contextmanager
def scratch_database(name: str) -> Iterator[None]:
    """Let Django work in a database of its own, gone afterwards."""
    from django.db import connections

    from jobunivers.testing import database  # starts PostgreSQL and reads its addresses

    owner = os.environ["DATABASE_OWNER_URL"]
    database.drop_database(owner, name)
    database.copy_of_template(owner, name)
    connections["default"].settings_dict["NAME"] = name
    try:
        yield
    finally:
        connections["default"].close()
        database.drop_database(owner, name)


def processor_seconds() -> float:
    """Return what this process, its children and its server process have computed so far."""
    from django.db import connection

    connection.ensure_connection()
    stat = Path(f"/proc/{connection.connection.info.backend_pid}/stat").read_text().split()
    server = (int(stat[13]) + int(stat[14])) / TICKS
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime + server


def measured(name: str, count: int, work: Callable[[], object]) -> Figures:
    """Return how many a second by the clock, and how many two idle cores could."""
    began, used = time.perf_counter(), processor_seconds()
    work()
    wall, processor = time.perf_counter() - began, processor_seconds() - used
    return {
        f"{name}_per_second": round(count / wall, 1),
        f"{name}_processor_ms_each": round(1000 * processor / count, 3),
        f"{name}_per_second_of_two_cores": round(CORES * count / processor, 1),
    }


def measure(count: int, processes: int) -> Figures:
    from django.utils import timezone

    from jobunivers.rooms.vacancies import actions
    from jobunivers.simulator.vacancies import advertisements

    now = timezone.now()
    ads = list(advertisements(random.Random(1), count, today=now.date()))
    source = actions.ensure_source(code="bench", name="Bench", record_format="jsonl", at=now)
    figures: Figures = {}

    def take_in(name: str, records: list[object], minutes: int) -> None:
        figures.update(
            measured(
                name,
                len(records),
                lambda: actions.import_records(
                    source=source,
                    records=records,
                    at=now + timedelta(minutes=minutes),
                    processes=processes,
                ),
            )
        )

    def index(name: str, many: int) -> None:
        figures.update(measured(name, many, lambda: actions.bring_index_up_to_date(at=now)))

    take_in(f"import_{processes}", ads, 0)
    if processes == 1:
        take_in("again", ads, 1)
        index("index_build", len(ads))
        tenth = [replace(ad, description=f"{ad.description}<p>Nyt.</p>") for ad in ads[::10]]
        take_in("changed", tenth, 2)
        index("index_follow", len(tenth))
    return figures


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--count", type=int, default=20_000)
    parser.add_argument("--json", action="store_true", help="print JSON alone")
    options = parser.parse_args()
    figures: Figures = {"advertisements": options.count}
    with TemporaryDirectory() as folder:
        os.environ["JOBUNIVERS_SEARCH"] = folder
        for processes in (1, 2):
            import django

            from jobunivers.testing import database  # noqa: F401 - says which settings to use

            django.setup()
            with scratch_database(f"bench_import_{os.getpid()}"):
                figures |= measure(options.count, processes)
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    child = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    figures["peak_mb"] = round(own / BOARD)
    figures["peak_mb_of_a_reading_process"] = round(child / BOARD)
    machine = {
        "machine": platform.machine(),
        "cores": os.cpu_count(),
        "python": platform.python_version(),
        "load": round(os.getloadavg()[0], 1),
    }
    if not options.json:
        width = max(map(len, figures))
        for name, figure in {**machine, **figures}.items():
            print(f"{name.ljust(width)}  {figure}")
    print(json.dumps({"machine": machine, "import": figures}))


if __name__ == "__main__":
    main()
