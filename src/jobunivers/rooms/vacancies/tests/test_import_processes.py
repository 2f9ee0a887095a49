# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Real processes against a database of their own: killed, together, and for how much memory."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest

from jobunivers.testing import ROOT
from jobunivers.testing.database import address_of, copy_of_template, drop_database

MEASURE = (
    "import resource, sys;"
    "from django.core.management import execute_from_command_line as run;"
    "run(['manage', *sys.argv[1:]]);"
    "print('KiB', resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)"
)


class Machine:
    """Runs the command in processes of their own and looks at what they left."""

    def __init__(self, folder: Path, name: str) -> None:
        self.folder = folder
        self.owner = address_of(os.environ["DATABASE_OWNER_URL"], name)
        self.environment = {
            **os.environ,
            "DATABASE_URL": address_of(os.environ["DATABASE_URL"], name),
            "PYTHONPATH": str(ROOT / "src"),
            "JOBUNIVERS_SEARCH": str(folder / "search"),
        }

    def start(self, *arguments: str) -> "subprocess.Popen[str]":
        return subprocess.Popen(
            [sys.executable, "-c", MEASURE, "import_vacancies", *arguments, "--name", "Tavlen"],
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )

    def run(self, *arguments: str) -> str:
        process = self.start(*arguments)
        out, errors = process.communicate(timeout=3600)
        assert process.returncode == 0, errors
        return out

    def ask(self, question: str) -> Any:
        with psycopg.connect(self.owner) as connection:
            row = connection.execute(question).fetchone()
        return row[0] if row else None

    def count(self) -> int:
        return int(self.ask("SELECT count(*) FROM vacancies_vacancy"))

    def file(self, name: str, lines: int, first: int = 0) -> str:
        path = self.folder / name
        with path.open("w") as out:
            for n in range(first, first + lines):
                text = f"Vi søger en bager nummer {n} til butik {n % 977} i by {n % 89}."
                ad = {"id": str(n), "title": f"Bager {n}", "text": text, "city": "Aarhus C"}
                out.write(json.dumps(ad) + "\n")
        return str(path)


@pytest.fixture
def machine(tmp_path: Path, owner_url: str, worker_id: str) -> Iterator[Machine]:
    name = f"test_import_{worker_id}_{os.getpid()}"
    copy_of_template(owner_url, name)
    yield Machine(tmp_path, name)
    drop_database(owner_url, name)


def test_an_import_killed_in_the_middle_is_completed_by_the_next(machine: Machine) -> None:
    path = machine.file("mange.jsonl", 6_000)
    process = machine.start(path, "--source", "mange", "--processes", "2")
    deadline = time.monotonic() + 300
    while machine.count() < 3_000 and process.poll() is None and time.monotonic() < deadline:
        time.sleep(0.05)
    process.kill()
    process.communicate()
    confirmed = machine.count()
    assert 3_000 <= confirmed < 6_000
    assert confirmed % 500 == 0

    said = machine.run(path, "--source", "mange")

    assert f"6,000 read = {6_000 - confirmed:,} added, 0 changed, {confirmed:,} unchanged" in said
    assert machine.count() == 6_000
    assert machine.ask("SELECT count(DISTINCT source_key) FROM vacancies_vacancy") == 6_000
    _no_children_left(process.pid)


def _no_children_left(session: int) -> None:
    """Processes that read texts end with the one they read for."""
    for _ in range(100):
        try:
            os.killpg(session, 0)
        except ProcessLookupError:
            return
        time.sleep(0.1)
    os.killpg(session, signal.SIGKILL)
    pytest.fail("a reading process outlived the import that was killed")


def test_two_imports_of_one_source_at_once_take_each_advertisement_in_once(
    machine: Machine,
) -> None:
    path = machine.file("fælles.jsonl", 1_500)
    both = [machine.start(path, "--source", "faelles", "--processes", "1") for _ in range(2)]
    said = [process.communicate(timeout=3600) for process in both]

    assert [process.returncode for process in both] == [0, 0], said
    assert machine.count() == 1_500
    added = machine.ask("SELECT sum(added) FROM vacancies_importrun")
    changed = machine.ask("SELECT sum(changed) FROM vacancies_importrun")
    assert (added, changed) == (1_500, 0)


@pytest.mark.slow
def test_ten_times_as_many_lines_need_no_more_memory(machine: Machine) -> None:
    arguments = ("--processes", "1", "--no-index", "--source")
    few = machine.run(machine.file("få.jsonl", 20_000), *arguments, "faa")
    many = machine.run(machine.file("mange.jsonl", 200_000), *arguments, "mange")

    def kib(said: str) -> int:
        return int(said.rsplit("KiB", 1)[1])

    assert "200,000 read = 200,000 added" in many
    assert kib(many) < kib(few) * 1.15, (kib(few), kib(many))
