# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""How courses, facts and moves read and look on a page."""

from collections.abc import Mapping, Sequence

from django.template import Library

from jobunivers.rooms.segmentation.queries.availability_words import kept_now, kept_words
from jobunivers.rooms.segmentation.queries.courses import CourseName, called
from jobunivers.rooms.segmentation.queries.facts import fact_name, value_words
from jobunivers.rooms.segmentation.queries.moves_page import percent

register = Library()
register.filter(kept_words)
register.filter(kept_now)
_COLOURS = 6


@register.filter
def course_name(code: str, names: Mapping[str, CourseName]) -> str:
    """Return what a course is called."""
    return called(names, code)


@register.filter
def course_colour(code: str, order: Sequence[str]) -> str:
    """Return the class that colours a course, by its place; what is no course is grey."""
    return f"seg-k{order.index(code) % _COLOURS}" if code in order else "seg-out"


@register.filter
def as_percent(share: float | None) -> str:
    """Return a share in whole percent without the sign."""
    return percent(share)


@register.filter
def share(part: float) -> str:
    """Return a share of what somebody can take, in whole percent."""
    return f"{round(part * 100)} %"


@register.filter
def fact_words(code: str) -> str:
    """Return what a fact is called."""
    return fact_name(code)


@register.filter
def said(value: float | str | None, code: str) -> str:
    """Return a fact's value as it is said."""
    return value_words(code, value)
