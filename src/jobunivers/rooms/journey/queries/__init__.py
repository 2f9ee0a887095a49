# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading a citizen's profile, and her times out of work."""

from jobunivers.rooms.journey.queries.columns import (
    DANISH_LEVELS,
    EDUCATION_LEVELS,
    Away,
    Said,
    Seekers,
    away,
    said,
    seekers,
)
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
    "DANISH_LEVELS",
    "EDUCATION_LEVELS",
    "LANGUAGE_LEVELS",
    "Away",
    "Known",
    "ProfilePage",
    "Said",
    "Seekers",
    "Standing",
    "Step",
    "absences_of",
    "absent_on",
    "away",
    "changed_since",
    "citizen_ids",
    "education_level",
    "home_of",
    "matching_profiles",
    "new_competences",
    "open_spells",
    "profile_of",
    "profile_page",
    "said",
    "seekers",
    "spells_of",
    "standing_of",
    "suggested_competences",
]
