# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The process that keeps one embedded PostgreSQL running for as long as anybody uses it.

Everybody who uses the server holds a shared lock on one file. The keeper waits for the exclusive
one: it comes when the last user has gone, in whatever way it went, and then the server is stopped.
A server that dies is started again; a keeper that dies takes its server with it (on Linux).

Run as ``python -m jobunivers.config.postgres.keeper PROJECT NAME DURABLE``; it answers one line on
standard output: ``ready``, ``taken`` (another keeper was first) or ``problem: …``.
"""

import contextlib
import fcntl
import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path
from types import FrameType

import psycopg

from jobunivers.config.postgres import remains, roles
from jobunivers.config.postgres.cluster import Cluster, clean_environment, explain
from jobunivers.config.problem import Problem, of_the_disk

START_SECONDS = 600.0  # recovery of a large database may take minutes
STOP_SECONDS = 8.0
LARGEST_LOG = 10_000_000
RESTARTS, RESTART_WINDOW = 5, 60.0

SETTINGS = {
    "listen_addresses": "",  # the Unix socket only: nothing on the network
    "unix_socket_permissions": "0700",
    "max_connections": "60",
    "shared_buffers": "256MB",
    "work_mem": "16MB",
    "maintenance_work_mem": "256MB",
    "random_page_cost": "1.1",  # every machine it is meant for has a solid-state disk
    "jit": "off",  # compiling costs more than the short queries of pages
    "log_min_messages": "warning",
    # What people write must not end in a log: no statements, parameters or details of rows.
    "log_min_error_statement": "panic",
    "log_parameter_max_length_on_error": "0",
    "log_error_verbosity": "terse",
    "log_checkpoints": "off",
}
FORGETFUL = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}


class Keeper:
    """Starts, watches and stops the server of one cluster."""

    def __init__(self, cluster: Cluster) -> None:
        self.cluster = cluster
        self.stopping = threading.Event()
        self.server: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Bring the server up, recovering what was left, and make sure of the roles."""
        self.cluster.prepare()
        remains.clear(self.cluster.data, self.cluster.sockets)
        log_begins = self._trim_log()
        settings = {**SETTINGS, "unix_socket_directories": str(self.cluster.sockets)}
        if not self.cluster.durable:
            settings |= FORGETFUL
        options = [part for key, value in settings.items() for part in ("-c", f"{key}={value}")]
        data = str(self.cluster.data)
        with self.cluster.log.open("ab") as log:
            self.server = subprocess.Popen(
                self.cluster.command(
                    self.cluster.uid, signal.SIGINT, "postgres", "-D", data, *options
                ),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                cwd=data,
                env=clean_environment(),
                start_new_session=True,
            )
        self._await_answer(log_begins)

    def _trim_log(self) -> int:
        log = self.cluster.log
        if not log.exists():
            log.touch(mode=0o600)
        elif log.stat().st_size > LARGEST_LOG:
            log.replace(log.with_suffix(".log.old"))
            log.touch(mode=0o600)
        return log.stat().st_size

    def _await_answer(self, log_begins: int) -> None:
        until = time.monotonic() + START_SECONDS
        while self.server is not None:
            try:
                psycopg.connect(self.cluster.admin_url, connect_timeout=5).close()
            except psycopg.OperationalError as error:
                if self.server.poll() is not None:
                    with self.cluster.log.open(encoding="utf-8", errors="replace") as log:
                        log.seek(log_begins)
                        raise explain(log.read()) from error
                if "authentication failed" in str(error):
                    raise Problem(
                        f"the passwords in {self.cluster.state / 'secrets.json'} are not those of "
                        f"{self.cluster.data}: restore the two together"
                    ) from error
                if time.monotonic() > until:
                    raise Problem(f"PostgreSQL does not answer; see {self.cluster.log}") from error
                time.sleep(0.02)
            else:
                return

    def provision(self) -> None:
        """Make roles and database where they are not as they should be."""
        secrets = self.cluster.secrets
        roles.provision(
            self.cluster.admin_url,
            owner_password=secrets.postgres_owner,
            app_password=secrets.postgres_app,
        )

    def watch(self) -> None:
        """Keep the server running until it is no longer wanted."""
        failures: list[float] = []
        while self.server is not None:
            self.server.wait()
            if self.stopping.is_set():
                return
            now = time.monotonic()
            failures = [at for at in failures if now - at < RESTART_WINDOW] + [now]
            if len(failures) > RESTARTS:
                raise Problem(f"PostgreSQL ended {RESTARTS} times in a minute")
            self.start()
            if self.stopping.is_set():  # asked to stop while it was starting
                self.stop()

    def stop(self) -> None:
        """End the server: at once, with everything confirmed on disk."""
        self.stopping.set()
        server = self.server
        if server is None or server.poll() is not None:
            return
        for number in (signal.SIGINT, signal.SIGQUIT, signal.SIGKILL):
            with contextlib.suppress(ProcessLookupError):
                os.kill(server.pid, number)
            until = time.monotonic() + STOP_SECONDS
            while time.monotonic() < until:
                if server.poll() is not None:
                    return
                time.sleep(0.02)


def _stop_when_unused(keeper: Keeper, users: int) -> None:
    fcntl.flock(users, fcntl.LOCK_EX)
    keeper.stop()


def main(arguments: list[str]) -> int:
    """Become the keeper of one cluster, unless it has one."""
    project, name, durable = arguments
    cluster = Cluster(Path(project), name, durable == "durable")
    lock = os.open(cluster.keeper_lock, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        _answer("taken")
        return 0
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGHUP, signal.SIG_IGN)
    keeper = Keeper(cluster)

    def asked_to_stop(_number: int, _frame: FrameType | None) -> None:
        threading.Thread(target=keeper.stop, daemon=True).start()

    signal.signal(signal.SIGTERM, asked_to_stop)
    try:
        keeper.start()
        keeper.provision()
    except (Problem, OSError, psycopg.Error) as error:
        problem = of_the_disk(error) if isinstance(error, OSError) else error
        keeper.stop()
        _answer("problem: " + " ".join(str(problem).split()))
        return 1
    users = os.open(cluster.users_lock, os.O_RDWR | os.O_CREAT, 0o600)
    threading.Thread(target=_stop_when_unused, args=(keeper, users), daemon=True).start()
    _answer("ready")
    try:
        keeper.watch()
    except (Problem, OSError) as error:
        with cluster.log.open("a", encoding="utf-8") as log:
            log.write(f"keeper: {error}\n")
        return 1
    return 0


def _answer(line: str) -> None:
    """Answer whoever started us, and let go of its terminal."""
    with contextlib.suppress(BrokenPipeError):
        sys.stdout.write(line + "\n")
        sys.stdout.flush()
    nothing = os.open(os.devnull, os.O_RDWR)
    for number in (0, 1, 2):
        os.dup2(nothing, number)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
