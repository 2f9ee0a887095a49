# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from jobunivers.trust import actions, queries

_FIRST_ERROR = 400


class LookMiddleware:
    """Write who was looked at before the page is sent."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer, having written the looks."""
        response = self.get_response(request)
        if response.status_code < _FIRST_ERROR and getattr(request, "looks", None):
            actions.write_looks(request, at=timezone.now())
        return response


class SwitchesMiddleware:
    """Ask at most once a request which models the kommune has switched off."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer, remembering what was asked."""
        with queries.remembering():
            return self.get_response(request)
