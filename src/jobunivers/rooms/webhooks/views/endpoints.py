# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where a vendor is told and how it went, for who runs the platform."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from jobunivers.foundation.http import Request
from jobunivers.identity.access import for_national
from jobunivers.rooms.marketplace.queries import Offer
from jobunivers.rooms.webhooks import access, actions, queries

_OK, _WRONG, _CONFLICT = 200, 422, 409


@for_national
@require_http_methods(["GET", "HEAD", "POST"])
def endpoint(request: Request, pk: int) -> HttpResponseBase:
    """Show and write it; a new secret is shown in the answer alone."""
    solution, vendor = access.solution_or_404(request, pk)
    found = queries.endpoint_of(vendor.pk)
    form = actions.EndpointForm(request.POST or None, initial=actions.endpoints_beginning(found))
    if request.method != "POST":
        return _page(request, solution, form)
    if not form.is_valid():
        return _page(request, solution, form, status=_WRONG)
    try:
        secret = actions.write_endpoint(
            vendor=vendor,
            url=form.cleaned_data["url"],
            kinds=form.cleaned_data["kinds"],
            seen=form.cleaned_data["seen"] or 0,
            at=timezone.now(),
            actor_id=request.user.pk,
        )
    except actions.NotAnEndpoint as wrong:
        form.say(wrong.code)
        return _page(request, solution, form, status=_WRONG)
    except actions.EndpointChanged as changed:
        form.take_seen(changed.endpoint)
        return _page(request, solution, form, theirs=changed.endpoint, status=_CONFLICT)
    if secret:
        return _page(request, solution, None, secret=secret)
    messages.success(request, _("Gemt."))
    return _back(pk)


@for_national
@require_POST
def new_secret(request: Request, pk: int) -> HttpResponseBase:
    """Exchange the secret; the one before signs along for a day."""
    solution, found = access.endpoint_or_404(request, pk)
    read = request.POST.get("seen", "")
    try:
        secret = actions.rotate_secret(
            endpoint=found,
            at=timezone.now(),
            seen=actions.version_read(read),
            actor_id=request.user.pk,
        )
    except actions.EndpointChanged:
        messages.info(request, _("Det er ændret imens. Sådan står det nu."))
        return _back(pk)
    return _page(request, solution, None, secret=secret)


@for_national
@require_POST
def ping(request: Request, pk: int) -> HttpResponseBase:
    """Send a message that says nothing."""
    _solution, found = access.endpoint_or_404(request, pk)
    actions.ping(endpoint=found, at=timezone.now())
    messages.success(request, _("Prøven er på vej. Hent siden igen om lidt og se svaret nedenfor."))
    return _back(pk)


@for_national
@require_POST
def replay(request: Request, pk: int) -> HttpResponseBase:
    """Send a message once more."""
    _solution, found = access.endpoint_or_404(request, pk)
    message_id = request.POST.get("message_id", "")[:40].replace("\0", "")
    if actions.replay(endpoint=found, message_id=message_id, at=timezone.now()):
        messages.success(request, _("Beskeden er på vej igen."))
    else:
        messages.info(request, _("Beskeden er allerede på vej, eller den er ikke gemt længere."))
    return _back(pk)


@for_national
@require_POST
def switch_on(request: Request, pk: int) -> HttpResponseBase:
    """Let messages be sent again."""
    _solution, found = access.endpoint_or_404(request, pk)
    if actions.switch_on(endpoint=found, at=timezone.now(), actor_id=request.user.pk):
        messages.success(request, _("Nye beskeder sendes igen. De gamle kan sendes én for én."))
    return _back(pk)


@for_national
@require_POST
def close(request: Request, pk: int) -> HttpResponseBase:
    """Tell the vendor no more."""
    _solution, found = access.endpoint_or_404(request, pk)
    actions.close_endpoint(endpoint=found, at=timezone.now(), actor_id=request.user.pk)
    messages.success(request, _("Adressen er lukket. Der sendes ikke mere dertil."))
    return _back(pk)


def _page(
    request: Request,
    solution: Offer,
    form: actions.EndpointForm | None,
    *,
    secret: str = "",
    theirs: Any = None,
    status: int = _OK,
) -> HttpResponseBase:
    found = queries.endpoint_of(solution.vendor_id or 0)
    context = {
        "offer": solution,
        "endpoint": found,
        "form": form or actions.EndpointForm(initial=actions.endpoints_beginning(found)),
        "secret": secret,
        "theirs": theirs,
        "their_kinds": actions.wanted_words(theirs) if theirs else [],
        "signs_along": found is not None
        and found.before_until is not None
        and found.before_until > timezone.now(),
        "log": queries.log_of(solution.vendor_id or 0),
    }
    response = render(request, "webhooks/endpoint.html", context, status=status)
    response.headers["Cache-Control"] = "no-store"
    return response


def _back(pk: int) -> HttpResponseRedirect:
    return HttpResponseRedirect(reverse("webhooks:endpoint", args=[pk]))
