# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The room's door for changing: staff say why they look and where they disagree."""

from jobunivers.rooms.casework.actions.disputes import (
    NothingToTakeBack,
    WordsNeeded,
    dispute,
    take_back,
)
from jobunivers.rooms.casework.actions.reasons import (
    ReasonGiven,
    give_reason,
    names_shown,
    note_reasons,
)

__all__ = [
    "NothingToTakeBack",
    "ReasonGiven",
    "WordsNeeded",
    "dispute",
    "give_reason",
    "names_shown",
    "note_reasons",
    "take_back",
]
