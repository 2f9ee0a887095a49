# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""HTML made without a template, for what stands on a page by the dozen.

A template takes ten times as long as Python, and most of that is asking each value again whether it
waits for its language. Whoever writes HTML here puts every value through `escaped`.
"""

from collections.abc import Mapping
from html import escape
from typing import Any, cast

from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe


def escaped(value: object) -> str:
    """Return a value as HTML shows it; what is safe already stays as it is.

    As Django's `conditional_escape`, which is five times slower for plain text.
    """
    return escape(value) if type(value) is str else conditional_escape(cast("str", value))


def attributes(values: Mapping[str, object]) -> str:
    """Return further attributes of an element, each with a space before it."""
    return "".join(f' {key}="{escaped(value)}"' for key, value in values.items())


def button(
    text: object,
    *,
    kind: str = "primary",
    type: str = "submit",  # noqa: A002 - the attribute's own name
    href: object = "",
    icon: SafeString | str = "",
    name: str = "",
    value: object = "",
    attrs: Mapping[str, Any] | None = None,
) -> SafeString:
    """Return a button, or a link that looks like one.

    Args:
        text: a verb.
        kind: primary (one per screen), secondary, tertiary, warning (deletes something), quiet (a
            link's looks).
        type: of a button.
        href: where a link leads; without it, it is a button.
        icon: HTML of an icon before the text.
        name: what a form sends when it is pressed, and
        value: what for.
        attrs: further attributes.
    """
    looks = "button-unstyled" if kind == "quiet" else f"button-{escaped(kind)}"
    inside = f"{escaped(icon)}<span>{escaped(text)}</span>"
    more = attributes(attrs or {})
    if href:
        return mark_safe(f'<a class="button {looks}" href="{escaped(href)}"{more}>{inside}</a>')
    sent = f' name="{escaped(name)}" value="{escaped(value)}"' if name else ""
    return mark_safe(
        f'<button class="button {looks}" type="{escaped(type)}"{sent}{more}>{inside}</button>'
    )


def details(summary: object, content: object, *, open: bool = False) -> SafeString:  # noqa: A002 - the attribute's own name
    """Return text that unfolds on request; works without JavaScript."""
    return mark_safe(
        f'<details class="details"{" open" if open else ""}><summary class="details-summary">'
        f'<span class="details-summary-text">{escaped(summary)}</span></summary>'
        f'<div class="details-text">{escaped(content)}</div></details>'
    )
