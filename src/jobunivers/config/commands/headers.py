# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Every source file says whose it is and under which licence (REUSE)."""

from collections.abc import Iterator
from pathlib import Path

FOLDERS = ("src", "tests", "bench", ".ci")
SUFFIXES = {".py", ".js", ".css", ".sh"}
WANTED = ("SPDX-FileCopyrightText: ", "SPDX-License-Identifier: ")
OPENING = 600  # characters; a script's first line and an encoding may stand above


def missing(root: Path) -> list[str]:
    """Return the source files without the two lines, relative to the project folder."""
    return [
        f"{path.relative_to(root)} lacks the SPDX lines"
        for path in sources(root)
        if not all(word in path.read_text(encoding="utf-8")[:OPENING] for word in WANTED)
    ]


def sources(root: Path) -> Iterator[Path]:
    """Return the files that must say so."""
    yield from (root / name for name in ("jobunivers", "conftest.py") if (root / name).exists())
    for folder in FOLDERS:
        for path in sorted((root / folder).rglob("*")):
            if path.suffix in SUFFIXES and path.is_file() and "node_modules" not in path.parts:
                yield path
