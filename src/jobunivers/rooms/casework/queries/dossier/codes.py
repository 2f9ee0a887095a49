# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The codes of this room's parts, never renamed."""

WHO, POINTS, WAY, ACTIVITY, PROFILE, JOBS, JOBLOG = (
    "casework.who",
    "casework.points",
    "casework.way",
    "casework.activity",
    "casework.profile",
    "casework.jobs",
    "casework.joblog",
)
