# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A small world to walk through with a real browser: own database, index, web server and worker."""

import contextlib
import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from jobunivers.config import postgres
from jobunivers.testing import ROOT
from jobunivers.testing.database import address_of, copy_of_template, drop_database

_READY_SECONDS = 180.0
_STOP_SECONDS = 10.0


@dataclass(frozen=True, slots=True)
class World:
    """Where the pages are, and the environment that a command beside them needs."""

    address: str
    environment: dict[str, str]
    log: Path


@contextlib.contextmanager
def world(*, vacancies: int = 400, workers: int = 1) -> Iterator[World]:
    """Run the demo on a database of its own, with so many advertisements, for the block."""
    addresses = postgres.test_environment(ROOT)
    name = f"world_{os.getpid()}"
    copy_of_template(addresses["DATABASE_OWNER_URL"], name)
    with tempfile.TemporaryDirectory(prefix="jobunivers-world-") as folder:
        environment = {
            **os.environ,
            "JOBUNIVERS_MODE": "demo",
            "JOBUNIVERS_VAR": folder,
            "DATABASE_URL": address_of(addresses["DATABASE_URL"], name),
            "DATABASE_OWNER_URL": address_of(addresses["DATABASE_OWNER_URL"], name),
            "PYTHONPATH": str(ROOT / "src"),
        }
        log = Path(folder) / "log"
        try:
            _run(environment, "django", "collectstatic", "--noinput", "--verbosity=0")
            _run(environment, "jobunivers.config.filling", str(vacancies))
            with serving(environment, log, workers) as address:
                yield World(address, environment, log)
        finally:
            drop_database(addresses["DATABASE_OWNER_URL"], name)


def _run(environment: dict[str, str], module: str, *arguments: str) -> None:
    done = subprocess.run(  # noqa: S603 - our own command
        [sys.executable, "-m", module, *arguments],
        env=environment,
        check=False,
        capture_output=True,
        text=True,
    )
    if done.returncode:
        raise RuntimeError(f"{module} failed:\n{done.stdout[-1000:]}\n{done.stderr[-3000:]}")


@contextlib.contextmanager
def serving(environment: dict[str, str], log: Path, workers: int) -> Iterator[str]:
    """Run a web server and a worker until the block ends; yield the address of the pages."""
    port, smtp, push = _free_port(), _free_port(), _free_port()
    environment |= {
        "JOBUNIVERS_ADDRESS": f"http://127.0.0.1:{port}/",
        "JOBUNIVERS_SMTP": f"smtp://127.0.0.1:{smtp}?tls=off",
        # A test that wants phones runs a push service here.
        "JOBUNIVERS_PUSH_HOSTS": f"127.0.0.1:{push}",
    }
    mail = str(Path(environment.get("JOBUNIVERS_VAR") or log.parent) / "mail")
    with log.open("w") as out:
        commands = (
            ("jobunivers.integrations.mail.fake", str(smtp), mail),
            ("jobunivers.config.web", "127.0.0.1", str(port), str(workers)),
            ("jobunivers.config.worker",),
        )
        children = [
            subprocess.Popen(  # noqa: S603 - our own commands
                [sys.executable, "-m", *command], env=environment, stdout=out, stderr=out
            )
            for command in commands
        ]
        try:
            address = f"http://127.0.0.1:{port}"
            _await(f"{address}/sundhed", log)
            yield address
        finally:
            for child in children:
                child.terminate()
            for child in children:
                try:
                    child.wait(_STOP_SECONDS)
                except subprocess.TimeoutExpired:
                    child.kill()
                    child.wait()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _await(url: str, log: Path) -> None:
    until = time.monotonic() + _READY_SECONDS
    while time.monotonic() < until:
        with contextlib.suppress(OSError), urllib.request.urlopen(url, timeout=30):  # noqa: S310
            return
        time.sleep(0.1)
    raise RuntimeError(f"no page was answered; the server said:\n{log.read_text()[-3000:]}")
