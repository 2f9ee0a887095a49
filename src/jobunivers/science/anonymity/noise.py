# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Counts with noise: differential privacy for tables in which each person counts once.

The noise is the discrete Laplace distribution, drawn exactly, in whole numbers and fractions: no
floating point, whose gaps have been used to see through noise (C. Canonne, G. Kamath, T. Steinke:
The Discrete Gaussian for Differential Privacy, 2020, algorithms 1 and 2). Whoever calls gives the
source of chance; for data of people it must be `secrets.SystemRandom()`.
"""

from collections.abc import Mapping
from fractions import Fraction
from random import Random
from typing import TypeVar

Cell = TypeVar("Cell")


def noisy_counts(counts: Mapping[Cell, int], *, epsilon: Fraction, rng: Random) -> dict[Cell, int]:
    """Return the counts with noise, so that one person more or less is hidden with `epsilon`.

    Every cell there could be must be given, also those with nobody: which cells are there would
    tell else. A count that noise makes negative is 0.

    Raises:
        ValueError: epsilon is not above 0.
    """
    if epsilon <= 0:
        raise ValueError("epsilon must be above 0")
    return {
        cell: max(0, count + discrete_laplace(1 / epsilon, rng=rng))
        for cell, count in counts.items()
    }


def discrete_laplace(scale: Fraction, *, rng: Random) -> int:
    """Return a whole number x with a chance in proportion to exp(-|x| / scale)."""
    while True:
        minus = rng.randrange(2) == 1
        size = _geometric(1 / scale, rng)
        if size or not minus:
            return -size if minus else size


def _geometric(rate: Fraction, rng: Random) -> int:
    """Return x ≥ 0 with a chance in proportion to exp(-rate · x)."""
    whole = rate.denominator
    while True:
        rest = rng.randrange(whole)
        if _chance_of_exp(Fraction(rest, whole), rng):
            break
    times = 0
    while _chance_of_exp(Fraction(1), rng):
        times += 1
    return (rest + whole * times) // rate.numerator


def _chance_of_exp(rate: Fraction, rng: Random) -> bool:
    """Return True with the chance exp(-rate), for 0 ≤ rate ≤ 1."""
    tries = 1
    while _chance(rate / tries, rng):
        tries += 1
    return tries % 2 == 1


def _chance(of: Fraction, rng: Random) -> bool:
    return rng.randrange(of.denominator) < of.numerator
