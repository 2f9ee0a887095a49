# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Tests, checks, measurements and pictures: what contributors and the build server run."""

import os
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from jobunivers.config import postgres
from jobunivers.config.commands import headers, locks, surroundings
from jobunivers.config.problem import Problem
from jobunivers.config.setup import packages
from jobunivers.config.setup.place import Place

ROOT = surroundings.ROOT
COMPARES = ("match", "quality")  # with other engines, which nothing else needs
MOST_PROCESSES = 8  # each has a database of its own; more of them wait for the disk


def run(verb: str, arguments: list[str]) -> int:
    """Run one of the contributor's verbs and return its exit code."""
    if verb == "check":
        return check()
    if verb == "fix":
        return fix()
    if verb == "test":
        return test(arguments)
    return _script(verb, arguments)


def test(arguments: list[str]) -> int:
    """Run the checks beside the tests; with arguments, pytest alone with those.

    Types take a minute of one processor, and so does the first database of the tests: what the
    checks found is said when the tests are done.
    """
    checks = None if arguments else Checks()
    database = postgres.test_environment(ROOT)
    surroundings.enter(database, mode="test")
    if not arguments:
        processes = min(os.cpu_count() or 1, MOST_PROCESSES)
        arguments = [
            "-m",
            "not slow",
            *(["-n", str(processes), "--dist", "loadgroup"] if processes > 1 else []),
        ]
    with subprocess.Popen([sys.executable, "-m", "pytest", *arguments], cwd=ROOT) as tests:
        # Pytest hears Ctrl-C too, and is left the time to say how far it came.
        before = signal.signal(signal.SIGINT, signal.SIG_IGN)
        code = tests.wait()
        signal.signal(signal.SIGINT, before)
    checked = checks.tell() if checks else 0
    if checked:
        print("jobunivers: the tests are one thing, but a check above failed", file=sys.stderr)
    return code or checked


def check() -> int:
    """Run every check, say how each went, and show what the failing ones found."""
    return Checks().tell()


class Checks:
    """Every check, begun: the tools run one after the other beside whatever else goes on."""

    def __init__(self) -> None:
        self._pool = ThreadPoolExecutor(max_workers=1)
        self._said = {title: self._pool.submit(_said, tool) for title, tool in _tools().items()}

    def tell(self) -> int:
        """Say how each went, as it ends, and show what the failing ones found; 1 if any did."""
        failed = sum(_report(title, said.result()) for title, said in self._said.items())
        failed += _report("licence headers", "\n".join(headers.missing(ROOT)))
        failed += _report("locks", "\n".join(locks.wrong(ROOT)))
        self._pool.shutdown()
        return 1 if failed else 0


def _tools() -> dict[str, list[str]]:
    templates = [str(path) for path in sorted((ROOT / "src").glob("**/templates/**/*.html"))]
    tools = {
        "style (ruff check)": _tool("ruff", "check", "--quiet", "."),
        "format (ruff format)": _tool("ruff", "format", "--check", "--quiet", "."),
        "types (mypy)": _tool("mypy", "--no-error-summary"),
        "floors (import-linter)": _tool("lint-imports"),
    }
    if templates:
        options = ["--check", "--target-version", "5.2"]
        tools["templates (djade)"] = _tool("djade", *options, *templates)
    return tools


def fix() -> int:
    """Mend style and format where a tool can; what is left is shown by ``check``."""
    templates = [str(path) for path in sorted((ROOT / "src").glob("**/templates/**/*.html"))]
    commands = [_tool("ruff", "check", "--fix", "--quiet", "."), _tool("ruff", "format", ".")]
    if templates:
        commands.append(_tool("djade", "--target-version", "5.2", *templates))
    for command in commands:
        subprocess.run(command, cwd=ROOT, check=False)
    return check()


def _script(verb: str, arguments: list[str]) -> int:
    """Become a measurement (bench/NAME.py) or the pictures (tests/screenshots.py)."""
    script = ROOT / "tests" / "screenshots.py"
    if verb == "bench":
        names = sorted(path.stem for path in (ROOT / "bench").glob("[a-z]*.py"))
        if not arguments or arguments[0] not in names:
            raise Problem(f"usage: ./jobunivers bench {{{'|'.join(names)}}} [ARGUMENT…]")
        script, arguments = ROOT / "bench" / f"{arguments[0]}.py", arguments[1:]
    if not script.exists():
        raise Problem(f"{script.relative_to(ROOT)} is not there")
    # A server of their own: what is measured or pictured never touches the data in use.
    surroundings.enter(postgres.test_environment(ROOT), mode="test" if verb == "bench" else "demo")
    if verb == "bench" and script.stem in COMPARES:
        left_out = packages.ensure_measuring(Place(ROOT))
        if left_out:
            print(f"jobunivers: without faiss and Ray, as {left_out}", file=sys.stderr)
    path = os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")]).rstrip(os.pathsep)
    environment = {**os.environ, "PYTHONPATH": path}
    command = [sys.executable, str(script), *arguments]
    return subprocess.run(command, env=environment, check=False).returncode


def _tool(name: str, *arguments: str) -> list[str]:
    return [str(Path(sys.executable).parent / name), *arguments]


def _said(command: list[str]) -> str:
    """Return what a failing tool said, or nothing if it is content."""
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    return (done.stdout + done.stderr).strip() or "failed" if done.returncode else ""


def _report(title: str, found: str) -> bool:
    print(f"{'✗' if found else '✓'} {title}", flush=True)
    if found:
        print("\n".join(f"    {line}" for line in found.splitlines()), flush=True)
    return bool(found)
