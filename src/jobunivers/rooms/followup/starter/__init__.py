# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The letters that the project brings along, for every kommune to begin with."""

import tomllib
from functools import cache
from pathlib import Path

FILE = Path(__file__).resolve().parent / "letters.toml"


@cache
def read() -> dict[str, dict[str, str]]:
    """Return the country's letters by code, texts without the empty lines around them."""
    letters: list[dict[str, str]] = tomllib.loads(FILE.read_text(encoding="utf-8"))["letter"]
    return {one["code"]: {name: value.strip() for name, value in one.items()} for one in letters}
