# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Giving a kommune its look, and opening kommuner."""

from django.contrib import messages
from django.http import Http404, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from jobunivers.foundation.events import actions as events
from jobunivers.foundation.http import Request, reads
from jobunivers.foundation.tenancy import actions as tenancy
from jobunivers.foundation.tenancy import working_for
from jobunivers.front import logos, queries
from jobunivers.front.forms import AppearanceForm, OpenMunicipalityForm
from jobunivers.identity import actions as identity
from jobunivers.identity.access import for_national, for_roles
from jobunivers.identity.models import Role


@for_roles(Role.ADMINISTRATOR, Role.EDITOR)
@require_http_methods(["GET", "HEAD", "POST"])
def appearance(request: Request) -> HttpResponseBase:
    municipality = request.municipality
    form = AppearanceForm(
        request.POST or None,
        request.FILES or None,
        initial=AppearanceForm.initial_of(municipality),
    )
    if request.method == "POST" and form.is_valid():
        now = timezone.now()
        cleaned = dict(form.cleaned_data)
        logo, remove = cleaned.pop("logo"), cleaned.pop("remove_logo")
        tenancy.save_appearance(
            municipality=municipality, appearance=tenancy.Appearance(**cleaned), at=now
        )
        if logo or remove:
            tenancy.save_logo(
                municipality=municipality, image=logo, content_type=logos.CONTENT_TYPE, at=now
            )
        events.record("front.appearance_changed", at=now, actor_id=request.user.pk)
        messages.success(request, _("Udseendet er gemt."))
        return HttpResponseRedirect(reverse("front:appearance"))
    status = 422 if request.method == "POST" else 200
    return render(request, "front/appearance.html", {"form": form}, status=status)


@for_national
@reads
def municipalities(request: Request) -> HttpResponseBase:
    return render(request, "front/municipalities.html", {"country": queries.country()})


@for_national
@require_http_methods(["GET", "HEAD", "POST"])
def open_municipality(request: Request, code: str) -> HttpResponseBase:
    candidate = next((one for one in queries.country() if one.code == code), None)
    if candidate is None:
        raise Http404
    form = OpenMunicipalityForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        now = timezone.now()
        try:
            opened = tenancy.open_municipality(
                code=code,
                name=candidate.name,
                slug=candidate.slug,
                host=form.cleaned_data["host"] or None,
                at=now,
            )
        except tenancy.AlreadyOpen:
            messages.info(request, _("Kommunen er allerede åben."))
        except tenancy.AddressTaken:
            form.add_error("host", _("Domænenavnet bruges af en anden kommune."))
            context = {"form": form, "candidate": candidate}
            return render(request, "front/open_municipality.html", context, status=422)
        else:
            with working_for(opened.pk):
                identity.welcome_municipality(name=candidate.name, at=now)
            events.record(
                "front.municipality_opened",
                at=now,
                actor_id=request.user.pk,
                data={"municipality_id": opened.pk},
            )
            messages.success(
                request, _("%(name)s er åben på platformen.") % {"name": candidate.name}
            )
        return HttpResponseRedirect(reverse("front:municipalities"))
    status = 422 if request.method == "POST" else 200
    context = {"form": form, "candidate": candidate}
    return render(request, "front/open_municipality.html", context, status=status)
