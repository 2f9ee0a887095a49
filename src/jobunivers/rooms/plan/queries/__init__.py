# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The door for looking."""

from jobunivers.rooms.plan.queries.columns import Plans, plans
from jobunivers.rooms.plan.queries.contacts import contacts_of, open_goals, provide_contacts
from jobunivers.rooms.plan.queries.history import (
    ChangeLine,
    Finished,
    HistoryPage,
    KeptPage,
    aside_page,
    done_page,
    finished,
    finished_of,
    finished_question,
    history_page,
)
from jobunivers.rooms.plan.queries.page import (
    AgreementLine,
    GoalBlock,
    Line,
    PlanPage,
    line_of,
    lines_of,
    plan_page,
)
from jobunivers.rooms.plan.queries.requirements import (
    RequirementsPage,
    in_effect,
    newest,
    requirements_page,
    to_be_fixed_by,
)
from jobunivers.rooms.plan.queries.since import (
    agreement_state_words,
    agreements_of_ids,
    change_words,
    changes_after,
)

__all__ = [
    "AgreementLine",
    "ChangeLine",
    "Finished",
    "GoalBlock",
    "HistoryPage",
    "KeptPage",
    "Line",
    "PlanPage",
    "Plans",
    "RequirementsPage",
    "agreement_state_words",
    "agreements_of_ids",
    "aside_page",
    "change_words",
    "changes_after",
    "contacts_of",
    "done_page",
    "finished",
    "finished_of",
    "finished_question",
    "history_page",
    "in_effect",
    "line_of",
    "lines_of",
    "newest",
    "open_goals",
    "plan_page",
    "plans",
    "provide_contacts",
    "requirements_page",
    "to_be_fixed_by",
]
