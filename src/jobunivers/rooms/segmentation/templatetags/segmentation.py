# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""How courses, facts and moves read and look on a page."""

from collections.abc import Mapping, Sequence

from django.template import Library
from django.utils.translation import gettext, ngettext

from jobunivers.foundation.ui.wording import day, number
from jobunivers.rooms.segmentation.queries.availability import Kept
from jobunivers.rooms.segmentation.queries.courses import CourseName, called
from jobunivers.rooms.segmentation.queries.facts import fact_name, value_words
from jobunivers.rooms.segmentation.queries.moves_page import percent
from jobunivers.rooms.segmentation.queries.policy_text import ENOUGH

register = Library()
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
def kept_words(one: Kept) -> str:
    """Return one thing to keep an eye on, as the rules say it."""
    return str(ENOUGH[one.code]) % {"n": number(one.wanted)}


@register.filter
def kept_now(one: Kept) -> str:
    """Return how it stands with it, without blame."""
    if one.code == "applications_per_week":
        return gettext("De sidste 7 dage: %(n)s.") % {"n": number(one.now or 0)}
    if one.code == "cv_within_days":
        if one.now:
            return gettext("Det er der.")
        return gettext("Senest %(when)s.") % {"when": day(one.by)} if one.by else ""
    if one.now is None:
        return gettext("Ikke endnu.")
    days = round(one.now)
    if days == 0:
        return gettext("Sidst: i dag.")
    return ngettext("Sidst: for %(n)s dag siden.", "Sidst: for %(n)s dage siden.", days) % {
        "n": number(days)
    }


@register.filter
def as_percent(share: float | None) -> str:
    """Return a share in whole percent without the sign."""
    return percent(share)


@register.filter
def fact_words(code: str) -> str:
    """Return what a fact is called."""
    return fact_name(code)


@register.filter
def said(value: float | str | None, code: str) -> str:
    """Return a fact's value as it is said."""
    return value_words(code, value)
