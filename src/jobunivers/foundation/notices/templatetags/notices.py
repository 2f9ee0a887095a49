# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the pages of letters need."""

import re

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

register = template.Library()
_ADDRESS = re.compile(r"(https?://[^\s<>]+)")


@register.simple_tag
def linked(line: str) -> SafeString:
    """Return a line of a letter with its addresses as links."""
    parts = _ADDRESS.split(line)
    return format_html_join(
        "",
        "{}",
        (
            (format_html('<a href="{}">{}</a>', part, part) if place % 2 else part,)
            for place, part in enumerate(parts)
        ),
    )
