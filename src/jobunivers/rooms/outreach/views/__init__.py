# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The room's pages."""

from jobunivers.rooms.outreach.views.others import hers, rules, say_no
from jobunivers.rooms.outreach.views.pushes import (
    approve,
    choose,
    look,
    push,
    pushes,
    refuse,
    stop,
    submit,
    withdraw,
)
from jobunivers.rooms.outreach.views.writing import edit, from_list, new, to_one

__all__ = [
    "approve",
    "choose",
    "edit",
    "from_list",
    "hers",
    "look",
    "new",
    "push",
    "pushes",
    "refuse",
    "rules",
    "say_no",
    "stop",
    "submit",
    "to_one",
    "withdraw",
]
