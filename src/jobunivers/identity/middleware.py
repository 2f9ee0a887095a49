# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A session belongs to one kommune and ends when nobody uses it."""

import time
from collections.abc import Callable

from django.contrib import auth
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse

from jobunivers.identity.actions import SESSION_MUNICIPALITY, SESSION_SEEN, SESSION_STARTED

# 30 minutes without a request ends a session; 8 hours end it in any case, a working day.
# The kommune will set its own when it brings its own login.
IDLE_SECONDS = 30 * 60
ABSOLUTE_SECONDS = 8 * 60 * 60
_TOUCH_SECONDS = 60


class SessionMiddleware:
    """Close sessions of another kommune and idle ones before any view sees them."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer to whoever the session still holds."""
        session = request.session
        if SESSION_MUNICIPALITY in session:
            municipality = getattr(request, "municipality", None)
            now = time.time()
            idle = now - session.get(SESSION_SEEN, 0)
            elsewhere = municipality is None or municipality.pk != session[SESSION_MUNICIPALITY]
            if elsewhere:
                # The session stays valid in its own kommune; here nobody is logged in.
                request.user = AnonymousUser()
            elif idle > IDLE_SECONDS or now - session.get(SESSION_STARTED, 0) > ABSOLUTE_SECONDS:
                auth.logout(request)
            elif idle > _TOUCH_SECONDS:
                session[SESSION_SEEN] = now
        return self.get_response(request)
