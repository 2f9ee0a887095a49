# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What she has done of her plan, for rooms above that build on it."""

from datetime import date
from typing import NamedTuple

from jobunivers.rooms.plan.models import Activity, ActivityKind, ActivityState


class CourseDone(NamedTuple):
    """A course of her plan that she has done: what it is called, and on which day."""

    title: str
    on: date


def courses_done(*, citizen_id: int, since: date) -> list[CourseDone]:
    """Return the courses of her plan that she has done since that day, newest first."""
    rows = Activity.objects.filter(
        citizen_id=citizen_id,
        kind=ActivityKind.COURSE,
        state=ActivityState.DONE,
        done_on__gte=since,
    ).order_by("-done_on", "-pk")
    return [CourseDone(row.title, row.done_on) for row in rows if row.done_on is not None]
