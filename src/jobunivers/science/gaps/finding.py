# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which one or two skills would open how many more openings, and what learning does about it."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from jobunivers.science.gaps.reach import IMPLIED, NEAR, STATED, Reach

EXAMPLES = 3
POOL = 40
"""Pairs are looked for among so many skills: those that bring most openings farthest."""
HOURS_A_WEEK = 37.0
A_DAY = 0.2
"""No course counts as less effort than a day, or a one-hour one would beat them all."""


@dataclass(frozen=True, slots=True)
class Gap:
    """One or two skills she lacks (their places in the vocabulary) and what they would open.

    `opens`: how many more openings; `total_reach`: how many would then be open to her. `examples`:
    rows, the best of those opened; `mean_score` theirs as it is now, in 1/10,000. `likely_held`:
    her occupations need them, so ask whether she has them before she is told to learn them.
    """

    skills: tuple[int, ...]
    opens: int
    total_reach: int
    examples: tuple[int, ...]
    mean_score: int
    likely_held: bool


@dataclass(frozen=True, slots=True)
class Gaps:
    """What is open now, and the single skills and pairs that would open most, best first."""

    open_now: int
    singles: tuple[Gap, ...]
    pairs: tuple[Gap, ...]


@dataclass(frozen=True, slots=True)
class Offer:
    """Something to learn: addresses of the skills it teaches, hours of effort, weeks if it says."""

    id: str
    skills: tuple[str, ...]
    hours: float
    weeks: float | None = None


@dataclass(frozen=True, slots=True)
class Learning:
    """An offer and what it would open: openings, and openings for each week of effort."""

    offer: Offer
    opens: int
    per_week: float
    new_skills: tuple[int, ...]
    examples: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Raised:
    """An opening whose coverage rises by new skills: row, shares of what it asks for."""

    row: int
    before: float
    after: float
    opened: bool


def find(
    reach: Reach, *, limit: int = 10, learnable: Sequence[int] | None = None, pool: int = POOL
) -> Gaps:
    """Return the gaps of one person; counts are exact, over all openings.

    Pairs are listed when they open more than either of their two alone.
    """
    singles, opened, pairs, together = reach.best_sets(reach.new(learnable), pool)
    alone = dict(zip(singles[:, 0].tolist(), opened[:, 0].tolist(), strict=True))
    both = [
        at
        for at, (one, two) in enumerate(pairs.tolist())
        if together[at, 0] > max(alone[one], alone[two])
    ]
    pairs, together = pairs[both], together[both]
    return Gaps(
        reach.open_now, _told(reach, singles, opened, limit), _told(reach, pairs, together, limit)
    )


def next_learning(
    reach: Reach, offers: Sequence[tuple[Offer, Sequence[int]]], *, limit: int = 10
) -> list[Learning]:
    """Return the offers that open most openings for each week of effort, best first.

    With each offer come the places of what it teaches. What opens nothing is left out; ValueError
    for an offer without hours.
    """
    found = []
    for offer, taught in offers:
        if not offer.hours > 0:
            raise ValueError(f"Offer {offer.id} must say how many hours it takes")
        new = tuple(s for s in taught if reach.seen.have[s] < STATED)
        rows = reach.opened(new)
        if len(rows):
            weeks = offer.hours / HOURS_A_WEEK if offer.weeks is None else offer.weeks
            per_week = len(rows) / max(weeks, A_DAY)
            found.append(Learning(offer, len(rows), per_week, new, _best(reach, rows)))
    found.sort(key=lambda one: (-one.per_week, -one.opens, one.offer.id))
    return found[:limit]


def raised_by(before: Reach, after: Reach, *, limit: int = 10) -> list[Raised]:
    """Return the openings whose coverage rises most from one to the other, those opened first.

    Only what no constraint keeps away, and is open afterwards or near.
    """
    rise = after.covered - before.covered
    share = rise / np.maximum(after.whole, 1)
    near = after.seen.nearness >= np.float32(NEAR)
    rows = np.flatnonzero(after.seen.allowed & (rise > 0) & (near | after.open))
    opened = after.open & ~before.open
    score = after.seen.score
    order = sorted(rows.tolist(), key=lambda row: (not opened[row], -share[row], -score[row], row))
    return [
        Raised(
            row,
            float(before.covered[row] / after.whole[row]),
            float(after.covered[row] / after.whole[row]),
            bool(opened[row]),
        )
        for row in order[:limit]
    ]


def _told(
    reach: Reach, sets: NDArray[np.int64], opened: NDArray[np.int64], limit: int
) -> tuple[Gap, ...]:
    # Best first: openings, then how well they fit, then the taxonomy's own order.
    order = np.lexsort((np.arange(len(sets)), -opened[:, 1], -opened[:, 0]))
    found = []
    for at in order[:limit].tolist():
        count, scores = int(opened[at, 0]), int(opened[at, 1])
        if not count:
            break
        skills = tuple(sets[at].tolist())
        examples = _best(reach, reach.opened(skills))
        held = bool((reach.seen.have[list(skills)] >= IMPLIED).all())
        whole = reach.open_now + count
        found.append(Gap(skills, count, whole, examples, scores // count, held))
    return tuple(found)


def _best(reach: Reach, rows: NDArray[np.int64]) -> tuple[int, ...]:
    order = np.lexsort((rows, -reach.seen.score[rows]))[:EXAMPLES]
    return tuple(rows[order].tolist())
