# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The room's forms: they check, and never save."""

from jobunivers.rooms.segmentation.forms.caseloads import (
    CaseloadForm,
    HandOverForm,
    LeaveForm,
    SubstituteForm,
)
from jobunivers.rooms.segmentation.forms.hers import AbsenceForm, ObjectionForm
from jobunivers.rooms.segmentation.forms.policies import (
    ActivateForm,
    AvailabilityForm,
    CourseHoldsForm,
    CourseWordsForm,
    DefaultForm,
    LadderForm,
    RuleForm,
)
from jobunivers.rooms.segmentation.forms.staff import (
    AnswerForm,
    MovesForm,
    OverrideForm,
    PauseForm,
)

__all__ = [
    "AbsenceForm",
    "ActivateForm",
    "AnswerForm",
    "AvailabilityForm",
    "CaseloadForm",
    "CourseHoldsForm",
    "CourseWordsForm",
    "DefaultForm",
    "HandOverForm",
    "LadderForm",
    "LeaveForm",
    "MovesForm",
    "ObjectionForm",
    "OverrideForm",
    "PauseForm",
    "RuleForm",
    "SubstituteForm",
]
