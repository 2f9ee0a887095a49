# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The room's door for looking."""

from jobunivers.rooms.vendors.models import Rank
from jobunivers.rooms.vendors.queries.answers import Answers, ProcessorAnswer, usual_answers
from jobunivers.rooms.vendors.queries.checklist import Missing
from jobunivers.rooms.vendors.queries.cvr import is_cvr
from jobunivers.rooms.vendors.queries.gates import Checked, checked

__all__ = [
    "Answers",
    "Checked",
    "Missing",
    "ProcessorAnswer",
    "Rank",
    "checked",
    "is_cvr",
    "usual_answers",
]
