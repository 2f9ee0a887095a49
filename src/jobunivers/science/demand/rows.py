# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""From counts to rows that may be told."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from jobunivers.science.demand.balance import balance
from jobunivers.science.demand.counting import Fitting, Groups, skills_asked, skills_held
from jobunivers.science.demand.data import (
    FEWEST,
    GroupRow,
    Kinds,
    Seekers,
    SkillRow,
    Table,
    Vacancies,
)

Ints = NDArray[np.int64]


def groups(
    codes: Groups,
    regions: Sequence[str],
    posted: Ints,
    fitting: Fitting,
    before: Table | None,
) -> tuple[GroupRow, ...]:
    """Return a row for each group and region where anything is open or anybody fits."""
    elsewhere = _elsewhere(fitting, regions)
    earlier = {
        (row.group, row.region): (row.balance.positions, row.balance.squares)
        for row in (before.groups if before else ())
    }
    found = []
    for region, group in np.argwhere((posted[1] > 0) | (fitting.at_home > 0)).tolist():
        vacancies, positions, squares = posted[:, region, group].tolist()
        key = (codes.codes[group], regions[region])
        was = earlier.get(key, (0, 0)) if before else None
        held = balance(positions, squares, int(fitting.at_home[region, group]), was)
        found.append(GroupRow(*key, vacancies, held, elsewhere.get((region, group), ())))
    return tuple(sorted(found, key=lambda row: (row.group, row.region)))


def skills(
    vacancies: Vacancies, seekers: Seekers, regions: Sequence[str], before: Table | None
) -> tuple[SkillRow, ...]:
    """Return a row for each skill and region where it is asked for."""
    pairs = (vacancies.skills, seekers.skills)
    many = 1 + max((int(p.reshape(-1, 2)[:, 1].max(initial=-1)) for p in pairs), default=-1)
    asked = skills_asked(vacancies, many, len(regions))
    held = skills_held(seekers, many, len(regions))
    earlier = {
        (row.skill, row.region): (row.balance.positions, row.balance.squares)
        for row in (before.skills if before else ())
    }
    found = []
    for skill, region in np.argwhere(asked[0].T > 0).tolist():
        was = earlier.get((skill, regions[region]), (0, 0)) if before else None
        positions, squares = asked[:, region, skill].tolist()
        here = balance(positions, squares, int(held[region, skill]), was)
        found.append(SkillRow(skill, regions[region], here))
    return tuple(sorted(found, key=lambda row: (row.skill, row.region)))


def check(vacancies: Vacancies, seekers: Seekers, kinds: Kinds, regions: int) -> None:
    """Raise ValueError when numbers point outside what they number."""
    many = len(kinds.isco)
    if kinds.near.shape != (many, many):
        raise ValueError(f"Nearness {kinds.near.shape} must be {many} kinds by {many}")
    if len(vacancies.kind) != len(vacancies.region) or len(vacancies.kind) != len(
        vacancies.positions
    ):
        raise ValueError("Each vacancy has a kind, a region and positions")
    people, jobs = len(seekers.region), len(vacancies.kind)
    limits = [
        ("kind of a vacancy", vacancies.kind, many),
        ("region of a vacancy", vacancies.region, regions),
        ("region of a person", seekers.region, regions),
        ("kind of a person", seekers.kinds.reshape(-1, 2)[:, 1], many),
        ("region in reach", seekers.reach.reshape(-1, 2)[:, 1], regions),
        ("vacancy of a skill", vacancies.skills.reshape(-1, 2)[:, 0], jobs),
    ]
    theirs = (seekers.kinds, seekers.reach, seekers.skills)
    limits += [("person", pairs.reshape(-1, 2)[:, 0], people) for pairs in theirs]
    for name, values, end in limits:
        if len(values) and not (values.min() >= 0 and values.max() < end):
            raise ValueError(f"A {name} must be a number from 0 to {end - 1}")


def _elsewhere(
    fitting: Fitting, regions: Sequence[str]
) -> dict[tuple[int, int], tuple[tuple[str, int], ...]]:
    """Return for (region, group) who could come from where, at least five from each."""
    found: dict[tuple[int, int], list[tuple[str, int]]] = {}
    able = fitting.able.tocoo()
    told = able.data >= FEWEST
    for way, group, people in zip(
        able.row[told].tolist(), able.col[told].tolist(), able.data[told].tolist(), strict=True
    ):
        home, here = divmod(way, len(regions))
        if home != here:
            found.setdefault((here, group), []).append((regions[home], people))
    return {key: tuple(sorted(rows, key=lambda r: (-r[1], r[0]))) for key, rows in found.items()}
