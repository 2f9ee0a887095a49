# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
import os
import signal
import socket
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from jobunivers.config.commands import serving
from jobunivers.config.launch import Child, Launch
from jobunivers.config.problem import Problem

PATIENCE = 30.0

STEADY = """
import pathlib, sys, time
with open(sys.argv[1], "a") as file: print("started", file=file)
time.sleep(600)
"""
STUBBORN = """
import pathlib, signal, subprocess, sys, time
signal.signal(signal.SIGTERM, signal.SIG_IGN)
kid = subprocess.Popen(["sleep", "600"])
with open(sys.argv[1], "a") as file: print(kid.pid, file=file)
time.sleep(600)
"""
FAILING = (
    "import sys\nwith open(sys.argv[1], 'a') as file: print('started', file=file)\nsys.exit(3)"
)


@pytest.fixture
def module(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], str]:
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))

    def write(source: str) -> str:
        (tmp_path / "program.py").write_text(source)
        return "program"

    return write


@pytest.fixture
def note(tmp_path: Path) -> Path:
    return tmp_path / "note"


@pytest.fixture
def launch() -> Iterator[Launch]:
    launch = Launch()
    yield launch
    launch.stop()


def lines(note: Path) -> list[str]:
    return note.read_text().splitlines() if note.exists() else []


def look_until(launch: Launch, happened: Callable[[], bool]) -> None:
    until = time.monotonic() + PATIENCE
    while not happened():
        assert time.monotonic() < until
        launch.look()


def test_a_killed_child_is_started_again(
    launch: Launch, module: Callable[[str], str], note: Path
) -> None:
    child = Child("it", module(STEADY), (str(note),))
    launch.children = [child]
    launch.start()
    look_until(launch, lambda: len(lines(note)) == 1)
    assert child.process is not None

    child.process.kill()

    look_until(launch, lambda: len(lines(note)) == 2)


def test_a_child_that_keeps_ending_is_started_less_and_less_often(
    launch: Launch, module: Callable[[str], str], note: Path
) -> None:
    child = Child("it", module(FAILING), (str(note),))
    launch.children = [child]
    launch.start()

    look_until(launch, lambda: child.pause >= 2.0)

    assert len(lines(note)) == 3


def test_what_does_not_listen_is_stopped_within_five_seconds(
    launch: Launch, module: Callable[[str], str], note: Path
) -> None:
    child = Child("it", module(STUBBORN), (str(note),))
    launch.children = [child]
    launch.start()
    look_until(launch, lambda: len(lines(note)) == 1)
    began = time.monotonic()

    launch.stop()

    assert time.monotonic() - began < 5
    state = Path(f"/proc/{lines(note)[0]}/stat")
    # The kernel ends a killed process in its own time; a zombie has ended.
    look_until(
        launch,
        lambda: not state.exists() or state.read_text().rsplit(")", 1)[1].split()[0] == "Z",
    )


def test_a_wish_to_stop_is_heard(launch: Launch) -> None:
    with launch.until_told():
        os.kill(os.getpid(), signal.SIGTERM)
        assert launch.stopping.wait(PATIENCE)


def test_a_failing_preparation_is_a_problem(
    launch: Launch, module: Callable[[str], str], note: Path
) -> None:
    with pytest.raises(Problem, match="failed, as said above"):
        launch.run_once(module(FAILING), str(note), env=os.environ)


def test_a_preparation_ends_when_told_to_stop(
    launch: Launch, module: Callable[[str], str], note: Path
) -> None:
    launch.stopping.set()

    launch.run_once(module(STEADY), str(note), env=os.environ)


def test_a_port_in_use_is_said_with_a_way_out(socket_enabled: None) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]

        with pytest.raises(Problem, match=rf"port {port} .* choose another with --port {port + 1}"):
            serving.check_port("127.0.0.1", port)


def test_a_free_port_is_fine(socket_enabled: None) -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]

    serving.check_port("127.0.0.1", port)


def test_an_address_of_another_machine_is_said_in_one_line(socket_enabled: None) -> None:
    with pytest.raises(Problem, match="cannot be used"):
        serving.check_port("192.0.2.1", 8000)


def test_children_run_with_the_same_python(module: Callable[[str], str], note: Path) -> None:
    launch = Launch()
    source = "import sys\nwith open(sys.argv[1], 'w') as file: file.write(sys.executable)"
    launch.run_once(module(source), str(note), env=os.environ)

    assert note.read_text() == sys.executable
