# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""On the way to a vendor: what is handed over and to whom, her yes or no, and onwards."""

from datetime import datetime
from urllib.parse import urlencode, urlsplit

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from jobunivers.foundation.http import Request
from jobunivers.identity.access import for_citizens
from jobunivers.rooms.launching import access, actions, queries
from jobunivers.rooms.launching.models import LtiLink, OidcClient
from jobunivers.rooms.launching.queries.standing import may_start
from jobunivers.rooms.launching.queries.terms import recipient_of, terms_of
from jobunivers.rooms.launching.queries.ways import login_of, press_of
from jobunivers.rooms.launching.views.protocol import issuer_of
from jobunivers.rooms.marketplace import actions as market
from jobunivers.rooms.marketplace.queries import Offer, Way

_LONGEST_ASKED = 6_000


@for_citizens
@require_safe
def onwards(request: Request, pk: int) -> HttpResponseBase:
    """Ask the first time; once she has said yes, lead on."""
    citizen_id = access.me(request)
    found, connected = access.opened_or_404(pk)
    now = timezone.now()
    if not may_start(citizen_id=citizen_id, offer=found, at=now):
        messages.info(request, _("Det kan ikke startes lige nu."))
        return HttpResponseRedirect(reverse("marketplace:market"))
    if connected is None:
        messages.info(request, _("Den er ikke tilsluttet endnu. Prøv igen en anden dag."))
        return HttpResponseRedirect(reverse("marketplace:offer", args=[pk]))
    handed = queries.agreed(citizen_id=citizen_id, offer=found)
    asked, press = _carried(request.GET.get("svar", "")), request.GET.get("tryk", "")
    context = {"offer": found, "recipient": recipient_of(found), "asked": asked, "press": press}
    if handed is None:
        refused = f"{reverse('launching:authorize')}?{asked}&prompt=none" if asked else ""
        told = {"words": queries.hands_over(found), "terms": terms_of(found), "no": refused}
        return render(request, "launching/question.html", context | told)
    key = press_of(press, citizen_id=citizen_id, offer_id=found.pk)
    if key is not None:
        way = Way.LTI if isinstance(connected, LtiLink) else Way.OIDC
        market.start(citizen_id=citizen_id, offer=found, way=way, key=key, at=now)
    there = (
        _launched(request, connected, at=now)
        if isinstance(connected, LtiLink)
        else _beginning(request, connected, asked)
    )
    context |= {"there": there, "site": urlsplit(there).hostname}
    response = render(request, "launching/going.html", context)
    # A form's answer may not lead off our pages; a page that has been asked for may.
    response.headers["Refresh"] = f"0; url={there}"
    return response


@for_citizens
@require_POST
def say_yes(request: Request, pk: int) -> HttpResponseBase:
    """Note her yes to what she was shown, and go on."""
    citizen_id = access.me(request)
    found, _client = access.opened_or_404(pk)
    now = timezone.now()
    if may_start(citizen_id=citizen_id, offer=found, at=now):
        try:
            actions.agree(
                citizen_id=citizen_id, offer=found, terms=request.POST.get("terms", ""), at=now
            )
        except actions.TermsChanged:
            messages.info(request, _("Det, der gives videre, er ændret. Læs det igen her."))
    carried = {name: request.POST.get(name, "")[:_LONGEST_ASKED] for name in ("svar", "tryk")}
    there = reverse("launching:onwards", args=[pk])
    return HttpResponseRedirect(f"{there}?{urlencode(carried)}")


@for_citizens
@require_safe
def receipts(request: Request) -> HttpResponseBase:
    """Show what was handed over, to whom, and what she may take back."""
    citizen_id = access.me(request)
    context = {"yeses": queries.yeses(citizen_id), "receipts": queries.receipts(citizen_id)}
    return render(request, "launching/receipts.html", context)


@for_citizens
@require_POST
def take_back(request: Request, pk: int) -> HttpResponseBase:
    """Take a yes back."""
    citizen_id = access.me(request)
    found: Offer = access.agreed_or_404(request, pk)
    actions.take_back(citizen_id=citizen_id, offer=found, at=timezone.now())
    messages.success(request, _("Taget tilbage. De får ikke mere at vide om dig fra os."))
    return HttpResponseRedirect(reverse("launching:receipts"))


def _carried(asked: str) -> str:
    """Return the vendor's request that is carried along; it is read and checked where it goes."""
    return asked if len(asked) <= _LONGEST_ASKED and asked.isascii() and asked.isprintable() else ""


def _launched(request: Request, link: LtiLink, *, at: datetime) -> str:
    """Return where a launch begins at a tool, with what the tool brings back once."""
    hint = actions.begin_launch(
        tool=link.tool, offer=link.offer, citizen_id=access.me(request), at=at
    )
    issuer, deployment = issuer_of(request), request.municipality.code
    return login_of(link.tool, link.url, hint, issuer, deployment)


def _beginning(request: Request, client: OidcClient, asked: str) -> str:
    """Return where a launch begins: back in the vendor's request, or at its own first page."""
    if asked:
        return request.build_absolute_uri(f"{reverse('launching:authorize')}?{asked}")
    joint = "&" if "?" in client.login_uri else "?"
    return f"{client.login_uri}{joint}{urlencode({'iss': issuer_of(request)})}"
