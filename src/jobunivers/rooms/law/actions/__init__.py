# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Doors of the room: changes."""

from jobunivers.rooms.law.actions.importing import Summary, derive_dates, import_law
from jobunivers.rooms.law.actions.register import (
    ApprovedAlready,
    BeginsAlready,
    Decision,
    NotLeftOpen,
    TooEarly,
    approve_register,
    ensure_rules,
    set_own_value,
)

__all__ = [
    "ApprovedAlready",
    "BeginsAlready",
    "Decision",
    "NotLeftOpen",
    "Summary",
    "TooEarly",
    "approve_register",
    "derive_dates",
    "ensure_rules",
    "import_law",
    "set_own_value",
]
