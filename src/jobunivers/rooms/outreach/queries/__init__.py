# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The door for looking."""

from jobunivers.rooms.outreach.queries.conditions import KINDS as CONDITIONS
from jobunivers.rooms.outreach.queries.conditions import (
    area_choices,
    course_choices,
    group_choices,
    wrong_with,
)
from jobunivers.rooms.outreach.queries.contents import (
    PAGES,
    Job,
    Offered,
    job,
    lesson_choices,
    number_in,
    offered,
    page_path,
    search_path,
    whats,
)
from jobunivers.rooms.outreach.queries.matching import as_push
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
from jobunivers.rooms.outreach.queries.rules import (
    any_rules,
    decisions,
    rule_on,
    sent_by_rules,
)
from jobunivers.rooms.outreach.queries.trigger_pages import (
    OrderPage,
    order_page,
    reasons_of,
    trigger_page,
    triggers_page,
    triggers_waiting,
)
from jobunivers.rooms.outreach.queries.words import MISSING, TRIGGER_MISSING

__all__ = [
    "CONDITIONS",
    "MISSING",
    "PAGES",
    "TRIGGER_MISSING",
    "HerPage",
    "Job",
    "ListPage",
    "Offered",
    "OrderPage",
    "PushPage",
    "any_pushes",
    "any_rules",
    "area_choices",
    "as_push",
    "course_choices",
    "decisions",
    "group_choices",
    "her_page",
    "job",
    "lesson_choices",
    "list_page",
    "number_in",
    "offered",
    "order_page",
    "page_path",
    "push_page",
    "reasons_of",
    "received",
    "rule_on",
    "search_path",
    "sent_by_rules",
    "trigger_page",
    "triggers_page",
    "triggers_waiting",
    "whats",
    "wrong_with",
]
