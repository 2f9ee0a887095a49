# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The door for changes: tasks, notes, letters, and the same for many."""

from jobunivers.rooms.followup.actions.batches import (
    MOST,
    NobodyChosen,
    NotNow,
    TooMany,
    drop_batch,
    hurry_batch,
    put_back,
    retry_batch,
    send_batch,
    start_batch,
    take_away,
    undo_batch,
    word_batch,
)
from jobunivers.rooms.followup.actions.letters import (
    SentAlready,
    invite,
    send_now,
    undo_letter,
    write_to,
)
from jobunivers.rooms.followup.actions.notes import ChangedMeanwhile, add_note, correct_note
from jobunivers.rooms.followup.actions.sending import send_due, send_item
from jobunivers.rooms.followup.actions.tasks import (
    NobodyThere,
    TakenMeanwhile,
    add_task,
    close_tasks,
    drop,
    finish,
    hand_on,
    open_again,
    take,
)
from jobunivers.rooms.followup.actions.templates import (
    ChangedTemplate,
    TemplateEntry,
    UnknownField,
    save_template,
    withdraw_template,
)

__all__ = [
    "MOST",
    "ChangedMeanwhile",
    "ChangedTemplate",
    "NobodyChosen",
    "NobodyThere",
    "NotNow",
    "SentAlready",
    "TakenMeanwhile",
    "TemplateEntry",
    "TooMany",
    "UnknownField",
    "add_note",
    "add_task",
    "close_tasks",
    "correct_note",
    "drop",
    "drop_batch",
    "finish",
    "hand_on",
    "hurry_batch",
    "invite",
    "open_again",
    "put_back",
    "retry_batch",
    "save_template",
    "send_batch",
    "send_due",
    "send_item",
    "send_now",
    "start_batch",
    "take",
    "take_away",
    "undo_batch",
    "undo_letter",
    "withdraw_template",
    "word_batch",
    "write_to",
]
