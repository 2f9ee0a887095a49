# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The cards of the models that no room of its own speaks for."""

from jobunivers.trust import register
from jobunivers.trust.cards import matching, own_title, skills, titles


def register_all() -> None:
    """Put the cards in the register."""
    for one in (matching, own_title, titles, skills):
        register.register(one.CODE, one.card)
