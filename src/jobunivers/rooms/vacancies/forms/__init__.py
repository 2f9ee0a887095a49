# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Check what was typed; never save."""

from jobunivers.rooms.vacancies.forms.documents import DOCUMENTS, DocumentForm
from jobunivers.rooms.vacancies.forms.joblog import (
    APPLIED_HOW,
    COUNTRIES,
    EXTENTS,
    FOUND_HOW,
    STATUSES,
    ApplicationForm,
)
from jobunivers.rooms.vacancies.forms.letters import NEW, ProposalForm
from jobunivers.rooms.vacancies.forms.marks import HIDE_REASONS, HideForm, MendForm
from jobunivers.rooms.vacancies.forms.searches import (
    RHYTHMS,
    ChangeSearchForm,
    SaveSearchForm,
)
from jobunivers.rooms.vacancies.forms.steps import InterviewForm, MoveForm, ReminderForm

__all__ = [
    "APPLIED_HOW",
    "COUNTRIES",
    "DOCUMENTS",
    "EXTENTS",
    "FOUND_HOW",
    "HIDE_REASONS",
    "NEW",
    "RHYTHMS",
    "STATUSES",
    "ApplicationForm",
    "ChangeSearchForm",
    "DocumentForm",
    "HideForm",
    "InterviewForm",
    "MendForm",
    "MoveForm",
    "ProposalForm",
    "ReminderForm",
    "SaveSearchForm",
]
