# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""CPR numbers that can belong to nobody.

A number is DDMMYY-SSSS. Ours have a month of 81 to 92: no calendar has one, so no birthday makes
such a number, and Danish replacement numbers shift the day (by 60), never the month. (Norway marks
its synthetic people the same way.) Besides, every number fails the modulus-11 check that all
numbers met before October 2007. Day, year, the digit of the century and the last digit's parity
(even for women) are as they would be, so that programs read age and sex as they would.
"""

import random
from datetime import date

MONTH_SHIFT = 80
WEIGHTS = (4, 3, 2, 7, 6, 5, 4, 3, 2, 1)
_FIRST_OF_2000 = 4  # the seventh digit of those born 2000-2036 (and 0-3 of those born before)


def invented_cpr(rng: random.Random, born_on: date, *, woman: bool) -> str:
    """Return "DDMMYY-SSSS" with an impossible month and a wrong check digit."""
    date_part = f"{born_on.day:02}{born_on.month + MONTH_SHIFT:02}{born_on.year % 100:02}"
    century = _FIRST_OF_2000 if born_on.year >= 2000 else int(rng.random() * _FIRST_OF_2000)
    middle = int(rng.random() * 100)
    last = 2 * int(rng.random() * 5) + (not woman)
    digits = f"{date_part}{century}{middle:02}{last}"
    if passes_modulus(digits):
        # Two steps keep the parity; the weight of the last digit is one, so the check fails.
        digits = digits[:-1] + str((last + 2) % 10)
    return f"{digits[:6]}-{digits[6:]}"


def passes_modulus(digits: str) -> bool:
    """Return whether ten digits meet the modulus-11 check."""
    return sum(int(d) * w for d, w in zip(digits, WEIGHTS, strict=True)) % 11 == 0


def can_belong_to_somebody(cpr: str) -> bool:
    """Return whether a number could be a person's: a real date, or a replacement's shifted day."""
    day, month = int(cpr[:2]), int(cpr[2:4])
    return 1 <= month <= 12 and (1 <= day <= 31 or 61 <= day <= 91)
