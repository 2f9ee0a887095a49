# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading a citizen's profile, and her times out of work."""

from jobunivers.rooms.journey.queries.profile import (
    LANGUAGE_LEVELS,
    Known,
    ProfilePage,
    Standing,
    Step,
    changed_since,
    citizen_ids,
    education_level,
    home_of,
    matching_profiles,
    new_competences,
    profile_of,
    profile_page,
    standing_of,
    suggested_competences,
)
from jobunivers.rooms.journey.queries.spells import (
    absences_of,
    absent_on,
    open_spells,
    spells_of,
)

__all__ = [
    "LANGUAGE_LEVELS",
    "Known",
    "ProfilePage",
    "Standing",
    "Step",
    "absences_of",
    "absent_on",
    "changed_since",
    "citizen_ids",
    "education_level",
    "home_of",
    "matching_profiles",
    "new_competences",
    "open_spells",
    "profile_of",
    "profile_page",
    "spells_of",
    "standing_of",
    "suggested_competences",
]
