# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The door for changes: cases are opened, established, heard and decided by named people."""

from jobunivers.rooms.availability.actions.deciding import (
    DecisionEntry,
    SamePerson,
    draft_decision,
    review_decision,
    sign_decision,
)
from jobunivers.rooms.availability.actions.facts import FactEntry, set_facts
from jobunivers.rooms.availability.actions.hearing import (
    answer_hearing,
    save_hearing,
    send_hearing,
)
from jobunivers.rooms.availability.actions.noting import ChangedMeanwhile, Closed, NotAllowed
from jobunivers.rooms.availability.actions.opening import (
    CaseEntryForm,
    CaseExists,
    NotYet,
    open_case,
    set_case_rules,
    take_over,
    withdraw,
)
from jobunivers.rooms.availability.models import (
    BenefitGroup,
    Case,
    CaseKind,
    EvidenceKind,
    Outcome,
)

__all__ = [
    "BenefitGroup",
    "Case",
    "CaseEntryForm",
    "CaseExists",
    "CaseKind",
    "ChangedMeanwhile",
    "Closed",
    "DecisionEntry",
    "EvidenceKind",
    "FactEntry",
    "NotAllowed",
    "NotYet",
    "Outcome",
    "SamePerson",
    "answer_hearing",
    "draft_decision",
    "open_case",
    "review_decision",
    "save_hearing",
    "send_hearing",
    "set_case_rules",
    "set_facts",
    "sign_decision",
    "take_over",
    "withdraw",
]
