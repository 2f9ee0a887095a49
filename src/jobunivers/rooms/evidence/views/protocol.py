# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The interface of xAPI: every answer says in English what is wrong, for whoever programs."""

import re
from collections.abc import Sequence
from typing import Any

from django.http import HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from django.views.decorators.csrf import csrf_exempt

from jobunivers.foundation.http import Request, public, reads
from jobunivers.rooms.evidence.actions import Wrong

HEAD = "X-Experience-API-Version"
_SPOKEN = (("2.0", re.compile(r"2\.0(?:\.\d+)?")), ("1.0", re.compile(r"1\.0(?:\.\d+)?")))
_NAMES = {"1.0": "1.0.3", "2.0": "2.0.0"}
_NOT_KEPT = frozenset(
    {"activities", "activities/state", "activities/profile", "agents", "agents/profile"}
)


def spoken_in(request: Request) -> str | None:
    """Return which version a request speaks; None: none that is known here."""
    said = request.headers.get(HEAD, "")
    return next((name for name, form in _SPOKEN if form.fullmatch(said)), None)


def said(response: HttpResponse, spoken: str = "2.0") -> HttpResponse:
    """Return an answer with what every answer says of itself."""
    response.headers[HEAD] = _NAMES[spoken]
    response.headers["Cache-Control"] = "no-store"
    response.headers["Content-Language"] = "en"
    return response


def refusal(
    why: str, *, status: int = 400, wrongs: Sequence[Wrong] = (), spoken: str = "2.0"
) -> HttpResponse:
    """Return an answer that says what is wrong."""
    told: dict[str, Any] = {"error": why}
    if wrongs:
        told["problems"] = [
            {"statement": one.index, "place": one.place, "code": one.code, "words": one.words}
            for one in wrongs[:20]
        ]
    response = JsonResponse(told, status=status)
    if status == 401:  # noqa: PLR2004 - who asks is not known
        response.headers["WWW-Authenticate"] = 'Basic realm="xapi", charset="UTF-8"'
    return said(response, spoken)


@public
@csrf_exempt
@reads
def about(request: Request) -> HttpResponseBase:  # noqa: ARG001 - it says the same to all
    """Say which versions are spoken; nobody needs a key for it."""
    return said(JsonResponse({"version": list(_NAMES.values())}))


@public
@csrf_exempt
def elsewhere(request: Request, name: str, part: str = "") -> HttpResponseBase:  # noqa: ARG001
    """Say that documents are not kept here, or that there is nothing."""
    asked = f"{name}/{part}" if part else name
    if asked in _NOT_KEPT:
        return refusal(f"{asked} is not kept here: statements and about are", status=501)
    return refusal("there is nothing here: see about", status=404)
