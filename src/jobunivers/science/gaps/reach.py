# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""One person before all openings: what is open to her, and what each that is not lacks.

An opening is open to her when no hard constraint keeps it away, it is near (the occupation or the
wish is worth .3, or the skills are worth .5), and she covers .6 of what it asks for. Coverage is
Σ weight × having / Σ weight, weights and near skills as in matching. What asks for nothing is
open when it is near. Work of another kind is opened by something new only when she has half of
what it takes: nobody becomes a developer of "C#" alone. All sums are whole numbers, so that
counts are exact.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from jobunivers.science.gaps import kernel
from jobunivers.science.matching import Asked, Seen

THRESHOLD = 0.6
"""She covers so much of what is asked for: an employer's list of wishes is seldom met in full."""
NEAR = 0.3
"""Two ISCO digits in common."""
SKILLED = 0.5
"""Skills worth so much open work of another kind."""
HALFWAY = 2
"""Of work of another kind she has half before one or two new skills are said to open it."""
ONE_MORE = 600
"""As in the value of skills: one more skill (of .6) is thought to be asked for than was found."""
STATED, IMPLIED = 1000, 600


@dataclass(frozen=True)
class Reach:
    """What is open to her and what the rest lacks; `threshold` is the coverage that opens."""

    asked: Asked
    seen: Seen
    threshold: float = THRESHOLD
    whole: NDArray[np.int64] = field(init=False, repr=False)
    """All that each opening asks for, in millionths."""
    covered: NDArray[np.int64] = field(init=False, repr=False)
    open: NDArray[np.bool_] = field(init=False, repr=False)
    need: NDArray[np.int32] = field(init=False, repr=False)
    """What each opening lacks to open, `kernel.NEVER` where it is open or cannot."""

    def __post_init__(self) -> None:
        """Count what is asked for and covered, once."""
        if not 0 < self.threshold <= 1:
            raise ValueError(f"A threshold is a share above 0 and at most 1, not {self.threshold}")
        asked, seen = self.asked, self.seen
        weight = asked.weight.astype(np.int64)
        whole = _sums(weight, asked.start)
        covered = _sums(weight * seen.have[asked.skill], asked.start)
        near = seen.nearness >= np.float32(NEAR)
        least = round(self.threshold * STATED) * whole
        skilled = round(SKILLED * STATED) * (whole + ONE_MORE)
        wanted = np.where(near, least, np.maximum(least, skilled))
        names = whole > 0
        is_open = seen.allowed & np.where(names, covered >= wanted, near)
        can = seen.allowed & names & ~is_open & (wanted <= STATED * whole)
        can &= near | (HALFWAY * covered >= wanted)
        need = np.where(can, wanted - covered, kernel.NEVER).astype(np.int32)
        for name, value in (
            ("whole", whole * STATED),
            ("covered", covered),
            ("open", is_open),
            ("need", need),
        ):
            object.__setattr__(self, name, value)

    @property
    def open_now(self) -> int:
        """Return how many openings are open to her."""
        return int(self.open.sum())

    def asks(self, row: int) -> list[int]:
        """Return the skills that an opening asks for."""
        start = self.asked.start
        found: list[int] = self.asked.skill[int(start[row]) : int(start[row + 1])].tolist()
        return found

    def opened(self, skills: Sequence[int]) -> NDArray[np.int64]:
        """Return the rows that these skills together would open."""
        gain = self.gain(skills)
        return np.flatnonzero((gain > 0) & (gain >= self.need))

    def gain(self, skills: Sequence[int]) -> NDArray[np.int32]:
        """Return what these skills add to each opening not open yet, in millionths: int32[n]."""
        gain, touched = np.zeros((2, len(self.need)), np.int32)
        boost = np.zeros(len(self.seen.have), np.int16)
        new = np.array(sorted(set(skills)), np.int64)
        kernel.gains(new, *self._tables(), self.need, boost, gain, touched)
        return gain

    def each(self, sets: NDArray[np.int64]) -> NDArray[np.int64]:
        """Return for each set of skills, int64[k, size]: openings, Σ of scores, how far; [k, 3]."""
        return kernel.opened_by_each(sets, *self._tables(), self.need, self.seen.score)

    def new(self, learnable: Sequence[int] | None = None) -> NDArray[np.int64]:
        """Return the skills she has not stated, of those that can be learned."""
        lacks = self.seen.have < STATED
        if learnable is not None:
            may = np.zeros(len(lacks), np.bool_)
            may[list(learnable)] = True
            lacks &= may
        return np.flatnonzero(lacks)

    def best_sets(
        self, pool: NDArray[np.int64], many: int
    ) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
        """Return the best single skills, what they open, the best pairs, what they open.

        Pairs are made of the `many` skills that bring most openings farthest.
        """
        singles = pool[:, None]
        opened = self.each(singles)
        far = np.argsort(-opened[:, 2], kind="stable")[:many]
        one, two = np.triu_indices(len(far), 1)
        chosen = np.sort(pool[far])
        pairs = np.column_stack([chosen[one], chosen[two]])
        return singles, opened, pairs, self.each(pairs)

    def _tables(
        self,
    ) -> tuple[
        NDArray[np.int64],
        NDArray[np.int32],
        NDArray[np.int16],
        NDArray[np.int16],
        NDArray[np.int64],
        NDArray[np.int32],
        NDArray[np.int16],
    ]:
        a = self.asked
        own = a.own_start, a.own_skill, a.own_value
        return *own, self.seen.have, a.post_start, a.post_at, a.post_weight


def _sums(values: NDArray[np.int64], start: NDArray[np.int64]) -> NDArray[np.int64]:
    whole = np.zeros(len(values) + 1, np.int64)
    np.cumsum(values, out=whole[1:])
    found: NDArray[np.int64] = whole[start[1:]] - whole[start[:-1]]
    return found
