# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""From an address to its kommune: by host name, or on a laptop by the first path part."""

import re
from collections.abc import Callable

from django.conf import settings
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import set_script_prefix

from jobunivers.foundation.tenancy import queries
from jobunivers.foundation.tenancy.current import working_where
from jobunivers.foundation.tenancy.models import Municipality

# Addresses that belong to the platform itself, so no kommune may take them as its path.
PLATFORM_PATHS = frozenset({"", "static", "sundhed", "sprog", "favicon.ico", "robots.txt"})
_SERVER_ERROR = 500
_SLUG = re.compile(r"^[a-z0-9-]+$")


class TenancyMiddleware:
    """Find the kommune, and do the whole request on its behalf in one transaction.

    The transaction is confirmed before the answer is sent; an answer that says
    the server failed takes everything back.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self.platform_urls = settings.PLATFORM_URLCONF

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer on behalf of the kommune of the address."""
        set_script_prefix("/")
        request.municipality = None  # type: ignore[attr-defined]
        first, slash, rest = request.path_info.removeprefix("/").partition("/")
        if first not in PLATFORM_PATHS - {""}:
            host = request.get_host().split(":")[0].lower()
            # PostgreSQL has no text with a NUL in it, so no kommune has such a path.
            slug = first if slash and "\0" not in first else ""
            with working_where(lambda: queries.opened_at(host=host, slug=slug)) as municipality:
                if municipality is not None:
                    if municipality.host != host:
                        _step_into(request, municipality, rest)
                    return self._of_municipality(request, municipality)
        request.urlconf = self.platform_urls
        return self._with_slash(request) or self.get_response(request)

    def _of_municipality(self, request: HttpRequest, municipality: Municipality) -> HttpResponse:
        request.municipality = municipality  # type: ignore[attr-defined]
        response = self.get_response(request)
        if response.status_code >= _SERVER_ERROR:
            transaction.set_rollback(True)
        return response

    def _with_slash(self, request: HttpRequest) -> HttpResponse | None:
        """Lead from /aarhus to /aarhus/, as people write it."""
        slug = request.path_info.removeprefix("/")
        if slug in PLATFORM_PATHS or not _SLUG.match(slug) or not queries.opened_by_slug(slug):
            return None
        query = request.META.get("QUERY_STRING", "")
        return HttpResponseRedirect(f"/{slug}/?{query}" if query else f"/{slug}/")


def _step_into(request: HttpRequest, municipality: Municipality, rest: str) -> None:
    """Let the kommune's path be the beginning of every address of the request."""
    prefix = f"/{municipality.slug}/"
    request.path_info = f"/{rest}"
    request.META["SCRIPT_NAME"] = prefix.rstrip("/")
    set_script_prefix(prefix)
