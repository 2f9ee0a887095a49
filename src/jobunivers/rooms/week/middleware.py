# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Telling a device that keeps her pages whose answer this is, and which page it may keep."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from jobunivers.rooms.week.queries import keeping

_OK = 200


class KeepingMiddleware:
    """Mark answers for the service worker of a device that she has asked to keep her pages.

    Only such a device carries the cookie. Whoever else logs in there is another reader: the
    worker then forgets what it kept, and the device has to be asked anew.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer; say more only where a device keeps pages and somebody is logged in."""
        response = self.get_response(request)
        said = request.COOKIES.get(keeping.COOKIE)
        municipality = getattr(request, "municipality", None)
        page = response.headers.get("Content-Type", "").startswith("text/html")
        if said is None or municipality is None or not page or request.user.pk is None:
            return response
        own = keeping.reader_of(person_id=request.user.pk, municipality_id=municipality.pk)
        if hasattr(request, "helper") or said != own:
            response.headers[keeping.READER] = keeping.NOBODY
            if keeping.COOKIE not in response.cookies:
                response.delete_cookie(keeping.COOKIE, path=reverse("front:home"))
            return response
        response.headers.setdefault(keeping.READER, own)
        kept = request.method == "GET" and response.status_code == _OK
        if kept and request.get_full_path() in keeping.kept_paths():
            response.headers[keeping.KEEP] = own
        return response
