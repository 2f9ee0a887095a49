# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The room's door for looking."""

from jobunivers.rooms.casework.queries.pages import (
    Activity,
    CitizenPage,
    Count,
    activity,
    citizen_page,
    citizens_page,
)
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
    "Activity",
    "CitizenPage",
    "Count",
    "Disagreement",
    "SuggestionPage",
    "SuggestionsPage",
    "activity",
    "citizen_page",
    "citizens_page",
    "disagreement",
    "figures",
    "remarks_about",
    "remarks_on",
    "suggestion_page",
    "suggestions_page",
]
