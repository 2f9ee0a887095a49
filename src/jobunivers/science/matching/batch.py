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
    wide = np.array([*REACHES, 2 * REACHES[-1], 0.0])[step] * CELL
    cell = np.maximum(wide, LEAST_CELL_KM) / _KM_A_DEGREE * MICRO
    north = np.where(step < 0, 0, np.floor(people.lat / cell)).astype(np.int64)
    # A degree of longitude is a little more than half one of latitude; only speed depends on it.
    east = np.where(step < 0, 0, np.floor(people.lon / (1.75 * cell))).astype(np.int64)
    remote = people.wants_remote
    order = np.lexsort((people.lon, people.lat, east, north, step, people.land, remote))
    keys = np.stack([c[order] for c in (remote, people.land, step, north, east)], axis=1)
    new = np.flatnonzero(np.any(keys[1:] != keys[:-1], axis=1)) + 1
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
