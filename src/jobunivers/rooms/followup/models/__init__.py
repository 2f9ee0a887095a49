# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Tasks, notes, letters and what is done for many."""

from jobunivers.rooms.followup.models.batches import (
    Batch,
    BatchAct,
    BatchItem,
    BatchState,
    ItemState,
)
from jobunivers.rooms.followup.models.letters import (
    Letter,
    LetterKind,
    LetterState,
    LetterTemplate,
)
from jobunivers.rooms.followup.models.notes import Note, NoteKind, NoteVersion
from jobunivers.rooms.followup.models.tasks import StaffTask, TaskState

__all__ = [
    "Batch",
    "BatchAct",
    "BatchItem",
    "BatchState",
    "ItemState",
    "Letter",
    "LetterKind",
    "LetterState",
    "LetterTemplate",
    "Note",
    "NoteKind",
    "NoteVersion",
    "StaffTask",
    "TaskState",
]
