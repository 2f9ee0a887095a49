# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""How good chances are on people they were not learned from, for all and by group."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from jobunivers.science.chances.data import WORK, Doubles, Feature, Histories, Ints, Words
from jobunivers.science.chances.fitting import Strength, fit
from jobunivers.science.chances.model import HORIZONS, HazardModel
from jobunivers.science.chances.seen import Estimate, auc, concordance, outcome, share

TENTHS = 10
MOST = 12_000
"""Concordance looks at so many people at most, evenly drawn."""
_LEAST_DOUBT = 0.1
FEWEST = 50
"""A group of fewer people is not told apart: chance would say more than the model."""


class Tenth(NamedTuple):
    """A tenth of the people, by chance: what was said and what happened."""

    people: int
    said: float
    happened: Estimate


class Horizon(NamedTuple):
    """Work within so many weeks.

    `error`: how far the tenths' chances are from what happened, root mean square, less what so few
    people make by chance.
    """

    weeks: int
    said: float
    happened: Estimate
    auc: Estimate
    tenths: tuple[Tenth, ...]
    error: float


class GroupQuality(NamedTuple):
    """One group within a horizon; `gap`: what was said less what happened."""

    kind: str
    group: str
    weeks: int
    people: int
    said: float
    happened: Estimate
    gap: Estimate
    auc: Estimate


@dataclass(frozen=True, slots=True)
class Quality:
    """All that was measured. `concordance` orders people by the chance of the first horizon."""

    people: int
    found_work: int
    concordance: Estimate
    horizons: tuple[Horizon, ...]
    groups: tuple[GroupQuality, ...]


Groups = Mapping[str, Words]
"""Kind of group → each one's group ("" for not known). Measured by, never learned from."""


def evaluate(model: HazardModel, held_out: Histories, groups: Groups | None = None) -> Quality:
    """Return how good a model is on people it was not learned from."""
    chances = model.chances(held_out.background, held_out.entered)
    return measure(chances, held_out, groups)


def measure(
    chances: Doubles,
    histories: Histories,
    groups: Groups | None = None,
    horizons: Sequence[int] = HORIZONS,
) -> Quality:
    """Return how good any chances are, float64[n, horizons], counted from when each was seen."""
    step = max(1, -(-len(histories) // MOST))
    some = np.arange(0, len(histories), step)
    told, parts = [], []
    for at, weeks in enumerate(horizons):
        told.append(_horizon(chances[:, at], histories, weeks))
        parts += [
            _group(chances[rows, at], histories.at(rows), weeks, (kind, name))
            for kind, name, rows in _told_apart(groups or {})
        ]
    order = concordance(chances[some, 0], histories.at(some))
    found = int((histories.end == WORK).sum())
    return Quality(len(histories), found, order, tuple(told), tuple(parts))


def out_of_fold(
    features: Sequence[Feature],
    histories: Histories,
    people: Ints,
    rng: Generator,
    *,
    folds: int = 5,
    strength: Strength | None = None,
) -> Doubles:
    """Return each one's chances by a model that never saw her, float64[n, horizons].

    `people` says whose each history is: all of one person's are in the same fold.
    """
    names, whose = np.unique(people, return_inverse=True)
    fold = rng.permutation(len(names))[whose] % folds
    found = np.zeros((len(histories), len(HORIZONS)))
    for one in range(folds):
        theirs = histories.at(fold == one)
        if not len(theirs):
            continue
        model = fit(
            features, histories.at(fold != one), rng, version="", draws=0, strength=strength
        )
        found[fold == one] = model.chances(theirs.background, theirs.entered)
    return found


def doubt_of(quality: Quality) -> float:
    """Return how far, in log hazard, the tenths were wrong beyond chance, for nine of ten.

    Never under a tenth: next year is not this one, and no history can tell how unlike it will be.
    """
    gaps, errors = [], []
    for horizon in quality.horizons:
        for tenth in horizon.tenths:
            value, low, high = map(_log_hazard, tenth.happened)
            gaps.append(value - _log_hazard(tenth.said))
            errors.append((high - low) / (2 * 1.96))
    return max(_LEAST_DOUBT, 1.645 * _beyond_chance(gaps, errors))


def _log_hazard(share_of: float) -> float:
    return float(np.log(-np.log1p(-min(max(share_of, 0.005), 0.995))))


def _beyond_chance(gaps: Sequence[float], errors: Sequence[float]) -> float:
    """Return the root mean square of gaps less what their errors make, surest gaps first.

    The estimate of DerSimonian and Laird, about 0. NaN without gaps.
    """
    weight = 1 / np.maximum(np.array(errors), 1e-3) ** 2
    if not len(weight):
        return float("nan")
    beyond = float(weight @ np.array(gaps) ** 2) - len(weight)
    return float(max(0.0, beyond / float(weight.sum())) ** 0.5)


def _told_apart(groups: Groups) -> Iterator[tuple[str, str, NDArray[np.bool_]]]:
    for kind, names in groups.items():
        for name in np.unique(names).tolist():
            rows = names == name
            if name and rows.sum() >= FEWEST:
                yield kind, name, rows


def _horizon(chances: Doubles, histories: Histories, weeks: int) -> Horizon:
    rank = np.argsort(np.argsort(chances, kind="stable"), kind="stable")
    tenth = rank * TENTHS // len(chances)
    tenths = []
    for one in range(TENTHS):
        rows = tenth == one
        if rows.any():
            happened = share(histories.at(rows), weeks)
            tenths.append(Tenth(int(rows.sum()), float(chances[rows].mean()), happened))
    gaps = [tenth.said - tenth.happened.value for tenth in tenths]
    errors = [(tenth.happened.high - tenth.happened.low) / (2 * 1.96) for tenth in tenths]
    return Horizon(
        weeks,
        float(chances.mean()),
        share(histories, weeks),
        auc(chances, outcome(histories, weeks)),
        tuple(tenths),
        _beyond_chance(gaps, errors),
    )


def _group(chances: Doubles, theirs: Histories, weeks: int, whose: tuple[str, str]) -> GroupQuality:
    happened, said = share(theirs, weeks), float(chances.mean())
    gap = Estimate(said - happened.value, said - happened.high, said - happened.low)
    ordered = auc(chances, outcome(theirs, weeks))
    return GroupQuality(*whose, weeks, len(theirs), said, happened, gap, ordered)
