# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What staff type of tasks, notes, letters and lists."""

from jobunivers.rooms.followup.forms.letters import (
    BatchForm,
    InviteForm,
    TemplateForm,
    WriteForm,
)
from jobunivers.rooms.followup.forms.tasks import HandForm, NoteForm, TaskForm

__all__ = [
    "BatchForm",
    "HandForm",
    "InviteForm",
    "NoteForm",
    "TaskForm",
    "TemplateForm",
    "WriteForm",
]
