# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Matching of very many people in partitions: on this machine's cores, or on several machines.

A partition is a few thousand people who live near each other; each is computed alone and the
results are put back in the order of the people. Scores are whole numbers and nobody's depend on
who is computed beside her, so that every engine, and every way to cut, gives equal bits.
"""

import importlib
import os
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import ModuleType
from typing import Protocol, Self

import numpy as np
from numpy.typing import NDArray

from jobunivers.science.matching import Batch, People, World

PARTITION = 2_500
"""People of one partition: large enough that neighbours share the work of looking around."""
AHEAD = 2
"""Partitions on their way to each worker beside the one it computes."""
LOCAL = "local"
RAY = "ray"
Rows = NDArray[np.int64]


class Engine(Protocol):
    """Computes the best openings of many people."""

    name: str

    def records(self, world: World, people: People, *, day: int, top: int) -> Batch:
        """Return the best `top` openings of each person, in the order of the people."""
        ...

    def close(self) -> None:
        """Let go of what the engine holds."""
        ...


def partitions(people: People, size: int = PARTITION) -> list[Rows]:
    """Return the rows of the people in pieces of at most `size`, neighbours together."""
    if size < 1:
        raise ValueError("a partition holds at least one person")
    # Cells of about 25 km, then from west to east: those in a piece look at the same openings.
    cell = 250_000
    order = np.lexsort((people.lat, people.lon, people.lon // (2 * cell), people.lat // cell,
                        people.land)).astype(np.int64)  # fmt: skip
    return [order[start : start + size] for start in range(0, len(order), size)]


def _empty(people: People, top: int) -> Batch:
    shape = (len(people), top)
    return Batch(np.full(shape, -1, dtype=np.int32), np.zeros(shape, dtype=np.int32))


def _put(whole: Batch, rows: Rows, part: Batch) -> None:
    whole.rows[rows], whole.scores[rows] = part.rows, part.scores


class LocalEngine:
    """This machine's cores: one partition a thread, as the loops let go of Python's lock."""

    name = LOCAL

    def __init__(self, *, threads: int = 1, partition: int = PARTITION) -> None:
        self.threads, self.partition = max(1, threads), partition

    def records(self, world: World, people: People, *, day: int, top: int) -> Batch:
        """Return the best `top` openings of each person, in the order of the people."""
        whole = _empty(people, top)

        def one(rows: Rows) -> None:
            _put(whole, rows, world.records(people.take(rows), day=day, top=top, threads=1))

        with ThreadPoolExecutor(self.threads) as pool:
            for _ in pool.map(one, partitions(people, self.partition)):
                pass
        return whole

    def close(self) -> None:
        """Let go of nothing: threads end with each call."""


class _Worker:
    """One process of Ray: it has its own world, as all who share it read the same memory."""

    def __init__(self, world: World) -> None:
        self.world = world

    def records(self, people: People, day: int, top: int) -> tuple[bytes, bytes]:
        """Return the rows and scores of one partition as bytes."""
        found = self.world.records(people, day=day, top=top, threads=1)
        return found.rows.tobytes(), found.scores.tobytes()


class RayEngine:
    """Processes on one or many machines, through Ray; needs requirements/measure.lock.

    `address` "" starts Ray on this machine alone, "host:port" joins a cluster that this machine
    is a node of. Nothing is sent anywhere else: no usage figures, no dashboard. `workers` 0 takes
    all cores of the cluster. `folder` is where Ray keeps its sockets and logs.
    """

    name = RAY

    def __init__(
        self,
        address: str = "",
        *,
        workers: int = 0,
        partition: int = PARTITION,
        folder: Path | None = None,
    ) -> None:
        self._ray = _ray_started(address, workers, folder)
        self.partition = partition
        self.workers = workers or max(1, int(self._ray.cluster_resources().get("CPU", 1)))
        self._world: World | None = None
        self._pool: Sequence[object] = ()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _workers_with(self, world: World) -> Sequence[object]:
        """Return workers that hold this world: sent to each machine once, not to each worker."""
        if self._world is not world:
            for worker in self._pool:
                self._ray.kill(worker)
            shared = self._ray.put(world)
            kind = self._ray.remote(num_cpus=1)(_Worker)
            self._pool = [kind.remote(shared) for _ in range(self.workers)]
            self._world = world
        return self._pool

    def records(self, world: World, people: People, *, day: int, top: int) -> Batch:
        """Return the best `top` openings of each person, in the order of the people."""
        whole = _empty(people, top)
        pool = self._workers_with(world)
        waiting = iter(partitions(people, self.partition))
        sent: dict[object, tuple[Rows, object]] = {}

        def send(worker: object) -> None:
            rows = next(waiting, None)
            if rows is not None:
                answer = worker.records.remote(people.take(rows), day, top)  # type: ignore[attr-defined]
                sent[answer] = rows, worker

        for _ in range(AHEAD):
            for worker in pool:
                send(worker)
        while sent:
            [answer], _ = self._ray.wait(list(sent), num_returns=1)
            rows, worker = sent.pop(answer)
            send(worker)
            found, scores = self._ray.get(answer)
            shape = (len(rows), top)
            part = Batch(*(np.frombuffer(b, np.int32).reshape(shape) for b in (found, scores)))
            _put(whole, rows, part)
        return whole

    def close(self) -> None:
        """Let the workers go, and Ray with them where it was started here."""
        self._pool, self._world = (), None
        self._ray.shutdown()


def _ray_started(address: str, workers: int, folder: Path | None) -> ModuleType:
    """Return Ray, started on this machine alone or joined to a cluster; RuntimeError without it."""
    # Ray reads it when it is imported, and asks no version of anybody else.
    os.environ["RAY_USAGE_STATS_ENABLED"] = "0"
    try:
        ray = importlib.import_module("ray")  # optional: nothing else may need it
    except ImportError as error:
        raise RuntimeError("Ray is not installed: see requirements/measure.in") from error
    start: dict[str, object] = {"log_to_driver": False, "logging_level": "ERROR"}
    if address:
        start["address"] = address
    else:
        start |= {
            "address": "local",
            "include_dashboard": False,
            "num_cpus": workers or os.cpu_count(),
            "_node_ip_address": "127.0.0.1",
        }
        if folder is not None:
            start["_temp_dir"] = str(folder)
    ray.init(**start)
    return ray


def engine_of(
    address: str, *, threads: int = 1, workers: int = 0, partition: int = PARTITION
) -> Engine:
    """Return the engine of a setting: "local", "ray" (this machine) or "ray://host:port".

    ValueError when it is something else; RuntimeError when Ray is wanted and not installed.
    """
    kinds: dict[str, Callable[[str], Engine]] = {
        LOCAL: lambda _: LocalEngine(threads=threads, partition=partition),
        RAY: lambda where: RayEngine(where, workers=workers, partition=partition),
    }
    kind, _, where = address.partition("://")
    if kind not in kinds or (kind == LOCAL and where):
        raise ValueError(f"The engine is local, ray or ray://host:port, not {address!r}")
    return kinds[kind](where)
