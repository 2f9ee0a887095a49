# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""How the loops of matching are compiled: once, kept on disk, other threads run beside them."""

from collections.abc import Callable
from typing import ParamSpec, TypeVar, cast

import numba

P = ParamSpec("P")
R = TypeVar("R")


def quick(function: Callable[P, R]) -> Callable[P, R]:
    """Return the function compiled; floats are computed as written, and dividing by 0 is no error.

    Without the check of each divisor a loop is done several openings at a time.
    """
    made = numba.njit(cache=True, nogil=True, error_model="numpy")
    return cast("Callable[P, R]", made(function))


def inner(function: Callable[P, R]) -> Callable[P, R]:
    """Return the function compiled for other loops alone: Python cannot call it.

    The way in from Python is most of the code of a short loop that reads many arrays.
    """
    made = numba.njit(
        cache=True,
        nogil=True,
        error_model="numpy",
        no_cpython_wrapper=True,
        no_cfunc_wrapper=True,
    )
    return cast("Callable[P, R]", made(function))


def inlined(function: Callable[P, R]) -> Callable[P, R]:
    """Return a tiny function compiled into the loops that use it."""
    made = numba.njit(
        cache=True,
        nogil=True,
        error_model="numpy",
        forceinline=True,
        no_cpython_wrapper=True,
        no_cfunc_wrapper=True,
    )
    return cast("Callable[P, R]", made(function))


def exact_sums(function: Callable[P, R]) -> Callable[P, R]:
    """Return a tiny function whose sums are exact in any order, compiled into others.

    Only for whole numbers below 2²⁴: then adding several at a time changes nothing.
    """
    made = numba.njit(
        cache=True,
        nogil=True,
        fastmath={"reassoc", "nsz"},
        forceinline=True,
        no_cpython_wrapper=True,
        no_cfunc_wrapper=True,
    )
    return cast("Callable[P, R]", made(function))
