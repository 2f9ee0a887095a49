# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A session belongs to one kommune and ends when nobody uses it."""

import time
from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode, urlsplit

from django.conf import settings
from django.contrib import auth
from django.contrib.auth.middleware import (
    AuthenticationMiddleware as DjangoAuthenticationMiddleware,
)
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import SimpleLazyObject
from django.utils.http import url_has_allowed_host_and_scheme

from jobunivers.foundation.http import may_be_looked_at
from jobunivers.identity.actions import SESSION_MUNICIPALITY, SESSION_SEEN, SESSION_STARTED
from jobunivers.identity.models import Role
from jobunivers.identity.sessions import at_hand

_TOUCH_SECONDS = 60
_WHO_ARE_YOU = 401


class AuthenticationMiddleware(DjangoAuthenticationMiddleware):
    """Say who asks, once it is needed: the person that the session brought along."""

    def process_request(self, request: HttpRequest) -> None:
        """Let `request.user` be found when it is first looked at."""
        super().process_request(request)
        request.user = SimpleLazyObject(lambda: _who_asks(request))  # type: ignore[assignment]


def _who_asks(request: HttpRequest) -> Any:
    # Django's own checks, all of them; only where the row comes from is ours.
    request.session.get(auth.SESSION_KEY)
    with at_hand(request.session):
        return auth.get_user(request)


class LoginMiddleware(LoginRequiredMiddleware):
    """Ask who somebody is without throwing away what she was about to send.

    A page is led to the login. A part of a page (htmx) gets 401 and no more, so that the page it
    stands in stays and says what happened. A form gets a page that says how to send it again.
    Whoever comes from a firm is kept out of every page that does not name her role: a new page is
    closed to firms until somebody opens it to them.
    """

    def process_view(
        self, request: HttpRequest, view_func: Any, view_args: Any, view_kwargs: Any
    ) -> HttpResponseBase | None:
        """Ask for a login where one is needed, and keep firms out of what is not theirs."""
        answer = super().process_view(request, view_func, view_args, view_kwargs)
        if answer is not None or not getattr(view_func, "login_required", True):
            return answer
        if getattr(request.user, "role", "") == Role.VENDOR and not _for_firms(view_func):
            raise PermissionDenied
        return None

    def handle_no_permission(  # type: ignore[override]  # the stub knows of redirects alone
        self, request: HttpRequest, view_func: Any
    ) -> HttpResponseBase:
        """Answer somebody who is not logged in at an address where that is needed."""
        if request.headers.get("HX-Request") == "true":
            return HttpResponse(status=_WHO_ARE_YOU)
        if request.method in {"GET", "HEAD"}:
            return super().handle_no_permission(request, view_func)
        context = {"log_in": f"{reverse('identity:log_in')}{self._back(request)}"}
        return render(request, "ui/errors/expired.html", context, status=_WHO_ARE_YOU)

    @staticmethod
    def _back(request: HttpRequest) -> str:
        """Return the query that leads from the login to the page the form stood on."""
        came_from = request.headers.get("Referer", "")
        ours = url_has_allowed_host_and_scheme(came_from, allowed_hosts={request.get_host()})
        if not came_from or not ours or not may_be_looked_at(came_from):
            return ""
        parts = urlsplit(came_from)
        path = f"{parts.path}?{parts.query}" if parts.query else parts.path
        return f"?{urlencode({'next': path})}"


def limits_of(session: object) -> tuple[float, float]:
    """Return after how many seconds without use, and in any case, this session ends.

    The role is the person's own of this moment: who is made administrator is held to it at once.
    """
    person = getattr(session, "person", None)
    told = settings.SESSION_LIMITS
    minutes, hours = told.get(person.role if person else "", told[""])
    return minutes * 60.0, hours * 3600.0


def _for_firms(view_func: Any) -> bool:
    return getattr(view_func, "firms_too", False) or Role.VENDOR in getattr(view_func, "roles", ())


class SessionMiddleware:
    """Close sessions of another kommune and idle ones before any view sees them.

    What is shown to somebody logged in is kept by no browser.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer to whoever the session still holds."""
        session = request.session
        if SESSION_MUNICIPALITY in session:
            municipality = getattr(request, "municipality", None)
            now = time.time()
            idle = now - session.get(SESSION_SEEN, 0)
            most_idle, longest = limits_of(session)
            elsewhere = municipality is None or municipality.pk != session[SESSION_MUNICIPALITY]
            if elsewhere:
                # The session stays valid in its own kommune; here nobody is logged in.
                request.user = AnonymousUser()
            elif idle > most_idle or now - session.get(SESSION_STARTED, 0) > longest:
                auth.logout(request)
            elif idle > _TOUCH_SECONDS:
                session[SESSION_SEEN] = now
        response = self.get_response(request)
        if SESSION_MUNICIPALITY in session:
            # After log-out, the back button must show nothing of what stood here. Addresses that
            # are the same for everybody (theme, logo, icons) have said how long they may be kept.
            response.headers.setdefault("Cache-Control", "private, no-store")
        return response
