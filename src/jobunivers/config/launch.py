# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Keeps the web server and the worker running, and ends everything it started."""

import contextlib
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import FrameType

from jobunivers.config.problem import Problem

STOP_SECONDS = 3.5  # then the rest is killed: everything stops in less than five
FIRST_PAUSE, LONGEST_PAUSE = 0.5, 30.0
STEADY_SECONDS = 60.0  # one that ran for so long starts again without a pause
LOOK_SECONDS = 0.2


@dataclass
class Child:
    """One program that must keep running, in a process group of its own."""

    name: str
    module: str
    arguments: tuple[str, ...] = ()
    process: subprocess.Popen[bytes] | None = None
    started: float = 0.0
    pause: float = 0.0
    due: float = 0.0

    def start(self, now: float) -> None:
        """Start it; Ctrl-C at the keyboard reaches us alone, and we tell it."""
        command = [sys.executable, "-P", "-m", self.module, *self.arguments]
        self.process = subprocess.Popen(command, stdin=subprocess.DEVNULL, start_new_session=True)
        self.started, self.due = now, 0.0

    def look(self, now: float) -> None:
        """Start it again if it has ended, after a pause that doubles while it keeps ending."""
        if self.process is None:
            if now >= self.due:
                self.start(now)
            return
        code = self.process.poll()
        if code is None:
            return
        self.tell_all(signal.SIGKILL)  # what it has left behind would hold its port
        steady = now - self.started > STEADY_SECONDS
        self.pause = 0.0 if steady else min(max(self.pause * 2, FIRST_PAUSE), LONGEST_PAUSE)
        self.process, self.due = None, now + self.pause
        print(
            f"jobunivers: {self.name} ended ({_ending(code)}); starting it again", file=sys.stderr
        )

    def tell_all(self, number: signal.Signals) -> None:
        """Send a signal to it and to all it started."""
        if self.process is not None:
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(self.process.pid, number)

    def tell(self, number: signal.Signals) -> None:
        """Send a signal to it alone; it tells its own."""
        if self.process is not None:
            with contextlib.suppress(ProcessLookupError):
                self.process.send_signal(number)


@dataclass
class Launch:
    """A set of children and the wish to stop."""

    children: list[Child] = field(default_factory=list)
    stopping: threading.Event = field(default_factory=threading.Event)

    @contextlib.contextmanager
    def until_told(self) -> Iterator[None]:
        """Inside the block Ctrl-C, SIGTERM and a closed terminal are a wish to stop."""

        def wish(_number: int, _frame: FrameType | None) -> None:
            self.stopping.set()

        numbers = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
        before = {number: signal.signal(number, wish) for number in numbers}
        try:
            yield
        finally:
            self.stop()
            for number, handler in before.items():
                signal.signal(number, handler)

    def run_once(self, module: str, *arguments: str, env: Mapping[str, str]) -> None:
        """Run a program to its end; raise Problem if it fails, return early when told to stop."""
        command = [sys.executable, "-P", "-m", module, *arguments]
        process = subprocess.Popen(command, env=env, start_new_session=True)
        while process.poll() is None:
            if self.stopping.wait(0.05):
                _end(process)
                return
        if process.returncode:
            raise Problem(f"{' '.join(arguments) or module} failed, as said above")

    def start(self) -> None:
        """Start every child."""
        for child in self.children:
            child.start(time.monotonic())

    def look(self) -> None:
        """Wait a moment, or until told to stop, and start again what has ended."""
        if not self.stopping.wait(LOOK_SECONDS):
            for child in self.children:
                child.look(time.monotonic())

    def stop(self) -> None:
        """End every child: politely, and after a few seconds for certain."""
        for child in self.children:
            child.tell(signal.SIGTERM)
        until = time.monotonic() + STOP_SECONDS
        for child in self.children:
            if child.process is not None:
                with contextlib.suppress(subprocess.TimeoutExpired):
                    child.process.wait(max(0.0, until - time.monotonic()))
                child.tell_all(signal.SIGKILL)
                child.process.wait()
                child.process = None


def _end(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(STOP_SECONDS)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def _ending(code: int) -> str:
    return f"killed by signal {-code}" if code < 0 else f"exit code {code}"
