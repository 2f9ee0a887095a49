# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The room's forms: they check what was typed and never save."""

from jobunivers.rooms.journey.forms.abilities import AbilitiesForm
from jobunivers.rooms.journey.forms.parts import (
    LEVELS,
    BasicsForm,
    CompetenceForm,
    EducationForm,
    ExperienceForm,
    MonthField,
    PhoneForm,
    WishForm,
)

__all__ = [
    "LEVELS",
    "AbilitiesForm",
    "BasicsForm",
    "CompetenceForm",
    "EducationForm",
    "ExperienceForm",
    "MonthField",
    "PhoneForm",
    "WishForm",
]
