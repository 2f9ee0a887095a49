# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the overview needs whatever is asked of it, in one journey: choices, filters, how many."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db.models import QuerySet

from jobunivers.foundation import together
from jobunivers.foundation.counted import how_many
from jobunivers.foundation.notices import queries as notices
from jobunivers.foundation.prepared import prepared
from jobunivers.identity import queries as identity
from jobunivers.identity.models import Person, Role
from jobunivers.rooms.casework.models import OverviewState, SavedFilter
from jobunivers.rooms.casework.queries.filters import Choices, own_choices
from jobunivers.rooms.casework.queries.kept import saved_filters
from jobunivers.rooms.segmentation import queries as segmentation


@dataclass(frozen=True, slots=True)
class Basics:
    """The kommune's choices, how its rows stand, the reader's filters, and her unread notices."""

    choices: Choices
    state: OverviewState | None
    kept: Sequence[SavedFilter]
    unread: int


def basics(*, reader: int, language: str) -> Basics:
    """Return what the overview needs whatever is asked of it."""
    courses, consultants = segmentation.course_question(), _consultants()
    state, kept = _state(), saved_filters(reader=reader)
    unread = notices.unread_counted(person_id=reader)
    together.ask([courses, consultants, state, kept, unread])
    return Basics(
        _choices(segmentation.names_from(courses, language), consultants.rows()),
        state.first(),
        kept.rows(),
        how_many(unread),
    )


def kommune_choices(language: str) -> Choices:
    """Return the kommune's courses and consultants as choices."""
    courses, consultants = segmentation.course_question(), _consultants()
    together.ask([courses, consultants])
    return _choices(segmentation.names_from(courses, language), consultants.rows())


def _choices(
    courses: Mapping[str, segmentation.CourseName], consultants: Sequence[tuple[int, str]]
) -> Choices:
    return own_choices(
        {code: one.name for code, one in courses.items()},
        {str(pk): name for pk, name in consultants},
    )


@prepared
def _consultants() -> QuerySet[Person, tuple[int, str]]:
    return identity.staff(roles=[Role.CONSULTANT]).values_list("pk", "name")


@prepared
def _state() -> QuerySet[OverviewState]:
    return OverviewState.objects.order_by("pk")
