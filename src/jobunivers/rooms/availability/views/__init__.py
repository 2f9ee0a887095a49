# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Pages of availability: hers, the staff's, the manager's."""

from jobunivers.rooms.availability.views.hers import own, own_case, own_letter
from jobunivers.rooms.availability.views.lists import cases
from jobunivers.rooms.availability.views.manager import manager
from jobunivers.rooms.availability.views.staff import (
    case,
    case_new,
    case_take_over,
    case_withdraw,
    citizen,
    letter,
    like,
)
from jobunivers.rooms.availability.views.working import (
    case_answer,
    case_decision,
    case_facts,
    case_hearing,
    case_review,
    case_sign,
)

__all__ = [
    "case",
    "case_answer",
    "case_decision",
    "case_facts",
    "case_hearing",
    "case_new",
    "case_review",
    "case_sign",
    "case_take_over",
    "case_withdraw",
    "cases",
    "citizen",
    "letter",
    "like",
    "manager",
    "own",
    "own_case",
    "own_letter",
]
