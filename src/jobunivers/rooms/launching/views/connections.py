# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""How vendors' solutions are connected, for who runs the platform."""

from django.http import HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from jobunivers.foundation.http import Request, reads
from jobunivers.identity.access import for_national
from jobunivers.rooms.launching import access, actions, queries
from jobunivers.rooms.launching.forms import ConnectionForm, beginning_of
from jobunivers.rooms.launching.queries.finding import unconnected
from jobunivers.rooms.launching.queries.tools import untooled


@for_national
@reads
def connections(request: Request) -> HttpResponseBase:
    """Show what is connected, and what waits for it."""
    context = {
        "connections": queries.connections(),
        "waiting": unconnected(),
        "tools": queries.tools(),
        "untooled": untooled(),
    }
    return render(request, "launching/connections.html", context)


@for_national
@require_http_methods(["GET", "POST"])
def connection(request: Request, pk: int) -> HttpResponseBase:
    """Show and change one; a new secret is shown in the answer alone."""
    found = access.connectable_or_404(request, pk)
    client = queries.connection_of(pk)
    form = ConnectionForm(request.POST or None, initial=beginning_of(client))
    secret = ""
    if request.method == "POST" and form.is_valid():
        try:
            client, secret = actions.connect(
                offer=found,
                redirect_uris=form.cleaned_data["redirect_uris"],
                login_uri=form.cleaned_data["login_uri"],
                public=form.cleaned_data["public"],
                at=timezone.now(),
                actor_id=request.user.pk,
            )
        except actions.NotConnectable as wrong:
            form.say(wrong)
        else:
            if not secret:
                return HttpResponseRedirect(reverse("launching:connection", args=[pk]))
    wrong_form = request.method == "POST" and bool(form.errors)
    context = {"offer": found, "client": client, "form": form, "secret": secret}
    response = render(
        request, "launching/connection.html", context, status=422 if wrong_form else 200
    )
    response.headers["Cache-Control"] = "no-store"
    return response


@for_national
@require_POST
def new_secret(request: Request, pk: int) -> HttpResponseBase:
    """Exchange the secret; the old one ends at once."""
    found = access.connectable_or_404(request, pk)
    client = queries.connection_of(pk)
    if client is None or client.is_public:
        return HttpResponseRedirect(reverse("launching:connection", args=[pk]))
    secret = actions.renew_secret(client=client, at=timezone.now(), actor_id=request.user.pk)
    form = ConnectionForm(initial=beginning_of(client))
    context = {"offer": found, "client": client, "form": form, "secret": secret}
    response = render(request, "launching/connection.html", context)
    response.headers["Cache-Control"] = "no-store"
    return response
