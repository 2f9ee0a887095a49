# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The door for changes of retention."""

from jobunivers.rooms.retention.actions.choosing import NotAllowed, choose
from jobunivers.rooms.retention.actions.drawing import draw_ways
from jobunivers.rooms.retention.actions.ending import find_ended
from jobunivers.rooms.retention.actions.holding import NotHeld, bring_holds, lift_hold, set_hold
from jobunivers.rooms.retention.actions.letters import NoLetters, letters_sent, make_letters
from jobunivers.rooms.retention.actions.planning import (
    NotNow,
    OpenAlready,
    approve,
    let_lapse,
    make_plan,
    refuse,
)
from jobunivers.rooms.retention.actions.releasing import (
    Asked,
    NotAsked,
    OverBudget,
    TooMany,
    TooSoon,
    ask_release,
    left_of_budget,
    make_release,
    refuse_release,
)
from jobunivers.rooms.retention.actions.running import note_failure, run_batch, to_run
from jobunivers.rooms.retention.actions.telling import CannotKeep, keep, tell

__all__ = [
    "Asked",
    "CannotKeep",
    "NoLetters",
    "NotAllowed",
    "NotAsked",
    "NotHeld",
    "NotNow",
    "OpenAlready",
    "OverBudget",
    "TooMany",
    "TooSoon",
    "approve",
    "ask_release",
    "bring_holds",
    "choose",
    "draw_ways",
    "find_ended",
    "keep",
    "left_of_budget",
    "let_lapse",
    "letters_sent",
    "lift_hold",
    "make_letters",
    "make_plan",
    "make_release",
    "note_failure",
    "refuse",
    "refuse_release",
    "run_batch",
    "set_hold",
    "tell",
    "to_run",
]
