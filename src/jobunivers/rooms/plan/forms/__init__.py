# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The room's forms: they check, and never save."""

from jobunivers.rooms.plan.forms.hers import ActivityForm, AgreementForm, GoalForm
from jobunivers.rooms.plan.forms.staff import ProposalForm, RequirementsForm, StaffAgreementForm

__all__ = [
    "ActivityForm",
    "AgreementForm",
    "GoalForm",
    "ProposalForm",
    "RequirementsForm",
    "StaffAgreementForm",
]
