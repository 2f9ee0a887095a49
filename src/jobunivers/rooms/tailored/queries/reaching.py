# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Whom something may be sent to without crowding: who suits work, who fits a job, what it holds."""

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np

from jobunivers.rooms.tailored.models import Pressure, RecommendationRun
from jobunivers.rooms.tailored.queries import worlds
from jobunivers.rooms.tailored.queries.packing import unpacked_records
from jobunivers.rooms.tailored.queries.signals import answering
from jobunivers.science.demand import FITS
from jobunivers.science.spreading import APPLICANTS_PER_POSITION, APPLICATION_RATE

_AT_A_TIME = 1_000


@dataclass(frozen=True, slots=True)
class Room:
    """What an advertisement can hold, and what lists show of it already.

    `applicants`: as many as are good for it and for them; `expected`: what last night's lists of
    the whole country are taken to bring it.
    """

    applicants: int
    expected: float

    @property
    def left(self) -> int:
        """Return how many more applicants it bears; never fewer than none."""
        return max(0, int(self.applicants - self.expected))


def room_of(*, vacancy_id: int, positions: int) -> Room:
    """Return what an advertisement for so many positions can hold, from last night's sums."""
    seen = Pressure.objects.filter(vacancy_id=vacancy_id).order_by("pk").first()
    expected = seen.views * APPLICATION_RATE if seen else 0.0
    return Room(int(max(1, positions) * APPLICANTS_PER_POSITION), expected)


def points_for(*, vacancy_id: int, citizen_ids: Collection[int]) -> dict[int, int]:
    """Return how well a job fits those who have it on their current list: whole 1/10,000.

    Who does not have it among her best is not in it.
    """
    ids, found = sorted(citizen_ids), dict[int, int]()
    for start in range(0, len(ids), _AT_A_TIME):
        some = RecommendationRun.objects.filter(
            citizen_id__in=ids[start : start + _AT_A_TIME], current=True
        )
        rows = answering(some).order_by("citizen_id").values_list("citizen_id", "ranking")
        for citizen, ranking in rows.iterator():
            records = unpacked_records(ranking)
            there = np.flatnonzero(records["vacancy"] == vacancy_id)
            if len(there):
                found[citizen] = int(records["score"][there[0]])
    return found


def kinds_that_suit(group: str) -> tuple[str, ...] | None:
    """Return the occupations whose people fit the work of an ISCO group, as last night counts.

    None when the group is none, or while there is no packed world.
    """
    loaded = worlds.current()
    if loaded is None or not group.isdigit():
        return None
    words = loaded.world.vocabulary
    digits = np.array([int(one) for one in group], dtype=np.int8)
    if not 0 < len(digits) <= words.isco.shape[1]:
        return None
    inside = (words.isco[:, : len(digits)] == digits).all(axis=1)
    if not inside.any():
        return None
    suits = (words.near[: words.occupations, inside] >= np.float32(FITS)).any(axis=1)
    return tuple(words.kind_keys[at] for at in np.flatnonzero(suits).tolist())
