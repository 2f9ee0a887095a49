# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a killed PostgreSQL leaves behind, and how it is cleared before the next start."""

import contextlib
import os
import signal
import time
from pathlib import Path

PROCESSES = Path("/proc")


def clear(data: Path, sockets: Path, *, patience: float = 10.0) -> None:
    """End every process of an earlier server in this folder and remove the locks it left.

    Call only while holding the keeper's lock: then no living server here has anyone to keep it.
    The server itself treats a zombie, or another program with the same pid, as alive and refuses
    to start; and backends of a killed server may hold its memory. Without /proc (macOS) the
    server's own checks are left to decide.
    """
    if not PROCESSES.is_dir():
        return
    pid_file = data / "postmaster.pid"
    main = _pid_in(pid_file)
    living = processes_in(data)
    if main in living:  # it lost its keeper and is perhaps ending by itself
        _signal({main}, signal.SIGINT)
        _wait(data, patience)
    for number in (signal.SIGQUIT, signal.SIGKILL):
        living = processes_in(data)
        if not living:
            break
        _signal(living, number)
        _wait(data, patience)
    for left in (pid_file, *sockets.glob(".s.PGSQL.*")):
        left.unlink(missing_ok=True)


def _pid_in(pid_file: Path) -> int:
    try:
        return int(pid_file.read_text(encoding="utf-8").split("\n", 1)[0])
    except (FileNotFoundError, ValueError):
        return 0


def processes_in(data: Path) -> set[int]:
    """Return the living processes of PostgreSQL whose working folder is the data folder.

    A zombie has no working folder any more, so it is not among them.
    """
    found = set()
    for entry in PROCESSES.iterdir():
        if not entry.name.isdigit():
            continue
        with contextlib.suppress(OSError):
            if (entry / "cwd").readlink() == data.resolve() and (
                (entry / "exe").readlink().name.split(" ")[0] == "postgres"
            ):
                found.add(int(entry.name))
    return found


def _signal(pids: set[int], number: signal.Signals) -> None:
    for pid in pids:
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, number)


def _wait(data: Path, patience: float) -> None:
    until = time.monotonic() + patience
    while processes_in(data) and time.monotonic() < until:
        time.sleep(0.05)
