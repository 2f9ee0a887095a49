# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""How quick Mine data is for a person with ten years of history.

./jobunivers bench mydata [LOOKS]

Fills a database of its own: her 40,000 looks, 5,000 events, 500 applications with three steps
each, 3,650 days, 4,000 notices and 300 notes, among a thousand others who have a little of each.
Asks for her pages as a browser does, without a network, and prints the middle of fifteen: time on
the clock, and processor time of the web side alone. Last, both files.
"""

import argparse
import itertools
import logging
import os
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "src"))

import _world
import psycopg

from jobunivers.config import postgres
from jobunivers.testing import ROOT
from jobunivers.testing.database import copy_of_template, drop_database

if TYPE_CHECKING:
    from django.db import models

    from jobunivers.identity.models import Person
    from jobunivers.testing.browsers import KommuneClient

NAME = "bench_mydata"
OTHERS, TIMES, AT_A_TIME = 1_000, 15, 5_000
NOW = datetime(2026, 11, 26, 9, tzinfo=UTC)
PAGES = (
    ("Mine data", "/mine-data/"),
    ("a heading", "/mine-data/emne/jobs/"),
    ("looks, page 1", "/mine-data/emne/log/trust.Look/"),
    ("looks, page 1000", "/mine-data/emne/log/trust.Look/?side=1000"),
    ("applications", "/mine-data/emne/jobs/vacancies.Application/"),
    ("search", "/mine-data/soeg/?q=truckkort"),
    ("delete", "/mine-data/slet/"),
)


def _begin() -> str:
    """Make the database anew and point this process at it; return the owner's address."""
    addresses = postgres.test_environment(ROOT)
    owner = addresses["DATABASE_OWNER_URL"]
    _world._point_at(NAME, addresses)  # noqa: SLF001 - measurements share it
    os.environ["JOBUNIVERS_MODE"] = "test"  # static files as they stand, not collected
    drop_database(owner, NAME)
    copy_of_template(owner, NAME)
    import django

    django.setup()
    return owner


def _rows(who: int, staff: int, many: int) -> "Iterator[models.Model]":
    """Yield a person's rows; `many` looks, and of the rest in proportion."""
    from jobunivers.foundation.events.models import Event
    from jobunivers.foundation.notices.models import Notice
    from jobunivers.rooms.followup.models import Note
    from jobunivers.rooms.segmentation.models import ActivityDay
    from jobunivers.trust.models import Look

    hours = timedelta(hours=1)
    for n in range(many):
        note = "" if n % 997 else "Om truckkort"
        yield Look(citizen_id=who, viewer_id=staff, viewer_role="adviser", part="plan",
                   reason="talk", at=NOW - 2 * n * hours, note=note)  # fmt: skip
    for n in range(many // 8):
        yield Event(citizen_id=who, actor_id=who, at=NOW - 17 * n * hours,
                    kind="vacancies.starred", data={"vacancy": n})  # fmt: skip
    for n in range(many // 10):
        told = {"count": 2, "name": "lager"}
        yield Notice(person_id=who, kind="vacancies.search_alert", key=f"bench:{n}", data=told,
                     created_at=NOW - 20 * n * hours)  # fmt: skip
    for n in range(many // 11):
        yield ActivityDay(citizen_id=who, day=(NOW - 24 * n * hours).date(), logins=1, points=1.0)
    for n in range(many // 133):
        yield Note(citizen_id=who, kind="note", text=f"Vi talte om plan {n}.", made_by_id=staff,
                   shared=bool(n % 2), made_at=NOW - 290 * n * hours)  # fmt: skip


def _joblog(who: int, many: int) -> None:
    from jobunivers.rooms.vacancies.models import Application, ApplicationStep

    made = Application.objects.bulk_create(
        Application(citizen_id=who, title=f"Lagermedarbejder {n}", employer="Nordvind ApS",
                    applied_on=(NOW - timedelta(days=7 * n)).date(), created_at=NOW, changed_at=NOW)
        for n in range(many)
    )  # fmt: skip
    ApplicationStep.objects.bulk_create(
        ApplicationStep(application=row, citizen_id=who, status=status, on=NOW.date(), at=NOW)
        for row in made
        for status in ("applied", "interview", "rejected")
    )


def _write(rows: "Iterator[models.Model]") -> None:
    model: type[models.Model]
    for model, some in itertools.groupby(rows, type):
        while batch := list(itertools.islice(some, AT_A_TIME)):
            model._default_manager.bulk_create(batch)  # noqa: SLF001 - Django's own door


def _fill(looks: int) -> "tuple[Person, int]":
    """Write her and the others; return her and how many rows she has."""

    from jobunivers.foundation.tenancy import actions as tenancy
    from jobunivers.foundation.tenancy import working_for
    from jobunivers.identity.models import Role
    from jobunivers.rooms.mydata.queries import Reader, counts
    from jobunivers.testing.cast import add_person

    aarhus = tenancy.open_municipality(code="0751", name="Aarhus", slug="aarhus", at=NOW)
    omar = add_person(aarhus, "Omar Said", Role.ADVISER)
    her = add_person(aarhus, "Kirsten Holm", Role.CITIZEN)
    others = [add_person(aarhus, f"Borger {n}", Role.CITIZEN) for n in range(OTHERS)]
    with working_for(aarhus.pk):
        _write(_rows(her.pk, omar.pk, looks))
        _joblog(her.pk, looks // 80)
        for one in others:
            _write(_rows(one.pk, omar.pk, looks // 400))
            _joblog(one.pk, 10)
        return her, sum(counts(Reader(her.pk, her.role)).values())


def _asked(client: "KommuneClient", path: str) -> tuple[float, float]:
    """Return the middle of the times of a page, on the clock and of this process, in ms."""
    clock, work = [], []
    for _ in range(TIMES + 1):  # the first one makes what is kept
        began, busy = time.perf_counter(), time.process_time()
        answer: Any = client.get(path)
        clock.append((time.perf_counter() - began) * 1e3)
        work.append((time.process_time() - busy) * 1e3)
        if answer.status_code != 200:
            raise SystemExit(f"{path}: {answer.status_code}")
    return statistics.median(clock[1:]), statistics.median(work[1:])


def _timed(act: Callable[[], int]) -> tuple[float, int]:
    began = time.perf_counter()
    size = act()
    return time.perf_counter() - began, size


def main() -> None:
    """Measure, and print."""
    parser = argparse.ArgumentParser(prog="./jobunivers bench mydata")
    parser.add_argument("looks", nargs="?", type=int, default=40_000)
    said = parser.parse_args()
    owner = _begin()
    her, rows = _fill(said.looks)
    with psycopg.connect(owner, autocommit=True, dbname=NAME) as connection:
        connection.execute("VACUUM ANALYZE")
    from django.db import connections

    from jobunivers.foundation.tenancy import working_for
    from jobunivers.foundation.tenancy.models import Municipality
    from jobunivers.rooms.mydata.queries import Reader
    from jobunivers.rooms.mydata.queries.taking import Whole, as_json, on_paper
    from jobunivers.testing.browsers import browser

    aarhus = Municipality.objects.get(code="0751")
    client = browser(aarhus, her)
    logging.disable(logging.INFO)  # a line for each request
    print(f"{rows:,} rows of hers; load {os.getloadavg()[0]:.1f}")
    for name, path in PAGES:
        clock, work = _asked(client, path)
        print(f"{name:<18} {clock:8.1f} ms  of which here {work:8.1f} ms")
    whole = Whole(reader=Reader(her.pk, her.role), name=her.name, kommune="Aarhus", language="da",
                  at=NOW, days={})  # fmt: skip
    with working_for(aarhus.pk):
        seconds, size = _timed(lambda: sum(len(one.encode()) for one in as_json(whole)))
        print(f"file of data       {seconds:8.1f} s, {size / 1e6:.1f} MB")
        seconds, size = _timed(lambda: len(on_paper(whole)))
        print(f"paper              {seconds:8.1f} s, {size / 1e6:.1f} MB")
    connections.close_all()  # ours would keep it from being dropped
    drop_database(owner, NAME)


if __name__ == "__main__":
    main()
