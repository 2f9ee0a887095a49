# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The room's rows."""

from jobunivers.rooms.outreach.models.effects import WINDOWS, EffectCount, Outcome
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
from jobunivers.rooms.outreach.models.triggers import (
    NoTrigger,
    Trigger,
    TriggerHit,
    TriggerOrder,
    TriggerState,
    TriggerTest,
    TriggerVersion,
)

__all__ = [
    "OVER",
    "WAYS",
    "WINDOWS",
    "ApprovalRule",
    "EffectCount",
    "How",
    "NoMore",
    "NoTrigger",
    "Outcome",
    "Push",
    "PushRecipient",
    "Stand",
    "State",
    "Trigger",
    "TriggerHit",
    "TriggerOrder",
    "TriggerState",
    "TriggerTest",
    "TriggerVersion",
    "What",
]
