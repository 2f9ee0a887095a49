# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A firm asks for other prices: the kommune that leads writes a change of it, or says no."""

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from jobunivers.foundation.http import Request
from jobunivers.rooms.agreements import access, actions
from jobunivers.rooms.agreements.forms.asking import DeclineForm
from jobunivers.rooms.agreements.queries.asked import shown_request
from jobunivers.rooms.agreements.views.writing import for_buyers


@for_buyers
@require_http_methods(["GET", "HEAD", "POST"])
def asked(request: Request, pk: int) -> HttpResponseBase:
    """Show what a firm asks for beside what holds; a form sent is a no."""
    found = access.request_or_404(request, pk)
    leads = found.agreement.lead_id == request.municipality.pk
    form = DeclineForm(request.POST or None)
    status = 200
    if request.method == "POST":
        status = 422
        try:
            if form.is_valid():
                actions.decline_request(
                    request=found,
                    answer=form.cleaned_data["answer"],
                    at=timezone.now(),
                    actor_id=access.me(request),
                )
                messages.success(request, _("I har sagt nej. Firmaet får jeres svar."))
                there = reverse("agreements:agreement", args=[found.agreement_id])
                return HttpResponseRedirect(there)
        except actions.Answered:
            messages.info(request, _("Der er svaret imens. Sådan står det nu."))
            status = 409
        except actions.NotPossible:
            messages.error(request, _("Det er kommunen, der har skrevet aftalen, der svarer."))
            status = 409
    context = {"asked": shown_request(found), "form": form, "leads": leads}
    return render(request, "agreements/asked.html", context, status=status)
