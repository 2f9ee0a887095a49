# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The staff's overview of very many citizens: `./jobunivers bench overview --people N --keep NAME`.

A scratch database is filled with people out of work; their rows are made as the worker makes them
(the first night, and one on which nothing is new), one citizen's row after an event, the attention
points of a first and a second night, and the pages are asked for by a member of staff: the overview
without filters, filtered, sorted by columns, deep down, the list of whom to help, and all that is
known of one citizen.
Seconds are told by the wall and by the processors of both processes.
"""

import argparse
import json
import os
import statistics
import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "src"))

import _keeping  # noqa: E402
import _limits  # noqa: E402
import _seekers  # noqa: E402
from segment import backend_s, timed  # noqa: E402

GOALS = {"night_processor_s": 60.0, "slowest_page_ms": 50.0, "first_screen_ms": 300.0}
NOW = datetime.now(UTC)
OVERVIEW, WORK_LIST = "/medarbejder/oversigt/", "/medarbejder/opmaerksomhed/"
PAGES = {
    "without filters": "",
    "page 500": "?side=500",
    "by weeks out of work": "?sorter=-ledig",
    "by activity": "?sorter=aktiv",
    "by course": "?sorter=forloeb",
    "by points": "?sorter=-point",
    "one filter": "?cv=ja",
    "five filters": "?cv=ja&alder=30-50&ledig=4-&fravaer=nej&tavs=ikke:0",
    "part of a name": "?navn=4999",
    "nobody": "?ansoegt30=500-",
    "other columns": "?kolonner=alder,by,uddannelse,koerekort,har-vaeret,profil,login,vil",
    "an attention point": "?opmaerksom=no_application",
    "how they divide": "?tal=ja",
}


def pages(kommune: int, times: int) -> dict[str, dict[str, float]]:
    """Ask for each page so often; return the middle and slow milliseconds of processor and wall."""
    from jobunivers.foundation.tenancy import working_for
    from jobunivers.foundation.tenancy.models import Municipality
    from jobunivers.identity import actions as identity
    from jobunivers.identity.models import Role
    from jobunivers.testing.browsers import browser

    municipality = Municipality.objects.get(pk=kommune)
    with working_for(kommune):
        adviser = identity.add_person(name="Omar Said", role=Role.ADVISER, at=NOW)
        citizen = some_ids(1)[0]
    client = browser(municipality, adviser)
    client.get(OVERVIEW)
    one_view = f"/medarbejder/borgere/{citizen}/"
    given = client.post(f"{one_view}grund/", {"reason": "talk", "note": ""})
    assert given.status_code == 302, given.status_code
    found = {}
    asked = {name: f"{OVERVIEW}{query}" for name, query in PAGES.items()}
    asked |= {"whom to help": WORK_LIST, "one view of a citizen": one_view}
    for name, address in asked.items():
        walls, busy = [], []
        for _ in range(times):
            wall, processor, database = time.perf_counter(), time.process_time(), backend_s()
            answer = client.get(address)
            assert answer.status_code == 200, (name, answer.status_code)
            walls.append(1000 * (time.perf_counter() - wall))
            busy.append(1000 * (time.process_time() - processor + backend_s() - database))
        found[name] = {
            "processor_ms": round(statistics.mean(busy), 1),
            "wall_p50_ms": round(statistics.median(walls), 1),
            "wall_least_ms": round(min(walls), 1),
        }
        print(f"  {name:24} {found[name]}", flush=True)
    return found


def measured(said: argparse.Namespace) -> dict[str, object]:
    """Fill a scratch database and measure; of one that was kept, the pages alone."""
    with _keeping.scratch(2, said.keep) as made:  # the first is the national organisation
        from jobunivers.foundation.tenancy import queries as tenancy

        kommune = tenancy.opened().order_by("pk")[0].pk
        nights: dict[str, object] = filled(said, kommune) if made else {}
        shown = pages(kommune, said.times)
    return {
        **nights,
        "pages": shown,
        "slowest_page_ms": max(one["processor_ms"] for one in shown.values()),
        "first_screen_ms": shown["without filters"]["wall_p50_ms"],
    }


def filled(said: argparse.Namespace, kommune: int) -> dict[str, object]:
    """Fill the database, and let the worker's nights pass; return what each took."""
    from django.db import connections

    from jobunivers.foundation.tenancy import working_for
    from jobunivers.rooms.casework import actions
    from jobunivers.rooms.segmentation import actions as segmentation
    from jobunivers.testing import database

    name = str(connections["default"].settings_dict["NAME"])
    owner = database.address_of(os.environ["DATABASE_OWNER_URL"], name)
    timed("filling", lambda: _seekers.fill(owner, {kommune: said.people}, NOW.isoformat(), 30))
    segmentation.ensure_policy(at=NOW)
    with working_for(kommune):
        segmentation.gather_activity(at=NOW)
        segmentation.segment_kommune(at=NOW)

    def night(at: datetime) -> None:
        with working_for(kommune):
            print(f"  {actions.fill_rows(at=at):,} rows written", flush=True)

    first = timed("first night", lambda: night(NOW))
    again = timed("nothing new", lambda: night(NOW + timedelta(hours=1)))
    tomorrow = timed("the night after", lambda: night(NOW + timedelta(days=1)))

    def attend(at: datetime) -> None:
        with working_for(kommune):
            print(f"  {actions.attend(at=at)}", flush=True)

    noticed = timed("attention, first night", lambda: attend(NOW))
    noticed_again = timed("attention, next night", lambda: attend(NOW + timedelta(days=1)))
    vacuum(owner)

    def one() -> None:
        with working_for(kommune):
            for citizen in some_ids(said.people):
                actions.fill_rows_of(citizen_ids=[citizen], at=NOW)

    return {
        "first_night": first,
        "nothing_new": again,
        "night_after": tomorrow,
        "attention_first": noticed,
        "attention_next": noticed_again,
        "twenty_one_by_one": timed("20 citizens one by one", one),
        "night_processor_s": max(first["processor_s"], tomorrow["processor_s"]),
    }


def some_ids(people: int) -> list[int]:
    """Return twenty citizens from all over the list."""
    from jobunivers.rooms.casework.models import CitizenRow

    ids = CitizenRow.objects.order_by("citizen_id").values_list("citizen_id", flat=True)
    return list(ids[:: max(1, people // 20)])[:20]


def vacuum(owner: str) -> None:
    """Let the planner know the table, as autovacuum would after a night."""
    import psycopg

    with psycopg.connect(owner, autocommit=True) as connection:
        connection.execute("VACUUM ANALYZE casework_citizenrow")
        connection.execute("VACUUM ANALYZE casework_attentionpoint")


def main() -> None:
    """Print the figures, and write them as JSON."""
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("--people", type=int, default=50_000)
    asked.add_argument("--times", type=int, default=10)
    asked.add_argument(
        "--keep", default="", metavar="NAME", help="a database to keep, and use again"
    )
    asked.add_argument("--json", type=Path)
    said = asked.parse_args()
    print(f"load before: {os.getloadavg()[0]:.1f}", flush=True)
    figures = measured(said)
    result = {
        "bench": "overview",
        "people": said.people,
        "machine": _limits.machine(),
        **figures,
        "goals_reached": {
            name: float(figures[name]) <= goal  # type: ignore[arg-type]
            for name, goal in GOALS.items()
            if name in figures
        },
    }
    print(json.dumps(result))
    if said.json:
        said.json.write_text(json.dumps(result, indent=2), encoding="utf-8")


if __name__ == "__main__":
    main()
