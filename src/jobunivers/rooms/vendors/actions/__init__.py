# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The room's door for changes."""

from jobunivers.rooms.vendors.actions.answering import (
    ChangedAnswers,
    SamePerson,
    accept_answers,
    attach,
    fill_gate,
    save_answers,
)
from jobunivers.rooms.vendors.actions.checking import check, check_all
from jobunivers.rooms.vendors.actions.deciding import approve, send_back, withdraw
from jobunivers.rooms.vendors.actions.falling import lift_fall, mark_fallen
from jobunivers.rooms.vendors.actions.telling import tell_of_blocked

__all__ = [
    "ChangedAnswers",
    "SamePerson",
    "accept_answers",
    "approve",
    "attach",
    "check",
    "check_all",
    "fill_gate",
    "lift_fall",
    "mark_fallen",
    "save_answers",
    "send_back",
    "tell_of_blocked",
    "withdraw",
]
