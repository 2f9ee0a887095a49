# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Tiles inside a page."""

from collections.abc import Iterable

from django import template
from django.template import Context
from django.utils.safestring import SafeString, mark_safe

from jobunivers.foundation.ui.markup import escaped
from jobunivers.foundation.ui.templatetags.ui import icon
from jobunivers.front.framing import frame_of
from jobunivers.front.tiling import ShownTile, anchor_of

register = template.Library()


@register.simple_tag(takes_context=True)
def tiles_of(context: Context, shown: Iterable[ShownTile]) -> SafeString:
    """Return tiles with their frames, in their order."""
    # The library has made sure of the token's own alphabet; `escaped` leaves nothing to chance.
    token = escaped(str(context.get("csrf_token", "")))
    frame = frame_of(
        token=mark_safe(f'<input type="hidden" name="csrfmiddlewaretoken" value="{token}">'),
        icon=icon("help"),
        version=int(context["version"]),
    )
    return mark_safe("".join(frame.around(one, one.render(context)) for one in shown))


@register.filter
def tile_anchor(code: str) -> str:
    """Return the part of the address that leads to a tile."""
    return anchor_of(code)
