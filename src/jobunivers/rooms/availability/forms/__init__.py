# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Check what is written in a case."""

from jobunivers.rooms.availability.forms.cases import (
    AnswerForm,
    DecisionForm,
    FactsForm,
    HearingForm,
    OpenForm,
    RulesForm,
    WithdrawForm,
)

__all__ = [
    "AnswerForm",
    "DecisionForm",
    "FactsForm",
    "HearingForm",
    "OpenForm",
    "RulesForm",
    "WithdrawForm",
]
