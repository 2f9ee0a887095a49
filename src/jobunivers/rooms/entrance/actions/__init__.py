# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The door for changes in the entrance."""

from jobunivers.rooms.entrance.actions.counter import (
    HelpedAlready,
    NotWaiting,
    ask_to_help,
    end_help,
    names_shown,
    say_yes_at_the_counter,
    say_yes_herself,
)
from jobunivers.rooms.entrance.actions.guide import (
    ItemEntry,
    KeyTaken,
    Video,
    add_item,
    ensure_guide,
    remove_own_item,
    save_item,
    save_video,
    see,
)
from jobunivers.rooms.entrance.actions.meetings import (
    BookedAlready,
    RulesEntry,
    SlotsOverlap,
    Taken,
    TooLate,
    book,
    cancel,
    mark,
    move,
    open_slots,
    remind,
    save_rules,
    withdraw_slot,
)
from jobunivers.rooms.entrance.actions.readiness import (
    answer_self_test,
    forget_self_test,
    wish_for_help,
)
from jobunivers.rooms.entrance.actions.walking import ensure_walk, finish, put_off, take_step
from jobunivers.rooms.entrance.actions.wishing import say_wishes

__all__ = [
    "BookedAlready",
    "HelpedAlready",
    "ItemEntry",
    "KeyTaken",
    "NotWaiting",
    "RulesEntry",
    "SlotsOverlap",
    "Taken",
    "TooLate",
    "Video",
    "add_item",
    "answer_self_test",
    "ask_to_help",
    "book",
    "cancel",
    "end_help",
    "ensure_guide",
    "ensure_walk",
    "finish",
    "forget_self_test",
    "mark",
    "move",
    "names_shown",
    "open_slots",
    "put_off",
    "remind",
    "remove_own_item",
    "save_item",
    "save_rules",
    "save_video",
    "say_wishes",
    "say_yes_at_the_counter",
    "say_yes_herself",
    "see",
    "take_step",
    "wish_for_help",
    "withdraw_slot",
]
