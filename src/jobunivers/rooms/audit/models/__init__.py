# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Rows of the room."""

from jobunivers.rooms.audit.models.chain import (
    ChainCheck,
    ChainLink,
    ChainStanding,
    GapSignature,
    Mark,
    Seal,
)
from jobunivers.rooms.audit.models.looking import (
    LookDecision,
    LookExport,
    LookRule,
    LookSample,
    LookState,
    SampledLook,
    UnusualLook,
)

__all__ = [
    "ChainCheck",
    "ChainLink",
    "ChainStanding",
    "GapSignature",
    "LookDecision",
    "LookExport",
    "LookRule",
    "LookSample",
    "LookState",
    "Mark",
    "SampledLook",
    "Seal",
    "UnusualLook",
]
