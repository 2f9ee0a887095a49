# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""How good chances of work are: `./jobunivers bench chances [--train A.csv --test B.csv]`.

On two real files (left out, saying so, where JOBUNIVERS_DATA is not there) by five-fold
cross-validation, or learned from one file and measured on another of the same kind; and on
simulated people by group, sex and origin among them, which no model sees. Baselines are told the
same people.
"""

import argparse
import json
import os
import sys
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "src"))

import _durations  # noqa: E402
import _lives  # noqa: E402

from jobunivers.science import chances  # noqa: E402
from jobunivers.science.chances import Choice, Estimate, Feature, Histories, Quality  # noqa: E402
from jobunivers.science.tests import chances_worlds as worlds  # noqa: E402

DATA = Path(os.environ.get("JOBUNIVERS_DATA") or ROOT.parent / "shared" / "data") / "causal"
FILES = ("UnempDur_dev70.csv", "ubduration_dev70.csv")
COMMAND = "./jobunivers bench chances --figures FILE"
FACTS: tuple[Feature, ...] = (
    chances.Number("age", "falls"),
    chances.Number("months_worked", "rises"),
    chances.Number("weeks_out_before", "falls"),
    Choice("education"),
)
MORE: tuple[Feature, ...] = (*FACTS, Choice("trade"), Choice("danish"))
Doubles = NDArray[np.float64]


class Table:
    """Collects and prints what was measured of each way to tell chances."""

    def __init__(self) -> None:
        self.result: dict[str, object] = {}

    def row(self, title: str, name: str, quality: Quality) -> None:
        """Print one line, and keep it."""
        near, far = quality.horizons
        told = {"concordance": quality.concordance, "auc_26": near.auc, "auc_52": far.auc}
        line = "  ".join(f"{key} {_estimate(one)}" for key, one in told.items())
        off = {f"miss_{one.weeks}": round(one.error, 4) for one in quality.horizons}
        said = {f"said_{one.weeks}": round(one.said, 4) for one in quality.horizons}
        happened = {f"happened_{h.weeks}": _rounded(h.happened) for h in quality.horizons}
        print(
            f"  {name:16} {line}  {'  '.join(f'{k} {v:.3f}' for k, v in off.items())}", flush=True
        )
        kept = {key: _rounded(one) for key, one in told.items()} | off | said | happened
        self.result.setdefault(title, {})[name] = kept  # type: ignore[index]

    def groups(self, title: str, quality: Quality) -> None:
        """Print what was said less what happened, by group."""
        for one in quality.groups:
            name = f"{one.kind}:{one.group}"
            print(f"    {name:24} {one.weeks} weeks {one.people:6}  said {one.said:.3f}"
                  f"  off {_estimate(one.gap)}  auc {_estimate(one.auc)}")  # fmt: skip
            kept = {"people": one.people, "said": round(one.said, 4), "gap": _rounded(one.gap),
                    "auc": _rounded(one.auc)}  # fmt: skip
            self.result.setdefault(f"{title} by group", {})[f"{name}@{one.weeks}"] = kept  # type: ignore[index]

    def tenths(self, title: str, quality: Quality) -> None:
        """Print the calibration by tenths."""
        for horizon in quality.horizons:
            print(f"    {horizon.weeks} weeks: " + " ".join(
                f"{t.said:.2f}→{t.happened.value:.2f}({t.happened.low:.2f}–{t.happened.high:.2f})"
                for t in horizon.tenths))  # fmt: skip
            self.result[f"{title} tenths {horizon.weeks}"] = [
                [round(t.said, 4), *_rounded(t.happened)] for t in horizon.tenths
            ]


def main() -> None:
    """Print all figures, and write them where asked."""
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("--train", type=Path, help="learn from this file of one of the two kinds")
    asked.add_argument("--test", type=Path, help="and measure on this one")
    asked.add_argument("--people", type=int, default=12_000, help="simulated (12,000)")
    asked.add_argument("--only", nargs="*", choices=("real", "simulated", "speed"), default=[])
    asked.add_argument("--json", type=Path)
    asked.add_argument("--figures", type=Path, help="for ./jobunivers manage record_figures")
    said = asked.parse_args()
    if bool(said.train) != bool(said.test):
        asked.error("--train and --test go together")
    table, figures = Table(), Figures()
    if said.train:
        _files(table, said.train, said.test)
    else:
        parts = said.only or ["real", "simulated", "speed"]
        if "real" in parts:
            for name in FILES:
                _files(table, DATA / name, None)
        if "simulated" in parts:
            _simulated(table, figures, said.people)
        if "speed" in parts:
            _speed(table)
    if said.figures:
        said.figures.write_text(json.dumps(figures.found, indent=1), encoding="utf-8")
    if said.json:
        said.json.write_text(json.dumps(table.result, indent=1), encoding="utf-8")


def _files(table: Table, train: Path, test: Path | None) -> None:
    if not train.exists():
        print(f"{train.name} is not there (JOBUNIVERS_DATA): left out")
        return
    for title, features, seen, groups in _read(train):
        rng = np.random.default_rng(1)
        held = {one[0]: one for one in _read(test)} if test else {}
        whom = held[title][2] if test else seen
        whose = held[title][3] if test else groups
        how = f"measured on {test.name}" if test else "five-fold"
        print(f"\n{train.name}, {title}: {len(seen)}, {_durations.censored(seen)} still out; {how}")
        for name, method in _durations.METHODS.items():
            found = method(features, seen, whom, rng) if test else _crossed(method, features, seen)
            quality = chances.measure(found, whom, whose)
            table.row(f"{train.stem} {title}", name, quality)
            if name == "chances (ours)":
                ours = quality
        table.tenths(f"{train.stem} {title}", ours)
        table.groups(f"{train.stem} {title}", ours)


def _read(
    path: Path,
) -> list[tuple[str, tuple[Feature, ...], Histories, dict[str, NDArray[np.str_]]]]:
    """Return what a file of one of the two kinds is asked: title, facts, histories, groups."""
    with path.open(encoding="utf-8") as file:
        header = file.readline()
    if "censor1" not in header:
        seen, groups = worlds.austrian_women(path)
        return [("left the register", worlds.AUSTRIAN, seen, groups)]
    found = []
    for title, full_time in (
        ("full-time work, other jobs lost from view", "others_censored"),
        ("full-time work, other jobs another end", "others_compete"),
        ("any work", "any"),
    ):
        seen = worlds.displaced_workers(path, full_time=full_time)
        ages = (seen.background.numbers["age"] // 10).astype(int).astype(str)
        groups = {"age": np.char.add(ages, "0"), "ui": seen.background.choices["ui"]}
        found.append((title, worlds.DISPLACED, seen, groups))
    return found


def _crossed(method: _durations.Method, features: Sequence[Feature], seen: Histories) -> Doubles:
    rng = np.random.default_rng(1)
    fold = rng.permutation(len(seen)) % 5
    found = np.zeros((len(seen), 2))
    for one in range(5):
        found[fold == one] = method(features, seen.at(fold != one), seen.at(fold == one), rng)
    return found


def _simulated(table: Table, figures: "Figures", people: int) -> None:
    lives = _lives.live(people, 1)
    seen, title = lives.histories, "simulated people"
    print(f"\n{title}: {people}, {_durations.censored(seen)} still out or lost; five-fold")
    whose = np.arange(len(seen))
    rules = chances.rule_profile().chances(seen.background, seen.entered)
    found = {
        "the truth": lives.true_chances,
        "rules": rules,
        "chances (ours)": _crossed(_durations.ours, FACTS, seen),
        "with trade, Danish": _crossed(_durations.ours, MORE, seen),
        "Kaplan–Meier": _crossed(_durations.kaplan_meier, FACTS, seen),
        "logistic": _crossed(_durations.logistic, FACTS, seen),
        "Cox": _crossed(_durations.cox, FACTS, seen),
        "boosted trees": _crossed(_durations.boosted, FACTS, seen),
    }
    qualities = {name: chances.measure(told, seen, lives.groups) for name, told in found.items()}
    for name, quality in qualities.items():
        table.row(title, name, quality)
    for name in ("rules", "chances (ours)", "with trade, Danish"):
        print(f"   {name}:")
        table.groups(f"{title} {name}", qualities[name])
        refused = chances.may_be_used(qualities[name])
        print("   may not be used:" if refused else "   holds every limit", *refused, sep="\n    ")
    table.tenths(title, qualities["chances (ours)"])
    proxies = _proxies(lives)
    for name, value in proxies.items():
        print(f"   {name}: {value:.3f}")
    table.result["proxies"] = proxies
    table.result["ranges"] = _ranges(lives, qualities["chances (ours)"], whose)
    figures.rules(qualities["rules"], qualities["Kaplan–Meier"], proxies)


def _proxies(lives: _lives.Lives) -> dict[str, float]:
    known = lives.histories.background
    groups = {"sex": lives.groups["sex"] == "woman", "origin": lives.groups["origin"] == "other"}
    found = {}
    for name, which in groups.items():
        for title, facts in (("the four facts", FACTS), ("with trade, Danish", MORE)):
            found[f"{name} guessed from {title}"] = round(
                _durations.guess_auc(facts, known, which), 4
            )
    return found


def _ranges(lives: _lives.Lives, quality: Quality, whose: NDArray[np.int64]) -> dict[str, float]:
    """Return how often the truth for people with the same facts lies in the range told."""
    seen, rng = lives.histories, np.random.default_rng(3)
    half = whose % 2 == 0
    model = chances.fit(FACTS, seen.at(half), rng, version="", draws=20)
    model = model.with_doubt(chances.doubt_of(quality))
    held, truth = seen.at(~half), lives.true_chances[~half]
    facts = held.background
    ages = (facts.numbers["age"] // 16).astype(int).astype(str)
    cell = np.char.add(facts.choices["education"], ages)
    inside, width = [], []
    ranges = [one for (one,) in model.ranges(facts, held.entered, (26,))]
    low, high = (np.array([getattr(one, name) for one in ranges]) for name in ("low", "high"))
    for name in np.unique(cell):
        rows = cell == name
        if rows.sum() >= 100:
            inside.append(low[rows].mean() <= truth[rows, 0].mean() <= high[rows].mean())
            width.append(float((high - low)[rows].mean()))
    told = {"cells": len(inside), "held": float(np.mean(inside)), "width": float(np.mean(width)),
            "doubt": round(model.doubt, 4)}  # fmt: skip
    print(f"   ranges of 90 %: in {told['held']:.0%} of {told['cells']} cells of equal facts the"
          f" truth lies inside, mean width {told['width']:.3f}")  # fmt: skip
    return told


def _speed(table: Table) -> None:
    rng = np.random.default_rng(4)
    lives = _lives.live(3000, 2)
    model = chances.fit(FACTS, lives.histories, rng, version="", draws=20).with_doubt(0.1)
    known = lives.histories.background
    many = known.at(rng.integers(0, len(known), 250_000))
    weeks = rng.uniform(0, 120, 250_000)
    one, now = known.at(np.array([7])), weeks[:1]

    def page() -> None:
        model.ranges(one, now)
        model.reasons(one, now, 0)

    told = {
        "one chance, ms": _seconds(lambda: model.chances(one, now), 100) * 1e3,
        "one chance with ranges and reasons, ms": _seconds(page, 30) * 1e3,
        "250,000 chances, s": _seconds(lambda: model.chances(many, weeks), 1),
    }
    print(f"\nprocessor time, load {os.getloadavg()[0]:.1f}")
    for name, value in told.items():
        print(f"  {name:40} {value:.2f}")
    table.result["speed"] = told


def _seconds(what: Callable[[], object], times: int) -> float:
    what()
    began = time.process_time()
    for _ in range(times):
        what()
    return (time.process_time() - began) / times


class Figures:
    """Figures of the rules for the AI register; a learned model's are each kommune's own."""

    def __init__(self) -> None:
        self.found: list[dict[str, object]] = []
        self.at = datetime.now(UTC).isoformat(timespec="seconds")

    def rules(self, quality: Quality, simple: Quality, proxies: dict[str, float]) -> None:
        """Add how good the rules are on simulated people, and by group."""
        self._add("concordance", quality.concordance, baseline=0.5)
        for horizon, baseline in zip(quality.horizons, simple.horizons, strict=True):
            self._add(f"auc_{horizon.weeks}", horizon.auc, baseline=0.5)
            self._add(f"miss_{horizon.weeks}", horizon.error, baseline=round(baseline.error, 4))
        for one in quality.groups:
            if one.kind in {"sex", "origin", "age"}:
                self._add(f"gap_{one.weeks}", one.gap, group=f"{one.kind}:{one.group}")
        for name in ("sex", "origin"):
            group = {"sex": "sex:woman", "origin": "origin:other"}[name]
            value = proxies[f"{name} guessed from the four facts"]
            self._add("proxy", value, group=group, baseline=0.5)

    def _add(self, name: str, value: Estimate | float, **more: object) -> None:
        told = {"code": "chance", "version": chances.rule_profile().version, "name": name,
                "group": "", "measured_at": self.at, "command": COMMAND}  # fmt: skip
        if isinstance(value, Estimate):
            low, high = round(value.low, 4), round(value.high, 4)
            self.found.append(
                {**told, "value": round(value.value, 4), "low": low, "high": high, **more}
            )
        else:
            self.found.append(told | {"value": round(value, 4)} | more)


def _rounded(estimate: Estimate) -> list[float]:
    return [round(float(one), 4) for one in estimate]


def _estimate(estimate: Estimate) -> str:
    return f"{estimate.value:.3f} ({estimate.low:.3f}–{estimate.high:.3f})"


if __name__ == "__main__":
    main()
