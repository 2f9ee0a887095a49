# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""She deletes what she has written in her profile, by the same acts that delete one line."""

from datetime import datetime

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from jobunivers.rooms.journey.actions.changing import remove
from jobunivers.rooms.journey.models import Competence, Education, Experience, Wish
from jobunivers.rooms.mydata.actions import Erasure, offer_erasure

Line = Experience | Education | Competence | Wish


def offer() -> None:
    """Offer what she may delete here; said once, in `apps.py`."""
    for one in _ERASURES:
        offer_erasure(one)


def _all(rows: "QuerySet[Line]", at: datetime) -> int:
    found = list(rows.select_related("profile").order_by("pk"))
    for row in found:
        remove(row=row, at=at)
    return len(found)


def _experiences(citizen_id: int, at: datetime) -> int:
    return _all(Experience.objects.filter(profile__citizen_id=citizen_id), at)


def _educations(citizen_id: int, at: datetime) -> int:
    return _all(Education.objects.filter(profile__citizen_id=citizen_id), at)


def _competences(citizen_id: int, at: datetime) -> int:
    return _all(Competence.objects.filter(profile__citizen_id=citizen_id), at)


def _wishes(citizen_id: int, at: datetime) -> int:
    return _all(Wish.objects.filter(profile__citizen_id=citizen_id), at)


_CV = _("Kommunen kan bede dig skrive et CV igen (lov om en aktiv beskæftigelsesindsats § 23).")
_ERASURES = (
    Erasure(
        code="journey.experiences",
        name=_("Job, du har haft"),
        labels=["journey.Experience"],
        erase=_experiences,
        note=_CV,
        order=30,
    ),
    Erasure(
        code="journey.educations",
        name=_("Uddannelser og kurser"),
        labels=["journey.Education"],
        erase=_educations,
        note=_CV,
        order=31,
    ),
    Erasure(
        code="journey.competences",
        name=_("Det, du kan"),
        labels=["journey.Competence"],
        erase=_competences,
        order=32,
    ),
    Erasure(
        code="journey.wishes",
        name=_("Stillinger, du ønsker dig"),
        labels=["journey.Wish"],
        erase=_wishes,
        order=33,
    ),
)
