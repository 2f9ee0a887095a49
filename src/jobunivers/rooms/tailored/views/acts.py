# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the citizen does about what fits her; each act is answered with the list as it is then."""

from django.contrib import messages
from django.http import Http404, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from jobunivers.foundation.http import Request
from jobunivers.identity.access import for_citizens
from jobunivers.rooms.tailored import access, actions, queries


@for_citizens
@require_POST
def find_now(request: Request) -> HttpResponseBase:
    """Make the list now, without waiting for the worker."""
    _list_anew(request, _("Her er de job, der ligner din profil mest lige nu."))
    return _back(request)


@for_citizens
@require_POST
def boldness(request: Request) -> HttpResponseBase:
    """Set how far from what she knows she wants to look, and show the list like that."""
    try:
        chosen = queries.boldness_of(request.POST.get("boldness", ""))
    except ValueError:
        messages.error(request, _("Vælg et af de fem trin."))
        return _back(request)
    citizen_id = access.citizen_id_or_404(request)
    actions.choose_boldness(citizen_id=citizen_id, boldness=chosen, at=timezone.now())
    step = queries.slider_of(citizen_id=citizen_id).label
    _list_anew(request, _("Listen er lavet om. Den er nu: %(step)s.") % {"step": step})
    return _back(request)


@for_citizens
@require_POST
def more_like(request: Request, vacancy_id: int) -> HttpResponseBase:
    """Let an advertisement count as a kind she wants more of."""
    citizen_id = access.citizen_id_or_404(request)
    try:
        actions.more_like(citizen_id=citizen_id, vacancy_id=vacancy_id, at=timezone.now())
    except actions.UnknownVacancy as error:
        raise Http404 from error
    _list_anew(request, _("Det tæller med nu. Du kan tage det tilbage når som helst."))
    return HttpResponseRedirect(reverse("tailored:recommended"))


@for_citizens
@require_POST
def no_more_like(request: Request, vacancy_id: int) -> HttpResponseBase:
    """Take back that she wants more of this kind."""
    citizen_id = access.citizen_id_or_404(request)
    actions.no_more_like(citizen_id=citizen_id, vacancy_id=vacancy_id, at=timezone.now())
    _list_anew(request, _("Det tæller ikke med mere."))
    return HttpResponseRedirect(reverse("tailored:recommended"))


def _list_anew(request: Request, done: str) -> None:
    """Make the list in this request; what she did is kept even when it cannot be made yet."""
    try:
        actions.recommend(citizen_id=access.citizen_id_or_404(request), at=timezone.now())
    except actions.SwitchedOff:
        messages.info(request, _("Kommunen har slået forslagene fra. Det, du valgte, er gemt."))
    except actions.NotReady:
        messages.info(request, _("Vi er ved at læse de ledige job ind. Prøv igen om lidt."))
    else:
        messages.success(request, done)


def _back(request: Request) -> HttpResponseBase:
    wanted = request.POST.get("next", "")
    if not url_has_allowed_host_and_scheme(wanted, allowed_hosts={request.get_host()}):
        wanted = reverse("tailored:recommended")
    return HttpResponseRedirect(wanted)
