# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Error pages people understand, with a way onward."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import render
from django.template.loader import render_to_string


def _page(request: HttpRequest, template: str, status: int) -> HttpResponse:
    request_id = request.META.get("jobunivers.request_id", "")
    return render(request, template, {"request_id": request_id}, status=status)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001
    """Say that the address or form could not be read."""
    return _page(request, "ui/errors/400.html", 400)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001
    """Say that the page is for others."""
    return _page(request, "ui/errors/403.html", 403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001
    """Say that there is nothing here."""
    return _page(request, "ui/errors/404.html", 404)


def server_error(request: HttpRequest) -> HttpResponse:
    """Say that the fault is ours and that nothing was saved.

    Made without the request: what is broken may be what every page's frame asks for.
    """
    context = {"request_id": request.META.get("jobunivers.request_id", "")}
    return HttpResponse(render_to_string("ui/errors/500.html", context), status=500)


def csrf_failure(request: HttpRequest, reason: str = "", **_: Any) -> HttpResponse:  # noqa: ARG001
    """Say that the page was open too long, and how to go on without losing what was typed."""
    return _page(request, "ui/errors/csrf.html", 403)


class NotAllowedMiddleware:
    """Give a page instead of an empty one to whoever opens what is only sent to."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer, with the status and the methods allowed as the view said."""
        response = self.get_response(request)
        if not isinstance(response, HttpResponseNotAllowed):
            return response
        page = _page(request, "ui/errors/405.html", response.status_code)
        page.headers["Allow"] = response.headers["Allow"]
        return page
