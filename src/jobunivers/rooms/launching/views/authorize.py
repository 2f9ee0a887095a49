# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A vendor sends her here to log in; she goes back with a code, or the vendor is told why not."""

from datetime import UTC, datetime
from urllib.parse import urlencode

from django.http import HttpResponse, HttpResponseRedirect, QueryDict
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from jobunivers.foundation.http import Request, public
from jobunivers.identity.actions import SESSION_ASSURANCE, SESSION_STARTED
from jobunivers.identity.models import Assurance, Role
from jobunivers.rooms.launching import actions, queries
from jobunivers.rooms.launching.queries.asking import Asked, NobodyToAnswer, Whence, Wrong, asked
from jobunivers.rooms.launching.queries.standing import may_start
from jobunivers.rooms.launching.views.protocol import issuer_of
from jobunivers.rooms.marketplace import actions as market
from jobunivers.rooms.marketplace.queries import Way, use_of

_ENOUGH = frozenset({Assurance.SUBSTANTIAL.value, Assurance.HIGH.value})


@public
@csrf_exempt
@require_http_methods(["GET", "POST"])
def authorize(request: Request) -> HttpResponseBase:
    """Answer a request to log in (OpenID Connect Core, 3.1.2)."""
    if request.method == "POST":
        # A form of another site comes without her session; asked again by GET it has it.
        here = f"{reverse('launching:authorize')}?{request.POST.urlencode()}"
        return HttpResponseRedirect(here, status=303)
    sent: QueryDict = request.GET
    try:
        wish = asked(dict(sent.lists()))
    except NobodyToAnswer as wrong:
        return render(request, "launching/wrong.html", {"code": wrong.code}, status=400)
    except Wrong as wrong:
        return _answer(request, wrong.told, error=wrong.error, error_description=wrong.why)
    try:
        return _answered(request, wish)
    except Wrong as wrong:
        return _answer(request, wrong.told, error=wrong.error, error_description=wrong.why)


def _answered(request: Request, wish: Asked) -> HttpResponseBase:
    now = timezone.now()
    known = request.user.is_authenticated
    if known and request.user.role != Role.CITIZEN:
        raise Wrong(wish.whence, "access_denied", "only citizens use it")
    acr = str(request.session.get(SESSION_ASSURANCE, ""))
    if not known or request.user.pk is None or acr not in _ENOUGH:
        return _by_our_page(request, wish, "login_required", "she is not logged in")
    logged_in_at = datetime.fromtimestamp(request.session.get(SESSION_STARTED, 0), UTC)
    age = (now - logged_in_at).total_seconds()
    if wish.anew or (wish.max_age is not None and age > wish.max_age):
        raise Wrong(wish.whence, "login_required", "she cannot be asked to log in once more")
    offer, citizen_id = wish.client.offer, request.user.pk
    if offer.current is None or offer.current.way != Way.OIDC:
        raise Wrong(wish.whence, "access_denied", "it is not opened by a login")
    if not may_start(citizen_id=citizen_id, offer=offer, at=now):
        raise Wrong(wish.whence, "access_denied", "it does not stand on her shelves")
    handed = queries.agreed(citizen_id=citizen_id, offer=offer)
    if handed is None:
        return _by_our_page(request, wish, "consent_required", "she has not said yes")
    if use_of(citizen_id=citizen_id, offer_id=offer.pk) is None:
        # She came by the vendor's own page: it is begun all the same, and once.
        key = f"launch:{citizen_id}:{offer.pk}"
        market.start(citizen_id=citizen_id, offer=offer, way=Way.OIDC, key=key, at=now)
    code = actions.make_code(
        asked=wish,
        citizen_id=citizen_id,
        acr=acr,
        language=request.LANGUAGE_CODE,
        logged_in_at=logged_in_at,
        handed=handed,
        at=now,
    )
    return _answer(request, wish.whence, code=code)


def _by_our_page(request: Request, wish: Asked, error: str, why: str) -> HttpResponse:
    """Lead to our page, where she logs in and says yes; who may show her nothing is told so."""
    if wish.quiet:
        raise Wrong(wish.whence, error, why)
    there = reverse("launching:onwards", args=[wish.client.offer_id])
    return HttpResponseRedirect(f"{there}?{urlencode({'svar': request.GET.urlencode()})}")


def _answer(request: Request, whence: Whence, **told: str) -> HttpResponse:
    """Send her back, with who answers (RFC 9207) and what she was sent with."""
    told["iss"] = issuer_of(request)
    if whence.state:
        told["state"] = whence.state
    joint = "&" if "?" in whence.redirect_uri else "?"
    response = HttpResponse(status=302)
    response.headers["Location"] = f"{whence.redirect_uri}{joint}{urlencode(told)}"
    response.headers["Cache-Control"] = "no-store"
    # What stands in our address is nobody's but ours.
    response.headers["Referrer-Policy"] = "no-referrer"
    return response
