# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The look itself as addresses: theme, app manifest, icons, service worker, offline page."""

import hashlib
import json
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from jobunivers.foundation.http import Request, public
from jobunivers.foundation.ui import colours, frame, icons, wording
from jobunivers.foundation.ui import offline as keeping

_YEAR = "public, max-age=31536000, immutable"
_SHORT = "public, max-age=300"

# What the app shows before anything is known about anyone. Nothing else is ever kept.
SHELL = (
    "vendor/dkfds/css/dkfds.css",
    "vendor/dkfds/fonts/IBMPlexSans-Regular-Latin1.woff2",
    "vendor/dkfds/fonts/IBMPlexSans-SemiBold-Latin1.woff2",
    "vendor/icons.svg",
    "vendor/htmx/htmx.min.js",
    "ui/css/ui.css",
    "ui/css/components.css",
    "ui/js/live.js",
    "ui/js/forms.js",
    "ui/js/combobox.js",
    "ui/js/shell.js",
    "ui/favicon.svg",
)


def _kept(response: HttpResponse, *, current: bool) -> HttpResponse:
    """Let it be kept a year when its address names just this version, else five minutes."""
    response["Cache-Control"] = _YEAR if current else _SHORT
    return response


@public
@require_safe
def theme(request: Request, version: str) -> HttpResponse:
    """Return the kommune's colours as CSS."""
    municipality = request.municipality
    primary = municipality.primary_colour
    css = colours.theme_css(primary, colours.on_colour(primary), municipality.accent_colour)
    response = HttpResponse(css, content_type="text/css; charset=utf-8")
    return _kept(response, current=version == municipality.theme_version)


@public
@require_safe
def icon(request: Request, version: str, size: int, shape: str = "") -> HttpResponse:
    """Return the app's icon as PNG; shape `maske` may be cut by the phone."""
    if size not in icons.SIZES or shape not in {"", "maske"}:
        raise Http404
    municipality = request.municipality
    png = icons.draw_icon(
        municipality.name,
        municipality.primary_colour,
        size,
        maskable=shape == "maske",
        logo=bytes(municipality.logo or b""),
    )
    response = HttpResponse(png, content_type="image/png")
    return _kept(response, current=version == municipality.theme_version)


@public
@require_safe
def manifest(request: Request) -> JsonResponse:
    """Return what a phone needs to install the kommune's pages as an app; Danish, as it says."""
    with translation.override("da"):
        response = JsonResponse(_app(request), content_type="application/manifest+json")
    response["Cache-Control"] = _SHORT
    return response


def _app(request: Request) -> dict[str, Any]:
    municipality = request.municipality
    home = frame.home_url()
    version = municipality.theme_version
    drawn: list[dict[str, Any]] = []
    for size in icons.SIZES:
        for shape, purpose in (("", "any"), ("maske", "maskable")):
            where: dict[str, Any] = {"version": version, "size": size}
            if shape:
                where["shape"] = shape
            drawn.append(
                {
                    "src": reverse("ui:icon", kwargs=where),
                    "sizes": f"{size}x{size}",
                    "type": "image/png",
                    "purpose": purpose,
                }
            )
    return {
        "id": home,
        "name": f"{frame.SERVICE} – {wording.kommune(municipality.name)}",
        "short_name": frame.SERVICE,
        "description": gettext("Find job, følg din jobrejse og få hjælp fra din kommune."),
        "lang": "da",
        "start_url": home,
        "scope": home,
        "display": "standalone",
        "background_color": colours.WHITE,
        "theme_color": municipality.primary_colour,
        "icons": drawn,
        "shortcuts": [{"name": str(page.name), "url": page.path} for page in keeping.kept_pages()],
    }


def _offline_html(request: HttpRequest, language: str) -> str:
    """Return the offline page in a language, as nobody in particular sees it."""
    nobody = HttpRequest()
    nobody.method = "GET"
    nobody.municipality = request.municipality  # type: ignore[attr-defined]
    context = {"request": nobody, "kept_pages": keeping.kept_pages()}
    with translation.override(language):
        return render_to_string("ui/errors/offline.html", context)


@public
@require_safe
def offline(request: Request) -> HttpResponse:
    """Return the page that stands when there is no connection; the same for everybody.

    The worker fetches it without cookies, so it names the language: `?sprog=en`.
    """
    asked = request.GET.get("sprog", "")
    language = asked if asked in dict(settings.LANGUAGES) else translation.get_language()
    response = HttpResponse(_offline_html(request, language))
    response["Content-Language"] = language
    response["Cache-Control"] = "no-cache"
    return response


@public
@require_safe
def service_worker(request: Request) -> HttpResponse:
    """Return the service worker; its version follows the files it keeps."""
    page = reverse("ui:offline")
    version_of_theme = request.municipality.theme_version
    theme_address = reverse("ui:theme", kwargs={"version": version_of_theme})
    shell = [*(static(path) for path in SHELL), theme_address]
    languages = [code for code, _name in settings.LANGUAGES]
    content = "\n".join([*shell, *(_offline_html(request, code) for code in languages)])
    version = hashlib.sha256(content.encode()).hexdigest()[:12]
    script = render_to_string(
        "ui/sw.js",
        {
            "version": json.dumps(f"{request.municipality.slug}-{version}"),
            "family": json.dumps(f"{request.municipality.slug}-"),
            "shell": json.dumps(shell),
            "offline": json.dumps(page),
            "languages": json.dumps(languages),
            "own": json.dumps(f"own-{request.municipality.slug}-"),
            "kept": json.dumps([page.path for page in keeping.kept_pages()]),
            "forgets": json.dumps(keeping.forgetting_paths()),
        },
    )
    response = HttpResponse(script, content_type="text/javascript; charset=utf-8")
    response["Cache-Control"] = "no-cache"
    return response


@public
@require_safe
def gallery(request: Request) -> HttpResponse:
    """Show every component, for those who build pages; not in production."""
    _only_where_nobody_is_real()
    from jobunivers.foundation.ui import gallery as examples

    return render(request, "ui/gallery.html", examples.context(request))


@public
@require_safe
def gallery_suggestions(request: Request) -> HttpResponse:
    """Answer the gallery's field with suggestions."""
    _only_where_nobody_is_real()
    from jobunivers.foundation.ui import gallery as examples

    found = examples.suggestions(request.GET.get("q", ""))
    return render(request, "ui/components/options.html", {"options": found})


@public
@require_safe
def gallery_places(request: Request, kind: str) -> HttpResponse:
    """Answer the gallery's map with areas and points."""
    del request
    _only_where_nobody_is_real()
    from jobunivers.foundation.ui import gallery as examples

    return JsonResponse(examples.AREAS if kind == "omraader" else examples.POINTS)


def _only_where_nobody_is_real() -> None:
    if not settings.DEMO:
        raise Http404
