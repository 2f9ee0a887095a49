# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The room's door for changing: why staff look, where they disagree, and what is prepared."""

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
from jobunivers.rooms.casework.actions.rows import fill_rows, fill_rows_everywhere, fill_rows_of

__all__ = [
    "NothingToTakeBack",
    "ReasonGiven",
    "WordsNeeded",
    "dispute",
    "fill_rows",
    "fill_rows_everywhere",
    "fill_rows_of",
    "give_reason",
    "names_shown",
    "note_reasons",
    "take_back",
]
