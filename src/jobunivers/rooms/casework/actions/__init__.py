# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The room's door for changing: why staff look, where they disagree, and what is prepared."""

from jobunivers.rooms.casework.actions.attending import (
    MODEL as ATTENTION_MODEL,
)
from jobunivers.rooms.casework.actions.attending import (
    Attended,
    attend,
    attend_everybody,
    see_anew,
)
from jobunivers.rooms.casework.actions.attention import (
    SOLVED,
    AlreadyHandled,
    WordsAreMissing,
    answer_point,
    answer_undone,
    mark_wrong,
    object_to_point,
    points_shown,
    postpone,
    solve,
    undo,
    write_to,
)
from jobunivers.rooms.casework.actions.disputes import (
    NothingToTakeBack,
    WordsNeeded,
    dispute,
    take_back,
)
from jobunivers.rooms.casework.actions.figuring import (
    ImpossibleCount,
    count_aims,
    count_waits,
    report_aim,
)
from jobunivers.rooms.casework.actions.printing import file_printed
from jobunivers.rooms.casework.actions.reasons import (
    ReasonGiven,
    give_reason,
    names_shown,
    note_reasons,
)
from jobunivers.rooms.casework.actions.rows import fill_rows, fill_rows_everywhere, fill_rows_of
from jobunivers.rooms.casework.actions.tuning import decide_tuning
from jobunivers.rooms.casework.models import Measure

__all__ = [
    "ATTENTION_MODEL",
    "SOLVED",
    "AlreadyHandled",
    "Attended",
    "ImpossibleCount",
    "Measure",
    "NothingToTakeBack",
    "ReasonGiven",
    "WordsAreMissing",
    "WordsNeeded",
    "answer_point",
    "answer_undone",
    "attend",
    "attend_everybody",
    "count_aims",
    "count_waits",
    "decide_tuning",
    "dispute",
    "file_printed",
    "fill_rows",
    "fill_rows_everywhere",
    "fill_rows_of",
    "give_reason",
    "mark_wrong",
    "names_shown",
    "note_reasons",
    "object_to_point",
    "points_shown",
    "postpone",
    "report_aim",
    "see_anew",
    "solve",
    "take_back",
    "undo",
    "write_to",
]
