# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from jobunivers.rooms.marketplace.queries import shelf_rows


class ShelvesMiddleware:
    """Ask at most once a request what stands on the kommune's shelves."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer, remembering what was asked."""
        with shelf_rows.remembering():
            return self.get_response(request)
