# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The door for changes of the library."""

from jobunivers.rooms.library.actions.reading import NotAChoice, Reader, answer, go_on
from jobunivers.rooms.library.actions.reading import begin as begin_reading
from jobunivers.rooms.library.actions.writing import (
    ChangedMeanwhile,
    NotReady,
    OwnText,
    Unfinished,
    Waits,
    attach,
    begin,
    hand_in,
    publish,
    return_it,
    review,
    take_back,
    withdraw,
    write,
    write_steps,
)

__all__ = [
    "ChangedMeanwhile",
    "NotAChoice",
    "NotReady",
    "OwnText",
    "Reader",
    "Unfinished",
    "Waits",
    "answer",
    "attach",
    "begin",
    "begin_reading",
    "go_on",
    "hand_in",
    "publish",
    "return_it",
    "review",
    "take_back",
    "withdraw",
    "write",
    "write_steps",
]
