# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from jobunivers.rooms.followup.views.batches import batch, batches, bulk, started
from jobunivers.rooms.followup.views.hers import letter as her_letter
from jobunivers.rooms.followup.views.hers import letters
from jobunivers.rooms.followup.views.letters import invite, letter, write
from jobunivers.rooms.followup.views.notes import file, note, note_correct
from jobunivers.rooms.followup.views.tasks import task, task_new, tasks
from jobunivers.rooms.followup.views.templates import template, template_new, templates

__all__ = [
    "batch",
    "batches",
    "bulk",
    "file",
    "her_letter",
    "invite",
    "letter",
    "letters",
    "note",
    "note_correct",
    "started",
    "task",
    "task_new",
    "tasks",
    "template",
    "template_new",
    "templates",
    "write",
]
