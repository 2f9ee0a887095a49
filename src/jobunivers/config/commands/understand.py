# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""understand: titles or texts as lines of JSON in, what they mean as lines of JSON out."""

import argparse
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from itertools import islice

from jobunivers.config import postgres
from jobunivers.config.commands import surroundings
from jobunivers.config.problem import Problem

AT_A_TIME = 256
CHUNK = 1 << 16
MOST = 1000


def run(verb: str, arguments: list[str]) -> int:
    """Answer every line of standard input; 1 if one of them could not be read."""
    parser = argparse.ArgumentParser(
        prog=f"./jobunivers {verb}",
        description='Read lines of JSON, {"id", "text", "lang"}, and answer each in its place.',
    )
    parser.add_argument("what", choices=("titles", "skills"))
    parser.add_argument("--top", type=_many, default=10, help="concepts for each title (10)")
    options = parser.parse_args(arguments)
    answers = _answers_alone()
    _start()

    from jobunivers.foundation.taxonomy import asking

    answering = asking.titles(options.top) if options.what == "titles" else asking.skills()
    try:
        for lines in _batches(lambda: os.read(sys.stdin.fileno(), CHUNK)):
            _write(answers, b"".join(answering.answer(lines)))
    except BrokenPipeError:  # whoever read our output has seen enough
        return 0
    return 1 if answering.failed else 0


def _many(text: str) -> int:
    number = int(text)
    if not 1 <= number <= MOST:
        raise argparse.ArgumentTypeError(f"must be 1 to {MOST}")
    return number


def _answers_alone() -> int:
    """Return where answers go, and let everything else that is printed go to standard error."""
    sys.stdout.flush()
    answers = os.dup(1)
    os.dup2(2, 1)
    return answers


def _start() -> None:
    """Have a database with the taxonomy, and Django ready."""
    surroundings.enter(postgres.database_environment(surroundings.ROOT))
    surroundings.check_settings()
    import django

    django.setup()
    from django.db import DatabaseError

    from jobunivers.foundation.taxonomy import queries

    try:
        known = queries.version()
    except DatabaseError:
        known = 0
    if known:
        return
    # Nobody has started the demo yet: the tables and the starter taxonomy come first.
    command = [sys.executable, "-P", "-m", "django", "prepare", "--verbosity=0"]
    if subprocess.run(command, env=surroundings.as_owner(), check=False).returncode:
        raise Problem("the database is not prepared: run ./jobunivers manage prepare")


def _batches(read: Callable[[], bytes]) -> Iterator[list[bytes]]:
    """Yield the lines that are there, many at a time if many are; nobody waits for more."""
    rest = b""
    while chunk := read():
        *whole, rest = (rest + chunk).split(b"\n")
        lines = iter(whole)
        while batch := list(islice(lines, AT_A_TIME)):
            yield batch
    if rest:
        yield [rest]


def _write(where: int, data: bytes) -> None:
    view = memoryview(data)
    while view:
        view = view[os.write(where, view) :]
