# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Without encryption pages are led to where it is; programs are refused, so that they notice.

A program that is led from http to https works on, and sends its key in clear text each time
(ASVS 5.0, 4.1.2).
"""

import re

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.middleware.security import SecurityMiddleware

# First part of the addresses that programs ask, at a kommune's own host or below its path.
_PROGRAMS = re.compile(r"^/(?:[a-z0-9-]+/)?(?:oidc|lti|xapi|api|kalender|\.well-known)(?:/|$)")
_REFUSED = 403


class SecureMiddleware(SecurityMiddleware):
    """Django's own, but for who is led on: only somebody who asks for a page to look at."""

    def process_request(self, request: HttpRequest) -> HttpResponseBase | None:  # type: ignore[override]
        """Lead on, refuse, or let pass what is encrypted."""
        if not self.redirect or request.is_secure() or asks_for_a_page(request):
            return super().process_request(request)
        return HttpResponse("Use https.", status=_REFUSED, content_type="text/plain; charset=utf-8")


def asks_for_a_page(request: HttpRequest) -> bool:
    """Tell whether a browser wants to look at a page: nothing is sent, and no program's address."""
    return (
        request.method in {"GET", "HEAD"}
        and "text/html" in request.headers.get("Accept", "")
        and "Authorization" not in request.headers
        and not _PROGRAMS.match(request.path_info)
    )
