# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A nation placed in its journeys: `./jobunivers bench segment [--people N --kommuner N]`.

Everybody out of work in a scratch database is placed as the worker does it: the app's role under
row-level security, kommune by kommune, facts read from the rooms' tables, changes written with
their reasons. Told apart: the first night (everybody is new), one two weeks later (about a third
move, far more than on any real night), the night after that (the one that counts: deeds of a day
gathered, everybody placed anew), a night on which nothing has changed, a policy tried on the
largest kommune, and one citizen after an event.
"""

import argparse
import json
import os
import statistics
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "src"))
os.environ.setdefault("NUMBA_CACHE_DIR", str(ROOT / ".jobunivers" / "numba"))

import _keeping  # noqa: E402
import _limits  # noqa: E402
import _seekers  # noqa: E402

GOALS = {"night_s": 30.0, "one_p95_s": 2.0}
NOW = datetime(2026, 11, 25, 1, tzinfo=UTC)
DAYS = 98


def backend_s() -> float:
    """Return the processor seconds of the database's process that serves this connection."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        pid = cursor.fetchone()[0]
    stat = Path(f"/proc/{pid}/stat")
    if not stat.exists():
        return 0.0
    fields = stat.read_text(encoding="utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def timed(name: str, work: Callable[[], object]) -> dict[str, float]:
    """Do the work; return and say seconds by the wall and by both processes' processors."""
    wall, processor, database = time.perf_counter(), time.process_time(), backend_s()
    work()
    spent = {
        "wall_s": round(time.perf_counter() - wall, 2),
        "processor_s": round(time.process_time() - processor + backend_s() - database, 2),
        "of_which_database_s": round(backend_s() - database, 2),
    }
    print(f"  {name:24} {spent['wall_s']:8.2f} s   processor {spent['processor_s']:8.2f} s, "
          f"of which the database {spent['of_which_database_s']:.2f} s", flush=True)  # fmt: skip
    return spent


def night(at: datetime) -> dict[str, object]:
    """Place everybody in every kommune; return the seconds of each half and what was done."""
    from jobunivers.foundation.tenancy import queries as tenancy
    from jobunivers.foundation.tenancy import working_for
    from jobunivers.rooms.segmentation import actions

    kommuner = [one.pk for one in tenancy.opened()]
    done = [actions.Segmented()]

    def gather() -> None:
        for kommune in kommuner:
            with working_for(kommune):
                actions.gather_activity(at=at)

    def segment() -> None:
        for kommune in kommuner:
            with working_for(kommune):
                done[0] += actions.segment_kommune(at=at)

    gathered, placed = timed("gathering", gather), timed("placing", segment)
    total = gathered["wall_s"] + placed["wall_s"]
    busy = gathered["processor_s"] + placed["processor_s"]
    what = done[0]
    print(f"  {what}", flush=True)
    return {
        "gathering": gathered,
        "placing": placed,
        "total_s": round(total, 2),
        "total_processor_s": round(busy, 2),
        "people": what.people,
        "moves": what.moves,
        "written": what.written,
        "assigned": what.assigned,
    }


def one_by_one(kommune: int, at: datetime, many: int) -> dict[str, float]:
    """Place citizens of the largest kommune one by one after an event; return seconds."""
    from jobunivers.foundation.events import actions as events
    from jobunivers.foundation.tenancy import working_for
    from jobunivers.rooms.journey import queries as journey
    from jobunivers.rooms.segmentation import actions

    with working_for(kommune):
        ids = list(journey.open_spells().values_list("citizen_id", flat=True)[:many])
    spent = []
    for citizen in ids:
        began = time.perf_counter()
        with working_for(kommune):
            events.record(
                "vacancies.application_logged", at=at, citizen_id=citizen, actor_id=citizen
            )
        with working_for(kommune):
            actions.segment_one(citizen_id=citizen, at=at)
        spent.append(time.perf_counter() - began)
    spent = sorted(spent[3:])
    return {
        "one_p50_s": round(statistics.median(spent), 4),
        "one_p95_s": round(spent[int(len(spent) * 0.95)], 4),
    }


def tried(kommune: int, at: datetime) -> dict[str, float]:
    """Try the country's policy with one rule less on the largest kommune."""
    from jobunivers.foundation.tenancy import working_for
    from jobunivers.rooms.segmentation import actions
    from jobunivers.rooms.segmentation.queries.policies import policy_in_effect

    def work() -> None:
        with working_for(kommune):
            body = dict(policy_in_effect(at=at).row.body)
            body["rules"] = body["rules"][1:]
            draft = actions.save_draft(body=body, by_id=1, at=at)
            run = actions.dry_run(policy=draft, by_id=1, at=at)
            print(f"  {run.people:,} people, {run.moves:,} would move", flush=True)

    return timed("trying a policy", work)


def measured(said: argparse.Namespace) -> dict[str, object]:
    """Fill a scratch database and measure."""
    owner = ""
    with _keeping.scratch(said.kommuner + 1):  # the first is the national organisation
        from django.db import connections

        from jobunivers.foundation.tenancy import queries as tenancy
        from jobunivers.rooms.segmentation import actions
        from jobunivers.testing import database

        name = str(connections["default"].settings_dict["NAME"])
        owner = database.address_of(os.environ["DATABASE_OWNER_URL"], name)
        kommuner = [one.pk for one in tenancy.opened().order_by("pk")]
        sizes = _seekers.sizes(said.people, len(kommuner))
        people = dict(zip(kommuner, sizes, strict=True))
        timed("filling", lambda: _seekers.fill(owner, people, NOW.isoformat(), DAYS))
        actions.ensure_policy(at=NOW)
        first = night(NOW - timedelta(days=15))  # past the cool-down, so that people move
        heavy = night(NOW)
        _seekers.another_day(owner, list(people), (NOW + timedelta(days=1)).isoformat())
        second = night(NOW + timedelta(days=1))
        again = night(NOW + timedelta(days=1, minutes=10))
        trying = tried(kommuner[0], NOW + timedelta(days=1))
        one = one_by_one(kommuner[0], NOW + timedelta(days=1, hours=3), 63)
    return {
        "first_night": first,
        "after_two_weeks": heavy,
        "night_after": second,
        "nothing_new": again,
        "trying_largest_kommune": trying,
        "night_s": second["total_s"],
        "night_processor_s": second["total_processor_s"],
        **one,
    }


def main() -> None:
    """Print the figures, and write them as JSON."""
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("--people", type=int, default=250_000)
    asked.add_argument("--kommuner", type=int, default=98)
    asked.add_argument("--json", type=Path)
    said = asked.parse_args()
    print(f"load before: {os.getloadavg()[0]:.1f}", flush=True)
    figures = measured(said)
    result = {
        "bench": "segment",
        "people": said.people,
        "kommuner": said.kommuner,
        "machine": _limits.machine(),
        "peak_gb": _limits.peak_gb(),
        **figures,
        "goals_reached": {name: float(figures[name]) <= goal for name, goal in GOALS.items()},  # type: ignore[arg-type]
    }
    print(json.dumps(result))
    if said.json:
        said.json.write_text(json.dumps(result, indent=2), encoding="utf-8")


if __name__ == "__main__":
    main()
