# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""How sure a share of some people is."""

Z = 1.959963984540054
"""How many standard errors on each side hold 95 %."""


def wilson(share: float, people: float) -> tuple[float, float]:
    """Return the 95 % interval of a share after Wilson: within 0 and 1, also of none and of all.

    `people` may be weighted, so it need not be whole.
    """
    grown = 1 + Z**2 / people
    middle = (share + Z**2 / (2 * people)) / grown
    half = Z / grown * (share * (1 - share) / people + Z**2 / (4 * people**2)) ** 0.5
    return max(0.0, middle - half), min(1.0, middle + half)
