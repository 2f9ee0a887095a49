# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A nation's night of matching: `./jobunivers bench match [--people N --openings N --threads 2]`.

Everybody of a simulated nation against every open vacancy: exact scores under all constraints,
prices of crowded vacancies, lists of 50 with their reasons, written to PostgreSQL as the app writes
them. Beside it in the same run: whether the lists are right (an independent float64 computation on
a sample), what other engines make of the dense part alone, and what the machine can do at all.
With `--engine ray` the scores are computed once more by worker processes and must be equal.
"""

import argparse
import json
import os
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "src"))
os.environ.setdefault("NUMBA_CACHE_DIR", str(ROOT / ".jobunivers" / "numba"))

import _keeping  # noqa: E402
import _limits  # noqa: E402
import _nation  # noqa: E402
from _reference import Reference  # noqa: E402

from jobunivers.science.engine import LOCAL, RAY, engine_of  # noqa: E402
from jobunivers.science.matching import Batch, World  # noqa: E402
from jobunivers.science.spreading import (  # noqa: E402
    Candidates,
    Lists,
    Spreading,
    capacity_of,
    report,
    select,
    spread,
)

LOOKED_AT, LIST = 150, 50
SAMPLE = 200
OTHERS = 10_000
GOALS = {"total_s": 120.0, "scoring_s": 45.0, "peak_gb": 6.0, "one_person_p95_ms": 30.0,
         "new_vacancy_ms": 300.0}  # fmt: skip
LEAST_RECALL = 0.97


class Clock:
    """Notes what each stage takes, by the wall and by the processor (this process)."""

    def __init__(self) -> None:
        self.wall: dict[str, float] = {}
        self.processor: dict[str, float] = {}

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        wall, processor = time.perf_counter(), time.process_time()
        yield
        self.note(name, time.perf_counter() - wall, time.process_time() - processor)

    def note(self, name: str, wall: float, processor: float) -> None:
        self.wall[name] = round(wall, 2)
        self.processor[name] = round(processor, 2)
        print(f"  {name:34} {wall:8.2f} s   processor {processor:8.2f} s", flush=True)


def whole_job(nation: _nation.Nation, said: argparse.Namespace) -> dict[str, object]:
    """Do the night; return seconds by stage, memory, and how crowded it was."""
    clock = Clock()
    _limits.forget_peak()
    with clock.stage("world"):
        world = World(nation.vocabulary, nation.openings)
    with clock.stage("compiling or loading the loops"):
        world.records(nation.people.take(range(4)), day=nation.day, top=LOOKED_AT)
    engine = engine_of(LOCAL, threads=said.threads)
    with clock.stage("scoring"):
        found = engine.records(world, nation.people, day=nation.day, top=LOOKED_AT)
    capacity = capacity_of(nation.openings.positions.astype(np.int64))
    candidates, how = Candidates(found.rows, found.scores), Spreading(list_length=LIST)
    with clock.stage("prices"):
        prices = spread([candidates], capacity, how, threads=said.threads)
    with clock.stage("lists"):
        lists, _ = select(candidates, prices.values, prices.capacity, how)
    priced = world.with_prices(prices.values)
    kept = _written(nation, priced, lists, clock, said)
    left_out = ("compiling or loading the loops",)
    total = sum(v for k, v in clock.wall.items() if k not in left_out)
    figures: dict[str, object] = {
        "stages_s": clock.wall,
        "stages_processor_s": clock.processor,
        "total_s": round(total, 1),
        "scoring_s": clock.wall["scoring"],
        "scoring_s_on_idle_cores": round(clock.processor["scoring"] / said.threads, 1),
        "peak_gb": _limits.peak_gb(),
        "pairs": len(nation.people) * len(nation.openings),
        "pairs_per_second": round(
            len(nation.people) * len(nation.openings) / clock.wall["scoring"]
        ),
        "written": kept,
        "crowding": _crowding(candidates, lists, prices, nation, how),
    }
    figures["right"] = _right(nation, found)
    figures["online"] = _online(nation, world)
    if said.engine == RAY:
        figures["ray"] = _by_ray(nation, world, found, said)
    return figures


def _written(
    nation: _nation.Nation, world: World, lists: Lists, clock: Clock, said: argparse.Namespace
) -> dict[str, object]:
    """Make the records with their reasons; write them unless asked not to."""
    if said.no_write:
        with clock.stage("reasons"), ThreadPoolExecutor(said.threads) as pool:
            for _ in pool.map(
                lambda rows: _keeping.records(nation, world, lists.rows, rows),
                _keeping.chunks(nation),
            ):
                pass
        return {}
    with _keeping.scratch(int(nation.people.owner.max())), clock.stage("reasons and database"):
        done = _keeping.write(nation, world, lists.rows, said.threads)
    return {
        "of_which_waiting_for_the_database_s": round(done.database_s, 1),
        "rows": done.rows,
        "bytes_per_person": round(done.bytes_packed / max(done.rows, 1)),
        "table_mb": done.table_mb,
    }


def _crowding(candidates, lists, prices, nation, how) -> dict[str, float]:  # type: ignore[no-untyped-def]  # noqa: ANN001 - the types of spreading
    figures = report([candidates], [lists], prices.capacity, how, prices=prices,
                     positions=nation.openings.positions.astype(np.int64))  # fmt: skip
    return {
        "fit_kept": round(figures.mean_fit_kept, 4),
        "of_the_best_possible": round(figures.of_best, 4),
        "shown_once": round(figures.coverage_once, 4),
        "shown_five_times": round(figures.coverage_five, 4),
        "gini": round(figures.gini, 4),
        "over_cap": figures.over_cap,
        "priced": round(figures.price_share, 4),
        "rounds": prices.rounds,
    }


def _sample(many: int, size: int) -> NDArray[np.int64]:
    return np.random.default_rng(11).choice(many, size=min(size, many), replace=False)


def _right(nation: _nation.Nation, found: Batch) -> dict[str, float]:
    """Return how many of the truly best 50 were found, and the largest difference of a score."""
    reference = Reference(nation)
    recall, apart, barred = [], 0, 0
    for row in _sample(len(nation.people), SAMPLE).tolist():
        scores = reference.of(row)
        exact, units = scores.exact(), scores.units()
        best = np.argsort(-exact, kind="stable")[:LIST]
        best = best[exact[best] >= 0]
        mine = found.rows[row][:LIST]
        mine = mine[mine >= 0]
        if len(best):
            recall.append(len(np.intersect1d(best, mine)) / len(best))
        barred += int((units[mine] < 0).sum())
        apart = max(apart, int(np.abs(units[mine] - found.scores[row][: len(mine)]).max(initial=0)))
    return {
        "recall_at_50": round(float(np.mean(recall)), 4),
        "least_recall": round(float(np.min(recall)), 4),
        "largest_difference_units": apart,
        "shown_against_a_constraint": barred,
    }


def _online(nation: _nation.Nation, world: World) -> dict[str, float]:
    """Return milliseconds for one person with reasons, and for one new vacancy against all."""
    profiles = [
        _nation.profile_of(nation, row) for row in _sample(len(nation.people), SAMPLE + 5).tolist()
    ]
    one = [
        _spent(lambda p=profile: world.rank(p, day=nation.day, limit=60)) for profile in profiles
    ][5:]
    new = [
        _spent(lambda r=row: world.people_for(r, nation.people, day=nation.day, least=5_000))
        for row in _sample(len(nation.openings), 11).tolist()
    ][1:]
    found = {}
    for kind, wall_or_processor in (("", 0), ("processor_", 1)):
        mine = [pair[wall_or_processor] for pair in one]
        found[f"one_person_{kind}p50_ms"] = round(statistics.median(mine), 1)
        found[f"one_person_{kind}p95_ms"] = round(float(np.percentile(mine, 95)), 1)
        fresh = statistics.median(pair[wall_or_processor] for pair in new)
        found[f"new_vacancy_{kind}ms"] = round(fresh, 1)
    return found


def _spent(work: Callable[[], object]) -> tuple[float, float]:
    """Return milliseconds by the wall and by the processor."""
    wall, processor = time.perf_counter(), time.process_time()
    work()
    return (time.perf_counter() - wall) * 1000, (time.process_time() - processor) * 1000


def _by_ray(
    nation: _nation.Nation, world: World, right: Batch, said: argparse.Namespace
) -> dict[str, object]:
    """Compute the scores again by worker processes; they must be the same to the last bit."""
    began = time.perf_counter()
    try:
        engine = engine_of(said.address or RAY, workers=said.workers)
    except RuntimeError as problem:
        return {"left_out": str(problem)}
    try:
        few = nation.people.take(range(8))
        engine.records(world, few, day=nation.day, top=LOOKED_AT)
        started = time.perf_counter() - began
        began = time.perf_counter()
        found = engine.records(world, nation.people, day=nation.day, top=LOOKED_AT)
        spent = time.perf_counter() - began
    finally:
        engine.close()
    equal = (
        found.rows.tobytes() == right.rows.tobytes()
        and found.scores.tobytes() == right.scores.tobytes()
    )
    if not equal:
        raise SystemExit("Ray's workers and this process disagree: that must not be")
    return {"workers": said.workers, "start_s": round(started, 1), "scoring_s": round(spent, 1),
            "equal_to_the_last_bit": equal}  # fmt: skip


def compared(nation: _nation.Nation, figures: dict[str, object], threads: int) -> None:
    """Add the machine's limits and other engines to the figures, as ratios too."""
    limits = _limits.limits()
    scoring = float(figures["scoring_s"])  # type: ignore[arg-type]
    others = _limits.others(nation, OTHERS, len(nation.people), threads)
    flops = 2.0 * 64 * len(nation.people) * len(nation.openings)
    figures["limits"] = limits
    figures["others"] = {
        name: {**one, "seconds_per_ours": round(one["seconds"] / scoring, 2)}
        for name, one in others.items()
    }
    figures["ratios"] = {
        "processor_nanoseconds_per_pair": round(
            figures["stages_processor_s"]["scoring"] / float(figures["pairs"]) * 1e9,
            3,  # type: ignore[index, arg-type]
        ),
        "scoring_of_dense_arithmetic": round(
            scoring / (flops / (limits["gemm_64_gflops"] * 1e9)), 2
        ),
        "nanoseconds_per_pair": round(scoring / float(figures["pairs"]) * 1e9, 3),  # type: ignore[arg-type]
    }


def verdicts(figures: dict[str, object]) -> dict[str, bool]:
    """Return which goals were reached."""
    flat = {**figures, **figures["online"], **figures["right"]}  # type: ignore[dict-item]
    reached = {name: float(flat[name]) <= goal for name, goal in GOALS.items()}
    return reached | {"recall_at_50": float(flat["recall_at_50"]) >= LEAST_RECALL}


def show(figures: dict[str, object], indent: str = "") -> None:
    """Print the figures as a table."""
    for name, value in figures.items():
        if isinstance(value, dict):
            print(f"{indent}{name}")
            show(value, indent + "  ")
        else:
            number = isinstance(value, int | float) and not isinstance(value, bool)
            said = f"{value:,}" if number else value
            print(f"{indent}{name:{max(1, 40 - len(indent))}} {said}")


def main() -> None:
    """Print the figures as a table, and write them as JSON."""
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("--people", type=int, default=250_000)
    asked.add_argument("--openings", type=int, default=50_000)
    asked.add_argument("--threads", type=int, default=2)
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--engine", choices=(LOCAL, RAY), default=LOCAL)
    asked.add_argument("--address", default="", help="ray://host:port of a cluster")
    asked.add_argument("--workers", type=int, default=2)
    asked.add_argument("--no-write", action="store_true", help="nothing to PostgreSQL")
    asked.add_argument("--no-compare", action="store_true", help="no other engines, no limits")
    asked.add_argument("--json", type=Path)
    said = asked.parse_args()
    began = time.perf_counter()
    nation = _nation.build(said.people, said.openings, said.seed)
    print(f"a nation of {said.people:,} people and {said.openings:,} openings ({nation.taxonomy}), "
          f"made in {time.perf_counter() - began:.0f} s", flush=True)  # fmt: skip
    figures = whole_job(nation, said)
    if not said.no_compare:
        compared(nation, figures, said.threads)
    result = {
        "bench": "match",
        "people": said.people,
        "openings": said.openings,
        "threads": said.threads,
        "taxonomy": nation.taxonomy,
        "machine": _limits.machine(),
        **figures,
        "goals_reached": verdicts(figures),
    }
    show(result)
    print(json.dumps(result))
    if said.json:
        said.json.write_text(json.dumps(result, indent=2), encoding="utf-8")


if __name__ == "__main__":
    main()
