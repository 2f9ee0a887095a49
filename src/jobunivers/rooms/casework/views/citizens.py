# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from django.http import HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_http_methods

from jobunivers.foundation.crypto.addresses import opened_words, sealed_address
from jobunivers.foundation.http import Request
from jobunivers.identity.access import for_advisers
from jobunivers.rooms.casework import access, actions, queries
from jobunivers.rooms.casework.forms import NameForm, ReasonForm


@for_advisers
@require_http_methods(["GET", "HEAD", "POST"])
def citizens(request: Request) -> HttpResponseBase:
    """List the kommune's citizens by name, and remember which names were shown.

    The name that is looked up is sent in the form's body and sealed in the address.
    """
    if request.method == "POST":
        return _looked_up(request)
    form = NameForm({"navn": opened_words(request.GET.get("navn", ""))})
    name = form.cleaned_data["navn"] if form.is_valid() else ""
    page = queries.citizens_page(name=name, page=request.GET.get("side"))
    _names_shown(request, [citizen.pk for citizen in page], searched=bool(name))
    context = {"page": page, "form": form, "name": name}
    return render(request, "casework/citizens.html", context)


@for_advisers
@require_http_methods(["GET", "HEAD", "POST"])
def citizen_reason(request: Request, pk: int) -> HttpResponseBase:
    """Ask why, before anything but the name is shown."""
    person = access.citizen_or_404(request, pk)
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.give_reason(
            request.session,
            citizen_id=pk,
            adviser_id=request.user.pk or 0,
            code=form.cleaned_data["reason"],
            note=form.cleaned_data["note"],
            today=timezone.localdate(),
            at=timezone.now(),
        )
        wanted = request.POST.get("next", "")
        if not url_has_allowed_host_and_scheme(wanted, allowed_hosts={request.get_host()}):
            wanted = reverse("casework:citizen", args=[pk])
        return HttpResponseRedirect(wanted)
    _names_shown(request, [pk], searched=False)
    status = 422 if request.method == "POST" else 200
    wanted = request.POST.get("next") or request.GET.get("next", "")
    context = {"citizen": person, "form": form, "next": wanted}
    return render(request, "casework/reason.html", context, status=status)


def _looked_up(request: Request) -> HttpResponseBase:
    form = NameForm(request.POST)
    name = form.cleaned_data["navn"] if form.is_valid() else ""
    return HttpResponseRedirect(sealed_address(reverse("casework:citizens"), "navn", name))


def _names_shown(request: Request, citizen_ids: list[int], *, searched: bool) -> None:
    if citizen_ids:
        actions.names_shown(
            adviser_id=request.user.pk or 0,
            citizen_ids=citizen_ids,
            searched=searched,
            at=timezone.now(),
        )
