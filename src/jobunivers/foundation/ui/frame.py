# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the page frame asks: whose page is it, what does it look like, where is home."""

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest
from django.template import Context
from django.urls import NoReverseMatch, reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from jobunivers.foundation.ui import wording
from jobunivers.foundation.ui.addresses import address
from jobunivers.foundation.ui.colours import DEFAULT_PRIMARY
from jobunivers.foundation.ui.markup import escaped

SERVICE = "Jobunivers"


def _request(context: Context) -> HttpRequest | None:
    request = context.get("request")
    return request if isinstance(request, HttpRequest) else None


def _municipality(context: Context) -> Any:
    return getattr(_request(context), "municipality", None)


def _reverse(*names: str, **kwargs: Any) -> str:
    """Return the first of the named addresses that exists, or nothing."""
    for name in names:
        try:
            return reverse(name, kwargs=kwargs) if kwargs else address(name)
        except NoReverseMatch:
            continue
    return ""


def page_language(context: Context) -> str:
    """Return the language code of the page, for `<html lang>`."""
    return str(context.get("LANGUAGE_CODE") or get_language() or "da")


def page_marks(context: Context) -> SafeString:
    """Return what must be known of the whole page, as marks under its heading.

    A floor above says it of the request: `request.page_marks`, texts by a code, each said once.
    """
    marks: dict[str, str] = getattr(_request(context), "page_marks", {})
    if not marks:
        return SafeString("")
    shown = format_html_join(
        "",
        '<span class="badge ju-badge badge-warning">{}</span>',
        ((text,) for text in marks.values()),
    )
    return format_html('<p class="ju-badges ju-page-marks">{}</p>', shown)


def service_name() -> str:
    """Return what the service is called."""
    return SERVICE


def kommune_name(context: Context) -> str:
    """Return the official name of the kommune whose page it is, or nothing."""
    municipality = _municipality(context)
    if municipality is None:
        return ""
    name = str(getattr(municipality, "name", ""))
    return name if getattr(municipality, "is_national", False) else wording.kommune(name)


def home_url() -> str:
    """Return the address that the logo leads to."""
    return _reverse("front:home", "choose_municipality") or "/"


def log_in_url(context: Context) -> str:
    """Return the address to log in at, or nothing where one cannot."""
    if _municipality(context) is None:
        return ""
    return _reverse("identity:log_in", "login")


def language_url() -> str:
    """Return the address that takes the choice of language, or nothing."""
    return _reverse("front:choose_language", "choose_language", "set_language")


def ways(items: Iterable[Any], looks: str = "menu") -> SafeString:
    """Return lines of the navigation: each has a label, an address and whether it is the page's.

    Args:
        items: the lines.
        looks: "menu" on a phone, "bar" on a wide screen, "more" for what unfolds there.
    """
    before, after = ("<span>", "</span>") if looks == "bar" else ("", "")
    link = "<a" if looks == "more" else '<a class="nav-link"'
    lines = []
    for item in items:
        here = ' class="active current"' if item.current and looks != "more" else ""
        current = ' aria-current="page"' if item.current else ""
        lines.append(
            f'<li{here}>{link} href="{escaped(item.url)}"{current}>'
            f"{before}{escaped(str(item.label))}{after}</a></li>"
        )
    return mark_safe("\n".join(lines))


def part(context: Context, name: str) -> SafeString:
    """Return a part of the frame that stands in two places, made once."""
    template = context.template.engine.get_template(name)  # type: ignore[union-attr]
    with context.push():
        return mark_safe(template.render(context))


def this_address(context: Context) -> str:
    """Return the address of the page, for forms that lead back to it."""
    request = _request(context)
    return request.get_full_path() if request is not None and request.method == "GET" else "/"


def logo_url(context: Context) -> str:
    """Return the address of the kommune's logo, or nothing when it has none."""
    municipality = _municipality(context)
    if municipality is None:
        return ""
    if own := getattr(municipality, "logo_url", ""):
        return str(own)
    if not getattr(municipality, "logo_type", ""):
        return ""
    return _reverse("front:logo", version=municipality.theme_version)


def theme_link(context: Context) -> SafeString:
    """Return the link to the kommune's colours; nothing where there is no kommune."""
    version = getattr(_municipality(context), "theme_version", "")
    address = _reverse("ui:theme", version=version) if version else ""
    if not address:
        return SafeString("")
    return format_html('<link rel="stylesheet" href="{}">', address)


def app_icon_link(context: Context) -> SafeString:
    """Return the link to the icon that an iPhone puts on its home screen; it wants no corners."""
    version = getattr(_municipality(context), "theme_version", "")
    address = _reverse("ui:icon", version=version, size=192, shape="maske") if version else ""
    if not address:
        return SafeString("")
    return format_html('<link rel="apple-touch-icon" href="{}">', address)


def theme_colour(context: Context) -> str:
    """Return the colour a phone paints around the page."""
    return str(getattr(_municipality(context), "primary_colour", "") or DEFAULT_PRIMARY)
