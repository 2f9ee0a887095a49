# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The door for changes: she disagrees, a person answers; a kommune writes its assessments."""

from jobunivers.rooms.decisions.actions.assessing import (
    NotComplete,
    Stale,
    sign_assessment,
    write_assessment,
)
from jobunivers.rooms.decisions.actions.contesting import (
    AlreadyAnswered,
    AlreadyContested,
    NoWords,
    answer_contest,
    contest,
    take_back_contest,
)

__all__ = [
    "AlreadyAnswered",
    "AlreadyContested",
    "NoWords",
    "NotComplete",
    "Stale",
    "answer_contest",
    "contest",
    "sign_assessment",
    "take_back_contest",
    "write_assessment",
]
