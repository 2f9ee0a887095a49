# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Whether there is a CV that says something."""

from django.db.models import Exists, OuterRef, Q, QuerySet

from jobunivers.rooms.journey.models import Education, Experience, Profile, Wish


def has_cv(*, citizen_id: int) -> bool:
    """Say whether there is a CV with an aim: a wish, and a job or an education (BEK 46 § 13)."""
    return cv_question(citizen_id=citizen_id).exists()


def cv_question(*, citizen_id: int) -> QuerySet[Profile, int]:
    """Return the question whether there is one: a row if so, to be asked beside others."""
    hers = {"profile": OuterRef("pk")}
    found = Profile.objects.filter(
        Exists(Wish.objects.filter(**hers)),
        Q(Exists(Experience.objects.filter(**hers))) | Q(Exists(Education.objects.filter(**hers))),
        citizen_id=citizen_id,
    )
    return found.order_by("pk").values_list("pk", flat=True)[:1]
