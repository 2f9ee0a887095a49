# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A firm's people come in by a link that was sent to them by mail."""

from django.contrib import messages
from django.http import Http404, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from jobunivers.foundation.http import Request, public
from jobunivers.foundation.notices.links import absolute, at_home
from jobunivers.foundation.tenancy import queries as tenancy
from jobunivers.identity import actions as identity
from jobunivers.identity import queries as people
from jobunivers.identity.models import Assurance
from jobunivers.rooms.vendors import access, actions
from jobunivers.rooms.vendors.access import for_administrators_of_firms
from jobunivers.rooms.vendors.forms.firms import MailForm

_ASKED = ["GET", "HEAD", "POST"]


@public
@require_http_methods(_ASKED)
def ask(request: Request) -> HttpResponseBase:
    """Let somebody of a firm ask for a link; the answer is the same whoever asks."""
    national = tenancy.national()
    if not request.municipality.is_national and national is not None:
        # Firms are nobody's in a kommune; the way there begins on each kommune's own pages.
        with at_home(national):
            return HttpResponseRedirect(absolute(national, reverse("vendors:ask_to_enter")))
    form = MailForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.ask_for_login(email=form.cleaned_data["email"], at=timezone.now())
        return render(request, "vendors/firms/asked.html", {"email": form.cleaned_data["email"]})
    status = 422 if request.method == "POST" else 200
    return render(request, "vendors/firms/ask.html", {"form": form}, status=status)


@public
@require_http_methods(_ASKED)
def enter(request: Request, secret: str) -> HttpResponseBase:
    """Ask for a press (a mail program looks at links by itself), and let her in once."""
    if not request.municipality.is_national:
        raise Http404
    now = timezone.now()
    found = actions.opens(secret=secret, at=now)
    if request.method == "POST" and found is not None:
        person_id = actions.spend(secret=secret, at=now)
        person = people.person(pk=person_id) if person_id is not None else None
        if person is not None and person.is_active:
            identity.log_in(request, person=person, assurance=Assurance.LOW, at=now)
            return HttpResponseRedirect(reverse("vendors:portal"))
        found = None
    context = {"firm": found.member.vendor.name if found else ""}
    response = render(request, "vendors/firms/enter.html", context, status=200 if found else 410)
    # What stands in our address is hers alone. No referrer at all would make the browser hide where
    # the form comes from, and the form be refused.
    response.headers["X-Robots-Tag"] = "noindex"
    response.headers["Cache-Control"] = "no-store"
    return response


@for_administrators_of_firms
@require_POST
def send_again(request: Request, pk: int) -> HttpResponseBase:
    """Send a member a new link; the one before it opens nothing any more."""
    row = access.own_member_or_404(request, pk)
    if row.ended_at is None:
        actions.send_link(member=row, at=timezone.now(), actor_id=access.me(request))
        messages.success(request, _("Vi sender et nyt link på mail. Det gamle virker ikke mere."))
    return HttpResponseRedirect(reverse("vendors:members"))
