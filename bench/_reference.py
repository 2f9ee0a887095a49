# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The score of matching once more, in float64 and plain NumPy, one person against all openings.

Written from the formulas and sharing no code with the kernel: what the compiled loops answer is
measured against this. Slow on purpose: nothing is gathered, cut off or rounded but the result.
"""

from dataclasses import dataclass

import numpy as np
from _nation import Nation
from numpy.typing import NDArray

from jobunivers.science.matching import DEFAULT_MODEL, LANDS, PARTS, UNIT, Model, travel

NOWHERE = travel.NOWHERE
EARTH = 6371.0088
HOME = 100
"""Per cent of the work from home: the place does not matter."""
Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]


def slices(start: NDArray[np.int64], values: NDArray[np.generic], row: int) -> list[int]:
    """Return one row's list."""
    found: list[int] = values[int(start[row]) : int(start[row + 1])].tolist()
    return found


@dataclass(frozen=True)
class Scores:
    """What one person's openings are worth: `parts` (9, n) before weights, `allowed` (n,)."""

    parts: Floats
    allowed: Flags
    weights: Floats

    def units(self) -> NDArray[np.int64]:
        """Return the whole score of each opening; −1 where she may not be shown it."""
        total = np.floor(self.parts * self.weights[:, None] * UNIT + 0.5).astype(np.int64).sum(0)
        return np.where(self.allowed, total, -1)

    def exact(self) -> Floats:
        """Return the score without rounding; −1 where she may not be shown it."""
        return np.where(self.allowed, self.weights @ self.parts, -1.0)


class Reference:
    """Scores one person of a nation at a time."""

    def __init__(self, nation: Nation, model: Model = DEFAULT_MODEL) -> None:
        self.nation, self.model = nation, model
        self.o, self.p, self.v = nation.openings, nation.people, nation.vocabulary
        self.near = self.v.near.astype(np.float64)
        self.sure = self.o.sure / 1000.0
        self.meaning = self.o.meaning.astype(np.float64)
        self._needs()

    def _needs(self) -> None:
        """Lay out what each opening asks for: its own skills, or its kind's at half trust."""
        o, v = self.o, self.v
        weights, skills, owners = [], [], []
        self.trust = np.ones(len(o))
        for row in range(len(o)):
            named = slices(o.skill_start, o.skill, row)
            if named:
                must = np.array(slices(o.skill_start, o.skill_essential, row))
                sure = np.array(slices(o.skill_start, o.skill_sure, row)) / 1000.0
                weight = v.rarity[named] * np.where(must > 0, 1.0, 0.5) * sure
            else:
                kind = int(o.kind[row])
                named = slices(v.needs_start, v.needs_skill, kind)
                weight = np.array(slices(v.needs_start, v.needs_weight, kind)) / 1000.0
                self.trust[row] = 0.5 * self.sure[row]
            skills.append(np.array(named, dtype=np.int64))
            weights.append(weight)
            owners.append(np.full(len(named), row))
        self.skill = np.concatenate(skills)
        self.weight = np.concatenate(weights)
        self.owner = np.concatenate(owners)
        self.asked = np.bincount(self.owner, self.weight, len(o))

    def of(self, row: int) -> Scores:
        """Return one person's scores."""
        p, o = self.p, self.o
        works = list(zip(slices(p.work_start, p.work, row),
                         slices(p.work_start, p.work_years, row), strict=True))  # fmt: skip
        wishes = slices(p.wish_start, p.wish, row)
        occupation = self._nearest([(k, 0.7 + 0.3 * min(1.0, y / 300.0)) for k, y in works])
        wish = self._nearest([(k, 1.0) for k in wishes])
        have = self._have(row, [k for k, _ in works])
        brought = np.bincount(self.owner, self.weight * have[self.skill], len(o))
        skills = self.trust * brought / (self.asked + 0.6)
        way, known = self._way(row)
        parts = {
            "occupation": occupation,
            "wish": wish,
            "skills": skills,
            "bridge": skills * (1.0 - np.maximum(occupation, wish)),
            "text": np.maximum(0.0, self.meaning @ p.meaning[row].astype(np.float64)) / 127.0**2,
            "taste": np.maximum(0.0, self.meaning @ p.taste[row].astype(np.float64)) / 127.0**2,
            "distance": self._distance(row, way, known),
            "hours": self._hours(row),
            "freshness": self._freshness(),
        }
        weights = self.model.at(p.boldness[row] / 100.0).astype(np.float64)
        together = np.array([parts[name] for name in PARTS])
        return Scores(together, self._allowed(row, way, known), weights)

    def _nearest(self, mine: list[tuple[int, float]]) -> Floats:
        best = np.zeros(len(self.o))
        for kind, strength in mine:
            best = np.maximum(best, self.near[kind][self.o.kind] * strength)
        return best * self.sure

    def _have(self, row: int, kinds: list[int]) -> Floats:
        v = self.v
        strength = np.zeros(v.skills)
        for kind in kinds:
            needs = slices(v.needs_start, v.needs_skill, kind)
            must = np.array(slices(v.needs_start, v.needs_essential, kind), dtype=bool)
            strength[np.array(needs, dtype=np.int64)[must]] = 0.6
        strength[slices(self.p.skill_start, self.p.skill, row)] = 1.0
        have = strength.copy()
        for skill in np.flatnonzero(strength).tolist():
            near = slices(v.akin_start, v.akin_skill, skill)
            value = np.array(slices(v.akin_start, v.akin_value, skill)) / 1000.0
            have[near] = np.maximum(have[near], value * strength[skill])
        return have

    def _way(self, row: int) -> tuple[Floats, Flags]:
        """Return the km to each opening, by bridge and ferry, and where it is known."""
        p, o = self.p, self.o
        known = (o.lat != NOWHERE) & (p.lat[row] != NOWHERE)
        home = (int(p.lat[row]), int(p.lon[row]))
        way = _km(home, o.lat, o.lon)
        mine = int(p.land[row])
        for land in range(len(LANDS)):
            route = travel.ROUTES[mine][land]
            if route is not None:
                first = _km(home, np.array([route.first.lat]), np.array([route.first.lon]))[0]
                there = _km((route.last.lat, route.last.lon), o.lat, o.lon)
                around = first + route.between_km + there
                way = np.where(o.land == land, np.maximum(way, around), way)
        if p.wants_remote[row]:  # work from home is near for those who want it
            way = way * (1.0 - o.remote / 100.0)
        return way, known

    def _distance(self, row: int, way: Floats, known: Flags) -> Floats:
        if self.p.lat[row] == NOWHERE:
            return np.zeros(len(self.o))
        home = (self.o.remote == HOME) & bool(self.p.wants_remote[row])
        reach = self.p.reach[row] / 100.0
        value = 1.0 - 0.7 * np.minimum(way / reach, 1.0) if reach > 0 else 25.0 / (25.0 + way)
        return np.where(known, value, np.where(home, 1.0, 0.5))

    def _hours(self, row: int) -> Floats:
        low, high = int(self.p.hours_min[row]), int(self.p.hours_max[row])
        if low < 0 and high < 0:
            return np.zeros(len(self.o))
        least, most = self.o.hours_min.astype(float), self.o.hours_max.astype(float)
        low_, high_ = (max(low, 0), high if high >= 0 else 10_000)
        inside = np.minimum(most, high_) - np.maximum(least, low_)
        width = most - least
        share = np.where(width > 0, inside / np.maximum(width, 1), 1.0)
        value = np.where(inside < 0, 0.0, np.clip(share, 0.0, 1.0))
        return np.where(self.o.hours_min < 0, 0.5, value)

    def _freshness(self) -> Floats:
        age = np.maximum(self.nation.day - self.o.published, 0)
        return np.where(self.o.published > 0, 2.0 ** (-age / 14.0), 0.5)

    def _allowed(self, row: int, way: Floats, known: Flags) -> Flags:
        p, o = self.p, self.o
        out = o.last < self.nation.day
        out |= (o.owner != 0) & (o.owner != p.owner[row])
        out |= np.isin(o.id, slices(p.hidden_opening_start, p.hidden_opening, row))
        out |= np.isin(o.employer, slices(p.hidden_employer_start, p.hidden_employer, row))
        out |= np.isin(o.kind, slices(p.hidden_kind_start, p.hidden_kind, row))
        out |= np.isin(o.id, slices(p.applied_start, p.applied, row))
        out |= self._language_out(row)
        out |= (o.licences & p.lacks[row]) != 0
        reach = self.p.reach[row] / 100.0
        if reach >= 0:
            out |= known & (way > reach)
        low, high = int(p.hours_min[row]), int(p.hours_max[row])
        stated = o.hours_min >= 0
        if low >= 0:
            out |= stated & (o.hours_max < low)
        if high >= 0:
            out |= stated & (o.hours_min > high)
        return ~out

    def _language_out(self, row: int) -> Flags:
        p, o = self.p, self.o
        mine = slices(p.language_start, p.language, row)
        if not mine:
            return np.zeros(len(o), dtype=bool)
        owner = np.repeat(np.arange(len(o)), np.diff(o.language_start))
        strange = ~np.isin(o.language, mine)
        return np.bincount(owner[strange], minlength=len(o)) > 0


def _km(
    one: tuple[int, int], lat: NDArray[np.signedinteger], lon: NDArray[np.signedinteger]
) -> Floats:
    """Return the equirectangular distance in km, with the cosine of the mean latitude."""
    north = np.radians((lat.astype(np.float64) - one[0]) / 1e6)
    east = np.radians((lon.astype(np.float64) - one[1]) / 1e6)
    mean = np.radians((lat.astype(np.float64) + one[0]) / 2e6)
    return np.asarray(EARTH * np.sqrt(north**2 + (east * np.cos(mean)) ** 2))
