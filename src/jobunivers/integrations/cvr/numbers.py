# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The number of a Danish firm."""

_WEIGHTS = (2, 7, 6, 5, 4, 3, 2, 1)


def is_cvr(number: str) -> bool:
    """Say whether it is eight digits that fit together (modulus 11)."""
    if len(number) != len(_WEIGHTS) or not (number.isascii() and number.isdigit()):
        return False
    if number[0] == "0":
        return False
    return sum(int(sign) * weight for sign, weight in zip(number, _WEIGHTS, strict=True)) % 11 == 0


def tidy(typed: str) -> str:
    """Return a number as it is kept: without the spaces, dots and DK that people write."""
    plain = "".join(sign for sign in typed.strip().upper() if sign not in " .-\u00a0")
    return plain.removeprefix("DK")
