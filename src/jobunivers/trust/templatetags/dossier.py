# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The bar of pages about one citizen, the same on all of them."""

from collections.abc import Mapping
from typing import Any

from django.template import Context, Library
from django.template.loader import get_template
from django.urls import NoReverseMatch, reverse

from jobunivers.trust import dossier

register = Library()


@register.inclusion_tag("trust/parts/citizen_pages.html", takes_context=True)
def citizen_pages(context: Context, citizen_id: int, here: str = "") -> dict[str, Any]:
    """Show the ways to the other pages about a citizen; `here` is the code of this one."""
    user = getattr(context.get("request"), "user", None)
    ways = []
    for page in dossier.pages(getattr(user, "role", "")):
        url = address_of(page.url_name, citizen_id)
        if url:
            ways.append({"url": url, "name": page.name, "here": page.code == here})
    return {"ways": ways}


@register.simple_tag(takes_context=True)
def dossier_part(context: Context, template: str, shown: Mapping[str, Any]) -> str:
    """Show the inside of a part: its template with what it loaded, beside what the page knows."""
    inside: Any = get_template(template)
    with context.push(**shown):
        text: str = inside.template.render(context)
    return text


def address_of(url_name: str, citizen_id: int) -> str:
    """Return the address of a page about her; "" when no room has it."""
    try:
        return reverse(url_name, args=[citizen_id])
    except NoReverseMatch:
        return ""
