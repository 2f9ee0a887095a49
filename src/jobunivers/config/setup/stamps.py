# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Remembers which steps were finished, and on which inputs."""

import hashlib
import os
from collections.abc import Iterable
from pathlib import Path


def digest_of(*, texts: Iterable[str] = (), files: Iterable[Path] = ()) -> str:
    """Return a hash over texts and the contents of files (a missing file counts as missing)."""
    total = hashlib.sha256()
    for text in texts:
        total.update(text.encode() + b"\0")
    for path in files:
        content = path.read_bytes() if path.is_file() else b"\0missing"
        total.update(hashlib.sha256(content).digest())
    return total.hexdigest()


class Stamps:
    """The folder of stamps: one small file per finished step."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def holds(self, step: str, digest: str) -> bool:
        """Tell whether the step was finished on exactly these inputs."""
        try:
            return (self.folder / step).read_text(encoding="ascii") == digest
        except (OSError, ValueError):
            return False

    def begin(self, step: str) -> None:
        """Forget that the step was ever finished: it is about to change what it made."""
        (self.folder / step).unlink(missing_ok=True)

    def finish(self, step: str, digest: str) -> None:
        """Remember the step as finished, all at once."""
        self.folder.mkdir(parents=True, exist_ok=True)
        fresh = self.folder / f"{step}.{os.getpid()}"
        fresh.write_text(digest, encoding="ascii")
        fresh.replace(self.folder / step)
