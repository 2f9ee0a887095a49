# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The door for changes: remembering looks, consents, switching models, recording figures."""

from jobunivers.trust.actions.consenting import (
    NothingGiven,
    give_consent,
    withdraw_consent,
)
from jobunivers.trust.actions.counting import count_groups
from jobunivers.trust.actions.looking import (
    Looked,
    Seen,
    known_protected,
    look,
    note_looks,
    write_looks,
)
from jobunivers.trust.actions.measuring import Recorded, record_figures
from jobunivers.trust.actions.switching import (
    AlreadySo,
    CannotBeSwitched,
    ReasonNeeded,
    switch,
)

__all__ = [
    "AlreadySo",
    "CannotBeSwitched",
    "Looked",
    "NothingGiven",
    "ReasonNeeded",
    "Recorded",
    "Seen",
    "count_groups",
    "give_consent",
    "known_protected",
    "look",
    "note_looks",
    "record_figures",
    "switch",
    "withdraw_consent",
    "write_looks",
]
