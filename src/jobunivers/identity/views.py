# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from datetime import datetime

from django.conf import settings
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from jobunivers.foundation.http import Request, may_be_looked_at, public, reads
from jobunivers.identity import actions, queries
from jobunivers.identity.landing import landing_of
from jobunivers.identity.models import Assurance, Person


def _onward(request: Request, wanted: str, person: Person, at: datetime) -> str:
    """Return where to go after login: only pages of our own that can be opened."""
    ours = url_has_allowed_host_and_scheme(wanted, allowed_hosts={request.get_host()})
    if ours and may_be_looked_at(wanted):
        return wanted
    return landing_of(person, at=at) or reverse("front:home")


@public
@reads
def log_in(request: Request) -> HttpResponseBase:
    return render(
        request,
        "identity/log_in.html",
        {
            "personas": queries.personas(),
            "next": request.GET.get("next", ""),
            "needed": request.GET.get("niveau", ""),
            "personas_allowed": settings.PERSONAS,
        },
    )


@public
@require_POST
def choose_persona(request: Request, pk: int) -> HttpResponseBase:
    if not settings.PERSONAS:
        raise Http404
    persona = get_object_or_404(queries.personas(), pk=pk)
    now = timezone.now()
    actions.log_in(
        request,
        person=persona.person,
        assurance=Assurance(persona.assurance),
        at=now,
    )
    wanted = request.POST.get("next", "")
    return HttpResponseRedirect(_onward(request, wanted, persona.person, now))


@public
@require_POST
def log_out(request: Request) -> HttpResponse:
    actions.log_out(request)
    return HttpResponseRedirect(reverse("front:home"))
