# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""All chunks, made by other processes while earlier ones are being loaded."""

import multiprocessing
import os
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor

from jobunivers.simulator.nation import chunks
from jobunivers.simulator.nation.parts import Chunk, Setting, Written

_WORTH_IT = 5_000  # people
_AHEAD = 2  # chunks that may wait for the database, besides those being made


def everything(setting: Setting, work: Sequence[Chunk], processes: int) -> Iterator[Written]:
    """Yield the chunks in order; `processes` make them, 0 is one less than there are cores."""
    many = processes or max(1, (os.cpu_count() or 1) - 1)
    if sum(chunk.many for chunk in work) < _WORTH_IT:
        yield from (chunks.write(setting, chunk) for chunk in work)
        return
    clean = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(many, clean, _remember, (setting,)) as pool:
        waiting: deque[Future[Written]] = deque()
        left = deque(work)
        while waiting or left:
            while left and len(waiting) < many + _AHEAD:
                waiting.append(pool.submit(_write, left.popleft()))
            yield waiting.popleft().result()


_setting: list[Setting] = []  # of this process, once it has been told


def _remember(setting: Setting) -> None:
    _setting[:] = [setting]


def _write(chunk: Chunk) -> Written:
    return chunks.write(_setting[0], chunk)
