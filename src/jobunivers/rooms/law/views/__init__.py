# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Pages of the room."""

from jobunivers.rooms.law.views.guidance import citizen, guidance, process
from jobunivers.rooms.law.views.public import changes, document, provision, rule, rules, search
from jobunivers.rooms.law.views.settings import approve, own_value, registers, settings

__all__ = [
    "approve",
    "changes",
    "citizen",
    "document",
    "guidance",
    "own_value",
    "process",
    "provision",
    "registers",
    "rule",
    "rules",
    "search",
    "settings",
]
