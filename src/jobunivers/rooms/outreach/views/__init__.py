# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The room's pages."""

from jobunivers.rooms.outreach.views.others import hers, rules, say_no, say_no_to_rule
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
from jobunivers.rooms.outreach.views.triggers import (
    automatic,
    automatic_approve,
    automatic_edit,
    automatic_end,
    automatic_examples,
    automatic_live,
    automatic_new,
    automatic_order,
    automatic_pause,
    automatic_refuse,
    automatic_resume,
    automatic_rule,
    automatic_try,
)
from jobunivers.rooms.outreach.views.writing import edit, from_list, new, to_one

__all__ = [
    "approve",
    "automatic",
    "automatic_approve",
    "automatic_edit",
    "automatic_end",
    "automatic_examples",
    "automatic_live",
    "automatic_new",
    "automatic_order",
    "automatic_pause",
    "automatic_refuse",
    "automatic_resume",
    "automatic_rule",
    "automatic_try",
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
    "say_no_to_rule",
    "stop",
    "submit",
    "to_one",
    "withdraw",
]
