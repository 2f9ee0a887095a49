# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The room's pages: hers and staff's."""

from jobunivers.rooms.plan.views.activities import (
    activity,
    activity_move,
    activity_new,
    activity_state,
    add_thing,
)
from jobunivers.rooms.plan.views.agreements import (
    agreement,
    agreement_end,
    agreement_new,
    agreement_yes,
)
from jobunivers.rooms.plan.views.goals import goal, goal_move, goal_new, goal_state
from jobunivers.rooms.plan.views.showing import aside, done, history, paper, plan, requirements
from jobunivers.rooms.plan.views.staff import (
    citizen,
    fix_requirements,
    propose,
    staff_agreement,
    staff_agreement_end,
    staff_agreement_new,
    staff_agreement_yes,
    staff_requirements,
)

__all__ = [
    "activity",
    "activity_move",
    "activity_new",
    "activity_state",
    "add_thing",
    "agreement",
    "agreement_end",
    "agreement_new",
    "agreement_yes",
    "aside",
    "citizen",
    "done",
    "fix_requirements",
    "goal",
    "goal_move",
    "goal_new",
    "goal_state",
    "history",
    "paper",
    "plan",
    "propose",
    "requirements",
    "staff_agreement",
    "staff_agreement_end",
    "staff_agreement_new",
    "staff_agreement_yes",
    "staff_requirements",
]
