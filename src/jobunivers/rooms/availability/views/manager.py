# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The manager: figures of decided cases, and whether two people read each decision."""

from datetime import timedelta

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from jobunivers.foundation.http import Request
from jobunivers.identity.access import for_managers
from jobunivers.rooms.availability import actions, queries
from jobunivers.rooms.availability.forms import RulesForm
from jobunivers.rooms.availability.views.common import ASKED, status_of

_A_YEAR = timedelta(days=365)


@for_managers
@require_http_methods(ASKED)
def manager(request: Request) -> HttpResponseBase:
    """Show how cases were decided in the last year, and take what the kommune decides of them."""
    now, rules = timezone.now(), queries.case_rules()
    form = RulesForm(request.POST or None, initial={"four_eyes": rules.four_eyes})
    if request.method == "POST" and form.is_valid():
        actions.set_case_rules(
            four_eyes=form.cleaned_data["four_eyes"],
            why=form.cleaned_data["why"].strip(),
            actor_id=request.user.pk or 0,
            at=now,
        )
        messages.success(request, _("Det gælder fra nu af, også for sager, der er i gang."))
        return HttpResponseRedirect(reverse("availability:manager"))
    context = {"figures": queries.figures(since=now - _A_YEAR), "rules": rules, "form": form}
    return render(request, "availability/manager.html", context, status=status_of(request))
