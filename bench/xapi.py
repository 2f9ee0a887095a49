# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""How fast statements are taken in: `./jobunivers bench xapi [STATEMENTS] [--batch 100]`.

A solution with a hundred citizens sends statements through all middleware, from as many processes
as there are cores; PostgreSQL works on the same cores. In batches, and one in each request. Then
the worker reads them. Statements a second by the wall, and milliseconds of processor time each.
"""

import argparse
import json
import os
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, datetime, timedelta
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "src"))

import _month  # noqa: E402

GOAL = 1_000
CITIZENS = 100
NOW = datetime.now(UTC)


def prepared() -> tuple[Any, list[str]]:
    """Return a solution that tells, and the numbers of the citizens it tells of."""
    from jobunivers.foundation.tenancy import actions as tenancy
    from jobunivers.foundation.tenancy import working_for
    from jobunivers.rooms.evidence.tests.making import telling
    from jobunivers.rooms.launching import actions as launching
    from jobunivers.rooms.launching.tests.making import Connected, said_yes
    from jobunivers.rooms.marketplace.tests.catalogue import used
    from jobunivers.testing.cast import add_person

    aarhus = tenancy.open_municipality(code="0751", name="Aarhus", slug="aarhus", at=NOW)
    people = [add_person(aarhus, f"Borger {number}", "citizen") for number in range(CITIZENS)]
    one = telling(people[0])
    subjects = [one.subject]
    connection = Connected(one.offer, None, "")  # type: ignore[arg-type]
    for person in people[1:]:
        said_yes(connection, person)
        used(one.offer, person, ago=timedelta(days=2))
        with working_for(aarhus.pk):
            subject = launching.subject_for(citizen_id=person.pk, offer=one.offer, at=NOW)
        subjects.append(subject)
    return one, subjects


def bodies(one: Any, subjects: list[str], *, count: int, batch: int) -> list[bytes]:
    """Return requests of so many statements each."""
    from dataclasses import replace

    from jobunivers.rooms.evidence.tests.making import statement

    verbs = ("initialized", "progressed", "experienced", "completed")
    share = "https://w3id.org/xapi/cmi5/result/extensions/progress"
    told = [
        statement(
            replace(one, subject=subjects[number % len(subjects)]),
            verbs[number % len(verbs)],
            result={"extensions": {share: number % 100}, "score": {"scaled": 0.5}},
        )
        for number in range(count)
    ]
    return [json.dumps(told[at : at + batch]).encode() for at in range(0, count, batch)]


def of_the_database() -> float:
    """Return the seconds that PostgreSQL's processes have computed, those that ended too."""
    from django.db import connection

    connection.ensure_connection()
    tick = os.sysconf("SC_CLK_TCK")
    parent = _stat(connection.connection.info.backend_pid)[1]
    spent = sum(_stat(parent)[11:15])
    for one in Path("/proc").glob("[0-9]*"):
        try:
            stat = _stat(int(one.name))
        except OSError:
            continue
        spent += sum(stat[11:13]) if stat[1] == parent else 0
    return spent / tick


def _stat(pid: int) -> list[int]:
    """Return what follows the name in /proc/PID/stat; the state, a letter, is 0."""
    words = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return [0, *map(int, words[1:])]


def send_all(head: dict[str, str], some: list[bytes]) -> float:
    """Send requests one after the other; return the seconds of this process."""
    from jobunivers.testing.browsers import KommuneClient

    client = KommuneClient("aarhus")
    busy = time.process_time()
    for body in some:
        answer = client.generic(
            "POST", "/xapi/statements", body, content_type="application/json", headers=head
        )
        assert answer.status_code == 200, answer.content
    return time.process_time() - busy


def measured(name: str, one: Any, subjects: list[str], *, count: int, batch: int) -> float:
    """Send so many from all cores; print and return statements a second."""
    from django.db import connections

    cores = os.cpu_count() or 1
    requests = bodies(one, subjects, count=count, batch=batch)
    connections.close_all()
    with ProcessPoolExecutor(cores, mp_context=get_context("fork")) as pool:
        # The first request of a process opens its connection and compiles its addresses.
        list(pool.map(partial(send_all, one.head), [[b"[]"]] * cores))
        stored = of_the_database()
        connections.close_all()
        begun = time.perf_counter()
        busy = sum(
            pool.map(partial(send_all, one.head), [requests[n::cores] for n in range(cores)])
        )
        took = time.perf_counter() - begun
    stored = of_the_database() - stored
    rate = count / took
    python, sql = 1000 * busy / count, 1000 * stored / count
    alone = 1000 * cores / (python + sql)
    print(
        f"{name}: {rate:7.0f} a second on {cores} cores; {python:.2f} ms of Python and"
        f" {sql:.2f} of PostgreSQL each: {alone:7.0f} a second with nobody beside"
    )
    return alone


def main() -> int:
    """Measure and print; 1 when fewer are taken in than should be."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("statements", type=int, nargs="?", default=20_000)
    parser.add_argument("--batch", type=int, default=100)
    told = parser.parse_args()
    with _month.scratch():
        import logging

        logging.getLogger("jobunivers.request").setLevel(logging.WARNING)
        one, subjects = prepared()
        few = max(1, told.statements // 20)
        rate = measured(
            f"in batches of {told.batch}", one, subjects, count=told.statements, batch=told.batch
        )
        measured("one a request", one, subjects, count=few, batch=1)
        from jobunivers.rooms.evidence.tests.making import read

        busy, begun = time.process_time(), time.perf_counter()
        count = read()
        took, busy = time.perf_counter() - begun, time.process_time() - busy
        print(
            f"read by the worker: {count / took:8.0f} a second, {1000 * busy / count:.2f} ms each"
        )
    return 0 if rate >= GOAL else 1


if __name__ == "__main__":
    raise SystemExit(main())
