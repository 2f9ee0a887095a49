# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""She says once more who she is, and what she typed goes on to where it was going."""

import json
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import Resolver404, get_script_prefix, resolve, reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from jobunivers.foundation.crypto.sealing import CannotOpen, open_text, seal_text
from jobunivers.foundation.http import Request, firms_too
from jobunivers.identity import providers
from jobunivers.identity.actions import SESSION_ASSURANCE, SESSION_ISSUER, SESSION_PROVED
from jobunivers.identity.again import ASKED_AGAIN, fields_of, may_press, proved_lately
from jobunivers.identity.onward import is_ours
from jobunivers.identity.outside_views import lead_out

_SESSION = "asked_again"
_ABOUT = "identity.asked_again"
_LONGEST = 20_000


@firms_too
@require_POST
def confirm(request: Request) -> HttpResponseBase:
    """Take a demo's press, or lead to the login she came from."""
    there = request.GET.get("til", "")
    if not _is_asked_again(request, there):
        raise Http404
    provider = providers.provider_at(
        request.municipality.code, request.session.get(SESSION_ISSUER, "")
    )
    if provider is not None:
        _keep(request, there)
        return lead_out(
            request,
            provider,
            level=request.session.get(SESSION_ASSURANCE, provider.level),
            onward=reverse("identity:go_on"),
            anew=True,
        )
    if not may_press(request):
        raise PermissionDenied
    request.session[SESSION_PROVED] = timezone.now().timestamp()
    # The browser sends the same form once more, to where it was going.
    return HttpResponseRedirect(there, preserve_request=True)


@firms_too
@require_safe
def go_on(request: Request) -> HttpResponseBase:
    """Show one button that sends what she typed before she was asked who she is."""
    kept = _kept(request)
    if kept is None or not proved_lately(request.session, at=timezone.now()):
        return HttpResponseRedirect(reverse("front:home"))
    return render(request, "identity/go_on.html", kept)


def _keep(request: Request, there: str) -> None:
    text = json.dumps({"there": there, "fields": fields_of(request.POST)})
    if len(text) > _LONGEST:
        raise PermissionDenied
    request.session[_SESSION] = seal_text(text, about=_ABOUT, whose=str(request.user.pk))


def _kept(request: Request) -> dict[str, Any] | None:
    try:
        text = open_text(
            request.session.get(_SESSION, ""), about=_ABOUT, whose=str(request.user.pk)
        )
    except CannotOpen:
        return None
    return json.loads(text) if text else None


def _is_asked_again(request: Request, there: str) -> bool:
    """Tell whether an address is one of the table's, of this kommune."""
    prefix = get_script_prefix()
    if not is_ours(request, there) or not there.startswith(prefix):
        return False
    try:
        found = resolve(f"/{there.removeprefix(prefix).partition('?')[0]}")
    except Resolver404:
        return False
    return found.view_name in ASKED_AGAIN
