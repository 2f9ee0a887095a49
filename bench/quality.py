# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""How good the answers are: `./jobunivers bench quality [--people N --openings N --only NAME]`.

All figures of quality with their baselines, computed in the same run: titles, skills and meaning
on real texts (left out, saying so, where JOBUNIVERS_DATA is not there); matching, the slider from
safe to bold, spreading and fairness on a simulated nation whose true wishes the model never sees;
estimates of other rankings in an invented world whose truth is known.
"""

import argparse
import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "src"))
os.environ.setdefault("NUMBA_CACHE_DIR", str(ROOT / ".jobunivers" / "numba"))

import _figures  # noqa: E402
import _learned  # noqa: E402
import _limits  # noqa: E402
import _meaning  # noqa: E402
import _nation  # noqa: E402
from _reference import Reference, Scores  # noqa: E402

from jobunivers.science import spreading  # noqa: E402
from jobunivers.science.engine import LocalEngine  # noqa: E402
from jobunivers.science.fairness import by_group  # noqa: E402
from jobunivers.science.gaps import gaps  # noqa: E402
from jobunivers.science.matching import (  # noqa: E402
    DEFAULT_MODEL,
    PARTS,
    Batch,
    Model,
    Weights,
    World,
)

Figures = dict[str, object]
Floats = NDArray[np.float64]
FIRST = 10
SAMPLE, SOME, TAUGHT_BY = 400, 30, 1_500
LOOKED_AT, LIST = 150, 50
MATCHING_1 = Weights(0.28, 0.20, 0.30, 0.0, 0.0, 0.0, 0.12, 0.04, 0.06)
"""The weights of the first model, in the order of the parts: nothing from texts or tastes."""


class Land:
    """The nation of one run, with what several measurements need of it."""

    def __init__(self, people: int, openings: int) -> None:
        self.nation = _nation.build(people, openings)
        self.world = World(self.nation.vocabulary, self.nation.openings)
        self.engine = LocalEngine(threads=os.cpu_count() or 1)
        self.found = self.records(self.world)
        rng = np.random.default_rng(3)
        self.sample = rng.choice(people, size=min(SAMPLE, people), replace=False)
        self.reference = Reference(self.nation)
        self.worth = np.full(len(self.sample), np.nan)  # each sampled person's nDCG@10

    def records(self, world: World) -> Batch:
        """Return everybody's best by a world."""
        return self.engine.records(world, self.nation.people, day=self.nation.day, top=LOOKED_AT)

    def gains(self, row: int, scores: Scores) -> Floats:
        """Return what each opening is truly worth to a person: 0 from the middle down, 1 the best.

        Only of what she may be shown; the root of the difference is not taken, its square is, so
        that the very best count.
        """
        liked = self.nation.truth.of(row, np.random.default_rng((17, row)))
        allowed = scores.allowed
        if not allowed.any():
            return np.zeros(len(liked))
        middle, best = float(np.median(liked[allowed])), float(liked[allowed].max())
        share = np.clip((liked - middle) / max(best - middle, 1e-9), 0, 1) ** 2
        return np.where(allowed, share, 0.0)


def discounted(gains: Floats) -> float:
    """Return Σ gain / log₂(1 + place) of the first ten."""
    return float((gains[:FIRST] / np.log2(np.arange(2, len(gains[:FIRST]) + 2))).sum())


def orders(land: Land, row: int, scores: Scores) -> dict[str, NDArray[np.int64]]:
    """Return the openings in the order of each simple way of ranking, best first."""
    part = dict(zip(PARTS, scores.parts, strict=True))
    rng = np.random.default_rng((23, row))
    mine = land.nation.people
    kinds = mine.work[mine.work_start[row] : mine.work_start[row + 1]]
    same = np.isin(land.nation.openings.kind, kinds)
    old = MATCHING_1.as_array() @ scores.parts
    values = {
        "random": rng.random(len(same)),
        "distance only": part["distance"],
        "same occupation only, nearest first": same + 0.5 * part["distance"],
        "text only (dense)": part["text"],
        "weights of matching-1": old,
        "all that could be known of her": np.exp(land.nation.truth.of(row, None)),
    }
    return {
        name: np.argsort(-np.where(scores.allowed, value, -1.0), kind="stable")[:FIRST]
        for name, value in values.items()
    }


def matching(land: Land) -> Figures:
    """Return nDCG@10 against what people truly want, for each way of ranking."""
    totals: dict[str, list[float]] = {}
    for at, row in enumerate(land.sample.tolist()):
        scores = land.reference.of(row)
        gains = land.gains(row, scores)
        ideal = discounted(-np.sort(-gains))
        if not ideal:
            continue
        ways = orders(land, row, scores)
        shown = land.found.rows[row][:FIRST]
        ways["matching-2"] = shown[shown >= 0].astype(np.int64)
        for name, order in ways.items():
            totals.setdefault(name, []).append(discounted(gains[order]) / ideal)
        land.worth[at] = totals["matching-2"][-1]
    return {
        name: {"ndcg_at_10": round(float(np.mean(one)), 3), "error": _error(one)}
        for name, one in totals.items()
    }


def learning(land: Land) -> Figures:
    """Return what weights learned from others' acts are worth to the sampled people."""
    rng = np.random.default_rng(31)
    others = np.setdiff1d(np.arange(len(land.nation.people)), land.sample)
    if not len(others):
        return {"left out": f"all are judged on: it takes more than {SAMPLE} people"}
    rows = np.sort(rng.choice(others, size=min(TAUGHT_BY, len(others)), replace=False))
    some = _learned.known(rows, land.found.rows, land.reference, land.gains)
    boldness = land.nation.people.boldness[rows] / 100.0
    present = np.mean([land.world.model.at(b).astype(float) for b in boldness], axis=0)
    weights, told = _learned.learned(some, present / present.sum())
    values: dict[str, list[float]] = {"present weights": [], "learned weights": []}
    for row in land.sample.tolist():
        scores = land.reference.of(row)
        gains = land.gains(row, scores)
        if ideal := discounted(-np.sort(-gains)):
            for name, by in zip(values, (present, weights), strict=True):
                order = np.argsort(
                    -np.where(scores.allowed, by @ scores.parts, -1.0), kind="stable"
                )
                values[name].append(discounted(gains[order[:FIRST]]) / ideal)
    better = np.subtract(values["learned weights"], values["present weights"])
    shares = dict(zip(PARTS, weights.round(3).tolist(), strict=True))
    return {
        **{name: {"ndcg_at_10": round(float(np.mean(one)), 3)} for name, one in values.items()},
        "difference": {"mean": round(float(better.mean()), 4), "error": _error(better.tolist())},
        "what the loop says": told,
        "weights": shares,
    }


def _error(values: list[float]) -> float:
    return round(float(np.std(values) / np.sqrt(max(len(values), 1))), 4)


def slider(land: Land) -> Figures:
    """Return what the lists are made of from safe to bold, and how much of them stays the same."""
    found: Figures = {}
    first: NDArray[np.int32] | None = None
    rows = land.sample
    scored = [land.reference.of(int(row)) for row in rows]
    for name, at in (("safe", 0.0), ("middle", 0.5), ("bold", 1.0)):
        weights = Weights(*land.world.model.at(at).astype(float).tolist())
        world = World(land.nation.vocabulary, land.nation.openings, Model(name, weights, weights))
        shown = land.engine.records(
            world, land.nation.people.take(rows), day=land.nation.day, top=FIRST
        ).rows
        first = shown if first is None else first
        parts, gains = [], []
        for row, scores, mine in zip(rows.tolist(), scored, shown, strict=True):
            there = mine[mine >= 0]
            worth = land.gains(row, scores)
            gains.append(discounted(worth[there]) / max(discounted(-np.sort(-worth)), 1e-9))
            if len(there):
                parts.append(scores.parts[:, there].mean(axis=1))
        means = dict(zip(PARTS, np.mean(parts, axis=0).round(3).tolist(), strict=True))
        same = np.mean([len(np.intersect1d(a, b)) for a, b in zip(first, shown, strict=True)])
        found[name] = {
            "her own occupation": means["occupation"],
            "her wish": means["wish"],
            "skills in another trade": means["bridge"],
            "text": means["text"],
            "of the safe ten": round(float(same) / FIRST, 3),
            "ndcg_at_10": round(float(np.mean(gains)), 3),
        }
    return found


def crowding(land: Land) -> tuple[Figures, spreading.Lists]:
    """Return what spreading costs and gives, against no spreading, chance and first come."""
    part = spreading.Candidates(land.found.rows, land.found.scores)
    how = spreading.Spreading(list_length=LIST)
    positions = land.nation.openings.positions.astype(np.int64)
    capacity = spreading.capacity_of(positions)
    prices = spreading.spread([part], capacity, how)
    lists, _ = spreading.select(part, prices.values, prices.capacity, how)

    def told(chosen: spreading.Lists) -> Figures:
        one = spreading.report([part], [chosen], prices.capacity, how, prices=prices,
                               positions=positions)  # fmt: skip
        return {
            "fit_kept": round(one.mean_fit_kept, 4),
            "of_the_best_possible": round(one.of_best, 4),
            "shown_once": round(one.coverage_once, 4),
            "shown_five_times": round(one.coverage_five, 4),
            "gini": round(one.gini, 4),
            "over_cap": one.over_cap,
        }

    figures: Figures = {"prices": told(lists), **_simple(part, prices.capacity, how, told)}
    for point in spreading.tradeoff([part], capacity, (0.0, 0.5, 1.0, 2.0), how,
                                    positions=positions):  # fmt: skip
        figures[f"cap × {point.strength:g}"] = {
            "fit_kept": round(point.report.mean_fit_kept, 4),
            "shown_five_times": round(point.report.coverage_five, 4),
            "gini": round(point.report.gini, 4),
        }
    return figures, lists


def _simple(
    part: spreading.Candidates,
    capacity: Floats,
    how: spreading.Spreading,
    told: Callable[[spreading.Lists], Figures],
) -> Figures:
    rng = np.random.default_rng(7)
    return {
        "no spreading": told(spreading.uncapped(part, how)),
        "shuffled candidates": told(spreading.shuffled(part, rng, how)),
        "first come, first served": told(spreading.first_come(part, capacity, how)),
    }


GROUPS = {
    "sex": ("woman", "man"),
    "age": ("18-29", "30-39", "40-49", "50-59", "60-69"),
    "origin": ("danish", "other"),
}


def fairness(land: Land, lists: spreading.Lists) -> Figures:
    """Return the largest gaps between groups that the model never saw, in fit and in attention.

    Fit is the mean score of her first ten. Attention is her share of each vacancy on her list:
    what her place counts, over what all who are shown it count.
    """
    weight = 1 / np.log2(np.arange(2, LIST + 2))
    there = lists.rows >= 0
    views = np.bincount(
        lists.rows[there],
        np.broadcast_to(weight, lists.rows.shape)[there],
        minlength=len(land.nation.openings),
    )
    share = np.where(there, weight / np.maximum(views[lists.rows], 1e-9), 0.0).sum(axis=1)
    fit = np.where(there, lists.scores, 0)[:, :FIRST].mean(axis=1) / 10_000
    found: Figures = {}
    for name, group in land.nation.groups.items():
        labels = [GROUPS[name][g] for g in group] if name in GROUPS else group.tolist()
        for what, values in (("fit", fit), ("attention", share)):
            gap = by_group(values, labels).largest
            if gap is not None:
                found[f"{name}, {what}"] = {
                    "largest_gap_of_the_mean": round(gap.size / float(values.mean()), 4),
                    "beyond_chance": gap.beyond_chance,
                    "between": f"{gap.above} and {gap.below}",
                }
    return found


def skill_gaps(land: Land) -> Figures:
    """Return milliseconds for what one more competence would open, over some people."""
    spent, opened = [], []
    for row in land.sample[:SOME].tolist():
        profile = _nation.profile_of(land.nation, row)
        began = time.perf_counter()
        found = gaps(land.world, profile, day=land.nation.day)
        spent.append((time.perf_counter() - began) * 1000)
        opened.append(found.singles[0].opens if found.singles else 0)
    return {
        "one_person_p50_ms": round(float(np.percentile(spent[1:], 50)), 1),
        "one_person_p95_ms": round(float(np.percentile(spent[1:], 95)), 1),
        "openings_the_best_one_opens": float(np.mean(opened)),
    }


def texts(name: str) -> Callable[[], Figures]:
    """Return a measurement of real texts, or one that says they are not there."""

    def measured() -> Figures:
        if not (_nation.DATA / "taxonomy" / "skills_da.csv").exists():
            return {"left out": "the real data is not there (JOBUNIVERS_DATA)"}
        if name == "meaning":
            return dict(_meaning.meaning())
        import understanding

        return dict(getattr(understanding, name)())

    return measured


def main() -> None:
    """Print all figures as a table, and write them as JSON."""
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("--people", type=int, default=20_000)
    asked.add_argument("--openings", type=int, default=10_000)
    asked.add_argument("--only", nargs="*", default=[], help="names of the parts below")
    asked.add_argument("--json", type=Path)
    asked.add_argument("--figures", type=Path, help="for ./jobunivers manage record_figures")
    said = asked.parse_args()
    kept: dict[str, object] = {}

    def land() -> Land:
        if "land" not in kept:
            kept["land"] = Land(said.people, said.openings)
        return kept["land"]  # type: ignore[return-value]

    def spread_out() -> tuple[Figures, spreading.Lists]:
        if "spread" not in kept:
            kept["spread"] = crowding(land())
        return kept["spread"]  # type: ignore[return-value]

    parts: dict[str, Callable[[], Figures]] = {
        "titles": texts("titles"),
        "skills": texts("skills"),
        "meaning": texts("meaning"),
        "matching": lambda: matching(land()),
        "learning": lambda: learning(land()),
        "slider": lambda: slider(land()),
        "spreading": lambda: spread_out()[0],
        "fairness": lambda: fairness(land(), spread_out()[1]),
        "gaps": lambda: skill_gaps(land()),
        "off_policy": _learned.off_policy,
    }
    unknown = set(said.only) - set(parts)
    if unknown:
        asked.error(f"there is no {', '.join(sorted(unknown))}; there are {', '.join(parts)}")
    result: dict[str, object] = {
        "bench": "quality",
        "people": said.people,
        "openings": said.openings,
        "machine": _limits.machine(),
    }
    for name, measure in parts.items():
        if said.only and name not in said.only:
            continue
        began = time.perf_counter()
        result[name] = measure()
        print(f"\n{name} ({time.perf_counter() - began:.0f} s)", flush=True)
        _show(result[name], "  ")
    if said.figures:
        told = _figures.listed(result, DEFAULT_MODEL.version, *_by_person(kept.get("land")))
        said.figures.write_text(json.dumps(told, indent=2), encoding="utf-8")
    print(json.dumps(result, ensure_ascii=False))
    if said.json:
        said.json.write_text(json.dumps(result, indent=2, ensure_ascii=False), encoding="utf-8")


def _by_person(land: object) -> tuple[Floats, dict[str, list[str]]]:
    """Return what the sampled people's lists are worth, and their groups."""
    if not isinstance(land, Land):
        return np.zeros(0), {}
    known = np.flatnonzero(np.isfinite(land.worth))
    rows = land.sample[known]
    groups = {name: [names[g] for g in land.nation.groups[name][rows]]
              for name, names in GROUPS.items()}  # fmt: skip
    return land.worth[known], groups


def _show(figures: object, indent: str) -> None:
    if not isinstance(figures, dict):
        return
    for name, value in figures.items():
        if isinstance(value, dict) and all(not isinstance(v, dict) for v in value.values()):
            line = "  ".join(f"{key} {one}" for key, one in value.items())
            print(f"{indent}{name:42} {line}")
        elif isinstance(value, dict):
            print(f"{indent}{name}")
            _show(value, indent + "  ")
        else:
            said = round(value, 3) if isinstance(value, float) else value
            print(f"{indent}{name:42} {said}")


if __name__ == "__main__":
    main()
