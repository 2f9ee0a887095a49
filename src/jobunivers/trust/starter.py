# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The figures that were measured when this version of the models was made."""

from pathlib import Path

from jobunivers.trust import figures
from jobunivers.trust.actions import record_figures

MEASURED = Path(__file__).parent / "measured"


def ensure() -> int:
    """Record what stands in `measured/`, so that cards have figures from the first day.

    Returns how many were new. Each file is written by the benchmark that its figures name; a
    kommune that measures again records newer ones beside them.
    """
    added = 0
    for file in sorted(MEASURED.glob("*.json")):
        added += record_figures(figures.read(file.read_text(encoding="utf-8"))).added
    return added
