# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading texts in several processes at once, when there are enough of them to be worth it."""

import logging
import multiprocessing
import os
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool

from jobunivers.foundation.taxonomy.reader import (
    Said,
    TextMeaning,
    TextReader,
    begin,
    read_here,
)

_log = logging.getLogger(__name__)
# Starting processes and giving them the models takes a few seconds; so many texts take longer.
WORTH_IT = 2_000
PIECE = 125  # texts sent at a time: short enough to share out evenly


class Readers:
    """A reader in this process, joined by others when many texts have come."""

    def __init__(self, reader: TextReader, processes: int) -> None:
        self._reader = reader
        self._processes = processes
        self._came = 0
        self._pool: ProcessPoolExecutor | None = None

    def read(self, said: Sequence[Said]) -> Callable[[], list[TextMeaning]]:
        """Begin to read; what is returned gives the answer, in order, and may have to wait."""
        self._came += len(said)
        if self._pool is None and self._processes > 1 and self._came > WORTH_IT:
            self._pool = self._started()
        if self._pool is None:
            return lambda: self._reader.read(said)
        try:
            pieces = [
                (piece, self._pool.submit(read_here, piece))
                for piece in (said[at : at + PIECE] for at in range(0, len(said), PIECE))
            ]
        except (BrokenProcessPool, RuntimeError):
            return lambda: self._reader.read(said)
        return lambda: [one for piece, future in pieces for one in self._result(piece, future)]

    @property
    def ahead(self) -> int:
        """Return how many batches to begin before the first is asked for; 0 when alone."""
        return 0 if self._pool is None else self._processes

    def close(self) -> None:
        """End the other processes."""
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)
            self._pool = None

    def _started(self) -> ProcessPoolExecutor:
        # Spawned, never forked: this process holds a database connection and may hold threads.
        return ProcessPoolExecutor(
            self._processes,
            mp_context=multiprocessing.get_context("spawn"),
            initializer=begin,
            initargs=(self._reader.titles, self._reader.skills),
        )

    def _result(
        self, said: Sequence[Said], future: "Future[list[TextMeaning]]"
    ) -> list[TextMeaning]:
        try:
            return future.result()
        except BrokenProcessPool:
            # Killed from outside (memory, most likely): the work goes on here, slower.
            _log.warning("a reading process ended; reading on in this one")
            self._processes = 1
            return self._reader.read(said)


def default_processes() -> int:
    """Return how many processes an import uses when nobody says: two, if there are two cores."""
    return min(2, os.cpu_count() or 1)
