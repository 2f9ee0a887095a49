# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Every tag and filter that pages use; loaded everywhere, so no `{% load %}` is needed.

What each component looks like and takes is written at the top of its template in
`templates/ui/components/`; of those that stand on a page by the dozen, in `ui/markup.py`.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import count
from typing import Any

from django.core.paginator import Page
from django.forms import BaseForm
from django.forms.boundfield import BoundField
from django.template import Context, Library
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import slugify
from django.utils.translation import get_language

from jobunivers.foundation.ui import fields, frame, markup, reasons, vendor, wording
from jobunivers.foundation.ui.sources import SOURCES

register = Library()

for word in (
    wording.day, wording.day_year, wording.clock, wording.number, wording.km, wording.deadline,
    wording.ago, wording.hours, wording.span, wording.kommune, wording.unlocalize_number,
):  # fmt: skip
    register.filter(word.__name__, word)
for ask in (
    frame.page_language, frame.kommune_name, frame.log_in_url, frame.this_address, frame.logo_url,
    frame.theme_link, frame.theme_colour, frame.app_icon_link, frame.page_marks, frame.part,
):  # fmt: skip
    register.simple_tag(ask, takes_context=True)
for tell in (frame.service_name, frame.home_url, frame.language_url, frame.ways):
    register.simple_tag(tell)

# Names that people reach for, and what the design system calls them.
_ICON_ALIASES = {
    "account-circle": "account", "list": "list-bulleted", "calendar": "calendar-month",
    "bell": "notifications", "clock": "time", "place": "location", "trash": "delete",
    "heart": "star", "mail": "email", "phone": "smartphone", "cross": "close", "globe": "language",
}  # fmt: skip
_OF_BUTTONS = ("kind", "type", "href", "icon", "name", "value")
_unique = count(1)


def _show(component: str, /, **context: Any) -> SafeString:
    return render_to_string(f"ui/components/{component}.html", context)


def _now(text: Any) -> str:
    """Return a text that may wait for its language as it reads now; what is safe stays safe."""
    return text if isinstance(text, str) else str(text)


# A list shows the same few marks on every card. By type too: text that is safe as HTML is not the
# same as equal text that is not.
@lru_cache(maxsize=512, typed=True)
def _show_again(component: str, language: str, /, **context: Any) -> SafeString:  # noqa: ARG001
    return _show(component, **context)


@register.simple_tag
def icon(name: str, label: str = "", css: str = "") -> SafeString:
    """Return one icon; give a label when it stands alone, else it is decoration.

    Raises:
        ValueError: the icon is not among those we serve (see `vendor.ICONS`).
    """
    return _drawn(_ICON_ALIASES.get(name, name), str(label), css)


# A page of results shows the same dozen icons some hundred times.
@lru_cache(maxsize=512)
def _drawn(name: str, label: str, css: str) -> SafeString:
    if name not in vendor.ICONS:
        raise ValueError(f"No icon called {name!r}; add it to vendor.ICONS.")
    address = f"{static('vendor/icons.svg')}#{name}"
    classes = f"icon-svg {css}".strip()
    said = format_html('role="img" aria-label="{}"', label) if label else 'aria-hidden="true"'
    return format_html(
        '<svg class="{}" {} focusable="false"><use href="{}"></use></svg>',
        classes,
        mark_safe(said),
        address,
    )


@register.simple_tag
def field(bound: BoundField, **options: Any) -> SafeString:
    """Return a form field with label, hint and errors: components/field.html."""
    return _show("field", field=fields.describe(bound, **options))


@register.simple_tag
def form_errors(form: BaseForm) -> SafeString:
    """Return the summary of what needs mending, with links: components/form_errors.html."""
    problems = [
        (fields.target_id(form[name]), f"{form[name].label}: {error}")
        if name != "__all__"
        else ("", str(error))
        for name, errors in form.errors.items()
        for error in errors
    ]
    return _show("form_errors", problems=problems) if problems else SafeString("")


@register.simple_tag
def button(text: str, **options: Any) -> SafeString:
    """Return a button or a link that looks like one.

    `{% button "Gem job" kind="primary" icon="star" href="" type="submit" name="" value="" %}`;
    further arguments become attributes, with hyphens for underscores (hx_get="…").
    https://designsystem.dk/komponenter/knapper/
    """
    known = {name: options.pop(name) for name in _OF_BUTTONS if name in options}
    if known.get("icon"):
        known["icon"] = icon(known["icon"])
    attrs = {key.replace("_", "-"): value for key, value in options.items()}
    return markup.button(text, attrs=attrs, **known)


@register.simple_block_tag(end_name="endalert")
def alert(content: str, kind: str = "info", heading: str = "", *, live: bool = False) -> SafeString:
    """Return a message to the reader: components/alert.html."""
    return _show("alert", content=content, kind=kind, heading=heading, live=live)


@register.simple_block_tag(end_name="endcard")
def card(content: str, heading: str = "", **options: Any) -> SafeString:
    """Return a card: components/card.html."""
    known = {"url": "", "subheading": "", "level": 3, "css": "", "id": ""}
    return _show("card", content=content, heading=heading, **(known | options))


@register.simple_tag
def badge(text: str, kind: str = "", icon: str = "") -> SafeString:
    """Return a small mark with a word in it: components/badge.html."""
    return _show_again("badge", get_language() or "", text=_now(text), kind=kind, icon=icon)


@register.simple_tag
def source_mark(source: str, name: str = "") -> SafeString:
    """Return the mark that says where something comes from: components/source_mark.html."""
    mark = SOURCES[source]
    return _show_again("source_mark", get_language() or "", mark=mark, name=name)


@register.simple_tag(takes_context=True)
def pagination(context: Context, page: Page[Any], target: str = "") -> SafeString:
    """Return the way through a long list: components/pagination.html."""
    if page.paginator.num_pages <= 1:
        return SafeString("")
    request = context.get("request")
    query = request.GET.copy() if request is not None else None
    if query is not None:
        query.pop("side", None)
    base = f"?{query.urlencode()}&side=" if query else "?side="
    numbers = page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
    items = [{"number": n, "gap": not isinstance(n, int), "url": f"{base}{n}"} for n in numbers]
    return _show("pagination", page=page, items=items, base=base, target=target)


@register.simple_tag
def breadcrumb(items: Iterable[Sequence[Any]]) -> SafeString:
    """Return the path to this page from (text, address) pairs: components/breadcrumb.html."""
    steps = [(item[0], item[1] if len(item) > 1 else "") for item in items]
    return _show("breadcrumb", steps=steps)


@register.simple_tag
def crumbs(*texts_and_urls: str) -> list[tuple[str, str]]:
    """Return pairs for `breadcrumb`, written inline: text, address, text, address, …, text."""
    values = [*texts_and_urls, ""] if len(texts_and_urls) % 2 else [*texts_and_urls]
    return list(zip(values[::2], values[1::2], strict=True))


@register.simple_tag
def step_guide(steps: Iterable[Any], current: int, heading: str = "") -> SafeString:
    """Return the steps of a longer task: components/step_guide.html."""
    return _show("step_guide", steps=list(steps), current=current, heading=heading)


@register.simple_block_tag(end_name="enddetails")
def details(content: str, summary: str, *, open: bool = False) -> SafeString:  # noqa: A002
    """Return text that unfolds on request.

    `{% details "Hvorfor ser jeg dette?" open=False %} text {% enddetails %}`
    https://designsystem.dk/komponenter/detaljer/
    """
    return markup.details(summary, content, open=open)


@register.simple_block_tag(end_name="endaccordion")
def accordion(content: str, heading: str, *, open: bool = False, level: int = 3) -> SafeString:  # noqa: A002
    """Return a section that folds: components/accordion.html."""
    return _show("accordion", content=content, heading=heading, open=open, level=level)


@register.simple_block_tag(end_name="endempty_state")
def empty_state(content: str, heading: str, **options: Any) -> SafeString:
    """Return what stands where there is nothing yet: components/empty_state.html."""
    known = {"url": "", "action": "", "icon": "search", "level": 2}
    return _show("empty_state", content=content, heading=heading, **(known | options))


@register.simple_tag
def score_reasons(items: Iterable[Any], total: float | None = None) -> SafeString:
    """Return the reasons of a score, adding up to it: components/score_reasons.html."""
    rows = reasons.rows(items)
    points = sum(row.points for row in rows)
    return _show("score_reasons", rows=rows, total=points, given=total)


@register.simple_tag
def table(
    rows: Iterable[Sequence[Any]],
    headings: Sequence[str],
    caption: str = "",
    *,
    caption_hidden: bool = False,
) -> SafeString:
    """Return a table that becomes cards on a phone: components/table.html."""
    lines = [list(zip(headings, row, strict=True)) for row in rows]
    return _show("table", lines=lines, headings=headings, caption=caption, hidden=caption_hidden)


@register.simple_tag
def live_region(name: str) -> SafeString:
    """Return the element whose new text is read aloud: components/live_region.html."""
    return _show("live_region", name=slugify(name))


@register.simple_tag
def area_map(**options: Any) -> SafeString:
    """Return a map of areas and points with a list beside it: components/area_map.html."""
    known: Mapping[str, Any] = {
        "areas": "", "points": "", "label": "", "highlight": "", "latitude": "", "longitude": "",
        "radius_km": "",
    }  # fmt: skip
    return _show("area_map", id=f"map-{next(_unique)}", **(dict(known) | options))


@register.simple_tag
def map_assets() -> SafeString:
    """Return what a page with a map loads; put it in the `head` block."""
    return _show("map_assets")


@register.simple_tag
def bar(share: float, label: str = "") -> SafeString:
    """Return a small horizontal bar, `share` from 0 to 1: components/bar.html."""
    return _show("bar", width=round(100 * max(0.0, min(1.0, share)), 1), label=label)
