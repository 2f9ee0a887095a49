# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The door for looking: her availability with evidence, and her cases as they stand."""

from jobunivers.rooms.availability.queries.count import MODEL, Count, count_of
from jobunivers.rooms.availability.queries.guiding import Guide, case_rules, guide
from jobunivers.rooms.availability.queries.like import figures, like_cases
from jobunivers.rooms.availability.queries.pages import (
    CasePage,
    case_page,
    cases_of,
    facts_of_case,
)
from jobunivers.rooms.availability.queries.waiting import WaitingPage, waiting_page

__all__ = [
    "MODEL",
    "CasePage",
    "Count",
    "Guide",
    "WaitingPage",
    "case_page",
    "case_rules",
    "cases_of",
    "count_of",
    "facts_of_case",
    "figures",
    "guide",
    "like_cases",
    "waiting_page",
]
