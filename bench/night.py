# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A whole night of a nation: `./jobunivers bench night NAME [--only WORD] [--without WORD]`.

NAME is a database that `bench nation --keep NAME` made. Every task that comes by the clock is run
once in the order of a night, each with all the jobs it queues, in this one process, as one worker
would. Told are seconds by the wall, by the processors of this process with the children it waited
for, and by the database's. What fails is told and does not stop the others. The database is
changed: what the night made is there afterwards, so that pages can be measured on it.
"""

import argparse
import json
import logging
import os
import resource
import sys
import time
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "src"))

import _world  # noqa: E402
from nation import server_seconds  # noqa: E402

GOAL_S = 6 * 3600
"""From midnight, when the day is over, until people get up."""


def options() -> argparse.Namespace:
    """Read what is asked for."""
    parser = argparse.ArgumentParser(prog="./jobunivers bench night")
    parser.add_argument("nation", metavar="NAME", help="kept by bench nation --keep NAME")
    parser.add_argument("--only", default="", metavar="WORD", help="tasks whose name holds it")
    parser.add_argument("--without", default="", metavar="WORD", help="not those that hold it")
    parser.add_argument("--json", default="", metavar="FILE")
    return parser.parse_args()


def in_order(tasks: list[Any]) -> list[Any]:
    """Return the tasks by the time of their first turn after midnight; weekly ones on Sunday."""
    from croniter import croniter

    midnight = datetime(2026, 1, 4)  # noqa: DTZ001 - a Sunday; the order of clocks is all we read
    start = midnight - timedelta(seconds=1)
    return sorted(tasks, key=lambda one: (croniter(one.cron, start).get_next(), one.task.name))


def own_seconds() -> float:
    """Return this process' processor time, with that of the children it has waited for."""
    told = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in told)


def jobs_by_state() -> dict[str, int]:
    """Return how many jobs the queue has in each state."""
    from django.db.models import Count
    from procrastinate.contrib.django.models import ProcrastinateJob

    counted = ProcrastinateJob.objects.values("status").annotate(many=Count("pk"))
    return {one["status"]: one["many"] for one in counted.order_by("status")}


def one_worker() -> Any:
    """Return the queue as a worker has it, without the clock that brings other tasks meanwhile."""
    from procrastinate.contrib.django.procrastinate_app import current_app
    from procrastinate.periodic import PeriodicRegistry

    app = current_app.with_connector(current_app.connector.get_worker_connector())
    app.periodic_registry = PeriodicRegistry()
    return app


def run(periodic: Any) -> dict[str, Any]:
    """Run one task and all it queues; return what it took."""
    before = jobs_by_state()
    wall, own, server = time.perf_counter(), own_seconds(), server_seconds()
    failed = ""
    try:
        periodic.task.defer(timestamp=int(time.time()))
        one_worker().run_worker(wait=False, concurrency=1, listen_notify=False,
                       install_signal_handlers=False)  # fmt: skip
    except Exception as error:  # noqa: BLE001 - told, and the night goes on
        failed = repr(error)
    after = jobs_by_state()
    done, wrong = (after.get(one, 0) - before.get(one, 0) for one in ("succeeded", "failed"))
    return {
        "task": periodic.task.name.removeprefix("jobunivers."),
        "cron": periodic.cron,
        "wall_s": round(time.perf_counter() - wall, 1),
        "own_s": round(own_seconds() - own, 1),
        "database_s": round(server_seconds() - server, 1),
        "jobs": done + wrong,
        "failed": failed or (f"{wrong} jobs" if wrong else ""),
    }


def main() -> None:
    """Let the night pass, and print it as a table."""
    asked = options()
    _world.enter_nation(asked.nation)

    import django

    django.setup()
    logging.getLogger("procrastinate").setLevel(logging.ERROR)

    from procrastinate.contrib.django import app

    tasks = [
        one
        for one in app.periodic_registry.periodic_tasks.values()
        if asked.only in one.task.name and not (asked.without and asked.without in one.task.name)
    ]
    load, began = os.getloadavg()[0], time.perf_counter()
    print("| at | task | wall s | processor s, ours | PostgreSQL's | jobs | |")
    print("|---|---|--:|--:|--:|--:|---|")
    found = []
    for periodic in in_order(tasks):
        one = run(periodic)
        found.append(one)
        print("| {cron} | {task} | {wall_s} | {own_s} | {database_s} | {jobs} | {failed} |"
              .format(**one), flush=True)  # fmt: skip
    result = {
        "bench": "night",
        "tasks": found,
        "seconds": round(time.perf_counter() - began, 1),
        "goal_s": GOAL_S,
        "load": [round(load, 1), round(os.getloadavg()[0], 1)],
    }
    print(json.dumps({key: value for key, value in result.items() if key != "tasks"}))
    if asked.json:
        Path(asked.json).write_text(json.dumps(result, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
