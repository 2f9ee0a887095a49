# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A citation on any page: the label, leading to the paragraph's own page."""

from django.template import Library
from django.utils.html import format_html
from django.utils.safestring import SafeString

from jobunivers.rooms.law.queries.rules import path_of
from jobunivers.science.law import UnknownReference, label, parse

register = Library()


@register.simple_tag
def law(reference: str, words: str = "") -> SafeString:
    """Return a link to a cited paragraph: {% law "BEK 46/2026 § 14, stk. 7" %}.

    What names no paragraph stands there as it was written, without a link.
    """
    try:
        place = parse(reference)
    except UnknownReference:
        return format_html("{}", words or reference)
    return format_html('<a href="{}">{}</a>', path_of(place), words or label(place))
