# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""How the loops of matching are compiled: once, kept on disk, other threads run beside them."""

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Any, ParamSpec, TypeVar, cast

import numba

P = ParamSpec("P")
R = TypeVar("R")


def _source_digest() -> str:
    """Return a hash of this package's source."""
    found = hashlib.blake2b(digest_size=8)
    for path in sorted(Path(__file__).parent.glob("*.py")):
        found.update(path.name.encode() + path.read_bytes())
    return found.hexdigest()


_FOLDER = f"matching-{_source_digest()}"
"""Numba compiles a loop again when its own file changes, but not when one it calls does: so the
compiled code of each state of this package has a folder of its own."""


def _compiled(function: Callable[P, R], options: dict[str, Any]) -> Callable[P, R]:
    settings: Any = numba.config
    before = settings.CACHE_DIR
    base = Path(before) if before else Path(__file__).parent / "__pycache__"
    settings.CACHE_DIR = str(base / _FOLDER)
    try:
        return cast("Callable[P, R]", numba.njit(**options)(function))
    finally:
        settings.CACHE_DIR = before


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
    return _compiled(function, _OPTIONS)


def quick(function: Callable[P, R]) -> Callable[P, R]:
    """Return a function that makes no array compiled; floats are computed as written."""
    return _compiled(function, _OPTIONS | _NOTHING_MADE)


def inner(function: Callable[P, R]) -> Callable[P, R]:
    """Return the function compiled for other loops alone: it makes no array, Python cannot call it.

    The way in from Python is most of the code of a short loop that reads many arrays.
    """
    return _compiled(function, _OPTIONS | _FOR_LOOPS_ONLY)


def inlined(function: Callable[P, R]) -> Callable[P, R]:
    """Return a tiny function compiled into the loops that use it."""
    return _compiled(function, _OPTIONS | _FOR_LOOPS_ONLY | {"forceinline": True})


def exact_sums(function: Callable[P, R]) -> Callable[P, R]:
    """Return a tiny function whose sums are exact in any order, compiled into others.

    Only for whole numbers below 2²⁴: then adding several at a time changes nothing.
    """
    tiny: dict[str, Any] = {"forceinline": True, "fastmath": {"reassoc", "nsz"}}
    return _compiled(function, _OPTIONS | _FOR_LOOPS_ONLY | tiny)
