# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where a firm's systems are told what happens with its solutions."""

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from jobunivers.foundation.http import Request
from jobunivers.rooms.vendors import access
from jobunivers.rooms.vendors.access import for_administrators_of_firms, for_members
from jobunivers.rooms.webhooks import actions, queries

_OK, _WRONG, _CONFLICT = 200, 422, 409


@for_members()
@require_http_methods(["GET", "HEAD", "POST"])
def endpoint(request: Request) -> HttpResponseBase:
    """Show and write it; a new secret is shown in the answer alone."""
    vendor = access.membership(request).vendor
    access.writes(request)
    found = queries.endpoint_of(vendor.pk)
    form = actions.EndpointForm(request.POST or None, initial=actions.endpoints_beginning(found))
    if request.method != "POST":
        return _page(request, form)
    if not form.is_valid():
        return _page(request, form, status=_WRONG)
    try:
        secret = actions.write_endpoint(
            vendor=vendor,
            url=form.cleaned_data["url"],
            kinds=form.cleaned_data["kinds"],
            seen=form.cleaned_data["seen"] or 0,
            at=timezone.now(),
            actor_id=access.me(request),
        )
    except actions.NotAnEndpoint as wrong:
        form.say(wrong.code)
        return _page(request, form, status=_WRONG)
    except actions.EndpointChanged as changed:
        form.take_seen(changed.endpoint)
        return _page(request, form, theirs=changed.endpoint, status=_CONFLICT)
    if secret:
        return _page(request, secret=secret)
    messages.success(request, _("Gemt."))
    return _back()


@for_administrators_of_firms
@require_POST
def new_secret(request: Request) -> HttpResponseBase:
    """Exchange the secret; the one before signs along for a day."""
    found = _own(request)
    if found is None:
        return _closed(request)
    try:
        secret = actions.rotate_secret(
            endpoint=found,
            at=timezone.now(),
            seen=actions.version_read(request.POST.get("seen", "")),
            actor_id=access.me(request),
        )
    except actions.EndpointChanged:
        messages.info(request, _("Det er ændret imens. Sådan står det nu."))
        return _back()
    return _page(request, secret=secret)


@for_administrators_of_firms
@require_POST
def ping(request: Request) -> HttpResponseBase:
    """Send a message that says nothing."""
    found = _own(request)
    if found is None:
        return _closed(request)
    actions.ping(endpoint=found, at=timezone.now())
    messages.success(request, _("Prøven er på vej. Hent siden igen om lidt og se svaret nedenfor."))
    return _back()


@for_administrators_of_firms
@require_POST
def replay(request: Request) -> HttpResponseBase:
    """Send a message of the firm's own once more."""
    found = _own(request)
    if found is None:
        return _closed(request)
    message_id = request.POST.get("message_id", "")[:40].replace("\0", "")
    if actions.replay(endpoint=found, message_id=message_id, at=timezone.now()):
        messages.success(request, _("Beskeden er på vej igen."))
    else:
        messages.info(request, _("Beskeden er allerede på vej, eller den er ikke gemt længere."))
    return _back()


@for_administrators_of_firms
@require_POST
def switch_on(request: Request) -> HttpResponseBase:
    """Let messages be sent again."""
    found = _own(request)
    if found is None:
        return _closed(request)
    if actions.switch_on(endpoint=found, at=timezone.now(), actor_id=access.me(request)):
        messages.success(request, _("Nye beskeder sendes igen. De gamle kan sendes én for én."))
    return _back()


@for_administrators_of_firms
@require_POST
def close(request: Request) -> HttpResponseBase:
    """Be told no more."""
    found = _own(request)
    if found is None:
        return _closed(request)
    actions.close_endpoint(endpoint=found, at=timezone.now(), actor_id=access.me(request))
    return _closed(request)


def _own(request: Request) -> queries.Endpoint | None:
    return queries.endpoint_of(access.membership(request).vendor.pk)


def _closed(request: Request) -> HttpResponseRedirect:
    messages.success(request, _("Adressen er lukket. Der sendes ikke mere dertil."))
    return _back()


def _page(
    request: Request,
    form: actions.EndpointForm | None = None,
    *,
    secret: str = "",
    theirs: queries.Endpoint | None = None,
    status: int = _OK,
) -> HttpResponseBase:
    vendor = access.membership(request).vendor
    found = queries.endpoint_of(vendor.pk)
    until = found.before_until if found is not None else None
    context = {
        "endpoint": found,
        "wanted": actions.wanted_words(found) if found is not None else [],
        "form": form or actions.EndpointForm(initial=actions.endpoints_beginning(found)),
        "writes": access.writes(request),
        "secret": secret,
        "theirs": theirs,
        "their_kinds": actions.wanted_words(theirs) if theirs is not None else [],
        "signs_along": until is not None and until > timezone.now(),
        "log": queries.log_of(vendor.pk),
    }
    response = render(request, "vendors/portal/webhooks.html", context, status=status)
    response.headers["Cache-Control"] = "no-store"
    return response


def _back() -> HttpResponseRedirect:
    return HttpResponseRedirect(reverse("vendors:webhooks"))
