# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The room's rows."""

from jobunivers.rooms.outreach.models.pushes import (
    OVER,
    WAYS,
    ApprovalRule,
    How,
    NoMore,
    Push,
    PushRecipient,
    Stand,
    State,
    What,
)

__all__ = [
    "OVER",
    "WAYS",
    "ApprovalRule",
    "How",
    "NoMore",
    "Push",
    "PushRecipient",
    "Stand",
    "State",
    "What",
]
