# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""How long it takes to erase people: `./jobunivers bench retention [PEOPLE] [--each 3] [--json F]`.

In a scratch database each person gets rows in every table that leads to a citizen, and as many
stay as go. Then the plan is made (the dry run) and its batches are run as the worker does. Seconds
by the wall, and of processors: of this process and of its server process, which work in turns. The
goal is of processors, so that whatever else the machine does is not counted.
"""

import argparse
import json
import os
import sys
import time
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "src"))

import _month  # noqa: E402

GOAL_S_FOR_10_000 = 60.0
NOW = datetime.now(UTC)
ENDED_ON = date(2014, 5, 1)
_PEOPLE = """
    INSERT INTO identity_person (municipality_id, password, uuid, name, sort_key, role, is_active,
        created_at)
    SELECT %s, '', gen_random_uuid(), 'Borger', '', 'citizen', true, now()
    FROM generate_series(1, %s) RETURNING id
"""


def filled(people: int, each: int) -> tuple[Any, int]:
    """Return a kommune with twice so many people, half of whom are to go, and how many rows."""
    from django.db import connection

    from jobunivers.foundation.tenancy import actions as tenancy
    from jobunivers.foundation.tenancy import working_for
    from jobunivers.rooms.retention.models import END, Ended, Told
    from jobunivers.rooms.retention.tests import bare

    aarhus = tenancy.open_municipality(code="0751", name="Aarhus", slug="aarhus", at=NOW)
    rows = 0
    with working_for(aarhus.pk):
        with connection.cursor() as cursor:
            cursor.execute(_PEOPLE, [aarhus.pk, 2 * people])
            ids = [pk for (pk,) in cursor.fetchall()]
        for turn in range(each):
            made, refused = bare.fill(ids, municipality_id=aarhus.pk)
            rows += sum(made.values())
            if refused and not turn:
                print("not filled:", ", ".join(sorted(refused)))
        going = ids[:people]
        told_at = NOW - timedelta(days=40)
        Ended.objects.bulk_create(
            [
                Ended(person_id=one, ended_on=ENDED_ON, is_citizen=True, found_at=NOW)
                for one in going
            ],
            batch_size=5_000,
        )
        Told.objects.bulk_create(
            [
                Told(
                    citizen_id=one, code=END, ended_on=ENDED_ON, told_at=told_at,
                    goes_on=(told_at + timedelta(days=30)).date(),
                )
                for one in going
            ],
            batch_size=5_000,
        )  # fmt: skip
    _analyse()
    return aarhus, rows


def _analyse() -> None:
    """Tell the planner what the tables hold, as the server's own cleaner does; the app may not."""
    import psycopg
    from django.db import connections

    from jobunivers.testing import database

    name = str(connections["default"].settings_dict["NAME"])
    owner = database.address_of(os.environ["DATABASE_OWNER_URL"], name)
    with psycopg.connect(owner, autocommit=True) as there:
        there.execute("ANALYZE")


def erased(aarhus: Any) -> dict[str, float]:
    """Make the plan, have it approved, and run it; return the seconds of each."""
    from jobunivers.foundation.tenancy import working_for
    from jobunivers.rooms.retention import actions, tasks
    from jobunivers.rooms.retention.models import LedgerLine

    began, busy = time.perf_counter(), _month.processor_seconds()
    with working_for(aarhus.pk):
        plan = actions.make_plan(by_id=None, at=NOW)
        assert plan is not None
        people = plan.people
        if plan.needs_second:
            actions.approve(plan_id=plan.pk, by_id=1, why="Measured", at=NOW)
    planned, planned_busy = time.perf_counter() - began, _month.processor_seconds() - busy
    began, busy = time.perf_counter(), _month.processor_seconds()
    queued = _month.queued_seconds()
    failed = tasks.run_approved(aarhus.pk)
    ran, ran_busy = time.perf_counter() - began, _month.processor_seconds() - busy
    queued = _month.queued_seconds() - queued
    with working_for(aarhus.pk):
        lines = LedgerLine.objects.count()
    assert failed == 0, "a batch failed"
    return {
        "people": people, "plan_s": planned, "plan_processor_s": planned_busy,
        "erase_s": ran, "erase_processor_s": ran_busy, "ledger_lines": lines,
        "erase_queued_s": queued,
    }  # fmt: skip


def main() -> int:
    """Measure and print; 1 when it takes longer than it may."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("people", type=int, nargs="?", default=10_000)
    parser.add_argument("--each", type=int, default=1, help="rows of each person in each table")
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    with _month.scratch(), TemporaryDirectory() as folder:
        from django.conf import settings

        settings.ERASED_FOLDER = Path(folder)
        aarhus, rows = filled(options.people, options.each)
        took = {**erased(aarhus), "rows_before": rows}
    if options.json:
        options.json.write_text(json.dumps(took, indent=2))
    print(
        f"{took['people']:,.0f} people of {2 * options.people:,}, {rows:,} rows in all: "
        f"dry run {took['plan_s']:.1f} s ({took['plan_processor_s']:.1f} of processors), "
        f"erased in {took['erase_s']:.1f} s ({took['erase_processor_s']:.1f} of processors, "
        f"{took['erase_queued_s']:.1f} waiting for one)"
    )
    for_10_000 = took["erase_processor_s"] * 10_000 / options.people
    print(f"for 10,000: {for_10_000:.1f} s of processors; the goal is {GOAL_S_FOR_10_000:.0f}")
    return 0 if for_10_000 <= GOAL_S_FOR_10_000 else 1


if __name__ == "__main__":
    raise SystemExit(main())
