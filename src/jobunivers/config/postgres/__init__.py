# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The database: embedded in the project folder, or the one that DATABASE_URL names.

Doors: ``database_environment`` (what Django needs), ``test_environment`` (a throw-away server for
tests), ``using`` (the same with a beginning and an end), and ``roles`` for any other PostgreSQL.
"""

import contextlib
import fcntl
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import psycopg

from jobunivers.config.postgres.cluster import APP, OWNER, Cluster
from jobunivers.config.problem import Problem, of_the_disk

__all__ = ["Cluster", "Use", "database_environment", "given", "test_environment", "using"]

WAIT_SECONDS = 600.0
STOP_SECONDS = 10.0
_held: dict[Path, "Use"] = {}


class Use:
    """A process' wish that the cluster's server runs; the wish ends with the process at the latest.

    The wish is a shared lock on a file, so it cannot outlive a process that is killed.
    """

    def __init__(self, cluster: Cluster) -> None:
        self.cluster = cluster
        self._lock = -1

    def begin(self) -> None:
        """Have the server running when this returns; harmless to repeat."""
        try:
            self.cluster.state.mkdir(mode=0o755, exist_ok=True)
            if self._lock < 0:
                self._lock = os.open(self.cluster.users_lock, os.O_RDWR | os.O_CREAT, 0o600)
            # Held by a keeper that is just stopping its server: wait, then start a new one.
            fcntl.flock(self._lock, fcntl.LOCK_SH)
        except OSError as error:
            raise of_the_disk(error) from error
        if not _is_free(self.cluster.keeper_lock):
            self._await_other_keeper()
            return
        answer = self._start_keeper()
        if answer == "taken":
            self._await_other_keeper()
        elif answer != "ready":
            raise Problem(answer.removeprefix("problem: ") or "the database did not start")

    def kept(self) -> bool:
        """Tell whether the server has a keeper, so that it runs or is being started again."""
        return not _is_free(self.cluster.keeper_lock)

    def end(self) -> None:
        """Let go; return when the server has stopped, or at once if others still use it."""
        if self._lock < 0:
            return
        os.close(self._lock)
        self._lock = -1
        until = time.monotonic() + STOP_SECONDS
        while self.kept() and time.monotonic() < until:
            if not _is_free(self.cluster.users_lock) and _is_free(
                self.cluster.users_lock, fcntl.LOCK_SH
            ):
                return  # others hold the same shared lock as we did
            time.sleep(0.02)

    def environment(self) -> dict[str, str]:
        """Return the addresses of the database for the application and for migrations."""
        secrets = self.cluster.secrets
        return {
            "DATABASE_URL": self.cluster.url(APP, secrets.postgres_app),
            "DATABASE_OWNER_URL": self.cluster.url(OWNER, secrets.postgres_owner),
        }

    def _start_keeper(self) -> str:
        cluster = self.cluster
        source = str(Path(__file__).resolve().parents[3])
        durable = "durable" if cluster.durable else "forgetful"
        module = "jobunivers.config.postgres.keeper"
        started = subprocess.Popen(
            [sys.executable, "-m", module, str(cluster.project), cluster.name, durable],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            text=True,
            cwd="/",
            env={**os.environ, "PYTHONPATH": source},
            start_new_session=True,
        )
        assert started.stdout is not None
        with started.stdout as answers:
            answer = answers.readline().strip()
        if answer != "ready":
            started.wait()
        else:
            _unwaited.append(started)
        return answer

    def _await_other_keeper(self) -> None:
        until = time.monotonic() + WAIT_SECONDS
        address = self.environment()["DATABASE_URL"]
        while True:
            try:
                psycopg.connect(address, connect_timeout=5).close()
            except psycopg.OperationalError as error:
                if not self.kept():
                    raise Problem(f"the database did not start; see {self.cluster.log}") from error
                if time.monotonic() > until:
                    raise Problem(f"the database does not answer: {error}") from error
                time.sleep(0.05)
            else:
                return


# Keepers outlive the function that started them; forgetting them would be a resource warning.
_unwaited: list[subprocess.Popen[str]] = []


def given() -> dict[str, str] | None:
    """Return the addresses of the PostgreSQL that the surroundings name, or None for our own."""
    address = os.environ.get("DATABASE_URL")
    if not address:
        return None
    owner = os.environ.get("DATABASE_OWNER_URL") or address
    return {"DATABASE_URL": address, "DATABASE_OWNER_URL": owner}


def database_environment(project: Path) -> dict[str, str]:
    """Return DATABASE_URL and DATABASE_OWNER_URL, with the server running until this process ends.

    The embedded server is started, recovered or shared with whoever has started it already, unless
    DATABASE_URL names another.
    """
    return given() or _hold(Cluster(project.resolve())).environment()


def test_environment(project: Path) -> dict[str, str]:
    """Return the same for tests: a server of its own that does not wait for the disk.

    With DATABASE_URL set, that PostgreSQL is tested instead; its owner needs CREATEDB.
    """
    name = "test-postgres"
    return given() or _hold(Cluster(project.resolve(), name, durable=False)).environment()


test_environment.__test__ = False  # type: ignore[attr-defined]  # its name is for people


@contextlib.contextmanager
def using(cluster: Cluster) -> Iterator[Use]:
    """Have the cluster's server running inside the block; stop it after, if nobody else uses it."""
    use = Use(cluster)
    try:
        use.begin()
        yield use
    finally:
        use.end()


def _hold(cluster: Cluster) -> Use:
    use = _held.setdefault(cluster.data, Use(cluster))
    use.begin()
    return use


def _is_free(path: Path, kind: int = fcntl.LOCK_EX) -> bool:
    """Tell whether nobody holds a lock on the file that stands in the way of this kind."""
    handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(handle, kind | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    else:
        return True
    finally:
        os.close(handle)
