# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The kommune's administrator keeps citizens' names and addresses back, and shows them again."""

from datetime import timedelta

from django.contrib import messages
from django.http import Http404, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from jobunivers.foundation.http import Request
from jobunivers.identity import protecting, queries
from jobunivers.identity.access import for_administrators
from jobunivers.identity.forms import KINDS, LiftForm, ProtectForm
from jobunivers.identity.models import Person, ProtectionKind
from jobunivers.identity.protected_list import protections_page

_ASKED = ["GET", "HEAD", "POST"]


@for_administrators
@require_safe
def protections(request: Request) -> HttpResponseBase:
    """List whose names and addresses are kept back; that the list was shown is remembered."""
    page = protections_page(page=request.GET.get("side"))
    shown = [row.person_id for row in page.held]
    if shown:
        protecting.list_shown(actor_id=request.user.pk or 0, citizen_ids=shown, at=timezone.now())
    return render(request, "identity/protections.html", {"page": page})


@for_administrators
@require_http_methods(_ASKED)
def protect(request: Request) -> HttpResponseBase:
    """Keep a citizen's name and address back; she is named in full, and searched for nowhere."""
    now = timezone.now()
    today = timezone.localdate(now)
    form = ProtectForm(request.POST or None, today=today)
    if request.method == "POST" and form.is_valid():
        person = _meant(form)
        if person is not None:
            last = form.cleaned_data["last_day"]
            wanted = protecting.Wanted(
                kind=ProtectionKind(form.cleaned_data["kind"]),
                reason=form.cleaned_data["reason"],
                since_on=today,
                until_on=last + timedelta(days=1) if last else None,
            )
            try:
                protecting.protect(
                    person_id=person.pk, wanted=wanted, actor_id=request.user.pk, at=now
                )
            except protecting.AlreadyProtected:
                messages.info(request, _("Det var borgeren allerede. Der er ikke ændret noget."))
            else:
                messages.success(request, _("Borgerens navn og adresse er nu beskyttet."))
            return HttpResponseRedirect(reverse("identity:protections"))
    status = 422 if request.method == "POST" else 200
    return render(request, "identity/protect.html", {"form": form}, status=status)


def _meant(form: ProtectForm) -> Person | None:
    """Return the one citizen who is meant; without one the form says what is missing."""
    born_on = form.cleaned_data["born_on"]
    found = queries.citizens_called(form.cleaned_data["name"], born_on=born_on)
    if len(found) == 1:
        return found[0]
    if not found:
        form.add_error("name", _("Ingen borger hedder det. Skriv hele navnet, som det er i sagen."))
    elif born_on:
        form.add_error("born_on", _("Flere borgere har det navn og den dag. Spørg jeres support."))
    else:
        form.add_error("born_on", _("Flere borgere har det navn. Skriv fødselsdagen."))
    return None


@for_administrators
@require_http_methods(_ASKED)
def lift(request: Request, pk: int) -> HttpResponseBase:
    """Show a citizen's name and address as everybody's again, with a reason."""
    row = queries.protection_of(pk)
    if row is None:
        raise Http404
    form = LiftForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            protecting.lift(
                person_id=pk,
                why=form.cleaned_data["reason"],
                actor_id=request.user.pk,
                at=timezone.now(),
            )
        except protecting.NotProtected:
            messages.info(request, _("Det var gjort allerede. Der er ikke ændret noget."))
        else:
            messages.success(request, _("Beskyttelsen er ophævet. Navnet vises igen."))
        return HttpResponseRedirect(reverse("identity:protections"))
    status = 422 if request.method == "POST" else 200
    context = {"form": form, "row": row, "kind": KINDS[row.kind]}
    return render(request, "identity/lift.html", context, status=status)
