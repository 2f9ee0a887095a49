# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Rows of retention."""

from jobunivers.rooms.retention.models.choices import Choice
from jobunivers.rooms.retention.models.ledger import LedgerLine, Term, Tombstone, Way
from jobunivers.rooms.retention.models.people import Ended, Hold, HoldKind, LetterRun, Told
from jobunivers.rooms.retention.models.plans import (
    OPEN,
    Batch,
    BatchState,
    Member,
    Plan,
    PlanLine,
    PlanState,
)
from jobunivers.rooms.retention.models.research import Release, ReleaseKind, ReleaseState

END = "end"
"""The code of the last batch: every clock of a citizen's way has run out, and she goes herself."""

LEFT = "left"
"""The code of a batch of people of staff or of firms who have stopped."""

NAME = "name"
"""The code of a batch of such people whom no row names any more: then their names go."""

AGED = "aged"
"""The code of a batch of rows that are too old by themselves."""

__all__ = [
    "AGED",
    "END",
    "LEFT",
    "NAME",
    "OPEN",
    "Batch",
    "BatchState",
    "Choice",
    "Ended",
    "Hold",
    "HoldKind",
    "LedgerLine",
    "LetterRun",
    "Member",
    "Plan",
    "PlanLine",
    "PlanState",
    "Release",
    "ReleaseKind",
    "ReleaseState",
    "Term",
    "Told",
    "Tombstone",
    "Way",
]
