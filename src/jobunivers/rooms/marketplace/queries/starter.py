# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The starter file of the country's shelves."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

STARTER = Path(__file__).parent.parent / "starter" / "shelves.toml"


@cache
def starter_shelves() -> tuple[dict[str, Any], ...]:
    """Return the shelves of the file in their order."""
    with STARTER.open("rb") as file:
        return tuple(tomllib.load(file)["shelves"])


def categories_of(shelf_key: str) -> tuple[str, ...]:
    """Return the categories that belong on one of the country's shelves; () for others."""
    found = (one for one in starter_shelves() if one["key"] == shelf_key)
    return tuple(next(found, {"categories": ()})["categories"])
