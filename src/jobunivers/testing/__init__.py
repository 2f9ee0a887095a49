# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What tests and benchmarks of several floors share; nothing that runs in production."""

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]


def data_folder() -> Path:
    """Return the folder of real data beside the project, whether or not it exists."""
    return Path(os.environ.get("JOBUNIVERS_DATA") or ROOT.parent / "shared" / "data")


def shared_data(*parts: str) -> Path:
    """Return a file of real data, or skip the test saying that it is absent."""
    path = data_folder().joinpath(*parts)
    if not path.exists():
        pytest.skip(f"the real data {'/'.join(parts)} is not here (set JOBUNIVERS_DATA)")
    return path
