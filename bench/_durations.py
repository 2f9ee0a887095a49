# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Other ways to tell chances of work: what the model is measured against, on the same people."""

import warnings
from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.linear_model import LogisticRegression

from jobunivers.science.chances import (
    HORIZONS,
    STILL,
    WORK,
    Background,
    Feature,
    Histories,
    fit,
)
from jobunivers.science.chances.basis import schema_of
from jobunivers.science.chances.fitting import edges_for, exposure
from jobunivers.science.chances.seen import outcome, share

Doubles = NDArray[np.float64]
Method = Callable[[Sequence[Feature], Histories, Histories, np.random.Generator], Doubles]


def ours(
    features: Sequence[Feature], seen: Histories, held: Histories, rng: np.random.Generator
) -> Doubles:
    """The model itself."""
    model = fit(features, seen, rng, version="", draws=0)
    return model.chances(held.background, held.entered)


def kaplan_meier(
    _features: Sequence[Feature], seen: Histories, held: Histories, _: np.random.Generator
) -> Doubles:
    """The share of all, whoever she is (Aalen–Johansen where there are other ends)."""
    return np.tile([share(seen, weeks).value for weeks in HORIZONS], (len(held), 1))


def logistic(
    features: Sequence[Feature], seen: Histories, held: Histories, _: np.random.Generator
) -> Doubles:
    """One logistic regression for each horizon on whom it is known of, weighted for the others."""
    mine, theirs = _columns(features, seen.background, held.background)
    found = []
    for weeks in HORIZONS:
        told = outcome(seen, weeks)
        known = told.weight > 0
        model = LogisticRegression(C=1.0, max_iter=2000)
        model.fit(mine[known], told.happened[known], sample_weight=told.weight[known])
        found.append(model.predict_proba(theirs)[:, 1])
    return np.stack(found, axis=1)


def cox(
    features: Sequence[Feature], seen: Histories, held: Histories, _: np.random.Generator
) -> Doubles:
    """Cox's proportional hazards (Breslow's ties, a small ridge); another end is a last sight."""
    mine, theirs = _columns(features, seen.background, held.background)
    weights = _cox_weights(mine, seen)
    risk, order = np.exp(mine @ weights), np.unique(seen.left[seen.end == WORK])
    grown, at = 0.0, {}
    for time in order:
        there = (seen.left >= time) & (seen.entered < time)
        grown += float(((seen.left == time) & (seen.end == WORK)).sum()) / float(risk[there].sum())
        at[float(time)] = grown
    times = np.array(list(at))
    summed = np.concatenate([[0.0], np.array(list(at.values()))])
    base = [summed[np.searchsorted(times, weeks, side="right")] for weeks in HORIZONS]
    return -np.expm1(-np.exp(theirs @ weights)[:, None] * np.array(base))


def boosted(
    features: Sequence[Feature], seen: Histories, held: Histories, _: np.random.Generator
) -> Doubles:
    """Boosted trees on weeks of people: hazards of any shape, no reasons that add up."""
    mine, theirs = _columns(features, seen.background, held.background)
    edges = edges_for(seen.step, float(seen.left.max()))
    weeks, last, _ = exposure(seen, edges)
    rows, pieces = np.nonzero((weeks > 0) | (np.arange(len(edges) - 1) == last[:, None]))
    worked = (seen.end[rows] == WORK) & (last[rows] == pieces)
    model = HistGradientBoostingClassifier(
        learning_rate=0.05, max_iter=120, max_leaf_nodes=8, min_samples_leaf=100, random_state=1
    ).fit(np.column_stack([mine[rows], pieces]), worked)
    out, found = np.ones(len(held)), {weeks: np.zeros(len(held)) for weeks in HORIZONS}
    for piece in range(len(edges) - 1):
        asked = np.column_stack([theirs, np.full(len(held), piece)])
        hazard = model.predict_proba(asked)[:, 1]
        for horizon in HORIZONS:
            inside = np.clip((horizon - edges[piece]) / (edges[piece + 1] - edges[piece]), 0, 1)
            found[horizon] += out * (1 - (1 - hazard) ** inside)
        out *= 1 - hazard
    return np.stack([found[weeks] for weeks in HORIZONS], axis=1)


METHODS: dict[str, Method] = {
    "chances (ours)": ours,
    "Kaplan–Meier": kaplan_meier,
    "logistic": logistic,
    "Cox": cox,
    "boosted trees": boosted,
}


def guess_auc(features: Sequence[Feature], known: Background, which: NDArray[np.bool_]) -> float:
    """Return how well the facts guess a group: ½ is not at all, 1 always. Two-fold, by logistic."""
    half = np.arange(len(known)) % 2 == 0
    said = np.zeros(len(known))
    for mine in (half, ~half):
        taught, asked = _columns(features, known.at(mine), known.at(~mine))
        model = LogisticRegression(C=1.0, max_iter=2000).fit(taught, which[mine])
        said[~mine] = model.predict_proba(asked)[:, 1]
    yes, no = np.sort(said[which]), said[~which]
    below = np.searchsorted(yes, no, "left") + np.searchsorted(yes, no, "right")
    return float(1 - below.mean() / (2 * len(yes)))


def _columns(
    features: Sequence[Feature], seen: Background, held: Background
) -> tuple[Doubles, Doubles]:
    """Return plain columns: numbers scaled, a 0/1 column a word, what is not known as the mean."""
    parts: list[tuple[Doubles, Doubles]] = []
    for piece in schema_of(features, seen).pieces:
        if piece.levels:
            parts.append((piece.columns(seen)[:, 1:], piece.columns(held)[:, 1:]))
            continue
        number = seen.numbers[piece.code]
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            mean, scale = np.nanmean(number), np.nanstd(number) or 1.0
        parts.append(
            tuple(
                np.nan_to_num((one.numbers[piece.code] - mean) / scale)[:, None]
                for one in (seen, held)
            )
        )  # type: ignore[arg-type]
    return np.concatenate([p[0] for p in parts], 1), np.concatenate([p[1] for p in parts], 1)


def _cox_weights(columns: Doubles, seen: Histories, ridge: float = 1.0) -> Doubles:
    """Return the weights of Cox's partial likelihood by Newton's method."""
    times = np.unique(seen.left[seen.end == WORK])
    weights = np.zeros(columns.shape[1])
    for _ in range(8):
        risk = np.exp(columns @ weights)
        slope, bend = -ridge * weights, ridge * np.eye(len(weights))
        for time in times:
            there = (seen.left >= time) & (seen.entered < time)
            ended = (seen.left == time) & (seen.end == WORK)
            share_of = risk[there] / risk[there].sum()
            middle = share_of @ columns[there]
            slope = slope + columns[ended].sum(axis=0) - ended.sum() * middle
            spread = (columns[there] * share_of[:, None]).T @ columns[there]
            bend = bend + ended.sum() * (spread - np.outer(middle, middle))
        step = np.linalg.solve(bend, slope)
        weights = weights + step
        if np.abs(step).max() < 1e-6:
            break
    return weights


def censored(seen: Histories) -> int:
    """Return how many were still out when last seen."""
    return int((seen.end == STILL).sum())
