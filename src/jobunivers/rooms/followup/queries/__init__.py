# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The door for looking: tasks, notes, letters, templates, lists of many."""

from jobunivers.rooms.followup.queries.batches import ACTS, BatchPage, batch_page, batches_of
from jobunivers.rooms.followup.queries.composing import (
    Composed,
    Text,
    composed,
    provide_talks,
    talks_ahead,
)
from jobunivers.rooms.followup.queries.files import (
    FilePage,
    file_page,
    her_letters,
    her_notes,
    letter_lines,
    letters_to,
    note_lines,
    notes_on,
    tasks_about,
)
from jobunivers.rooms.followup.queries.tasks import (
    TasksPage,
    answered,
    lines_of,
    open_tasks_about,
    tasks_of,
    tasks_page,
)
from jobunivers.rooms.followup.queries.templates import (
    FIELDS,
    KINDS,
    WAYS,
    Template,
    template,
    templates,
    templates_for,
    versions,
)

__all__ = [
    "ACTS",
    "FIELDS",
    "KINDS",
    "WAYS",
    "BatchPage",
    "Composed",
    "FilePage",
    "TasksPage",
    "Template",
    "Text",
    "answered",
    "batch_page",
    "batches_of",
    "composed",
    "file_page",
    "her_letters",
    "her_notes",
    "letter_lines",
    "letters_to",
    "lines_of",
    "note_lines",
    "notes_on",
    "open_tasks_about",
    "provide_talks",
    "talks_ahead",
    "tasks_about",
    "tasks_of",
    "tasks_page",
    "template",
    "templates",
    "templates_for",
    "versions",
]
