# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""How a citizen's matters read to the staff who help her."""

from collections.abc import Mapping, Sequence

from django.template import Library
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from jobunivers.rooms.casework.models import RecommendationRemark
from jobunivers.rooms.casework.queries.words import OBJECTIONS

register = Library()

_STATUSES: Mapping[str, Promise] = {
    "planned": _("Vil søge"),
    "applied": _("Søgt"),
    "interview": pgettext_lazy("with an employer", "Samtale"),
    "offer": _("Fik jobbet tilbudt"),
    "rejected": _("Afslag"),
    "withdrawn": _("Trukket tilbage"),
}
_LEVELS: Mapping[str, Promise] = {
    "primary": _("Grundskole"),
    "upper_secondary": _("Gymnasial uddannelse"),
    "vocational": _("Erhvervsuddannelse"),
    "short": _("Kort videregående uddannelse"),
    "bachelor": _("Bachelor eller professionsbachelor"),
    "master": _("Lang videregående uddannelse"),
    "phd": _("Ph.d."),
    "course": _("Kursus"),
}


@register.filter
def status_words(status: str) -> str:
    """Return how far an application has come."""
    return str(_STATUSES.get(status, ""))


@register.filter
def level_words(level: str) -> str:
    """Return which kind of education it is."""
    return str(_LEVELS.get(level, ""))


@register.filter
def objection_words(code: str) -> str:
    """Return why an adviser disagreed."""
    return str(OBJECTIONS.get(code, code))


@register.filter
def at(mapping: Mapping[str, object], code: str) -> object:
    """Return what a table says for a code; empty for none."""
    return mapping.get(code, "")


@register.filter
def of_vacancy(
    remarks: Mapping[int, list[RecommendationRemark]], vacancy_id: int
) -> Sequence[RecommendationRemark]:
    """Return the remarks on one advertisement."""
    return remarks.get(vacancy_id, ())
