# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The room's door for changes."""

from jobunivers.rooms.audit.actions.beginning import begin, catch_up
from jobunivers.rooms.audit.actions.chaining import Chained, chain, mark, seal, settled
from jobunivers.rooms.audit.actions.checking import ask_for_check, check, look_through
from jobunivers.rooms.audit.actions.exporting import Made, export
from jobunivers.rooms.audit.actions.signing import sign_gaps
from jobunivers.rooms.audit.actions.unusual import (
    DecidedMeanwhile,
    UnknownRule,
    cases_of,
    decide,
    draw_sample,
    find_unusual,
    set_rule,
)

__all__ = [
    "Chained",
    "DecidedMeanwhile",
    "Made",
    "UnknownRule",
    "ask_for_check",
    "begin",
    "cases_of",
    "catch_up",
    "chain",
    "check",
    "decide",
    "draw_sample",
    "export",
    "find_unusual",
    "look_through",
    "mark",
    "seal",
    "set_rule",
    "settled",
    "sign_gaps",
]
