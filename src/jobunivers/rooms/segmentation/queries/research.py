# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What research may be told of courses: the one a citizen is, or was last, in."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from jobunivers.rooms.retention.queries import variables
from jobunivers.rooms.segmentation.models import Course, Placement


def offer() -> None:
    """Offer it; said in `apps.py`."""
    variables.offer(
        variables.Variable(code="course", name=_("Forløb"), domain=_domain, asked=_courses)
    )


def _domain() -> tuple[str, ...]:
    """Return every course there can be: described for the country or by the kommune."""
    return tuple(sorted(set(Course.objects.order_by().values_list("code", flat=True))))


def _courses(today: date) -> dict[int, str]:
    del today
    rows = Placement.objects.order_by("citizen_id", "pk").values_list("citizen_id", "course")
    return dict(rows)
