# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""How a solution's systems and ours speak: login, and keys for what it tells back."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from jobunivers.foundation.http import Request
from jobunivers.rooms.evidence import actions as evidence
from jobunivers.rooms.evidence import queries as told_back
from jobunivers.rooms.launching import actions as launching
from jobunivers.rooms.launching import queries as connected
from jobunivers.rooms.marketplace.queries import Offer
from jobunivers.rooms.vendors import access
from jobunivers.rooms.vendors.access import for_administrators_of_firms, for_members
from jobunivers.rooms.vendors.forms.technical import ConnectionForm
from jobunivers.rooms.vendors.queries import pages
from jobunivers.rooms.webhooks import queries as webhooks


@for_members()
@require_http_methods(["GET", "HEAD", "POST"])
def technical(request: Request, pk: int) -> HttpResponseBase:
    """Show and change how a login works; a new secret is shown in the answer alone."""
    offer = access.own_solution_or_404(request, pk)
    access.writes(request)
    client = connected.connection_of(pk)
    form = ConnectionForm(request.POST or None, initial=_beginning(client))
    if request.method != "POST":
        return _page(request, offer, form)
    if form.is_valid():
        told = form.cleaned_data
        try:
            _client, secret = launching.connect(
                offer=offer,
                redirect_uris=told["redirect_uris"],
                login_uri=told["login_uri"],
                public=told["public"],
                at=timezone.now(),
                actor_id=access.me(request),
            )
        except launching.NotConnectable as wrong:
            form.say(wrong)
        else:
            if secret:
                return _page(request, offer, form, secret=("client_secret", secret))
            messages.success(request, _("Gemt."))
            return HttpResponseRedirect(reverse("vendors:technical", args=[pk]))
    return _page(request, offer, form, status=422)


@for_administrators_of_firms
@require_POST
def new_secret(request: Request, pk: int) -> HttpResponseBase:
    """Exchange the secret of the login; the old one ends at once."""
    offer = access.own_solution_or_404(request, pk)
    client = connected.connection_of(pk)
    if client is None or client.is_public:
        return HttpResponseRedirect(reverse("vendors:technical", args=[pk]))
    secret = launching.renew_secret(client=client, at=timezone.now(), actor_id=access.me(request))
    return _page(
        request, offer, ConnectionForm(initial=_beginning(client)), secret=("client_secret", secret)
    )


@for_administrators_of_firms
@require_POST
def new_key(request: Request, pk: int) -> HttpResponseBase:
    """Make a key with which the solution tells what people did in it; its secret is shown once."""
    offer = access.own_solution_or_404(request, pk)
    try:
        key, secret = evidence.make_key(offer=offer, at=timezone.now(), actor_id=access.me(request))
    except evidence.NoKey:
        messages.error(request, _("I har så mange nøgler, som der er plads til. Luk en først."))
        return HttpResponseRedirect(reverse("vendors:technical", args=[pk]))
    return _page(request, offer, _form_of(pk), secret=(key.key, secret))


@for_administrators_of_firms
@require_POST
def change_key(request: Request, pk: int, key_id: int) -> HttpResponseBase:
    """Exchange a key, or close it."""
    offer = access.own_solution_or_404(request, pk)
    key = told_back.key_of(pk, key_id) if key_id < 2**63 else None
    wanted = request.POST.get("handling", "")
    if key is None or wanted not in {"skift", "luk"}:
        raise Http404
    now, me = timezone.now(), access.me(request)
    try:
        if wanted == "skift":
            made, secret = evidence.rotate_key(key=key, at=now, actor_id=me)
            return _page(request, offer, _form_of(pk), secret=(made.key, secret))
        evidence.close_key(key=key, at=now, actor_id=me)
    except evidence.NoKey:
        messages.info(request, _("Det er ændret imens. Sådan står det nu."))
    else:
        messages.success(request, _("Nøglen er lukket."))
    return HttpResponseRedirect(reverse("vendors:technical", args=[pk]))


def _page(
    request: Request,
    offer: Offer,
    form: ConnectionForm,
    *,
    secret: tuple[str, str] | None = None,
    status: int = 200,
) -> HttpResponseBase:
    context = {
        "offer": offer,
        "title": pages.titles([offer])[offer.pk],
        "client": connected.connection_of(offer.pk),
        "form": form,
        "keys": told_back.keys_of(offer.pk, at=timezone.now()),
        "refused": told_back.refused_of(offer.pk),
        "secret": secret,
        "writes": access.writes(request),
        "tool": connected.tool_of(offer.pk),
        "platforms": connected.platforms(),
        "endpoint": webhooks.endpoint_of(offer.vendor_id or 0),
    }
    response = render(request, "vendors/portal/technical.html", context, status=status)
    response.headers["Cache-Control"] = "no-store"
    return response


def _form_of(pk: int) -> ConnectionForm:
    return ConnectionForm(initial=_beginning(connected.connection_of(pk)))


def _beginning(client: connected.OidcClient | None) -> dict[str, Any]:
    if client is None:
        return {}
    return {
        "login_uri": client.login_uri,
        "redirect_uris": "\n".join(client.redirect_uris),
        "public": client.is_public,
    }
