# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reads one document in a process of its own, which may use little and is given little time.

A file comes from anybody. Whatever it does to the reader of PDF or XML, it does to a process that
has no connection, no secrets in its environment and ends with it.
"""

import json
import resource
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from jobunivers.integrations.profiles.records import WHYS, Document, TextLine, Unreadable

SECONDS = 20
"""Longest wait for one document, and most processor time it may use."""
MEGABYTES = 768
"""Address space of the process: a page of 200 inches is not drawn, only read."""
_MOST_ANSWER = 4 * 1024 * 1024
_ROOT = Path(__file__).parents[4]


def read_apart(data: bytes, kind: str) -> Document:
    """Return the text of a document of kind `pdf` or `word`, read in a process of its own.

    Raises:
        Unreadable: as the reader says; `too_slow` when it took too long, `broken` when it died.
    """
    command = [sys.executable, "-I", "-c", _BOOT, str(_ROOT), kind]
    try:
        done = subprocess.run(  # noqa: S603 - our own module, no shell, nothing of hers in it
            command, input=data, capture_output=True, timeout=SECONDS + 5, check=False, env={}
        )
    except subprocess.TimeoutExpired:
        raise Unreadable("too_slow") from None
    if done.returncode in {-24, -9}:  # SIGXCPU, SIGKILL
        raise Unreadable("too_slow")
    if done.returncode != 0 or len(done.stdout) > _MOST_ANSWER:
        raise Unreadable("broken")
    return _answer(done.stdout)


_BOOT = (
    "import sys; sys.path.insert(0, sys.argv[1]);"
    "from jobunivers.integrations.profiles.documents.child import main; main(sys.argv[2])"
)


def _answer(text: bytes) -> Document:
    try:
        answer = json.loads(text)
        why = answer.get("why")
        if why is not None:
            raise Unreadable(why if why in WHYS else "broken")
        lines = [TextLine(*line) for line in answer["lines"]]
        return Document(answer["format"], tuple(lines))
    except (ValueError, KeyError, TypeError, AttributeError):
        raise Unreadable("broken") from None


def main(kind: str) -> None:
    """Read the document on standard input and write its lines, or why it cannot be read."""
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    limit = MEGABYTES * 1024 * 1024
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
    data = sys.stdin.buffer.read()
    try:
        found = _reader(kind)(data)
    except Unreadable as error:
        answer: dict[str, object] = {"why": error.why}
    except MemoryError:
        answer = {"why": "too_much"}
    else:
        lines = [[one.text, one.page, one.number, one.size, one.bold] for one in found.lines]
        answer = {"format": found.format, "lines": lines}
    sys.stdout.buffer.write(json.dumps(answer).encode())


def _reader(kind: str) -> Callable[[bytes], Document]:
    if kind == "pdf":
        from jobunivers.integrations.profiles.documents import pdf

        return pdf.read
    from jobunivers.integrations.profiles.documents import word

    return word.read
