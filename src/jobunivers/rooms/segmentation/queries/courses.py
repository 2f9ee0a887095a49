# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""How courses are called, in the reader's language; a kommune's own words go first."""

import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from django.db.models import F, QuerySet
from django.utils.translation import get_language, gettext

from jobunivers.foundation.prepared import prepared
from jobunivers.foundation.tenancy import current_municipality_id
from jobunivers.rooms.segmentation.models import Course
from jobunivers.rooms.segmentation.queries.flow_page import LEFT, NEW


@dataclass(frozen=True, slots=True)
class CourseName:
    """A course as it is spoken of."""

    code: str
    name: str
    description: str


def course_names(language: str) -> Mapping[str, CourseName]:
    """Return every course's name by its code."""
    return names_from(course_question(), language)


@prepared
def course_question() -> QuerySet[Course]:
    """Return the question for every course, for `names_from`: asked together with others."""
    return Course.objects.order_by(F("municipality_id").asc(nulls_first=True), "code", "pk")


def names_from(rows: Iterable[Course], language: str) -> Mapping[str, CourseName]:
    """Return every course's name by its code, from the answer to `course_question`."""
    return {row.code: _in(language, row) for row in rows}


def _in(language: str, row: Course) -> CourseName:
    if language == "en":
        return CourseName(row.code, row.name_en, row.description_en)
    return CourseName(row.code, row.name_da, row.description_da)


def called(names: Mapping[str, CourseName], code: str) -> str:
    """Return a course's name; of one that is described nowhere its code."""
    if code == NEW:
        return gettext("Nye")
    if code in {LEFT, ""}:
        return gettext("Ikke ledige mere")
    return names[code].name if code in names else code


def course_word(code: str) -> str:
    """Return what a course is called in the reader's language; "" where there is no code.

    A page of rows asks once: the names are asked for again each minute.
    """
    if not code:
        return ""
    minute = int(time.monotonic() // 60)
    return called(_at_hand(current_municipality_id(), get_language() or "da", minute), code)


@lru_cache(maxsize=256)
def _at_hand(municipality_id: int, language: str, minute: int) -> Mapping[str, CourseName]:
    del municipality_id, minute  # what the answer depends on
    return course_names(language)
