# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The door for looking: what was chosen for a citizen, why, made again, and what she said to it."""

from jobunivers.rooms.decisions.queries.assessing import (
    AssessmentPage,
    assessment_page,
    newest_assessment,
    overview,
)
from jobunivers.rooms.decisions.queries.contests import (
    ContestPage,
    contest_page,
    contests_of,
    waiting_contests,
)
from jobunivers.rooms.decisions.queries.pages import ListPage, OnePage, list_page, one_page

__all__ = [
    "AssessmentPage",
    "ContestPage",
    "ListPage",
    "OnePage",
    "assessment_page",
    "contest_page",
    "contests_of",
    "list_page",
    "newest_assessment",
    "one_page",
    "overview",
    "waiting_contests",
]
