# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Events hold ids and never a person's number: what looks like one is refused before it is kept."""

import re
from collections.abc import Mapping
from typing import Any

# Day, month and year of birth, then four digits, with or without the hyphen; not within a digest.
_CPR = re.compile(
    r"(?<![0-9A-Za-z])(0[1-9]|[12]\d|3[01])(0[1-9]|1[0-2])\d{2}[- ]?\d{4}(?![0-9A-Za-z])"
)
_SHORTEST = 10


class HoldsCpr(ValueError):  # noqa: N818 - it reads as what happened
    """Something that is to be remembered holds what looks like a CPR number; it is not repeated."""


def refuse_cpr(kind: str, data: Any) -> None:
    """Raise HoldsCpr if a text anywhere in this looks like a CPR number. Numbers are ids."""
    if _holds(data):
        raise HoldsCpr(f"{kind}: a text in the data looks like a CPR number")


def _holds(value: Any) -> bool:
    if isinstance(value, str):
        return len(value) >= _SHORTEST and _CPR.search(value) is not None
    if isinstance(value, Mapping):
        return any(_holds(key) or _holds(one) for key, one in value.items())
    if isinstance(value, list | tuple | set | frozenset):
        return any(_holds(one) for one in value)
    return False
