# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The door for changes of Mine data."""

from jobunivers.rooms.mydata.actions.downloading import (
    ask_for_download,
    make,
    note_taken,
)
from jobunivers.rooms.mydata.actions.erasing import (
    Erasure,
    NothingChosen,
    erase,
    erasures,
    offer_erasure,
)
from jobunivers.rooms.mydata.actions.requesting import (
    About,
    Answer,
    ChangedMeanwhile,
    LawNeeded,
    Over,
    TooLate,
    answer,
    ask,
    extend,
    remind_of_deadlines,
    take,
    withdraw,
)
from jobunivers.rooms.mydata.models import RequestKind

__all__ = [
    "About",
    "Answer",
    "ChangedMeanwhile",
    "Erasure",
    "LawNeeded",
    "NothingChosen",
    "Over",
    "RequestKind",
    "TooLate",
    "answer",
    "ask",
    "ask_for_download",
    "erase",
    "erasures",
    "extend",
    "make",
    "note_taken",
    "offer_erasure",
    "remind_of_deadlines",
    "take",
    "withdraw",
]
