# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Lines and results that a tool tells and asks for (LTI-AGS 2.0)."""

import json
from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec, cast

from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from jobunivers.foundation.http import Request, public
from jobunivers.rooms.launching import access, actions
from jobunivers.rooms.launching.models import LineItem
from jobunivers.rooms.launching.queries import grading
from jobunivers.rooms.launching.queries import lti_words as lti
from jobunivers.rooms.launching.views.lti import refused_tool
from jobunivers.rooms.launching.views.protocol import refusal

_PER_PAGE = 200
_FILTERS = {"tag": "tag", "resource_id": "resource_id"}
P = ParamSpec("P")
View = Callable[Concatenate[Request, P], HttpResponseBase]


def for_tools(view: View[P]) -> View[P]:
    """Answer programs: what is refused is told as JSON, with its reason."""

    @wraps(view)
    def answered(request: Request, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        try:
            return view(request, *args, **kwargs)
        except access.ToolRefused as wrong:
            return refused_tool(wrong)
        except grading.BadResult as wrong:
            return refusal("invalid_request", wrong.why)
        except actions.NotKept as wrong:
            return refusal("not_kept", wrong.why, status=wrong.status)

    return public(cast("View[P]", csrf_exempt(answered)))


@for_tools
@require_http_methods(["GET", "POST"])
def lines(request: Request, pk: int) -> HttpResponseBase:
    """Tell the lines of an offer, or add one."""
    now = timezone.now()
    if request.method == "POST":
        link = access.tools_link(request, pk, [lti.LINES], at=now)
        told = grading.line_of(grading.body_of(request.body))
        made = actions.add_line(link=link, told=told, at=now)
        return _json(_line(request, made), lti.LINE_TYPE, status=201)
    link = access.tools_link(request, pk, [lti.LINES, lti.LINES_READ], at=now)
    found = grading.lines_of(link.tool, pk)
    for name, column in _FILTERS.items():
        wanted = request.GET.get(name)
        if wanted is not None:
            found = [one for one in found if getattr(one, column) == wanted]
    wanted = request.GET.get("resource_link_id")
    if wanted is not None:
        found = [one for one in found if one.counts and str(one.offer_id) == wanted]
    return _json([_line(request, one) for one in found], lti.LINES_TYPE)


@for_tools
@require_http_methods(["GET", "PUT", "DELETE"])
def line(request: Request, pk: int, line_pk: int) -> HttpResponseBase:
    """Tell a line, write it anew, or remove it with its results."""
    now = timezone.now()
    reading = [lti.LINES, lti.LINES_READ] if request.method == "GET" else [lti.LINES]
    found = access.line_of(access.tools_link(request, pk, reading, at=now), line_pk)
    if request.method == "DELETE":
        actions.remove_line(line=found)
        return HttpResponse(status=204)
    if request.method == "PUT":
        told = grading.line_of(grading.body_of(request.body))
        found = actions.change_line(line=found, told=told)
    return _json(_line(request, found), lti.LINE_TYPE)


@for_tools
@require_POST
def scores(request: Request, pk: int, line_pk: int) -> HttpResponseBase:
    """Take a result; the same one told again changes nothing."""
    now = timezone.now()
    found = access.line_of(access.tools_link(request, pk, [lti.SCORES], at=now), line_pk)
    told = grading.score_of(grading.body_of(request.body), at=now)
    actions.tell_score(line=found, told=told, at=now)
    return HttpResponse(status=204)


@for_tools
@require_safe
def results(request: Request, pk: int, line_pk: int) -> HttpResponseBase:
    """Tell the results of a line, page by page."""
    link = access.tools_link(request, pk, [lti.RESULTS], at=timezone.now())
    found = access.line_of(link, line_pk)
    first = _count(request, "first", 0, 10**9)
    most = _count(request, "limit", _PER_PAGE, _PER_PAGE) or _PER_PAGE
    subject = request.GET.get("user_id")
    rows = grading.results_of(
        found,
        vendor_id=link.tool.offer.vendor_id or 0,
        subject=None if subject is None else subject.replace("\0", ""),
        first=first,
        most=most + 1,
    )
    there = request.build_absolute_uri(reverse("launching:lti_results", args=[pk, line_pk]))
    told = [
        row | {"id": f"{there}?user_id={row['userId']}", "scoreOf": _address(request, found)}
        for row in rows[:most]
    ]
    response = _json(told, lti.RESULTS_TYPE)
    if len(rows) > most:
        on = f"{there}?limit={most}&first={first + most}"
        response.headers["Link"] = f'<{on}>; rel="next"'
    return response


def _count(request: Request, name: str, usual: int, most: int) -> int:
    text = request.GET.get(name, "")
    if not text:
        return usual
    if not (text.isascii() and text.isdigit() and len(text) < 12):  # noqa: PLR2004
        raise grading.BadResult(f"{name} must be a number")
    return min(int(text), most)


def _address(request: Request, found: LineItem) -> str:
    there = reverse("launching:lti_line", args=[found.offer_id, found.pk])
    return request.build_absolute_uri(there)


def _line(request: Request, found: LineItem) -> dict[str, Any]:
    told: dict[str, Any] = {
        "id": _address(request, found),
        "label": found.label,
        "scoreMaximum": found.maximum,
        "resourceId": found.resource_id,
        "tag": found.tag,
    }
    return told | ({"resourceLinkId": str(found.offer_id)} if found.counts else {})


def _json(told: Any, kind: str, *, status: int = 200) -> HttpResponse:
    response = HttpResponse(json.dumps(told), content_type=kind, status=status)
    response.headers["Cache-Control"] = "no-store"
    return response
