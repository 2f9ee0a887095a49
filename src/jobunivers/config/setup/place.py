# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The project folder as the set-up sees it, and how it runs other programs there."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from jobunivers.config.setup.stamps import Stamps

TAIL = 200  # lines of a program's last words that are looked through for the reason it failed


@dataclass(frozen=True)
class Place:
    """Where things are in the project folder."""

    root: Path

    @property
    def state(self) -> Path:
        """Everything that is made here and not kept in version control."""
        return self.root / ".jobunivers"

    @property
    def static(self) -> Path:
        """Where settings look for the static files."""
        return self.root / (os.environ.get("JOBUNIVERS_VAR") or ".jobunivers") / "static"

    @property
    def venv(self) -> Path:
        """The virtual environment."""
        return self.root / ".venv"

    @property
    def python(self) -> Path:
        """The virtual environment's Python."""
        return self.venv / "bin" / "python"

    @property
    def stamps(self) -> Stamps:
        """Which steps are finished."""
        return Stamps(self.state / "stamps")

    def environment(self) -> dict[str, str]:
        """Return the surroundings of the set-up's programs: they write below the project only.

        The home folder is left as it is, for what pip and npm read there (mirrors, certificates).
        """
        scratch = self.state / "tmp"
        scratch.mkdir(parents=True, exist_ok=True)
        cache = self.state / "cache"
        dropped = {
            "PYTHONPATH",
            "PYTHONHOME",
            "VIRTUAL_ENV",
            "PIP_TARGET",
            "PIP_USER",
            "PIP_PREFIX",
        }
        kept = {name: value for name, value in os.environ.items() if name not in dropped}
        return {
            **kept,
            "TMPDIR": str(scratch),
            "XDG_CACHE_HOME": str(cache),
            "npm_config_cache": str(cache / "npm"),
            "npm_config_update_notifier": "false",
            # pip asks rustc for its version, and rustup would then settle in the home folder.
            "RUSTUP_HOME": str(scratch / "rustup"),
            "PIP_DISABLE_PIP_VERSION_CHECK": "1",
            "PIP_NO_INPUT": "1",
        }

    def tidy(self) -> None:
        """Remove what was only needed on the way."""
        for name in ("tmp", "cache"):
            shutil.rmtree(self.state / name, ignore_errors=True)

    def run(self, command: list[str], each: Callable[[str], None] = lambda _line: None) -> str:
        """Run a program, hand over each line it writes, and return "" or its last words."""
        with subprocess.Popen(
            command,
            cwd=self.root,
            env=self.environment(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            errors="replace",
        ) as process:
            said: list[str] = []
            assert process.stdout is not None
            for line in process.stdout:
                said = [*said[-TAIL:], line.rstrip()]
                each(line.rstrip())
        return (
            "\n".join(said) or f"it ended with {process.returncode}" if process.returncode else ""
        )


class Progress:
    """Says what is being done: a line that renews itself on a terminal, a few lines elsewhere."""

    def __init__(self, title: str) -> None:
        self.title = title
        self.lively = sys.stderr.isatty()
        self._write(f"· {title} …" if self.lively else f"· {title} …\n")

    def at(self, text: str) -> None:
        """Show how far it has come (on a terminal)."""
        if self.lively:
            width = shutil.get_terminal_size().columns - 1
            self._write(f"\r\033[K{f'· {self.title}: {text}'[:width]}")

    def done(self) -> None:
        """Say that it is finished."""
        if self.lively:
            self._write(f"\r\033[K✓ {self.title}\n")

    def _write(self, text: str) -> None:
        sys.stderr.write(text)
        sys.stderr.flush()
