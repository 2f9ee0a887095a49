# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Kroner and øre, exactly.

The rules, which hold everywhere money is counted:

- A price has at most four decimals of a krone; a quantity at most four.
- A line is quantity times price, rounded to øre **once**, halves away from zero (commercial
  rounding, the same for a bill and for what takes it back).
- What is shared is shared in whole øre by the largest remainder, so that shares add up.
- VAT is counted once, of the sum of all lines.
"""

from collections.abc import Sequence
from decimal import ROUND_FLOOR, ROUND_HALF_UP, Decimal, localcontext

ORE = Decimal("0.01")
FINEST = Decimal("0.0001")
"""The smallest part of a krone a price may name, and of a unit a quantity may."""

NOTHING = Decimal("0.00")
VAT_PERCENT = Decimal(25)
_EXACT = 60


def rounded(amount: Decimal) -> Decimal:
    """Return an amount in øre, halves away from zero."""
    return amount.quantize(ORE, rounding=ROUND_HALF_UP) + NOTHING  # never minus nothing


def product(quantity: Decimal, price: Decimal) -> Decimal:
    """Return quantity times price in øre, rounded once."""
    with localcontext() as context:
        context.prec = _EXACT
        return rounded(quantity * price)


def part(amount: Decimal, of: int, whole: int) -> Decimal:
    """Return `of`/`whole` of an amount in øre, rounded once.

    Raises:
        ValueError: the whole is nothing.
    """
    if whole <= 0:
        raise ValueError(whole)
    with localcontext() as context:
        context.prec = _EXACT
        return rounded(amount * of / whole)


def vat(net: Decimal) -> Decimal:
    """Return the VAT of a sum of lines."""
    return product(net, VAT_PERCENT / 100)


def is_price(amount: Decimal) -> bool:
    """Say whether a price has no more decimals than it may, and is not below nothing."""
    return amount.is_finite() and amount >= 0 and amount == amount.quantize(FINEST)


def shared(amount: Decimal, weights: Sequence[Decimal]) -> list[Decimal]:
    """Return an amount in øre shared by weights; the shares add up to it.

    Each gets the whole øre of its share, and those with the largest remainders one more (of equal
    ones, the first). An amount below nothing is shared as its opposite is.

    Raises:
        ValueError: a weight is below nothing, or all are nothing.
    """
    if any(not weight.is_finite() or weight < 0 for weight in weights) or not sum(weights):
        raise ValueError(weights)
    sign = -1 if amount < 0 else 1
    with localcontext() as context:
        context.prec = _EXACT
        ore = abs(amount) / ORE
        whole = sum(weights, Decimal(0))
        exact = [ore * weight / whole for weight in weights]
        floors = [one.to_integral_value(rounding=ROUND_FLOOR) for one in exact]
        left = int(ore - sum(floors))
        order = sorted(range(len(exact)), key=lambda i: (floors[i] - exact[i], i))
        for i in order[:left]:
            floors[i] += 1
        return [rounded(sign * one * ORE) for one in floors]
