# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The door for looking."""

from jobunivers.rooms.outreach.queries.contents import (
    PAGES,
    Job,
    job,
    lesson_choices,
    page_path,
    search_path,
    whats,
)
from jobunivers.rooms.outreach.queries.pages import (
    HerPage,
    ListPage,
    PushPage,
    any_pushes,
    her_page,
    list_page,
    push_page,
    received,
)
from jobunivers.rooms.outreach.queries.rules import decisions, rule_on
from jobunivers.rooms.outreach.queries.words import MISSING

__all__ = [
    "MISSING",
    "PAGES",
    "HerPage",
    "Job",
    "ListPage",
    "PushPage",
    "any_pushes",
    "decisions",
    "her_page",
    "job",
    "lesson_choices",
    "list_page",
    "page_path",
    "push_page",
    "received",
    "rule_on",
    "search_path",
    "whats",
]
