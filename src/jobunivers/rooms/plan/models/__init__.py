# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Goals, activities, agreements, requirements, and every change of them."""

from jobunivers.rooms.plan.models.agreements import (
    Agreement,
    AgreementState,
    Every,
    FixedAt,
    JobSearchRequirements,
)
from jobunivers.rooms.plan.models.history import About, PlanChange
from jobunivers.rooms.plan.models.plans import (
    AHEAD,
    ASIDE,
    NEXT_STATES,
    Activity,
    ActivityKind,
    ActivityState,
    Goal,
    GoalState,
    MadeBy,
)

__all__ = [
    "AHEAD",
    "ASIDE",
    "NEXT_STATES",
    "About",
    "Activity",
    "ActivityKind",
    "ActivityState",
    "Agreement",
    "AgreementState",
    "Every",
    "FixedAt",
    "Goal",
    "GoalState",
    "JobSearchRequirements",
    "MadeBy",
    "PlanChange",
]
