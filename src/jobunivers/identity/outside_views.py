# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Out to a provider of logins and back, and what it tells of sessions that are over.

The addresses that a provider is told: `…/tilbage/` (redirect_uri) and `…/slut/` (logout, behind the
back by POST and in its page by GET). All of a kommune, so each has its own client there.
"""

import logging
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from jobunivers.foundation.http import Request, public
from jobunivers.identity import entering, providers
from jobunivers.identity.actions import SESSION_ISSUER
from jobunivers.identity.entering import NotLetIn
from jobunivers.identity.onward import onward
from jobunivers.integrations.oidc.asking import Silent
from jobunivers.integrations.oidc.client import Attempt
from jobunivers.integrations.oidc.configured import LEVELS, Provider
from jobunivers.integrations.oidc.proving import NotProven

_log = logging.getLogger(__name__)
_SESSION = "outside_attempts"
# So many ways out may be open at once in one browser, each for so long.
_MOST, _SECONDS = 4, 15 * 60
_LONGEST_NEXT = 2_000


@dataclass(frozen=True, slots=True)
class Way:
    """An attempt on its way, and where she wanted to go."""

    code: str
    attempt: Attempt
    onward: str


@public
@require_POST
def begin(request: Request, code: str) -> HttpResponseBase:
    """Lead to the provider."""
    provider = _provider_or_404(request, code)
    wanted = request.POST.get("niveau", "")
    level = max((one for one in (provider.level, wanted) if one in LEVELS), key=LEVELS.index)
    return lead_out(
        request, provider, level=level, onward=request.POST.get("next", "")[:_LONGEST_NEXT]
    )


def lead_out(
    request: Request, provider: Provider, *, level: str, onward: str, anew: bool = False
) -> HttpResponseBase:
    """Return the page that leads to a provider, with what must come back kept in her session."""
    attempt = Attempt.new(level=level, at=timezone.now(), anew=anew)
    client = providers.client_of(provider)
    try:
        there = client.begin(
            attempt, back_to=_back_to(request, provider), language=get_language() or "da"
        )
    except Silent:
        return _not_in(request, provider, "silent", status=503)
    open_ways = dict(request.session.get(_SESSION, {}))
    kept = list(open_ways.items())[-(_MOST - 1) :]
    way = {"code": provider.code, "attempt": attempt.kept(), "onward": onward}
    request.session[_SESSION] = {**dict(kept), attempt.state: way}
    return leading(request, there, provider)


def leading(
    request: Request, there: str, provider: Provider, *, leaving: bool = False
) -> HttpResponseBase:
    """Return a page that leads on: a form's own answer may not lead off our pages (CSP)."""
    response = render(
        request, "identity/going.html", {"there": there, "provider": provider, "leaving": leaving}
    )
    response.headers["Refresh"] = f"0; url={there}"
    response.headers["Cache-Control"] = "no-store"
    return response


@public
@require_safe
@never_cache
def came_back(request: Request, code: str) -> HttpResponseBase:
    """Let in who has proven who she is, and lead her on; say why, when she is not let in."""
    provider = _provider_or_404(request, code)
    now = timezone.now()
    way = _taken(request, provider, at=now)
    if way is None:
        return _not_in(request, provider, "state", status=400)
    told = {name: request.GET.get(name, "") for name in ("state", "code", "iss", "error")}
    expected = request.user.pk if way.attempt.anew else None
    try:
        proof = providers.client_of(provider).finish(
            way.attempt, told, back_to=_back_to(request, provider), at=now
        )
        person = entering.enter(
            request, provider=provider, proof=proof, at=now, expected_id=expected
        )
    except Silent:
        return _not_in(request, provider, "silent", status=503, next_=way.onward)
    except NotProven as why:
        status = 403 if why.code == "refused" else 400
        return _not_in(request, provider, why.code, status=status, next_=way.onward)
    except NotLetIn as why:
        return _not_in(request, provider, why.code, level=why.level, next_=way.onward)
    return HttpResponseRedirect(onward(request, way.onward, person, now))


@public
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def ended(request: Request, code: str) -> HttpResponseBase:
    """End what the provider says is over: behind the back (POST), or in its own page (GET)."""
    provider = _provider_or_404(request, code)
    now = timezone.now()
    if request.method != "POST":
        if request.GET.get("iss") == provider.issuer:
            entering.end_by_browser(issuer=provider.issuer, sid=request.GET.get("sid", ""), at=now)
        return HttpResponse(content_type="text/plain; charset=utf-8")
    try:
        told = providers.client_of(provider).ended_by(request.POST.get("logout_token", ""), at=now)
        entering.end_at_provider(issuer=provider.issuer, ended=told, at=now)
    except NotProven as why:
        return JsonResponse({"error": "invalid_request", "error_description": why.code}, status=400)
    except Silent:
        return JsonResponse({"error": "temporarily_unavailable"}, status=503)
    return HttpResponse(content_type="text/plain; charset=utf-8")


def way_out(request: Request) -> tuple[str, Provider] | None:
    """Return where her session at the provider is ended too, and which; None: she came by none."""
    issuer = request.session.get(SESSION_ISSUER, "")
    provider = providers.provider_at(request.municipality.code, issuer) if issuer else None
    if provider is None:
        return None
    there = providers.client_of(provider).leave(
        id_token=entering.token_of(request.session),
        back_to=request.build_absolute_uri(reverse("front:home")),
    )
    return (there, provider) if there else None


def _taken(request: HttpRequest, provider: Provider, *, at: datetime) -> Way | None:
    """Return the way that an answer belongs to, and forget it: each is gone once."""
    open_ways: dict[str, Any] = dict(request.session.get(_SESSION, {}))
    told = open_ways.pop(request.GET.get("state", ""), None)
    if told is None:
        return None
    request.session[_SESSION] = open_ways
    way = Way(told["code"], Attempt(**told["attempt"]), told["onward"])
    late = at.timestamp() - way.attempt.began > _SECONDS
    return None if late or way.code != provider.code else way


def _back_to(request: HttpRequest, provider: Provider) -> str:
    return request.build_absolute_uri(reverse("identity:came_back", args=[provider.code]))


def _provider_or_404(request: Request, code: str) -> Provider:
    provider = providers.provider_of(request.municipality.code, code)
    if provider is None:
        raise Http404
    return provider


def _not_in(
    request: Request,
    provider: Provider,
    code: str,
    *,
    status: int = 403,
    level: str = "",
    next_: str = "",
) -> HttpResponse:
    """Return the page that says why nobody was let in, and what to do.

    Who tried is not known; that somebody did, by which provider and why she is not in, is logged.
    """
    told = {"provider": provider.code, "why": code, "kommune": request.municipality.code}
    _log.warning("login refused", extra=told)
    context = {"provider": provider, "code": code, "level": level, "next": next_}
    return render(request, "identity/not_in.html", context, status=status)
