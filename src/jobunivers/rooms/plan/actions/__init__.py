# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The door for changes."""

from jobunivers.rooms.plan.actions.activities import (
    MOST_SUGGESTIONS,
    ActivityEntry,
    AlreadyPlanned,
    NoSuchThing,
    add_activity,
    add_thing,
    change_activity,
    done_by_application,
    entry_of,
    move_activity,
    move_day,
    set_state,
    suggest,
)
from jobunivers.rooms.plan.actions.agreements import (
    AgreementEntry,
    change_agreement,
    close_agreement,
    propose_agreement,
    say_yes,
)
from jobunivers.rooms.plan.actions.goals import (
    GoalEntry,
    add_goal,
    change_goal,
    move_goal,
    set_goal_state,
)
from jobunivers.rooms.plan.actions.many import (
    ManyActivities,
    ManyGoals,
    add_activities,
    add_goals,
)
from jobunivers.rooms.plan.actions.noting import (
    PLATFORM,
    Actor,
    ChangedMeanwhile,
    NotNow,
    herself,
    staff,
)
from jobunivers.rooms.plan.actions.offered import (
    done_by_offer,
    suggest_offer,
    undone_by_offer,
    who_plans,
)
from jobunivers.rooms.plan.actions.requirements import (
    RequirementsEntry,
    SomebodyElse,
    TooEarly,
    fix_requirements,
)
from jobunivers.rooms.plan.actions.suggesting import suggest_for
from jobunivers.rooms.plan.actions.telling import remind_of_agreements
from jobunivers.rooms.plan.models import (
    ActivityKind,
    ActivityState,
    AgreementState,
    Every,
    FixedAt,
)

__all__ = [
    "MOST_SUGGESTIONS",
    "PLATFORM",
    "ActivityEntry",
    "ActivityKind",
    "ActivityState",
    "Actor",
    "AgreementEntry",
    "AgreementState",
    "AlreadyPlanned",
    "ChangedMeanwhile",
    "Every",
    "FixedAt",
    "GoalEntry",
    "ManyActivities",
    "ManyGoals",
    "NoSuchThing",
    "NotNow",
    "RequirementsEntry",
    "SomebodyElse",
    "TooEarly",
    "add_activities",
    "add_activity",
    "add_goal",
    "add_goals",
    "add_thing",
    "change_activity",
    "change_agreement",
    "change_goal",
    "close_agreement",
    "done_by_application",
    "done_by_offer",
    "entry_of",
    "fix_requirements",
    "herself",
    "move_activity",
    "move_day",
    "move_goal",
    "propose_agreement",
    "remind_of_agreements",
    "say_yes",
    "set_goal_state",
    "set_state",
    "staff",
    "suggest",
    "suggest_for",
    "suggest_offer",
    "undone_by_offer",
    "who_plans",
]
