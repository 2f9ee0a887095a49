# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Loops over arrays, compiled at their first use and kept for the next process."""

from collections.abc import Callable
from typing import ParamSpec, TypeVar, cast

import numba

P = ParamSpec("P")
R = TypeVar("R")


def compiled(function: Callable[P, R]) -> Callable[P, R]:
    """Return the function compiled: it lets other threads run, and its code is cached on disk.

    Floats are computed as written (no re-ordering), so that every machine gets the same bits.
    """
    return cast("Callable[P, R]", numba.njit(cache=True, nogil=True)(function))
