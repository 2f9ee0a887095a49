# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A profile made of one line of a person’s own words, for a first answer."""

from jobunivers.science.language import detect
from jobunivers.science.matching import Profile, Wish
from jobunivers.science.occupations import TitleIndex
from jobunivers.science.skills import SkillFinder

LIKELY = 0.3
"""A wish that may be wrong is worth more than none here: the person sees and changes it at once."""


def profile_from_line(line: str, *, titles: TitleIndex, skills: SkillFinder) -> Profile:
    """Return what the line says: likely occupations as wishes, and skills; perhaps nothing."""
    lang = detect(line)[0] or "da"
    [guesses] = titles.guess([line], top=3)
    wishes = tuple(Wish(g.uri, g.isco) for g in guesses if g.confidence >= LIKELY)
    found = frozenset(skill.uri for skill in skills.find(line, lang))
    return Profile(wanted_occupations=wishes, skills=found)
