# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The law that something stands on, one press away."""

from collections.abc import Iterable
from typing import Any

from django.template import Library
from django.urls import NoReverseMatch

from jobunivers.rooms.law import queries as law

register = Library()


@register.inclusion_tag("availability/parts/paragraphs.html")
def paragraphs(references: Iterable[str]) -> dict[str, Any]:
    """Show paragraphs as ways to their text; one that cannot be read stands as it is."""
    return {"paragraphs": [{"label": one, "url": _address(one)} for one in references]}


def _address(reference: str) -> str:
    try:
        return law.address_of(reference)
    except (law.UnknownReference, NoReverseMatch):
        return ""
