# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from jobunivers.rooms.law.queries.rules import remembering


class RulesMiddleware:
    """Ask at most once a request which rules are in effect, and what the kommune has set."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer, remembering what was asked."""
        with remembering():
            return self.get_response(request)
