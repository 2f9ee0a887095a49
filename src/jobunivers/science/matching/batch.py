# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Many people at once: those who live near each other look at the same openings together."""

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import NamedTuple, TypeVarTuple

import numpy as np

from jobunivers.science.matching.arrays import frozen
from jobunivers.science.matching.people import People
from jobunivers.science.matching.tables import Int32s, Int64s
from jobunivers.science.matching.travel import MICRO, NOWHERE

REACHES = (10.0, 20.0, 30.0, 45.0, 60.0, 90.0, 150.0)
"""People are grouped with those who go about as far (km)."""
CELL = 0.25
"""A cell is as wide as this share of how far its people go …"""
LEAST_CELL_KM = 4.0
"""… but not less: preparing a cell costs as much as comparing a dozen people."""
FEW, WIDER = 32, 2.5
MOST_TOGETHER = 1024
MOST_OF_A_LAND = 16_384
Parts = TypeVarTuple("Parts")
_KM_A_DEGREE = 111.2


class Group(NamedTuple):
    """People who look at the same openings: their rows, their land, where they are."""

    who: Int64s
    land: int
    reach: float
    """The longest in km; negative when somebody has no limit or no place."""
    remote: bool
    """They want to work from home."""


@dataclass(frozen=True)
class Batch:
    """The best openings of many people: rows of the openings and scores, best first, (m, top).

    Where there are fewer, the row is −1 and the score 0.
    """

    rows: Int32s
    scores: Int32s


def groups(people: People) -> list[Group]:
    """Return the people by land, reach and cell; which is which changes no score."""
    reach = np.where(people.lat == NOWHERE, -1.0, people.reach / 100.0)
    step = np.where(reach < 0, -1, np.searchsorted(REACHES, reach))
    remote = people.wants_remote
    same = [remote.astype(np.int64), people.land.astype(np.int64), step]
    near, wide = (np.stack([*same, *_cell(people, step, w)]) for w in (1, WIDER))
    _, which, count = np.unique(near, axis=1, return_inverse=True, return_counts=True)
    # Few people in a cell look at the openings of a wider one, together with their neighbours.
    few = count[which.reshape(-1)] < FEW
    keys = np.where(few, wide, near)
    order = np.lexsort((people.lon, people.lat, *keys, few))
    found = np.vstack([keys, few])[:, order]
    new = np.flatnonzero(np.any(found[:, 1:] != found[:, :-1], axis=0)) + 1
    return [
        Group(
            who=frozen(who),
            land=int(people.land[who[0]]),
            reach=float(reach[who].max()) if step[who[0]] >= 0 else -1.0,
            remote=bool(remote[who[0]]),
        )
        for who in np.split(order, new)
        if len(who)
    ]


def _cell(people: People, step: Int64s, times: float) -> tuple[Int64s, Int64s]:
    """Return the cell of each home, so many times as wide as usual; (m,) from south and west."""
    wide = np.array([*REACHES, 2 * REACHES[-1], 0.0])[step] * CELL
    cell = np.maximum(wide, LEAST_CELL_KM) * times / _KM_A_DEGREE * MICRO
    # A degree of longitude is a little more than half one of latitude; only speed depends on it.
    north, east = np.floor(people.lat / cell), np.floor(people.lon / (1.75 * cell))
    none = step < 0
    return np.where(none, 0, north).astype(np.int64), np.where(none, 0, east).astype(np.int64)


def split(found: Iterable[Group]) -> list[Group]:
    """Return the groups, no one larger than a thread should do alone."""
    return [
        group._replace(who=group.who[start : start + MOST_TOGETHER])
        for group in found
        for start in range(0, len(group.who), MOST_TOGETHER)
    ]


def by_land(people: People) -> Iterator[tuple[int, Int64s]]:
    """Yield the people of each land, no more together than a thread should do alone."""
    for land in np.unique(people.land).tolist():
        who = np.flatnonzero(people.land == land)
        for start in range(0, len(who), MOST_OF_A_LAND):
            yield land, frozen(who[start : start + MOST_OF_A_LAND])


def in_threads(
    work: Callable[[*Parts], None], parts: Iterable[tuple[*Parts]], threads: int
) -> None:
    """Do the work for every part, several at a time; an error in one is raised here."""
    if threads <= 1:
        for part in parts:
            work(*part)
        return
    with ThreadPoolExecutor(threads) as pool:
        for done in [pool.submit(work, *part) for part in parts]:
            done.result()
