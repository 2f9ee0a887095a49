# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Courses and policies, who is where and why, what she did, and who helps her."""

from jobunivers.rooms.segmentation.models.activity import (
    ActivityCursor,
    ActivityDay,
    ActivityState,
)
from jobunivers.rooms.segmentation.models.caseloads import (
    Assignment,
    AssignmentWhy,
    Caseload,
    HandOver,
    Leave,
)
from jobunivers.rooms.segmentation.models.chances import ChanceModel
from jobunivers.rooms.segmentation.models.placements import (
    FlowDay,
    Move,
    MoveKind,
    Objection,
    ObjectionKind,
    ObjectionOutcome,
    Override,
    Placement,
)
from jobunivers.rooms.segmentation.models.policies import Course, DryRun, Policy

__all__ = [
    "ActivityCursor",
    "ActivityDay",
    "ActivityState",
    "Assignment",
    "AssignmentWhy",
    "Caseload",
    "ChanceModel",
    "Course",
    "DryRun",
    "FlowDay",
    "HandOver",
    "Leave",
    "Move",
    "MoveKind",
    "Objection",
    "ObjectionKind",
    "ObjectionOutcome",
    "Override",
    "Placement",
    "Policy",
]
