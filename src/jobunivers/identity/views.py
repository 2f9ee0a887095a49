# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from django.conf import settings
from django.http import Http404, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from jobunivers.foundation.http import Request, public, reads
from jobunivers.identity import actions, providers, queries
from jobunivers.identity.models import Assurance
from jobunivers.identity.onward import onward
from jobunivers.identity.outside_views import leading, way_out


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
            "providers": providers.providers_of(request.municipality.code),
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
    return HttpResponseRedirect(onward(request, wanted, persona.person, now))


@public
@require_POST
def log_out(request: Request) -> HttpResponseBase:
    """End the session here, and the provider's too when she came from one."""
    out = way_out(request)
    actions.log_out(request)
    if out is not None:
        there, provider = out
        return leading(request, there, provider, leaving=True)
    return HttpResponseRedirect(reverse("front:home"))
