# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Whether there is a CV that says something."""

from django.db.models import Exists, OuterRef, Q

from jobunivers.rooms.journey.models import Education, Experience, Profile, Wish


def has_cv(*, citizen_id: int) -> bool:
    """Say whether there is a CV with an aim: a wish, and a job or an education (BEK 46 § 13)."""
    hers = {"profile": OuterRef("pk")}
    return Profile.objects.filter(
        Exists(Wish.objects.filter(**hers)),
        Q(Exists(Experience.objects.filter(**hers))) | Q(Exists(Education.objects.filter(**hers))),
        citizen_id=citizen_id,
    ).exists()
