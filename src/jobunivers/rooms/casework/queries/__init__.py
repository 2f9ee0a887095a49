# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The room's door for looking."""

from jobunivers.rooms.casework.queries.attention import (
    Asker,
    HerPage,
    PointLine,
    WorkList,
    her_page,
    line_of,
    open_codes,
    points_of,
    work_list,
)
from jobunivers.rooms.casework.queries.attention_facts import facts_of
from jobunivers.rooms.casework.queries.attention_figures import TuningPage, tuning_page
from jobunivers.rooms.casework.queries.pages import citizens_page
from jobunivers.rooms.casework.queries.remarks import (
    Disagreement,
    disagreement,
    figures,
    remarks_about,
    remarks_on,
)
from jobunivers.rooms.casework.queries.suggestions import (
    MODEL,
    SuggestionPage,
    SuggestionsPage,
    suggestion_page,
    suggestions_page,
)

__all__ = [
    "MODEL",
    "Asker",
    "Disagreement",
    "HerPage",
    "PointLine",
    "SuggestionPage",
    "SuggestionsPage",
    "TuningPage",
    "WorkList",
    "citizens_page",
    "disagreement",
    "facts_of",
    "figures",
    "her_page",
    "line_of",
    "open_codes",
    "points_of",
    "remarks_about",
    "remarks_on",
    "suggestion_page",
    "suggestions_page",
    "tuning_page",
    "work_list",
]
