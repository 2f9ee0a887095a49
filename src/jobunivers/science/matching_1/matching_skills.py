# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The part of the matching score that compares skills: what is asked for and what she brings."""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from jobunivers.science.explain import Fact
from jobunivers.science.matching_1.matching_parts import Part
from jobunivers.science.matching_1.openings import OpeningTable
from jobunivers.science.matching_1.profile import Profile
from jobunivers.science.matching_1.relations import OPTIONAL_COUNTS, SkillRelations

Floats = NDArray[np.float64]

IMPLIED_SKILL = 0.6
"""A skill the person's occupation needs, which she has not stated herself: likely, not sure."""
IMPLIED_DEMAND = 0.5
"""An advertisement that names no skill is compared with its occupation's, at half trust."""
ONE_MORE_SKILL = 1.0
"""Assume one requirement more than was found, so that one hit of one is no full score."""
MISSING_SHOWN = 5


def skills(profile: Profile, table: OpeningTable, relations: SkillRelations | None) -> Part | None:
    """Return how much of what each opening asks for the person brings; None if nothing is known."""
    mine = strengths(profile, relations)
    if not mine:
        return None
    strength = np.array([mine.get(uri, 0.0) for uri in table.skill_uris], dtype=np.float64)
    weight = _demand(table, relations)
    brought = weight * strength[table.skill_id]
    covered = np.bincount(table.skill_row, weights=brought, minlength=table.size)
    asked = np.bincount(table.skill_row, weights=weight, minlength=table.size)
    stated = np.bincount(table.skill_row, minlength=table.size) > 0
    trust = np.ones(table.size)
    if relations is not None:
        by_kind = relations.coverage(mine, [uri for uri, _ in table.occupations])
        covered = np.where(stated, covered, by_kind[0][table.occupation_id])
        asked = np.where(stated, asked, by_kind[1][table.occupation_id])
        trust = np.where(stated, 1.0, IMPLIED_DEMAND * table.confidence)
    # Added in another order, the same weights may differ in the last digit: never above 1.
    values = np.minimum(trust * covered / (asked + ONE_MORE_SKILL), 1.0)

    def explain(row: int) -> tuple[str, Mapping[str, Fact]]:
        return _explain(row, table, mine, relations)

    return Part("skills", values, explain)


def strengths(profile: Profile, relations: SkillRelations | None) -> dict[str, float]:
    """Return the skills the person has (1) or very likely has from her occupations (0.6)."""
    mine: dict[str, float] = {}
    if relations is not None:
        for uri, _, _ in profile.occupations:
            mine.update(dict.fromkeys(sorted(relations.skills_of(uri)), IMPLIED_SKILL))
    mine.update(dict.fromkeys(sorted(profile.skills), 1.0))
    return mine


def _demand(table: OpeningTable, relations: SkillRelations | None) -> Floats:
    degree = np.where(table.skill_essential, 1.0, OPTIONAL_COUNTS) * table.skill_confidence
    if relations is None:
        return np.asarray(degree)
    return np.asarray(degree * relations.rarity(table.skill_uris)[table.skill_id])


def _explain(
    row: int, table: OpeningTable, mine: Mapping[str, float], relations: SkillRelations | None
) -> tuple[str, Mapping[str, Fact]]:
    opening = table.openings[row]
    if opening.skills:
        code, asked = "skills.stated", {uri: must for uri, _, must in opening.skills}
    else:
        code = "skills.of_occupation"
        needed = () if relations is None else relations.skills_of(opening.occupation)
        asked = dict.fromkeys(sorted(needed), True)
    matched = sorted((u for u in asked if u in mine), key=lambda u: (-mine[u], not asked[u], u))
    missing = sorted(u for u, must in asked.items() if must and u not in mine)
    return code, {
        "matched": tuple(matched),
        "missing": tuple(missing[:MISSING_SHOWN]),
        "asked": len(asked),
    }
