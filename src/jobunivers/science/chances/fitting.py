# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Learning hazards from histories: penalised, complementary log-log, monotone where said."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.random import Generator
from scipy import optimize, sparse

from jobunivers.science.chances.basis import Schema, schema_of
from jobunivers.science.chances.data import OTHER, WORK, Doubles, Feature, Histories, Ints
from jobunivers.science.chances.model import NODES, Effects, HazardModel, shares

_EDGES = (0, 1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 14, 16, 18, 20, 23, 26, 30, 34, 39, 45, 52, 60, 70, 80,
          92, 104, 130, 156, 208)  # fmt: skip
"""Weeks at which the hazard may change; within two of them it is the same."""
_TOO_SMALL = 1e-12


@dataclass(frozen=True, slots=True)
class Strength:
    """How strongly the fit is held: to a smooth duration, to straight lines, to small weights.

    `apart`: against a fact meaning something else early than late; `pairs`: against two facts
    meaning something together. Each weighs as so many histories would; with a large history they
    hardly count. Chosen by cross-validation on two real histories (README of science).
    """

    duration: float = 3.0
    bends: float = 8.0
    weights: float = 1.0
    apart: float = 6.0
    pairs: float = 20.0


@dataclass(frozen=True, slots=True)
class _Task:
    """What is fitted: people × pieces of duration.

    `exposed`: weeks of each piece that she was out without an end, float64[n, K]; `rows`, `last`:
    who ended by this end, and in which piece, `step` weeks after that; `weight`: how much each
    history counts, float64[n]; `nodes`: how much each node counts in each piece, float64[K, nodes].
    """

    columns: Doubles
    exposed: Doubles
    rows: Ints
    last: Ints
    step: Doubles
    weight: Doubles
    nodes: Doubles


def edges_for(step: float, last: float) -> Doubles:
    """Return the weeks at which the hazard may change, whole steps, up to the longest seen."""
    edges = np.unique(np.round(np.array(_EDGES) / step) * step)
    inside = edges[edges < last]
    return np.append(inside, max(last, inside[-1] + step))


def exposure(histories: Histories, edges: Doubles) -> tuple[Doubles, Ints, Doubles]:
    """Return weeks seen out in each piece float64[n, K], the last piece, and the last step's weeks.

    The step in which somebody's time ended is not among the weeks she was out: when in it she left
    is not used.
    """
    last = np.clip(np.searchsorted(edges, histories.left, side="left") - 1, 0, len(edges) - 2)
    step = np.minimum(histories.step, histories.left - histories.entered)
    until = np.where(histories.end > 0, histories.left - step, histories.left)
    upper = np.minimum(edges[1:][None, :], until[:, None])
    lower = np.maximum(edges[:-1][None, :], histories.entered[:, None])
    return np.maximum(upper - lower, 0.0), last.astype(np.int64), step


def _loss(parameters: Doubles, task: _Task, penalty: sparse.csr_matrix) -> tuple[float, Doubles]:
    """Return the penalised minus log-likelihood and its gradient."""
    pieces, width = task.exposed.shape[1], task.columns.shape[1]
    base, adds = parameters[:pieces], parameters[pieces:].reshape(-1, width)
    eta = base + (task.columns @ adds.T) @ task.nodes.T
    rate = np.exp(np.clip(eta, -30, 5))
    slope = -rate * task.exposed
    lasts = rate[task.rows, task.last] * task.step[task.rows]
    gone = np.maximum(-np.expm1(-lasts), _TOO_SMALL)
    total = float(task.weight @ slope.sum(axis=1) + task.weight[task.rows] @ np.log(gone))
    slope[task.rows, task.last] += lasts * np.exp(-lasts) / gone
    slope *= task.weight[:, None]
    by_column = (slope @ task.nodes).T @ task.columns
    gradient = np.concatenate([slope.sum(axis=0), by_column.ravel()])
    held = penalty @ parameters
    return 0.5 * float(parameters @ held) - total, held - gradient


def _penalty(schema: Schema, pieces: int, strength: Strength) -> sparse.csr_matrix:
    """Return the matrix that bends, weights and changes with duration are held by."""
    width, nodes = schema.width, len(NODES)
    base = np.diff(np.eye(pieces), n=2, axis=0)
    weights = np.diag(strength.weights + strength.pairs * schema.is_pair())
    steps = np.diff(np.eye(nodes), axis=0)
    adds = np.kron(np.eye(nodes) / nodes, strength.bends * schema.roughness() + weights)
    adds += np.kron(strength.apart * steps.T @ steps, np.eye(width))
    alone = strength.duration * base.T @ base + 1e-4 * np.eye(pieces)
    return sparse.block_diag([alone, adds], format="csr")


def _solve(
    task: _Task, schema: Schema, penalty: sparse.csr_matrix, start: Doubles | None
) -> Doubles:
    pieces = task.exposed.shape[1]
    if start is None:
        rate = (len(task.rows) + 0.5) / (task.exposed.sum() + 1.0)
        start = np.concatenate([np.full(pieces, np.log(rate)), np.zeros(len(NODES) * schema.width)])
    bounds = [(None, None)] * pieces + schema.bounds() * len(NODES)
    found = optimize.minimize(
        _loss, start, (task, penalty), "L-BFGS-B", jac=True, bounds=bounds,
        options={"maxiter": 400, "maxfun": 500, "ftol": 1e-9, "gtol": 1e-4, "maxcor": 25},
    )  # fmt: skip
    return np.asarray(found.x, dtype=np.float64)


def fit(
    features: Sequence[Feature],
    histories: Histories,
    rng: Generator,
    *,
    version: str,
    draws: int = 30,
    strength: Strength | None = None,
) -> HazardModel:
    """Return the hazards that explain the histories, with draws that explain them nearly as well.

    A draw is fitted with weights of chance instead of 1 for each history (the Bayesian bootstrap).
    ValueError when nobody found work.
    """
    if not (histories.end == WORK).any():
        raise ValueError("Nobody in these histories found work, so nothing can be learned.")
    schema = schema_of(features, histories.background)
    edges = edges_for(histories.step, float(histories.left.max()))
    tasks = _tasks(histories, schema, edges)
    penalty = _penalty(schema, len(edges) - 1, strength or Strength())
    best = [_solve(task, schema, penalty, None) for task in tasks]
    drawn = []
    for _ in range(draws):
        weight = rng.exponential(size=len(histories))
        drawn.append(
            [
                _solve(replace(task, weight=weight), schema, penalty, start)
                for task, start in zip(tasks, best, strict=True)
            ]
        )
    work, other = _effects(best, len(edges) - 1)
    seen = tasks[0].exposed.sum(axis=0)
    usual = float(work.base @ seen / seen.sum())
    pairs = tuple(_effects(one, len(edges) - 1) for one in drawn)
    return HazardModel(version, schema, edges, work, other, usual, pairs)


def _tasks(histories: Histories, schema: Schema, edges: Doubles) -> list[_Task]:
    """Return what is to be fitted: work, and other ends when there are any."""
    exposed, last, step = exposure(histories, edges)
    columns, nodes = schema.matrix(histories.background), shares(edges)
    ones = np.ones(len(histories))
    ended = [np.flatnonzero(histories.end == end) for end in (WORK, OTHER)]
    return [
        _Task(columns, exposed, rows, last[rows], step, ones, nodes) for rows in ended if len(rows)
    ]


def _effects(solved: Sequence[Doubles], pieces: int) -> tuple[Effects, Effects | None]:
    found = [Effects(one[:pieces], one[pieces:].reshape(len(NODES), -1)) for one in solved]
    return found[0], found[1] if len(found) > 1 else None
