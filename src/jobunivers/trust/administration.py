# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The kommune's administrator switches models off and on."""

from django.contrib import messages
from django.http import Http404, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from jobunivers.foundation.http import Request, reads
from jobunivers.identity.access import for_administrators
from jobunivers.trust import actions, queries
from jobunivers.trust.forms import SwitchForm
from jobunivers.trust.register import UnknownModel


@for_administrators
@reads
def switches(request: Request) -> HttpResponseBase:
    return render(request, "trust/switches.html", {"page": queries.register_page()})


@for_administrators
@require_http_methods(["GET", "HEAD", "POST"])
def switch(request: Request, code: str) -> HttpResponseBase:
    """Say what happens, ask why, and switch; `to` says which way was pressed."""
    try:
        page = queries.switch_page(code)
    except UnknownModel:
        raise Http404 from None
    form = SwitchForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        wanted = request.POST.get("to") == "on"
        try:
            actions.switch(
                code=code,
                on=wanted,
                actor_id=request.user.pk or 0,
                reason=form.cleaned_data["reason"],
                at=timezone.now(),
            )
        except actions.AlreadySo:
            messages.info(request, _("Det var den allerede. Der er ikke ændret noget."))
        else:
            done = _("Modellen er slået til.") if wanted else _("Modellen er slået fra.")
            messages.success(request, done)
        return HttpResponseRedirect(reverse("trust:switches"))
    status = 422 if request.method == "POST" else 200
    return render(request, "trust/switch.html", {"page": page, "form": form}, status=status)
