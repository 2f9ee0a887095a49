# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The warnings of one record, collected while it is read."""


class Notes:
    """What was odd in one record: each code once, in the order they were met."""

    __slots__ = ("_codes",)

    def __init__(self, codes: tuple[str, ...] = ()) -> None:
        self._codes = dict.fromkeys(codes)

    def add(self, code: str) -> None:
        """Remember a warning code."""
        self._codes[code] = None

    def codes(self) -> tuple[str, ...]:
        """Return the codes."""
        return tuple(self._codes)
