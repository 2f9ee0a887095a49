# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The door for changes of the library."""

from jobunivers.rooms.library.actions.board import (
    AlreadyProposed,
    Decided,
    NotOnTheBoard,
    name_member,
    offer_as_it_is,
    propose,
    propose_shared,
    put_forward,
    set_quorum,
    take_proposal_back,
    vote,
)
from jobunivers.rooms.library.actions.courses import UnknownCatalogue, import_courses
from jobunivers.rooms.library.actions.importing import import_contents
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
    is_writer,
    publish,
    return_it,
    review,
    take_back,
    withdraw,
    write,
    write_steps,
)

__all__ = [
    "AlreadyProposed",
    "ChangedMeanwhile",
    "Decided",
    "NotAChoice",
    "NotOnTheBoard",
    "NotReady",
    "OwnText",
    "Reader",
    "Unfinished",
    "UnknownCatalogue",
    "Waits",
    "answer",
    "attach",
    "begin",
    "begin_reading",
    "go_on",
    "hand_in",
    "import_contents",
    "import_courses",
    "is_writer",
    "name_member",
    "offer_as_it_is",
    "propose",
    "propose_shared",
    "publish",
    "put_forward",
    "return_it",
    "review",
    "set_quorum",
    "take_back",
    "take_proposal_back",
    "vote",
    "withdraw",
    "write",
    "write_steps",
]
