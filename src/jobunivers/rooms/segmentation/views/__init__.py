# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The room's pages: hers, staff's, the manager's and the administrator's."""

from jobunivers.rooms.segmentation.views.editing import (
    availability,
    course_holds,
    course_words,
    default_course,
    draft,
    draft_removed,
    ladder,
    rule,
    rule_moved,
    rule_removed,
)
from jobunivers.rooms.segmentation.views.hers import (
    absence_ended,
    absences,
    journey,
    object_to,
    objection_back,
)
from jobunivers.rooms.segmentation.views.manager import caseload, caseloads, flow, moves
from jobunivers.rooms.segmentation.views.policies import (
    activate,
    policies,
    policy,
    retire,
    rules,
    trial,
    try_policy,
)
from jobunivers.rooms.segmentation.views.staff import (
    citizen,
    objection,
    objection_taken,
    objections,
    override,
    override_ended,
    own_citizens,
    pause,
    pause_ended,
)

__all__ = [
    "absence_ended",
    "absences",
    "activate",
    "availability",
    "caseload",
    "caseloads",
    "citizen",
    "course_holds",
    "course_words",
    "default_course",
    "draft",
    "draft_removed",
    "flow",
    "journey",
    "ladder",
    "moves",
    "object_to",
    "objection",
    "objection_back",
    "objection_taken",
    "objections",
    "override",
    "override_ended",
    "own_citizens",
    "pause",
    "pause_ended",
    "policies",
    "policy",
    "retire",
    "rule",
    "rule_moved",
    "rule_removed",
    "rules",
    "trial",
    "try_policy",
]
