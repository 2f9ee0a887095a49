# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the worker does for those who help: rows of the overview, and points of attention."""

from jobunivers.rooms.casework.tasks.attention import (
    attend_everybody,
    follow_answer,
    follow_answer_undone,
)
from jobunivers.rooms.casework.tasks.figuring import count_figures
from jobunivers.rooms.casework.tasks.rows import fill_row_after_event, fill_row_of, fill_rows

__all__ = [
    "attend_everybody",
    "count_figures",
    "fill_row_after_event",
    "fill_row_of",
    "fill_rows",
    "follow_answer",
    "follow_answer_undone",
]
