# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Rows of decisions about a citizen: what she disagrees with, and a kommune's assessments."""

from jobunivers.rooms.decisions.models.assessments import Assessment, AssessmentKind
from jobunivers.rooms.decisions.models.contests import Contest, Outcome

__all__ = ["Assessment", "AssessmentKind", "Contest", "Outcome"]
