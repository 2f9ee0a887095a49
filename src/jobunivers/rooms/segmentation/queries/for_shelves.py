# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the shelves of the marketplace ask: a citizen's course, and how courses are called."""

from collections.abc import Mapping

from jobunivers.rooms.marketplace import queries as marketplace
from jobunivers.rooms.segmentation.queries.courses import course_names
from jobunivers.rooms.segmentation.queries.since import course_of


def register_courses() -> None:
    """Tell the shelves who knows of courses."""
    marketplace.provide_course(_code, names=_names)


def _code(citizen_id: int) -> str | None:
    return course_of(citizen_id=citizen_id).values_list("course", flat=True).first()


def _names(language: str) -> Mapping[str, str]:
    return {code: one.name for code, one in course_names(language).items()}
