# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Whoever asks too often is told so, when to come again, and nothing is done meanwhile."""

import ipaddress
import logging
import time
from collections.abc import Callable
from functools import lru_cache
from math import ceil
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render

from jobunivers.foundation.http import client_address
from jobunivers.foundation.limits.counting import Counts, Pace
from jobunivers.foundation.limits.rules import RULES, Counting, Rule

logger = logging.getLogger("jobunivers.limits")
_TOO_MANY = 429
_WRONG = frozenset({400, 401, 403, 404})


@lru_cache(maxsize=1)
def counts() -> Counts:
    """Return the counts of this machine."""
    return Counts(settings.VAR / "limits.bin", str(settings.SECRET_KEY).encode())


class LimitsMiddleware:
    """Hold an address to its rule. Stands below who asks is known, above what asks for a login."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer, and count an answer that was a wrong guess."""
        response = self.get_response(request)
        held = getattr(request, "limit", None)
        if held is not None and response.status_code in _WRONG:
            who, pace = held
            counts().take(who, pace, now=time.time())
        return response

    def process_view(
        self,
        request: HttpRequest,
        view: Callable[..., Any],  # noqa: ARG002 - Django's order
        args: Any,  # noqa: ARG002
        kwargs: Any,  # noqa: ARG002
    ) -> HttpResponseBase | None:
        """Refuse when there were too many."""
        match = request.resolver_match
        rule = RULES.get(match.view_name) if match and settings.LIMITS else None
        if rule is None or (rule.counting is Counting.SENT and request.method != "POST"):
            return None
        who, pace = _who(request, rule)
        if pace is None:
            return None
        if rule.counting is Counting.WRONG:
            request.limit = (who, pace)  # type: ignore[attr-defined]
            wait = counts().wait(who, pace, now=time.time())
        else:
            wait = counts().take(who, pace, now=time.time())
        return _refused(request, rule, wait) if wait else None


def _who(request: HttpRequest, rule: Rule) -> tuple[str, Pace | None]:
    """Return whom it is counted to: the person, or the network address of a visitor."""
    if request.user.is_authenticated:
        return f"{rule.code}|p{request.user.pk}", rule.person
    return f"{rule.code}|a{_place(client_address(request))}", rule.place


def _place(address: str) -> str:
    """Return an address as it is counted: of IPv6 the first half, that one household has."""
    try:
        read = ipaddress.ip_address(address)
    except ValueError:
        return "?"
    if isinstance(read, ipaddress.IPv6Address):
        return str(ipaddress.ip_network((read, 64), strict=False))
    return str(read)


def _refused(request: HttpRequest, rule: Rule, wait: float) -> HttpResponse:
    seconds = max(1, ceil(wait))
    logger.warning("limit reached", extra={"limit": rule.code})
    wants_page = "text/html" in request.headers.get("Accept", "") and not getattr(
        request, "htmx", False
    )
    response = (
        render(request, "ui/errors/429.html", {"seconds": seconds}, status=_TOO_MANY)
        if wants_page
        else HttpResponse(status=_TOO_MANY, content_type="text/plain; charset=utf-8")
    )
    response.headers["Retry-After"] = str(seconds)
    response.headers["Cache-Control"] = "no-store"
    return response
