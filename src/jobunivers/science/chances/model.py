# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Hazards of work and of other ends, week by week, and the chances that follow from them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from jobunivers.science.chances.basis import Schema
from jobunivers.science.chances.data import Background, Doubles
from jobunivers.science.explain import Fact, Reason

HORIZONS = (26, 52)
NODES = (2.0, 10.0, 26.0, 52.0, 104.0)
"""Weeks at which a fact may mean something else; between two it changes evenly."""
_AT_A_TIME = 20_000
_LEVEL = 0.9


def shares(edges: Doubles) -> Doubles:
    """Return how much each node counts in each piece of duration: float64[K, nodes]."""
    return _shares(tuple(edges.tolist()))


@lru_cache(maxsize=256)
def _shares(listed: tuple[float, ...]) -> Doubles:
    edges = np.array(listed)
    middles = (edges[:-1] + edges[1:]) / 2
    found = [np.interp(middles, NODES, one) for one in np.eye(len(NODES))]
    return np.stack(found, axis=1)


class Effects(NamedTuple):
    """Log hazards a week: of each piece of duration, and what each column adds at each node."""

    base: Doubles  # float64[K]
    adds: Doubles  # float64[nodes, P]


class Range(NamedTuple):
    """A chance within bounds that hold nine times of ten for people with the same facts."""

    chance: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class HazardModel:
    """How soon people with the same facts find work.

    `edges` (float64[K + 1], weeks) are where the hazards may change; after the last it stays.
    `other` is the hazard of ends that are not work, None when none was seen. `draws` are other
    models that explain the same history nearly as well; `doubt` is how far, in log hazard, even
    all of them may be wrong together. `usual` is the log hazard that reasons start from.
    """

    version: str
    schema: Schema
    edges: Doubles
    work: Effects
    other: Effects | None
    usual: float
    draws: tuple[tuple[Effects, Effects | None], ...] = ()
    doubt: float = 0.0

    def chances(
        self, background: Background, weeks: Doubles, horizons: Sequence[int] = HORIZONS
    ) -> Doubles:
        """Return the chance of work within so many weeks from now, float64[n, len(horizons)].

        `weeks`: out of work so far. Another end first means no work within the horizon.
        """
        columns = self.schema.matrix(background)
        found = np.empty((len(columns), len(horizons)))
        for start in range(0, len(columns), _AT_A_TIME):
            part = slice(start, start + _AT_A_TIME)
            found[part] = self._chances(
                columns[part], weeks[part], horizons, (self.work, self.other), 0.0
            )
        return found

    def ranges(
        self,
        background: Background,
        weeks: Doubles,
        horizons: Sequence[int] = HORIZONS,
        level: float = _LEVEL,
    ) -> list[tuple[Range, ...]]:
        """Return each one's chances with bounds, from the draws and the doubt; for few people."""
        columns = self.schema.matrix(background)
        effects = (self.work, self.other)
        middle = self._chances(columns, weeks, horizons, effects, 0.0)
        drawn = _stacked(self.draws or (effects,))
        sides = ((-self.doubt, (1 - level) / 2), (self.doubt, (1 + level) / 2))
        low, high = (
            np.quantile(self._chances(columns, weeks, horizons, drawn, shift), share, axis=0)
            for shift, share in sides
        )
        low, high = np.minimum(low, middle), np.maximum(high, middle)
        return [
            tuple(Range(*map(float, told)) for told in zip(*one, strict=True))
            for one in zip(middle, low, high, strict=True)
        ]

    def log_hazard(self, background: Background, weeks: Doubles) -> Doubles:
        """Return the log of the hazard of work in this very week: float64[n]."""
        table = self._table(self.work, self.schema.matrix(background))
        found: Doubles = np.take_along_axis(table, self._pieces(weeks)[:, None], axis=1)[:, 0]
        return found

    def reasons(self, background: Background, weeks: Doubles, row: int) -> tuple[Reason, ...]:
        """Return what makes one person's log hazard this week; the weights add up to it.

        `usual` is a usual person in a usual week, `weeks` the time out of work, the others are
        against the mean of people whose fact is known. Most telling first, after `usual`.
        """
        one = background.at(np.array([row]))
        at = int(self._pieces(weeks[row : row + 1])[0])
        mixed = shares(self.edges)[at] @ self.work.adds
        parts = self.schema.shared(self.schema.matrix(one)[0] * mixed)
        told = [
            Reason(piece.code, float(part), {"value": _value(one, piece.code)})
            for piece, part in zip(self.schema.pieces, parts, strict=True)
            if _is_known(one, piece.code)
        ]
        duration = float(self.work.base[at]) - self.usual
        told.append(Reason("weeks", duration, {"value": float(weeks[row])}))
        told.sort(key=lambda reason: -abs(reason.weight))
        return (Reason("usual", self.usual), *told)

    def with_doubt(self, doubt: float) -> "HazardModel":
        """Return the same model with another doubt."""
        return replace(self, doubt=doubt)

    def _pieces(self, weeks: Doubles) -> NDArray[np.int64]:
        """Return the piece of duration that each week lies in."""
        at = np.searchsorted(self.edges, weeks, side="right") - 1
        return np.clip(at, 0, len(self.edges) - 2).astype(np.int64)

    def _table(self, effects: Effects, columns: Doubles) -> Doubles:
        """Return each one's log hazard in each piece: float64[…, n, K], … as the effects have."""
        at_nodes = columns @ np.swapaxes(effects.adds, -1, -2)
        found: Doubles = effects.base[..., None, :] + at_nodes @ shares(self.edges).T
        return found

    def _chances(
        self,
        columns: Doubles,
        weeks: Doubles,
        horizons: Sequence[int],
        effects: tuple[Effects, Effects | None],
        shift: float,
    ) -> Doubles:
        """Return float64[…, n, horizons], … as the effects have: one model, or all draws."""
        ahead = np.floor(weeks)[:, None] + np.arange(float(max(horizons)))
        pieces = self._pieces(ahead)
        work = np.exp(self._table(effects[0], columns) + shift)
        both = work
        if effects[1] is not None:
            both = work + np.exp(self._table(effects[1], columns))
        pieces = pieces.reshape((1,) * (both.ndim - 2) + pieces.shape)
        each_week = np.take_along_axis(both, pieces, axis=-1)
        there = np.exp(each_week - np.cumsum(each_week, axis=-1))  # out at the week's start
        to_work = np.take_along_axis(-np.expm1(-both) * work / both, pieces, axis=-1)
        found = np.cumsum(there * to_work, axis=-1)
        return found[..., [horizon - 1 for horizon in horizons]]


def _stacked(
    draws: Sequence[tuple[Effects, Effects | None]],
) -> tuple[Effects, Effects | None]:
    """Return all draws as one, with the draw as the first axis."""
    others = [other for _, other in draws if other is not None]
    return _stack([work for work, _ in draws]), _stack(others) if others else None


def _stack(effects: Sequence[Effects]) -> Effects:
    base, adds = zip(*effects, strict=True)
    return Effects(np.stack(base), np.stack(adds))


def _is_known(one: Background, code: str) -> bool:
    if code in one.choices:
        return bool(one.choices[code][0])
    return bool(np.isfinite(one.numbers[code][0]))


def _value(one: Background, code: str) -> Fact:
    return str(one.choices[code][0]) if code in one.choices else float(one.numbers[code][0])
