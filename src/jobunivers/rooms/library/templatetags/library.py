# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Shows what editors write."""

from django import template
from django.utils.safestring import SafeString

from jobunivers.rooms.library.queries.markdown import html

register = template.Library()


@register.filter
def markdown(text: str) -> SafeString:
    """Return Markdown as safe HTML."""
    return html(text)
