# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Telling a device that keeps her pages whose answer this is, and which page it may keep."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from jobunivers.foundation.ui import offline
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
        if not (said and municipality and page) or request.user.pk is None:
            return response
        own = keeping.reader_of(person_id=request.user.pk, municipality_id=municipality.pk)
        if hasattr(request, "helper") or said != own:
            response.headers[offline.READER] = offline.NOBODY
            if _seen_by_worker(request, response):
                response.delete_cookie(keeping.COOKIE, path=reverse("front:home"))
            return response
        response.headers[offline.READER] = own
        page_of_hers = request.get_full_path() in {page.path for page in offline.kept_pages()}
        if page_of_hers and request.method == "GET" and response.status_code == _OK:
            response.headers[offline.KEEP] = own
        return response


def _seen_by_worker(request: HttpRequest, response: HttpResponse) -> bool:
    """Say whether the device's worker reads this answer's headers: a page that is opened.

    It sees neither where a form leads on to, nor parts of pages.
    """
    opened = request.headers.get("Sec-Fetch-Mode", "navigate") == "navigate"
    return opened and request.method == "GET" and response.status_code == _OK
