# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Values every process keeps at hand and builds anew when the rows behind them change."""

import threading
import time
from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")


class Cached(Generic[T]):
    """A value built from shared rows, kept in the process.

    `stamp` is a cheap question whose answer changes with the rows. It is asked again after
    `seconds`, so that an import in another process shows within that time; a process that
    changes the rows itself calls `forget`.
    """

    def __init__(
        self, build: Callable[[], T], stamp: Callable[[], int], seconds: float = 5.0
    ) -> None:
        self._build = build
        self._stamp = stamp
        self._seconds = seconds
        self._lock = threading.RLock()
        self._held: tuple[int, T] | None = None
        self._asked = 0.0

    def get(self, *, fresh: bool = False) -> T:
        """Return the value, built anew when the rows have changed; `fresh`: since just now."""
        held = self._held
        if held is not None and not fresh and time.monotonic() - self._asked < self._seconds:
            return held[1]
        with self._lock:
            stamp = self._stamp()
            if self._held is None or self._held[0] != stamp:
                self._held = (stamp, self._build())
            self._asked = time.monotonic()
            return self._held[1]

    def forget(self) -> None:
        """Build anew at the next question."""
        with self._lock:
            self._held = None
