# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What an advertisement has to do with what she follows."""

from collections.abc import Collection, Mapping

from django.template import Library

from jobunivers.rooms.vacancies.models import Vacancy

register = Library()


@register.filter
def followed_in(vacancy: Vacancy, marks: object) -> str:
    """Return what she follows of an advertisement; empty for none, and where nobody asked."""
    return str(marks.get(vacancy.pk, "")) if isinstance(marks, Mapping) else ""


@register.filter
def is_in(value: object, values: object) -> bool:
    """Say whether a value is among others."""
    return isinstance(values, Collection) and value in values
