# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Compiles gettext catalogues; run with the virtual environment's Python, as it needs polib."""

import os
import sys
from pathlib import Path

import polib


def compile_catalogue(source: Path) -> Path:
    """Write the compiled catalogue beside its source, all at once, and return it."""
    target = source.with_suffix(".mo")
    fresh = target.with_suffix(f".{os.getpid()}")
    polib.pofile(str(source)).save_as_mofile(str(fresh))
    fresh.replace(target)
    return target


if __name__ == "__main__":
    for name in sys.argv[1:]:
        compile_catalogue(Path(name))
