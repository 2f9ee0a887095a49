# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The cards of the models that no room of its own speaks for."""

from jobunivers.trust import register
from jobunivers.trust.cards import (
    cv,
    gaps,
    letters,
    matching,
    own_title,
    requirements,
    skills,
    titles,
)


def register_all() -> None:
    """Put the cards in the register."""
    for one in (matching, own_title, cv, letters, titles, skills, requirements):
        register.register(one.CODE, one.card)
    register.register(gaps.CODE, gaps.card, part_of=matching.CODE)
