# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The room's door for changes."""

from jobunivers.rooms.evidence.actions.judging import Refused, Sender, Wrong
from jobunivers.rooms.evidence.actions.keys import (
    MOST_KEYS,
    OVERLAP,
    NoKey,
    close_key,
    make_key,
    rotate_key,
)
from jobunivers.rooms.evidence.actions.noting import note_refused
from jobunivers.rooms.evidence.actions.reading import read_waiting
from jobunivers.rooms.evidence.actions.receiving import MOST_STATEMENTS, take

__all__ = [
    "MOST_KEYS",
    "MOST_STATEMENTS",
    "OVERLAP",
    "NoKey",
    "Refused",
    "Sender",
    "Wrong",
    "close_key",
    "make_key",
    "note_refused",
    "read_waiting",
    "rotate_key",
    "take",
]
