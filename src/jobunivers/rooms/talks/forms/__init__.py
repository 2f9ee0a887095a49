# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The room's forms: they check, and never save."""

from jobunivers.rooms.talks.forms.cards import CardForm
from jobunivers.rooms.talks.forms.talks import (
    BeginForm,
    PartakerForm,
    PlanForm,
    PointForm,
    ReferatForm,
    TalkAgreementForm,
    TimeForm,
)

__all__ = [
    "BeginForm",
    "CardForm",
    "PartakerForm",
    "PlanForm",
    "PointForm",
    "ReferatForm",
    "TalkAgreementForm",
    "TimeForm",
]
