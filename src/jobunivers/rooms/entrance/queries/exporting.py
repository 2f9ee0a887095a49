# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Her profile as a source tells a profile: to be written as a file."""

from jobunivers.integrations.profiles.records import (
    NOW,
    EducationTold,
    JobTold,
    LanguageTold,
    LicenceTold,
    ProfileTold,
    WordsTold,
)
from jobunivers.rooms.journey import queries as profiles


def told_of(*, citizen_id: int) -> ProfileTold:
    """Return her profile; an empty one when she has not begun."""
    page = profiles.profile_page(citizen_id=citizen_id)
    if page is None:
        return ProfileTold(format="jobunivers-profile")
    return ProfileTold(
        format="jobunivers-profile",
        jobs=tuple(
            JobTold(
                title=row.title,
                employer=row.employer,
                started=f"{row.started_on:%Y-%m}",
                ended=f"{row.ended_on:%Y-%m}" if row.ended_on else NOW,
                description=row.description,
            )
            for row in page.experience
        ),
        educations=tuple(
            EducationTold(
                title=row.title,
                institution=row.institution,
                level=row.level,
                ended=str(row.ended_year or ""),
            )
            for row in page.education
        ),
        skills=tuple(WordsTold(words=row.words, concept=row.skill_uri) for row in page.competences),
        wishes=tuple(WordsTold(words=row.words, concept=row.occupation_uri) for row in page.wishes),
        languages=tuple(
            LanguageTold(code=code, level=level) for code, level in page.profile.languages.items()
        ),
        licences=tuple(LicenceTold(code=code) for code in page.profile.licences),
        postal_code=page.profile.postal_code,
        summary=page.profile.summary,
    )
