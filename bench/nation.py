# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""How fast a nation-sized database is built: `./jobunivers bench nation [--share 0.01]`.

Built with the same code as `./jobunivers simulate nation`, into a database of its own on the tests'
server, which is dropped afterwards unless it is given a name to keep. Says rows, bytes, seconds by
stage, the processor time of this process with the children it waited for, and the server's.
"""

import argparse
import json
import os
import resource
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

import psycopg
from psycopg import sql

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "src"))
GOAL_S = 20 * 60


def options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="./jobunivers bench nation")
    parser.add_argument("--share", type=float, default=0.01, help="of a whole nation")
    parser.add_argument("--processes", type=int, default=0, help="that make people at once")
    parser.add_argument("--keep", default="", metavar="NAME", help="name of a database to keep")
    parser.add_argument("--json", default="", metavar="FILE")
    return parser.parse_args()


def server_seconds() -> float:
    """Return the processor time of the tests' PostgreSQL and all it has started, ended ones too."""
    pid_file = ROOT / ".jobunivers" / "test-postgres" / "postmaster.pid"
    if not pid_file.exists():
        return float("nan")
    postmaster = pid_file.read_text(encoding="utf-8").split("\n", 1)[0]
    ticks = 0
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            fields = (entry / "stat").read_text(encoding="utf-8").rpartition(")")[2].split()
        except OSError:
            continue  # it has ended meanwhile
        if entry.name == postmaster:
            ticks += sum(map(int, fields[11:15]))
        elif fields[1] == postmaster:
            ticks += sum(map(int, fields[11:13]))
    return ticks / os.sysconf("SC_CLK_TCK")


def main() -> None:
    asked = options()
    import django

    from jobunivers.testing import database  # starts PostgreSQL and reads its addresses

    django.setup()
    from django.db import connections

    from jobunivers.simulator.nation.building import build
    from jobunivers.simulator.nation.sizes import Size

    owner = os.environ["DATABASE_OWNER_URL"]
    name = asked.keep or f"bench_nation_{os.getpid()}"
    database.copy_of_template(owner, name)
    there = database.address_of(owner, name)
    try:
        connections["default"].close()
        connections["default"].settings_dict["NAME"] = name
        began, server = time.perf_counter(), server_seconds()
        done = build(
            size=Size(share=asked.share), owner_url=there, at=datetime.now(UTC),
            say=lambda text: print(f"{time.perf_counter() - began:7.1f} s  {text}", flush=True),
            processes=asked.processes,
        )  # fmt: skip
        seconds, server = time.perf_counter() - began, server_seconds() - server
        with psycopg.connect(there, autocommit=True) as connection:
            row = connection.execute("SELECT pg_database_size(current_database())").fetchone()
    finally:
        connections["default"].close()
        if not asked.keep:
            with psycopg.connect(owner, autocommit=True) as connection:
                connection.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(
                    sql.Identifier(name)))  # fmt: skip
    assert row is not None
    result = {
        "share": asked.share,
        "seconds": round(seconds, 1),
        "goal_s": GOAL_S,
        "by_stage_s": done.seconds,
        "processor_s": round(sum(
            resource.getrusage(who).ru_utime + resource.getrusage(who).ru_stime
            for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)), 1),
        "server_processor_s": round(server, 1),  # of all who use that server
        "active": done.active,
        "former": done.former,
        "open_vacancies": done.open_vacancies,
        "rows": done.rows,
        "database_mb": round(row[0] / 1e6),
        "load": os.getloadavg(),
    }  # fmt: skip
    print(json.dumps(result, indent=1))
    if asked.json:
        Path(asked.json).write_text(json.dumps(result, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
