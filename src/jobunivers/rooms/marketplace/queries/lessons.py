# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What can be learned on the shelves, for rooms that suggest what a competence opens."""

from collections.abc import Sequence
from datetime import datetime
from functools import lru_cache

from jobunivers.foundation.lessons import Lesson
from jobunivers.foundation.tenancy import current_municipality_id
from jobunivers.rooms.marketplace.models import Kind, Offer
from jobunivers.rooms.marketplace.queries.changes import last_change
from jobunivers.rooms.marketplace.queries.shelves import standing_ids

ROOM = "marketplace"
_TEACHING = (Kind.COURSE, Kind.LESSON, Kind.VIDEO)
_HOUR = 60.0
_UNSAID = 1.0  # hours, where an offer does not say how long it takes


def lessons(language: str, at: datetime) -> Sequence[Lesson]:
    """Return the courses, lessons and videos that stand on shelves for everybody and teach."""
    standing = standing_ids(None, at=at)
    known = _taught(current_municipality_id(), last_change(), language)
    return [lesson for pk, lesson in known if pk in standing]


# Asked for with many a page; what they say changes with the change number alone.
@lru_cache(maxsize=256)
def _taught(_municipality_id: int, _change: int, language: str) -> tuple[tuple[int, Lesson], ...]:
    rows = Offer.objects.filter(kind__in=_TEACHING, state="approved", blocked=[])
    rows = rows.filter(current__isnull=False).exclude(current__skills=[])
    told = rows.order_by("pk").values_list(
        "pk", "current__title_da", "current__title_en", "current__skills", "current__minutes"
    )
    return tuple(
        (
            pk,
            Lesson(
                code=f"{ROOM}:{pk}",
                title=(title_en if language == "en" else "") or title_da,
                path=f"markedspladsen/{pk}/",
                skills=tuple(skills),
                hours=minutes / _HOUR if minutes else _UNSAID,
            ),
        )
        for pk, title_da, title_en, skills, minutes in told
    )
