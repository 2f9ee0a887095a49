# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Work made in threads a little ahead of whoever uses it, in the order it was asked for."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import islice
from typing import TypeVar

Piece = TypeVar("Piece")
Made = TypeVar("Made")


def ahead(
    make: Callable[[Piece], Made], pieces: Iterable[Piece], *, threads: int
) -> Iterator[tuple[Piece, Made]]:
    """Yield each piece with what `make` made of it; at most `threads` + 1 lie ready.

    Unlike an executor's `map`, not all is made before the first is used: memory stays small. What
    `make` raises is raised here, in its turn.
    """
    waiting = iter(pieces)
    with ThreadPoolExecutor(threads) as pool:
        made = deque[tuple[Piece, Future[Made]]]()
        for piece in islice(waiting, threads + 1):
            made.append((piece, pool.submit(make, piece)))
        while made:
            first, future = made.popleft()
            result = future.result()
            for piece in islice(waiting, 1):
                made.append((piece, pool.submit(make, piece)))
            yield first, result
