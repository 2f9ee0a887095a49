# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Three columns: what she can today, what happened on her way, and where she wants to go.

What a goal asks for is counted from the taxonomy: what an occupation asks for as essential, and
how much of it her profile names. It counts what is written, not what she can.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from jobunivers.foundation import together
from jobunivers.foundation.taxonomy import queries as taxonomy
from jobunivers.rooms.casework.queries.dossier.codes import PROFILE, WAY
from jobunivers.rooms.casework.queries.dossier.log import ask_logs, logs_for, merged, with_names
from jobunivers.rooms.journey.queries.dossier import profile_from, profile_questions
from jobunivers.rooms.plan.queries.dossier import goal_questions
from jobunivers.trust.dossier import Showing

_COMPETENCES, _LINES, _WISHES, _GOALS, _OCCUPATIONS, _MISSING = 14, 7, 6, 4, 3, 6


@dataclass(frozen=True, slots=True)
class Asks:
    """An occupation she wants, what it asks for, and what of that her profile does not name."""

    name: str
    all: int
    named: int
    missing: Sequence[str]
    more: int


def ask(showing: Showing) -> list[together.Question]:
    """Ask for her open goals and the newest lines of each log.

    Her profile is asked for by the part that shows it whole; a print may be without that part.
    """
    goals = goal_questions(showing.citizen_id)
    if showing.printing:
        return [goals, *profile_questions(showing.citizen_id)]
    newest = ask_logs(showing, logs_for(showing.role), showing.at, _LINES + 1)
    return [goals, *(rows for _, rows in newest)]


def load(showing: Showing) -> dict[str, Any]:
    """Return the three columns; the print has the whole log as a part of its own."""
    goals, *told = showing.answers[WAY]
    profile = profile_from(told if showing.printing else showing.answers[PROFILE])
    logs = [] if showing.printing else logs_for(showing.role)
    lines = merged(showing, zip(logs, told, strict=True)) if logs else []
    competences = [row.words for row in profile.competences] if profile else []
    most = len(competences) if showing.printing else _COMPETENCES
    wishes = profile.wishes if profile else []
    have = {row.skill_uri for row in profile.competences if row.skill_uri} if profile else set()
    return {
        "profile": profile,
        "job": profile.experience[0] if profile and profile.experience else None,
        "competences": competences[:most],
        "competences_more": max(0, len(competences) - most),
        "lines": with_names(lines[:_LINES]),
        "lines_more": len(lines) > _LINES,
        "wishes": [row.words for row in wishes][:_WISHES],
        "goals": [row.words for row in goals][: None if showing.printing else _GOALS],
        "looks": [look for line in lines[:_LINES] for look in line.log.looks],
        "asks": asks_of([*wishes, *goals], have, showing.language),
    }


def asks_of(wanted: Sequence[Any], have: Collection[str], language: str) -> list[Asks]:
    """Return what the first few occupations wanted ask for, and what of it is not named.

    Args:
        wanted: wishes and goals, those that count most first; who names no occupation is passed by.
        have: the addresses of the competences she names.
        language: of the names.
    """
    names: dict[str, str] = {}
    for one in wanted:
        if one.occupation_uri:
            names.setdefault(one.occupation_uri, one.words)
    first = dict(list(names.items())[:_OCCUPATIONS])
    needed = taxonomy.needed_by(first, language)
    current = set(have)
    if any(needed.values()):
        current.update(taxonomy.current_uris(have).values())
    return [_asks(first[uri], skills, current) for uri, skills in needed.items() if skills]


def _asks(name: str, skills: Mapping[str, str], have: Collection[str]) -> Asks:
    missing = sorted(label for uri, label in skills.items() if uri not in have)
    return Asks(
        name=name,
        all=len(skills),
        named=len(skills) - len(missing),
        missing=missing[:_MISSING],
        more=max(0, len(missing) - _MISSING),
    )
