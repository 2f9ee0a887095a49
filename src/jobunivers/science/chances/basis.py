# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Facts as columns whose weighted sum is smooth, and rises or falls where sense says so."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import combinations, pairwise

import numpy as np
from scipy import sparse

from jobunivers.science.chances.data import (
    Background,
    Direction,
    Doubles,
    Feature,
    Number,
    refuse_forbidden,
)

_PIECES = 5
_FEWEST = 25
"""A word that fewer people have tells too little: it counts as the mean."""
_FEWEST_CROSSED = 100
_ENDS = (0.02, 0.98)
"""Beyond what these shares of people have, a number counts as the last they have."""
_ALLOWED: dict[Direction, tuple[float | None, float | None]] = {
    "rises": (0.0, None),
    "falls": (None, 0.0),
    "free": (None, None),
}


@dataclass(frozen=True, slots=True)
class Piece:
    """One fact as columns: knots of a number (its line bends there), or words of a choice.

    `means`: what each column is on average among those whose fact is known, taken from it, so that
    what is not known adds nothing. `crossed`: the columns that may mean more together with another
    fact's; of a number its whole line, with `middle` as its mean.
    """

    code: str
    direction: Direction
    knots: tuple[float, ...]
    levels: tuple[str, ...]
    means: tuple[float, ...]
    crossed: tuple[int, ...] = ()
    middle: float = 0.0

    @property
    def width(self) -> int:
        """Return the number of columns."""
        return len(self.means)

    def raw(self, background: Background) -> Doubles:
        """Return float64[n, width] with NaN where the fact is not known."""
        if self.levels:
            words = background.choices[self.code]
            found: Doubles = (words[:, None] == np.array(self.levels)).astype(np.float64)
            found[words == ""] = np.nan
            return found
        low, high = np.array(self.knots[:-1]), np.array(self.knots[1:])
        return _within((background.numbers[self.code][:, None] - low) / (high - low))

    def line(self, background: Background) -> Doubles:
        """Return float64[n]: how far a number lies between its first and last knot, 0 to 1."""
        low, high = self.knots[0], self.knots[-1]
        return _within((background.numbers[self.code] - low) / (high - low))

    def columns(self, background: Background) -> Doubles:
        """Return float64[n, width]: 0 where the fact is not known."""
        found: Doubles = np.nan_to_num(self.raw(background) - np.array(self.means), nan=0.0)
        return found

    def to_cross(self, background: Background, columns: Doubles) -> Doubles:
        """Return float64[n, how many are crossed]: 0 where the fact is not known."""
        if self.levels:
            return columns[:, self.crossed]
        if not self.crossed:
            return columns[:, :0]
        found: Doubles = np.nan_to_num(self.line(background) - self.middle, nan=0.0)[:, None]
        return found


@dataclass(frozen=True, slots=True)
class Schema:
    """All facts as columns, in order, then what pairs of them mean together."""

    pieces: tuple[Piece, ...]
    pairs: tuple[tuple[int, int], ...] = ()

    @property
    def width(self) -> int:
        """Return the number of columns."""
        return self._alone + sum(self._widths())

    @property
    def _alone(self) -> int:
        return sum(piece.width for piece in self.pieces)

    def _widths(self) -> list[int]:
        """Return how many columns each pair has."""
        many = [len(piece.crossed) for piece in self.pieces]
        return [many[a] * many[b] for a, b in self.pairs]

    def matrix(self, background: Background) -> Doubles:
        """Return float64[n, width]."""
        many = len(background)
        found = np.zeros((many, self.width))
        lines: list[Doubles] = []
        for piece, where in zip(self.pieces, self.slices(), strict=True):
            columns = piece.columns(background)
            found[:, where] = columns
            lines.append(piece.to_cross(background, columns) if self.pairs else columns)
        at = self._alone
        for (a, b), width in zip(self.pairs, self._widths(), strict=True):
            both = lines[a][:, :, None] * lines[b][:, None, :]
            found[:, at : at + width] = both.reshape(many, width)
            at += width
        return found

    def slices(self) -> list[slice]:
        """Return where each fact's own columns are."""
        ends = np.cumsum([0, *(piece.width for piece in self.pieces)]).tolist()
        return [slice(a, b) for a, b in pairwise(ends)]

    def shared(self, parts: Doubles) -> Doubles:
        """Return float64[facts]: the parts of all columns (float64[width]) by fact.

        What two facts mean together is shared evenly between them.
        """
        found = np.array([parts[where].sum() for where in self.slices()])
        at = self._alone
        for (a, b), width in zip(self.pairs, self._widths(), strict=True):
            half = parts[at : at + width].sum() / 2
            found[a] += half
            found[b] += half
            at += width
        return found

    def bounds(self) -> list[tuple[float | None, float | None]]:
        """Return what each column's weight may be: a rising fact has none below 0."""
        own = [_ALLOWED[piece.direction] for piece in self.pieces for _ in range(piece.width)]
        return own + [_ALLOWED["free"]] * (self.width - self._alone)

    def roughness(self) -> Doubles:
        """Return float64[width, width]: what bends cost, for the weights on either side of them."""
        blocks = []
        for piece in self.pieces:
            bends = np.diff(np.eye(piece.width), axis=0) if piece.knots else np.eye(piece.width)
            blocks.append(bends.T @ bends)
        rest = self.width - self._alone
        return np.asarray(sparse.block_diag([*blocks, np.zeros((rest, rest))]).toarray())

    def is_pair(self) -> Doubles:
        """Return float64[width]: 1 for what two facts mean together."""
        return (np.arange(self.width) >= self._alone).astype(np.float64)


def _within(values: Doubles) -> Doubles:
    found: Doubles = np.clip(values, 0.0, 1.0)
    return found


def schema_of(features: Sequence[Feature], background: Background) -> Schema:
    """Return the columns for these facts, bending where the people of `background` are divided.

    A fact with a direction means the same whatever the others are, so that the direction holds for
    everybody; the free ones are crossed.
    """
    refuse_forbidden([feature.code for feature in features])
    found = [_piece(feature, background) for feature in features]
    pieces = tuple(piece for piece in found if piece is not None)
    crossed = [at for at, piece in enumerate(pieces) if piece.crossed]
    return Schema(pieces, tuple(combinations(crossed, 2)))


def piece_of(feature: Feature, *, knots: Sequence[float] = (), levels: Sequence[str] = ()) -> Piece:
    """Return a piece whose columns are given, not learned, and measured from nothing."""
    many = len(levels) if levels else len(knots) - 1
    direction: Direction = feature.direction if isinstance(feature, Number) else "free"
    return Piece(feature.code, direction, tuple(knots), tuple(levels), (0.0,) * many)


def _piece(feature: Feature, background: Background) -> Piece | None:
    """Return the columns of a fact; None when it is the same for everybody who has it."""
    if isinstance(feature, Number):
        return _number(feature, background)
    found, counts = np.unique(background.choices[feature.code], return_counts=True)
    known = {str(word): int(many) for word, many in zip(found, counts, strict=True) if word}
    levels = [word for word, many in known.items() if many >= _FEWEST]
    if len(known) <= 1 or not levels:
        return None
    piece = _centred(piece_of(feature, levels=levels), background)
    often = [at for at, word in enumerate(levels) if known[word] >= _FEWEST_CROSSED]
    # Of two words one is enough: the other is what is left.
    return replace(piece, crossed=tuple(often[:-1] if len(often) == len(known) else often))


def _number(feature: Number, background: Background) -> Piece | None:
    known = background.numbers[feature.code]
    known = known[np.isfinite(known)]
    if not len(known) or known.min() == known.max():
        return None
    knots = np.unique(np.quantile(known, np.linspace(*_ENDS, _PIECES + 1)))
    if len(knots) == 1:
        knots = np.array([known.min(), known.max()])
    piece = _centred(piece_of(feature, knots=[float(knot) for knot in knots]), background)
    if feature.direction != "free":
        return piece
    return replace(piece, crossed=(0,), middle=float(np.nanmean(piece.line(background))))


def _centred(piece: Piece, background: Background) -> Piece:
    means = tuple(float(mean) for mean in np.nanmean(piece.raw(background), axis=0))
    return replace(piece, means=means)
