# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Each course as a group that something may be meant for."""

from datetime import datetime

from django.utils.translation import gettext_lazy

from jobunivers.foundation import groups
from jobunivers.foundation.groups import Group
from jobunivers.rooms.segmentation.models import Placement
from jobunivers.rooms.segmentation.queries.courses import course_names

COURSE = "course"


def register_groups() -> None:
    """Let courses be meant."""
    groups.register(groups.Kind(COURSE, gettext_lazy("Forløb"), _offered, _members))


def _offered(staff_id: int, language: str) -> list[Group]:  # noqa: ARG001 - the same for all staff
    names = course_names(language)
    return [Group(COURSE, code, names[code].name) for code in sorted(names)]


def _members(key: str, at: datetime) -> list[int] | None:  # noqa: ARG001 - placements are of now
    if key not in course_names("da"):
        return None
    rows = Placement.objects.filter(course=key).order_by("citizen_id")
    return list(rows.values_list("citizen_id", flat=True))
