# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Two workers with the same plan: nothing goes twice, nobody is left, nobody waits for good.

What two transactions do to each other is seen only where they are confirmed: in a database of its
own, where each worker is a thread with a connection of its own.
"""

import json
import os
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path
from threading import Barrier
from typing import Any

import pytest
from django.db import connection
from django.utils import timezone

from jobunivers.foundation.tenancy import actions as tenancy
from jobunivers.foundation.tenancy import working_for
from jobunivers.identity import actions as identity
from jobunivers.identity.models import Person, Role
from jobunivers.rooms.retention import actions, tasks
from jobunivers.rooms.retention.actions import planning
from jobunivers.rooms.retention.models import Batch, Ended, LedgerLine, Member, Told
from jobunivers.rooms.retention.tests.conftest import LONG_AGO
from jobunivers.testing import database

PEOPLE, IN_A_BATCH = 21, 4
Elsewhere = Callable[[Callable[[], Any]], Any]
"""Does something in another database, and returns what it returned."""

pytestmark = pytest.mark.django_db


@pytest.fixture
def elsewhere(owner_url: str) -> Iterator[Elsewhere]:
    """Return what does something in a database of its own, in a thread with its own connection."""
    name = f"test_two_workers_{os.getpid()}"
    database.copy_of_template(owner_url, name)

    def do(act: Callable[[], Any]) -> Any:
        connection.settings_dict = {**connection.settings_dict, "NAME": name}
        try:
            return act()
        finally:
            connection.close()

    try:
        yield do
    finally:
        database.drop_database(owner_url, name)


def _plan() -> int:
    """Let people be due, and their plan be approved by a second person; return the kommune."""
    now = timezone.now()
    aarhus = tenancy.open_municipality(code="0751", name="Aarhus", slug="aarhus", at=now)
    told_at = now - timedelta(days=40)
    with working_for(aarhus.pk):
        newcomers = [
            identity.Newcomer(name=f"Borger {n}", role=Role.CITIZEN, at=now) for n in range(PEOPLE)
        ]
        for one in identity.add_people(newcomers=newcomers):
            Ended.objects.create(person_id=one.pk, ended_on=LONG_AGO, is_citizen=True, found_at=now)
            Told.objects.create(
                citizen_id=one.pk, code="end", ended_on=LONG_AGO, told_at=told_at,
                goes_on=timezone.localdate(told_at) + timedelta(days=30),
            )  # fmt: skip
        assert actions.make_plan(by_id=None, at=now) is not None
    return aarhus.pk


def _left(municipality_id: int) -> tuple[int, int, int, set[str]]:
    """Return who is there, members that wait, rows of people in the ledger, and batches' states."""
    with working_for(municipality_id):
        gone = LedgerLine.objects.filter(label="identity.Person", code="end")
        return (
            Person.objects.count(),
            Member.objects.count(),
            sum(gone.values_list("rows", flat=True)),
            set(Batch.objects.values_list("state", flat=True)),
        )


def test_two_workers_erase_everybody_once(
    elsewhere: Elsewhere,
    erased_folder: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(planning, "_IN_A_BATCH", IN_A_BATCH)
    together = Barrier(2)
    with ThreadPoolExecutor(2) as threads:
        aarhus = threads.submit(elsewhere, _plan).result()

        def work() -> int:
            together.wait(30)
            return tasks.run_approved(aarhus)

        failed = [one.result(60) for one in [threads.submit(elsewhere, work) for _ in "ab"]]
        left = threads.submit(elsewhere, lambda: _left(aarhus)).result()
    assert failed == [0, 0]
    assert left == (0, 0, PEOPLE, {"done"})
    lines = [json.loads(one) for one in (erased_folder / "erased.jsonl").read_text().splitlines()]
    assert len({one["who"] for one in lines}) == len(lines) == PEOPLE
