# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What staff write while they help, and what is prepared for them."""

from jobunivers.rooms.casework.models.attention import (
    WAITING,
    AttentionDecision,
    AttentionPoint,
    AttentionTuning,
    PointState,
    Wrong,
)
from jobunivers.rooms.casework.models.managing import FocusDay, FocusReport, Measure, WaitDay
from jobunivers.rooms.casework.models.remarks import Objection, RecommendationRemark
from jobunivers.rooms.casework.models.rows import CitizenRow, OverviewState, SavedFilter

__all__ = [
    "WAITING",
    "AttentionDecision",
    "AttentionPoint",
    "AttentionTuning",
    "CitizenRow",
    "FocusDay",
    "FocusReport",
    "Measure",
    "Objection",
    "OverviewState",
    "PointState",
    "RecommendationRemark",
    "SavedFilter",
    "WaitDay",
    "Wrong",
]
