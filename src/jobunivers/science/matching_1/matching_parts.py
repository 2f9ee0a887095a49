# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The parts of the matching score, each a value between 0 and 1 per opening with its facts."""

import functools
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from jobunivers.science.explain import Fact
from jobunivers.science.matching_1.openings import OpeningTable
from jobunivers.science.matching_1.profile import Profile
from jobunivers.science.matching_1.relations import SkillRelations

Floats = NDArray[np.float64]

EARTH_KM = 6371.0088
"""Mean radius of the Earth (IUGG)."""
GROUP_NEARNESS = (0.0, 0.1, 0.3, 0.55, 0.8)
"""Nearness by the number of ISCO-08 digits in common: a choice, rising with each level."""
SKILL_NEARNESS_CAP = 0.8
"""Occupations are never nearer by shared skills than two in one ISCO unit group."""
YEARS_FOR_FULL_WEIGHT = 3.0
LEAST_EXPERIENCE = 0.7
"""A short experience still tells what a person can do; three years tell all a score can use."""
EDGE_OF_REACH = 0.3
"""What is left of nearness at the farthest the person will go."""
HALF_WAY_KM = 25.0
"""Without a stated limit the value is halved at this distance: a choice near a long commute."""
FRESH_HALF_LIFE_DAYS = 14.0
"""Half the freshness is gone in two weeks, half of a usual Danish deadline of about a month."""
UNKNOWN = 0.5
"""What the opening does not say counts as neither good nor bad."""


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the score: its values (one per opening) and how to explain a row of it.

    `explain(row)` gives the reason's code and facts.
    """

    name: str
    values: Floats
    explain: Callable[[int], tuple[str, Mapping[str, Fact]]]


def kilometres(profile: Profile, table: OpeningTable) -> Floats:
    """Return the great-circle distance to each opening in km; NaN where a point is missing."""
    if profile.lat is None or profile.lon is None:
        return np.full(table.size, np.nan)
    lat, lon = np.radians(profile.lat), np.radians(profile.lon)
    lats, lons = np.radians(table.lat), np.radians(table.lon)
    inner = (
        np.sin((lats - lat) / 2) ** 2 + np.cos(lat) * np.cos(lats) * np.sin((lons - lon) / 2) ** 2
    )
    return np.asarray(2 * EARTH_KM * np.arcsin(np.sqrt(np.clip(inner, 0.0, 1.0))))


def reach(profile: Profile, table: OpeningTable) -> Floats:
    """Return the kilometres that count: work from home shortens the way in proportion."""
    way = kilometres(profile, table) * (1.0 - table.remote)
    return np.where(table.remote >= 1.0, 0.0, way)


@functools.lru_cache(maxsize=20_000)
def isco_digits(code: str) -> str:
    """Return the digits of an ISCO code given as "2221", "C2221" or its ESCO address."""
    return code.rsplit("/", 1)[-1].removeprefix("C").strip()


@functools.lru_cache(maxsize=200_000)
def common_digits(one: str, other: str) -> int:
    """Return how many leading ISCO digits two codes share."""
    shared = 0
    for a, b in zip(isco_digits(one), isco_digits(other), strict=False):
        if a != b:
            break
        shared += 1
    return shared


@dataclass(frozen=True, slots=True)
class _Near:
    """How near each distinct occupation of the table is to the person's, and by which way."""

    value: Floats
    """Per distinct occupation of the table."""
    nearest: NDArray[np.intp]
    via: tuple[str, ...]


def _nearness(
    mine: Sequence[tuple[str, str, float]], table: OpeningTable, relations: SkillRelations | None
) -> _Near:
    others = table.occupations
    near = np.zeros((len(mine), len(others)))
    ways = np.full((len(mine), len(others)), "none", dtype="U6")
    for i, (uri, isco, _) in enumerate(mine):
        for j, (other, group) in enumerate(others):
            if uri and uri == other:
                near[i, j], ways[i, j] = 1.0, "same"
            elif (digits := common_digits(isco, group)) > 0:
                wide = not uri and digits == len(isco_digits(isco))
                # A wish for a whole group is fulfilled by anything in it.
                near[i, j], ways[i, j] = (1.0 if wide else GROUP_NEARNESS[digits]), "group"
    if relations is not None:
        shared = relations.nearness([m[0] for m in mine], [o[0] for o in others])
        shared *= SKILL_NEARNESS_CAP
        ways[shared > near] = "skills"
        near = np.maximum(near, shared)
    near *= np.array([m[2] for m in mine])[:, None]
    best = near.argmax(axis=0)
    columns = np.arange(len(others))
    return _Near(near[best, columns], best, tuple(ways[best, columns].tolist()))


def _occupation_part(
    name: str,
    mine: Sequence[tuple[str, str, float]],
    table: OpeningTable,
    relations: SkillRelations | None,
) -> Part:
    near = _nearness(mine, table, relations)
    values = near.value[table.occupation_id] * table.confidence

    def explain(row: int) -> tuple[str, Mapping[str, Fact]]:
        kind = int(table.occupation_id[row])
        uri, isco, _ = mine[int(near.nearest[kind])]
        opening = table.openings[row]
        return f"{name}.{near.via[kind]}", {
            "mine": uri,
            "mine_isco": isco_digits(isco),
            "occupation": opening.occupation,
            "isco": isco_digits(opening.isco),
            "digits": common_digits(isco, opening.isco),
            "confidence": float(table.confidence[row]),
        }

    return Part(name, values, explain)


def occupation(
    profile: Profile, table: OpeningTable, relations: SkillRelations | None
) -> Part | None:
    """Return how near each opening is to what the person has done; None if she has not said."""
    if not profile.occupations:
        return None
    spread = 1.0 - LEAST_EXPERIENCE
    mine = [
        (uri, isco, LEAST_EXPERIENCE + spread * min(1.0, max(0.0, years) / YEARS_FOR_FULL_WEIGHT))
        for uri, isco, years in profile.occupations
    ]
    return _occupation_part("occupation", mine, table, relations)


def wish(profile: Profile, table: OpeningTable, relations: SkillRelations | None) -> Part | None:
    """Return how near each opening is to what the person wants; None if she has not said."""
    if not profile.wanted_occupations:
        return None
    mine = [(uri, isco, 1.0) for uri, isco in profile.wanted_occupations]
    return _occupation_part("wish", mine, table, relations)


def distance(profile: Profile, table: OpeningTable, _: SkillRelations | None) -> Part | None:
    """Return how near each workplace is; None if the person has no point."""
    if profile.lat is None or profile.lon is None:
        return None
    way, limit = reach(profile, table), profile.max_km
    if limit is not None and limit > 0:
        near = 1.0 - (1.0 - EDGE_OF_REACH) * np.minimum(way / limit, 1.0)
    else:
        near = HALF_WAY_KM / (HALF_WAY_KM + way)
    km = kilometres(profile, table)

    def explain(row: int) -> tuple[str, Mapping[str, Fact]]:
        facts: dict[str, Fact] = {"remote_share": float(table.remote[row])}
        if limit is not None:
            facts["max_km"] = float(limit)
        if not np.isnan(km[row]):
            facts["km"] = round(float(km[row]), 1)
        if table.remote[row] >= 1.0:
            return "distance.remote", facts
        return ("distance.unknown" if np.isnan(km[row]) else "distance.near"), facts

    return Part("distance", np.where(np.isnan(way), UNKNOWN, near), explain)


def hours(profile: Profile, table: OpeningTable, _: SkillRelations | None) -> Part | None:
    """Return how well the weekly hours fit; None if the person has no wish."""
    if profile.hours_min is None and profile.hours_max is None:
        return None
    least = 0.0 if profile.hours_min is None else profile.hours_min
    most = np.inf if profile.hours_max is None else profile.hours_max
    low, high = hours_bounds(table)
    shared = np.clip(np.minimum(high, most) - np.maximum(low, least), 0.0, None)
    inside = (low >= least) & (high <= most)
    with np.errstate(invalid="ignore", divide="ignore"):
        share = np.where(inside, 1.0, shared / (high - low))
    values = np.where(np.isnan(low), UNKNOWN, np.nan_to_num(share))

    def explain(row: int) -> tuple[str, Mapping[str, Fact]]:
        if np.isnan(low[row]):
            return "hours.unknown", {}
        return "hours.fit", {"hours_min": float(low[row]), "hours_max": float(high[row])}

    return Part("hours", values, explain)


def hours_bounds(table: OpeningTable) -> tuple[Floats, Floats]:
    """Return the least and most weekly hours; one stated bound stands for both."""
    low = np.where(np.isnan(table.hours_min), table.hours_max, table.hours_min)
    high = np.where(np.isnan(table.hours_max), table.hours_min, table.hours_max)
    return np.minimum(low, high), np.maximum(low, high)


def freshness(_: Profile, table: OpeningTable, __: SkillRelations | None) -> Part:
    """Return how new each opening is: 1 today, halved every two weeks."""
    days = table.published_days
    values = np.where(np.isnan(days), UNKNOWN, 0.5 ** (np.nan_to_num(days) / FRESH_HALF_LIFE_DAYS))

    def explain(row: int) -> tuple[str, Mapping[str, Fact]]:
        if np.isnan(days[row]):
            return "freshness.unknown", {}
        return "freshness.new", {"days": round(float(days[row]), 1)}

    return Part("freshness", values, explain)
