# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A tool sends her browser back to be launched, and asks for a token of its own."""

from collections.abc import Mapping
from datetime import UTC, datetime

from csp.decorators import csp_update
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST

from jobunivers.foundation.http import Request, public
from jobunivers.identity.actions import SESSION_ASSURANCE, SESSION_STARTED
from jobunivers.identity.models import Assurance, Role
from jobunivers.rooms.launching import access, actions, queries
from jobunivers.rooms.launching.models import LtiLaunch
from jobunivers.rooms.launching.queries import lti_words as lti
from jobunivers.rooms.launching.queries.asking import NobodyToAnswer
from jobunivers.rooms.launching.queries.lti_asking import (
    LaunchAsked,
    NotLaunched,
    ToolWhence,
    launch_asked,
)
from jobunivers.rooms.launching.queries.standing import may_start
from jobunivers.rooms.launching.queries.tools import link_of
from jobunivers.rooms.launching.views.protocol import issuer_of, refusal, secret
from jobunivers.rooms.marketplace.queries import Way

_ENOUGH = frozenset({Assurance.SUBSTANTIAL.value, Assurance.HIGH.value})
_MOST_ASSERTION = 10_000
_TOOLS = ["https:", "http://localhost:*", "http://127.0.0.1:*"]


# The one form of the page is the tool's; what its own page leads on to is its own business, and
# browsers hold that against the same rule.
@csp_update({"form-action": _TOOLS})  # type: ignore[arg-type]
@public
@csrf_exempt
@require_http_methods(["GET", "POST"])
def authorize(request: Request) -> HttpResponseBase:
    """Answer a tool that has sent her browser here (LTI security, 5.1.1.2 and 5.1.1.3)."""
    if request.method == "POST":
        # A form of another site comes without her session; asked again by GET it has it.
        here = f"{reverse('launching:lti_authorize')}?{request.POST.urlencode()}"
        return HttpResponseRedirect(here, status=303)
    try:
        asked = launch_asked(dict(request.GET.lists()))
        return _posted(request, asked.whence, {"id_token": _answered(request, asked)})
    except NobodyToAnswer as wrong:
        return render(request, "launching/wrong.html", {"code": wrong.code}, status=400)
    except NotLaunched as wrong:
        told = {"error": wrong.error, "error_description": wrong.why}
        return _posted(request, wrong.whence, told)


def _answered(request: Request, asked: LaunchAsked) -> str:
    now = timezone.now()
    row = actions.waiting_launch(asked=asked, at=now)
    acr = str(request.session.get(SESSION_ASSURANCE, ""))
    if not request.user.is_authenticated or acr not in _ENOUGH:
        raise NotLaunched(asked.whence, "login_required", "she is not logged in")
    if request.user.pk not in {row.citizen_id, row.actor_id}:
        raise NotLaunched(asked.whence, "login_required", "somebody else is logged in")
    if row.citizen_id is None:
        return _picking(request, asked, row, at=now)
    return _launch(request, asked, row, acr=acr, at=now)


def _launch(request: Request, asked: LaunchAsked, row: LtiLaunch, *, acr: str, at: datetime) -> str:
    link, offer, citizen_id = link_of(row.offer_id), row.offer, row.citizen_id or 0
    if (
        link is None
        or link.tool_id != row.tool_id
        or offer.current is None
        or offer.current.way != Way.LTI
        or request.user.role != Role.CITIZEN
    ):
        raise NotLaunched(asked.whence, "access_denied", "it is not opened by this tool")
    if not may_start(citizen_id=citizen_id, offer=offer, at=at):
        raise NotLaunched(asked.whence, "access_denied", "it does not stand on her shelves")
    handed = queries.agreed(citizen_id=citizen_id, offer=offer)
    if handed is None:
        raise NotLaunched(asked.whence, "consent_required", "she has not said yes")
    who = actions.Who(
        citizen_id=citizen_id,
        acr=acr,
        language=request.LANGUAGE_CODE,
        logged_in_at=datetime.fromtimestamp(request.session.get(SESSION_STARTED, 0), UTC),
    )
    line = actions.own_line(link=link, at=at)
    lines = request.build_absolute_uri(reverse("launching:lti_lines", args=[offer.pk]))
    there = reverse("launching:lti_line", args=[offer.pk, line.pk])
    back = reverse("marketplace:offer", args=[offer.pk])
    place = place_of(request, back=back, lines=lines, line=request.build_absolute_uri(there))
    return actions.launch(
        asked=asked, row=row, link=link, handed=handed, who=who, place=place, at=at
    )


def _picking(request: Request, asked: LaunchAsked, row: LtiLaunch, *, at: datetime) -> str:
    if request.user.role not in access.PICKING or not row.tool.deep_link_uri:
        raise NotLaunched(asked.whence, "access_denied", "nothing can be picked here")
    back = reverse("launching:picking", args=[row.offer_id])
    picked = request.build_absolute_uri(reverse("launching:picked"))
    return actions.open_picking(
        asked=asked,
        row=row,
        place=place_of(request, back=back, picked=picked),
        language=request.LANGUAGE_CODE,
        at=at,
    )


def place_of(
    request: Request, *, back: str, lines: str = "", line: str = "", picked: str = ""
) -> actions.Place:
    """Return where a launch comes from, as the tool is told it."""
    kommune = request.municipality
    return actions.Place(
        issuer=issuer_of(request),
        deployment=kommune.code,
        name=kommune.name,
        back=request.build_absolute_uri(back),
        lines=lines,
        line=line,
        picked=picked,
    )


def _posted(request: Request, whence: ToolWhence, told: Mapping[str, str]) -> HttpResponse:
    """Let her browser post an answer to the tool (OAuth 2.0 form post response mode)."""
    fields = {**told, **({"state": whence.state} if whence.state else {})}
    context = {
        "there": whence.redirect_uri,
        "fields": list(fields.items()),
        "offer": whence.tool.offer,
        "refused": "error" in told,
    }
    response = render(request, "launching/launch.html", context)
    response.headers["Cache-Control"] = "no-store"
    # What stands in our address is nobody's but ours.
    response.headers["Referrer-Policy"] = "no-referrer"
    return response


@public
@csrf_exempt
@require_POST
def token(request: Request) -> HttpResponseBase:
    """Give a tool that proves who it is a token (RFC 6749, section 4.4, with RFC 7523)."""
    sent = request.POST
    if any(len(sent.getlist(name)) > 1 for name in sent):
        return refusal("invalid_request", "each parameter may be there once")
    if sent.get("grant_type") != "client_credentials":
        return refusal("unsupported_grant_type", "grant_type must be client_credentials")
    assertion = sent.get("client_assertion", "")
    if sent.get("client_assertion_type") != lti.ASSERTION or not assertion:
        return refusal("invalid_request", f"client_assertion of type {lti.ASSERTION} is needed")
    try:
        made = actions.token_for_tool(
            assertion=assertion[:_MOST_ASSERTION],
            scope=sent.get("scope", ""),
            audiences={issuer_of(request), here(request)},
            at=timezone.now(),
        )
    except actions.Refused as refused:
        status = 401 if refused.error == "invalid_client" else 400
        return refusal(refused.error, refused.why, status=status)
    told = {
        "access_token": made.access,
        "token_type": "Bearer",
        "expires_in": actions.TOOL_TOKEN_SECONDS,
        "scope": made.scope,
    }
    return secret(told)


def here(request: HttpRequest) -> str:
    """Return the address that a request was sent to, as a tool knows it."""
    return request.build_absolute_uri(request.path)


def refused_tool(wrong: access.ToolRefused) -> JsonResponse:
    """Return a refusal with its reason."""
    response = refusal(wrong.error, wrong.why, status=wrong.status)
    if wrong.status == 401:  # noqa: PLR2004
        response.headers["WWW-Authenticate"] = 'Bearer realm="lti", error="invalid_token"'
    return response
