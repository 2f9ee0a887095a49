# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A tile inside a page."""

from django import template
from django.template import Context

from jobunivers.front.tiling import ShownTile, anchor_of

register = template.Library()


@register.simple_tag(takes_context=True)
def tile_inside(context: Context, shown: ShownTile) -> str:
    """Return what stands in a tile."""
    return shown.render(context)


@register.filter
def tile_anchor(code: str) -> str:
    """Return the part of the address that leads to a tile."""
    return anchor_of(code)
