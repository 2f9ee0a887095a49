# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Everybody sees where she is logged in, and ends it; who keeps the logins ends a colleague's."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from jobunivers.foundation.http import Request, client_address, firms_too, reads
from jobunivers.identity import actions, logins
from jobunivers.identity.access import for_officers_and_administrators
from jobunivers.identity.devices import network_of
from jobunivers.identity.middleware import limits_of
from jobunivers.identity.models import Person


def _own_id(request: Request) -> int:
    # Somebody at the counter acts in her name, but ends nobody's logins.
    if hasattr(request, "helper"):
        raise Http404
    return request.user.pk or 0


@firms_too
@reads
def sessions(request: Request) -> HttpResponseBase:
    """Show where she is logged in."""
    minutes, hours = limits_of(request.session)
    found = logins.logins_of(
        person_id=_own_id(request),
        here=request.session.session_key or "",
        network=network_of(client_address(request)),
        at=timezone.now(),
    )
    context = {
        "logins": found,
        "others": sum(not one.here for one in found),
        "minutes": round(minutes / 60),
        "hours": round(hours / 3600),
    }
    return render(request, "identity/sessions.html", context)


@firms_too
@require_POST
def end_session(request: Request, handle: UUID) -> HttpResponseBase:
    """End one of her own logins; what is another's is not there."""
    ended = actions.end_session(person_id=_own_id(request), handle=handle, at=timezone.now())
    if not ended:
        raise Http404
    messages.success(request, _("Du er logget ud dér."))
    return HttpResponseRedirect(reverse("identity:sessions"))


@firms_too
@require_POST
def end_other_sessions(request: Request) -> HttpResponseBase:
    """End all her logins but this one."""
    ended = actions.end_other_sessions(
        person_id=_own_id(request), kept=request.session.session_key or "", at=timezone.now()
    )
    messages.success(
        request,
        ngettext(
            "Du er logget ud %(many)s andet sted.", "Du er logget ud %(many)s andre steder.", ended
        )
        % {"many": ended}
        if ended
        else _("Du var ikke logget ind andre steder."),
    )
    return HttpResponseRedirect(reverse("identity:sessions"))


@for_officers_and_administrators
@reads
@require_safe
def staff_logins(request: Request) -> HttpResponseBase:
    """Show which of the kommune's staff are logged in."""
    found = logins.staff_logins(at=timezone.now())
    return render(request, "identity/staff_logins.html", {"people": found})


@for_officers_and_administrators
@require_POST
def end_sessions_of(request: Request, pk: int) -> HttpResponseBase:
    """End all logins of somebody of the kommune."""
    try:
        ended = actions.end_sessions_of(
            person_id=pk, actor_id=request.user.pk or 0, at=timezone.now()
        )
    except Person.DoesNotExist:
        raise Http404 from None
    messages.success(
        request,
        _("Personen er logget ud alle steder.")
        if ended
        else _("Personen var ikke logget ind. Der er ikke ændret noget."),
    )
    return HttpResponseRedirect(reverse("identity:staff_logins"))
