# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""How the loops of matching are compiled: once, kept on disk, other threads run beside them."""

from collections.abc import Callable
from typing import Any, ParamSpec, TypeVar, cast

import numba

P = ParamSpec("P")
R = TypeVar("R")


_OPTIONS: dict[str, Any] = {"cache": True, "nogil": True, "error_model": "numpy"}
"""Dividing by 0 is no error: without that check a loop does several openings at a time."""
_NOTHING_MADE: dict[str, Any] = {"_nrt": False}
"""A loop that makes no array need not count who uses which: half of its code."""
_FOR_LOOPS_ONLY: dict[str, Any] = {
    **_NOTHING_MADE,
    "no_cpython_wrapper": True,
    "no_cfunc_wrapper": True,
}


def making(function: Callable[P, R]) -> Callable[P, R]:
    """Return a function that makes arrays compiled."""
    return cast("Callable[P, R]", numba.njit(**_OPTIONS)(function))


def quick(function: Callable[P, R]) -> Callable[P, R]:
    """Return a function that makes no array compiled; floats are computed as written."""
    return cast("Callable[P, R]", numba.njit(**_OPTIONS, **_NOTHING_MADE)(function))


def inner(function: Callable[P, R]) -> Callable[P, R]:
    """Return the function compiled for other loops alone: it makes no array, Python cannot call it.

    The way in from Python is most of the code of a short loop that reads many arrays.
    """
    return cast("Callable[P, R]", numba.njit(**_OPTIONS, **_FOR_LOOPS_ONLY)(function))


def inlined(function: Callable[P, R]) -> Callable[P, R]:
    """Return a tiny function compiled into the loops that use it."""
    made = numba.njit(**_OPTIONS, **_FOR_LOOPS_ONLY, forceinline=True)
    return cast("Callable[P, R]", made(function))


def exact_sums(function: Callable[P, R]) -> Callable[P, R]:
    """Return a tiny function whose sums are exact in any order, compiled into others.

    Only for whole numbers below 2²⁴: then adding several at a time changes nothing.
    """
    any_order = {"reassoc", "nsz"}
    made = numba.njit(**_OPTIONS, **_FOR_LOOPS_ONLY, forceinline=True, fastmath=any_order)
    return cast("Callable[P, R]", made(function))
