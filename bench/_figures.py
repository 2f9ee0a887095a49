# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Figures of quality in the form that `./jobunivers manage record_figures FILE` reads.

They stand on the public cards of the models: what was measured, when, and by which command.
"""

from datetime import UTC, datetime
from typing import Any

import numpy as np
from numpy.typing import NDArray

from jobunivers.science import occupations, skills

COMMAND = "./jobunivers bench quality --figures FILE"
Z = 1.96
FEWEST = 20
"""A group's mean of fewer people is not told."""


class Figures:
    """Gathers figures, each with its time and the command that measures it again."""

    def __init__(self, result: dict[str, Any]) -> None:
        self.result = result
        self.found: list[dict[str, object]] = []
        self.at = datetime.now(UTC).isoformat(timespec="seconds")

    def add(self, code: str, version: str, name: str, value: float, **more: object) -> None:
        """Add one figure; `more` may hold group, low, high and baseline."""
        one = {"code": code, "version": version, "name": name, "group": "",
               "value": round(value, 4), "measured_at": self.at, "command": COMMAND}  # fmt: skip
        self.found.append({**one, **more})

    def matching(
        self, version: str, worth: NDArray[np.float64], groups: dict[str, list[str]]
    ) -> None:
        """Add how good the lists are, for all and by group."""
        if "matching" not in self.result:
            return
        simple = self.result["matching"]["same occupation only, nearest first"]["ndcg_at_10"]
        self.add("matching", version, "ndcg_at_10", **_mean(worth), baseline=simple)
        for name, labels in groups.items():
            for label in sorted(set(labels)):
                mine = worth[np.array(labels) == label]
                if len(mine) >= FEWEST:
                    told = _mean(mine)
                    self.add("matching", version, "ndcg_at_10", **told, group=f"{name}:{label}")

    def spreading(self, version: str) -> None:
        """Add what spreading costs and gives; the baseline spreads nothing."""
        if "spreading" not in self.result:
            return
        ours, without = (self.result["spreading"][k] for k in ("prices", "no spreading"))
        for name, key in (("fit_kept", "fit_kept"), ("coverage", "shown_once"), ("gini", "gini")):
            self.add("matching", version, name, ours[key], baseline=without[key])

    def texts(self) -> None:
        """Add how well titles and skills are understood, where the real data was there."""
        told = self.result.get("titles", {})
        for name in ("mrr", "accuracy_at_1"):
            if f"taxonomy_{name}" in told:
                simple = round(told[f"taxonomy_baseline_{name}"], 4)
                value = told[f"taxonomy_{name}"]
                self.add("titles", occupations.VERSION, name, value, baseline=simple)
        told = self.result.get("skills", {})
        for name in ("precision", "recall"):
            if f"kompetencer_{name}" in told:
                self.add("skills", skills.VERSION, name, told[f"kompetencer_{name}"])


def listed(
    result: dict[str, Any], version: str, worth: NDArray[np.float64], groups: dict[str, list[str]]
) -> list[dict[str, object]]:
    """Return all figures; `worth` is each sampled person's nDCG, `groups` their groups' names."""
    figures = Figures(result)
    figures.matching(version, worth, groups)
    figures.spreading(version)
    figures.texts()
    return figures.found


def _mean(values: NDArray[np.float64]) -> dict[str, Any]:
    """Return a mean and its 95 % interval."""
    mean, half = float(values.mean()), Z * float(values.std(ddof=1) / np.sqrt(len(values)))
    return {"value": mean, "low": round(mean - half, 4), "high": round(mean + half, 4)}
