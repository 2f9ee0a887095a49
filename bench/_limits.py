# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the machine itself can do, and what other engines make of the dense part of matching."""

import os
import platform
import time
from pathlib import Path

import numpy as np
from _nation import Nation
from numpy.typing import NDArray

TOP = 50
Figures = dict[str, float]
Vectors = NDArray[np.float32]


def machine() -> dict[str, object]:
    """Return what the figures were measured on."""
    model = ""
    for line in Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines():
        if line.startswith("model name"):
            model = line.split(":")[1].strip()
            break
    return {
        "processor": model,
        "cores": os.cpu_count(),
        "memory_gb": round(os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") / 1e9, 1),
        "python": platform.python_version(),
        "numpy": np.__version__,
        "load": round(os.getloadavg()[0], 1),
    }


def forget_peak() -> None:
    """Begin counting the most memory anew, so that making the nation is not counted."""
    Path("/proc/self/clear_refs").write_text("5", encoding="utf-8")


def peak_gb() -> float:
    """Return the most memory this process has had since (VmHWM)."""
    said = Path("/proc/self/status").read_text(encoding="utf-8")
    [line] = [line for line in said.splitlines() if line.startswith("VmHWM")]
    return round(int(line.split()[1]) / 1e6, 2)


def _best(work, times: int = 3) -> float:  # type: ignore[no-untyped-def]  # noqa: ANN001 - anything that can be called
    spent = []
    for _ in range(times):
        began = time.perf_counter()
        work()
        spent.append(time.perf_counter() - began)
    return min(spent)


def limits() -> Figures:
    """Return what the machine can multiply and move: GFLOP/s in float32, GB/s."""
    rng = np.random.default_rng(1)
    one, two = rng.random((2, 2048, 2048), dtype=np.float32)
    thin, wide = rng.random((2048, 64), np.float32), rng.random((64, 16_384), np.float32)
    source = np.zeros(64_000_000, dtype=np.float32)
    target = np.empty_like(source)
    return {
        "gemm_gflops": round(2 * 2048**3 / _best(lambda: one @ two) / 1e9, 1),
        "gemm_64_gflops": round(2 * 2048 * 64 * 16_384 / _best(lambda: thin @ wide) / 1e9, 1),
        "copy_gb_s": round(2 * source.nbytes / _best(lambda: np.copyto(target, source)) / 1e9, 1),
    }


def _exact(people: Vectors, openings: Vectors) -> NDArray[np.int64]:
    """Return the rows of the best by BLAS alone, tile by tile."""
    found = []
    for start in range(0, len(people), 512):
        products = people[start : start + 512] @ openings.T
        found.append(np.argpartition(-products, TOP, axis=1)[:, :TOP])
    return np.concatenate(found)


def _recall(found: NDArray[np.int64], right: NDArray[np.int64]) -> float:
    shares = [len(np.intersect1d(a, b)) / TOP for a, b in zip(found, right, strict=True)]
    return round(float(np.mean(shares)), 4)


def others(nation: Nation, sample: int, scale_to: int, threads: int) -> dict[str, Figures]:
    """Return seconds, scaled up to everybody, of engines that know the dense part alone."""
    rng = np.random.default_rng(5)
    rows = rng.choice(len(nation.people), size=min(sample, len(nation.people)), replace=False)
    people = nation.people.meaning[rows].astype(np.float32)
    openings = nation.openings.meaning.astype(np.float32)
    times = scale_to / len(rows)
    began = time.perf_counter()
    right = _exact(people, openings)
    spent = time.perf_counter() - began
    found: dict[str, Figures] = {
        "float32 by BLAS, no constraint": {"seconds": round(spent * times, 1), "recall": 1.0}
    }
    try:
        import faiss
    except ImportError:
        return found
    faiss.omp_set_num_threads(threads)
    flat = faiss.IndexFlatIP(openings.shape[1])
    flat.add(openings)
    graph = faiss.IndexHNSWFlat(openings.shape[1], 32, faiss.METRIC_INNER_PRODUCT)
    graph.hnsw.efConstruction = 100
    began = time.perf_counter()
    graph.add(openings)
    built = time.perf_counter() - began
    graph.hnsw.efSearch = 128
    for name, index, making in (("faiss flat", flat, 0.0), ("faiss HNSW", graph, built)):
        began = time.perf_counter()
        _, near = index.search(people, TOP)
        spent = (time.perf_counter() - began) * times + making
        found[name] = {"seconds": round(spent, 1), "recall": _recall(near, right)}
    return found
