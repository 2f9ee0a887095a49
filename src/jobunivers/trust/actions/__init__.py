# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The door for changes: remembering looks, switching models, recording figures."""

from jobunivers.trust.actions.looking import Seen, look, write_looks
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
    "ReasonNeeded",
    "Recorded",
    "Seen",
    "look",
    "record_figures",
    "switch",
    "write_looks",
]
