# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What other rooms add to an offer's page: its effect, and its text as safe HTML."""

from collections.abc import Callable, Collection

from django.utils.html import linebreaks, urlize
from django.utils.safestring import SafeString, mark_safe

# Offers, the reader's language → what is known of their effect, in words with its uncertainty.
Effect = Callable[[Collection[int], str], dict[int, str]]
Html = Callable[[str], SafeString]

_effects: list[Effect] = []
_html: list[Html] = []


def provide_effect(effect: Effect) -> None:
    """Let the room that measures say what offers do; in its `apps.py`."""
    _effects[:] = [effect]


def effects_of(offer_ids: Collection[int], language: str) -> dict[int, str]:
    """Return what is known of the effect of offers; who is not in it is not known yet."""
    return dict(_effects[0](offer_ids, language)) if _effects and offer_ids else {}


def provide_html(html: Html) -> None:
    """Let the room that reads Markdown say how a long text is shown; in its `apps.py`."""
    _html[:] = [html]


def html_of(text: str) -> SafeString:
    """Return a long text as safe HTML; as plain paragraphs while nobody reads Markdown."""
    if _html:
        return _html[0](text)
    # Escaped by both before anything is added to it.
    return mark_safe(linebreaks(urlize(text, nofollow=True, autoescape=True), autoescape=False))
