# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Invented times out of work whose true hazards are known, and the two real files."""

import csv
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from jobunivers.science.chances import (
    OTHER,
    STILL,
    WORK,
    Background,
    Choice,
    Feature,
    Histories,
    Number,
)

Doubles = NDArray[np.float64]
FEATURES = (Number("age", "falls"), Number("months_worked", "rises"), Choice("education"))
LEVELS = ("primary", "vocational", "master")
ADDS = {"primary": -0.3, "vocational": 0.2, "master": 0.0}


def people(rng: np.random.Generator, many: int) -> Background:
    """Return invented people; one in ten has not said what she has worked."""
    months = rng.uniform(0, 60, many)
    months[rng.random(many) < 0.1] = np.nan
    return Background(
        {"age": rng.uniform(18, 66, many), "months_worked": months},
        {"education": rng.choice(LEVELS, many)},
    )


def weekly(background: Background, week: Doubles) -> Doubles:
    """Return the true hazard of work a week: falls with the weeks, age, and little work before."""
    months = np.nan_to_num(background.numbers["months_worked"], nan=30.0)
    adds = np.array([ADDS[one] for one in background.choices["education"].tolist()])
    age = background.numbers["age"]
    log = -3.2 - 0.012 * week - 0.02 * (age - 40) + 0.012 * (months - 30) + adds
    return np.asarray(np.exp(log))


def true_chance(background: Background, weeks: int) -> Doubles:
    """Return the true chance of work within so many weeks from the start."""
    out, found = np.ones(len(background)), np.zeros(len(background))
    for week in range(weeks):
        work = weekly(background, np.full(len(background), float(week)))
        both = work + OTHER_RATE
        found += out * -np.expm1(-both) * work / both
        out *= np.exp(-both)
    return found


OTHER_RATE = 0.004


def histories(
    rng: np.random.Generator, many: int, *, longest: int = 120, seen_late: bool = False
) -> Histories:
    """Return lived histories: last seen at a random week, some first seen in the midst."""
    background = people(rng, many)
    left, end = np.full(many, np.inf), np.full(many, STILL)
    for week in range(longest):
        out = ~np.isfinite(left)
        work = weekly(background, np.full(many, float(week)))
        both = work + OTHER_RATE
        gone = out & (rng.random(many) < -np.expm1(-both))
        left[gone] = week + 1
        end[gone] = np.where(rng.random(int(gone.sum())) < (work / both)[gone], WORK, OTHER)
    last_seen = np.ceil(rng.uniform(20, longest, many))
    entered = rng.integers(0, 40, many).astype(np.float64) if seen_late else np.zeros(many)
    end[left > last_seen] = STILL
    left = np.minimum(left, last_seen)
    there = left > entered
    return Histories(background.at(there), entered[there], left[there], end[there].astype(np.int64))


def displaced_workers(path: Path, *, full_time: str = "others_censored") -> Histories:
    """Return McCall's displaced workers (two-week steps); work is a full-time job, or any.

    `full_time`: "others_censored" and "others_compete" say what a part-time job is, "any" that it
    counts.
    """
    rows = _rows(path)
    claims = np.array([row["ui"] for row in rows])
    claimed = claims == "yes"
    rate, disregard = _column(rows, "reprate"), _column(rows, "disrate")
    numbers = {name: _column(rows, name) for name in ("age", "logwage", "tenure")}
    numbers |= {"reprate": rate, "disrate": disregard}
    # What she is entitled to counts where she has claimed it.
    numbers |= {"paid": np.where(claimed, rate, 0.0), "kept": np.where(claimed, disregard, 0.0)}
    full, part, gone = (_column(rows, f"censor{one}") > 0 for one in (1, 2, 3))
    other = {"others_censored": STILL, "others_compete": OTHER, "any": WORK}[full_time]
    end = np.where(full, WORK, np.where(part | gone, other, STILL)).astype(np.int64)
    left = 2 * _column(rows, "spell")
    return Histories(Background(numbers, {"ui": claims}), np.zeros(len(rows)), left, end, 2.0)


DISPLACED: tuple[Feature, ...] = (
    Number("age", "falls"),
    *(Number(name) for name in ("logwage", "tenure", "reprate", "disrate", "paid", "kept")),
    Choice("ui"),
)


def austrian_women(path: Path) -> tuple[Histories, dict[str, NDArray[np.str_]]]:
    """Return Lalive's women of 46–53, and groups to measure by: age, nationality, marriage.

    Every time ended; `z` is years from 50, where benefits became longer. Neither nationality nor
    marriage is a fact of the background.
    """
    rows = _rows(path)
    over = _column(rows, "z")
    names = {"rr": "rr", "lwageljob": "lwageljob", "experience": "experience"}
    numbers = {name: _column(rows, column) for name, column in names.items()}
    words = {name: np.array([row[name] for row in rows]) for name in _WORDS}
    numbers["age"] = 50 + over
    words["benefits"] = np.where(over >= 0, "long", "short")
    left = _column(rows, "y")
    end = np.full(len(rows), WORK, dtype=np.int64)
    groups = {
        "age": np.floor(50 + over).astype(int).astype(str),
        "origin": np.array(["other" if row["foreign"] == "1" else "own" for row in rows]),
        "married": np.array([row["marrstatus"] for row in rows]),
        "education": words["education"],
    }
    return Histories(Background(numbers, words), np.zeros(len(rows)), left, end), groups


_WORDS = ("education", "whitecollar", "industry")
AUSTRIAN: tuple[Feature, ...] = (
    *(Number(name) for name in ("age", "rr", "lwageljob", "experience")),
    *(Choice(name) for name in (*_WORDS, "benefits")),
)


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _column(rows: list[dict[str, str]], name: str) -> Doubles:
    return np.array([float(row[name]) for row in rows])
