# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which openings fit a person, how well, and why: the door of matching.

A score is a weighted mean of parts between 0 and 1; each part that counts is one reason, and the
weights of the reasons add up to the score exactly. The formulas are in README.md beside this file.
Nothing here knows who the person is: no name, age, sex or origin.
"""

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass

import numpy as np

from jobunivers.science.explain import Reason
from jobunivers.science.matching_1 import matching_parts, matching_skills
from jobunivers.science.matching_1.matching_parts import Floats, Part, hours_bounds, reach
from jobunivers.science.matching_1.openings import Opening, OpeningTable, Required
from jobunivers.science.matching_1.profile import Experience, Profile, Wish
from jobunivers.science.matching_1.relations import SkillRelations

__all__ = [
    "DEFAULT",
    "MODEL",
    "Excluded",
    "Experience",
    "Match",
    "Opening",
    "OpeningTable",
    "Profile",
    "Ranking",
    "Required",
    "SkillRelations",
    "Weights",
    "Wish",
    "describe",
    "rank",
    "rank_and_exclude",
]

MODEL = "matching-1"


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each part counts; only their proportions matter."""

    occupation: float = 0.28
    skills: float = 0.30
    wish: float = 0.20
    distance: float = 0.12
    hours: float = 0.04
    freshness: float = 0.06


DEFAULT = Weights()
_PARTS: tuple[Callable[[Profile, OpeningTable, SkillRelations | None], Part | None], ...] = (
    matching_parts.occupation,
    matching_skills.skills,
    matching_parts.wish,
    matching_parts.distance,
    matching_parts.hours,
    matching_parts.freshness,
)


@dataclass(frozen=True, slots=True)
class Match:
    """An opening that may be shown, its score from 0 to 1, and reasons that add up to it."""

    id: str
    score: float
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Excluded:
    """An opening that a hard constraint keeps away, and the constraint's name.

    One of "expired", "hidden", "language", "too_far", "hours".
    """

    id: str
    reason: str


@dataclass(frozen=True, slots=True)
class Ranking:
    """The answer in full: matches, best first, and what was kept away, in the order of ids."""

    matches: tuple[Match, ...]
    excluded: tuple[Excluded, ...]


def rank(
    profile: Profile,
    openings: Sequence[Opening] | OpeningTable,
    *,
    weights: Weights = DEFAULT,
    relations: SkillRelations | None = None,
    limit: int | None = None,
) -> list[Match]:
    """Return the openings that fit the person, best first (ties by id), at most `limit`."""
    found = rank_and_exclude(profile, openings, weights=weights, relations=relations, limit=limit)
    return list(found.matches)


def rank_and_exclude(
    profile: Profile,
    openings: Sequence[Opening] | OpeningTable,
    *,
    weights: Weights = DEFAULT,
    relations: SkillRelations | None = None,
    limit: int | None = None,
) -> Ranking:
    """Return the matches, best first, and the openings kept away with the name of the constraint.

    Give an `OpeningTable` when many people are ranked against the same openings.
    """
    table = openings if isinstance(openings, OpeningTable) else OpeningTable(openings)
    if not table.size:
        return Ranking((), ())
    constraint = _constraints(profile, table)
    excluded = sorted(
        (Excluded(o.id, name) for o, name in zip(table.openings, constraint, strict=True) if name),
        key=lambda e: e.id,
    )
    found = (part(profile, table, relations) for part in _PARTS)
    parts = [(part, getattr(weights, part.name)) for part in found if part is not None]
    shares = _shares([weight for _, weight in parts])
    columns = [share * part.values for share, (part, _) in zip(shares, parts, strict=True)]
    scores = np.zeros(table.size)
    for column in columns:  # in the order of the reasons, so that the sums are equal to the bit
        scores = scores + column
    allowed = [row for row in range(table.size) if not constraint[row]]
    allowed.sort(key=lambda row: (-scores[row], table.openings[row].id))
    named = [part for part, _ in parts]
    matches = (_match(row, table, named, columns, float(scores[row])) for row in allowed[:limit])
    return Ranking(tuple(matches), tuple(excluded))


def _shares(weights: Sequence[float]) -> list[float]:
    whole = sum(weights)
    return [weight / whole if whole > 0 else 0.0 for weight in weights]


def _match(
    row: int, table: OpeningTable, parts: Sequence[Part], columns: Sequence[Floats], score: float
) -> Match:
    reasons = tuple(
        Reason(code, weight, facts)
        for part, column in zip(parts, columns, strict=True)
        if (weight := float(column[row])) > 0.0
        for code, facts in (part.explain(row),)
    )
    return Match(table.openings[row].id, score, reasons)


def _constraints(profile: Profile, table: OpeningTable) -> list[str]:
    """Return for each opening the first hard constraint it breaks, or ""."""
    names = np.full(table.size, "", dtype=object)
    low, high = hours_bounds(table)
    least = -np.inf if profile.hours_min is None else profile.hours_min
    most = np.inf if profile.hours_max is None else profile.hours_max
    names[(high < least) | (low > most)] = "hours"
    if profile.max_km is not None:
        names[reach(profile, table) > profile.max_km] = "too_far"
    for row, opening in enumerate(table.openings):
        if profile.languages and opening.language and opening.language not in profile.languages:
            names[row] = "language"
        if profile.hidden and not profile.hidden.isdisjoint(
            (opening.id, opening.employer, opening.occupation)
        ):
            names[row] = "hidden"
    names[table.deadline_days < 0] = "expired"
    return [str(name) for name in names]


def describe() -> dict[str, object]:
    """Return what the AI register says about this model: inputs, parts, constraints, limits."""
    return {
        "model": MODEL,
        "purpose": "Ranks open vacancies for one person, with reasons she can read.",
        "kind": "A fixed weighted mean written by people; nothing is learned from behaviour.",
        "decides": "Nothing. It orders suggestions; the person sees all vacancies by searching.",
        "inputs_person": [
            "occupations with years",
            "skills",
            "wanted occupations",
            "place and reach",
            "weekly hours",
            "whether she wants to work from home",
            "languages",
            "what she has hidden",
        ],
        "inputs_opening": [
            "occupation with confidence",
            "skills with confidence",
            "place",
            "weekly hours",
            "share of work from home",
            "language",
            "age",
            "deadline",
        ],
        "never_used": ["name", "sex", "age", "origin", "health", "benefit", "behaviour"],
        "weights": asdict(DEFAULT),
        "hard_constraints": ["expired", "hidden", "language", "too_far", "hours"],
        "limits": [
            "Occupation and skills are read from text by machine and may be wrong.",
            "Travel is as the crow flies.",
            "Exposure is not yet spread over people.",
        ],
    }
