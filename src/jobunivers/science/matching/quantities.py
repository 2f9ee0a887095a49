# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Quantities as whole numbers, so that what is kept is exactly what was compared."""

import math

QUARTERS = 4
"""Weekly hours are kept in quarters of an hour."""
MOST_QUARTERS = 168 * QUARTERS
"""A week has no more."""
METRES_TEN = 100
"""A reach is kept in hundredths of a kilometre."""
FAR = 4_000_000
"""40,000 km: around the Earth is as far as anybody goes."""
YEAR_STEPS = 100
MOST_YEARS = 300
"""Years of experience are kept in hundredths, up to the three that a score can use."""
_LETTERS = 2


def _finite(value: float, what: str) -> float:
    if not math.isfinite(value):
        raise ValueError(f"{what} are a number, not {value}")
    return value


def quarter_hours(hours: float) -> int:
    """Return hours a week in quarters, cut to what a week has."""
    return min(MOST_QUARTERS, max(0, round(_finite(hours, "Hours") * QUARTERS)))


def reach(km: float | None) -> int:
    """Return a reach in hundredths of a kilometre; −1 when there is none."""
    return -1 if km is None else min(FAR, max(0, round(_finite(km, "Kilometres") * METRES_TEN)))


def years(value: float) -> int:
    """Return years of experience in hundredths, at most three years."""
    return min(MOST_YEARS, max(0, round(_finite(value, "Years") * YEAR_STEPS)))


def language_number(code: str) -> int:
    """Return a language's ISO 639-1 code as a number, 0 for ""; ValueError for any other."""
    if not code:
        return 0
    if len(code) != _LETTERS or not (code.isascii() and code.isalpha() and code.islower()):
        raise ValueError(f"A language is two small letters (ISO 639-1), not {code!r}")
    return ord(code[0]) << 8 | ord(code[1])
