# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""How the kommune's chain stands, and a check of it on demand."""

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from jobunivers.foundation.http import Request, reads
from jobunivers.identity.access import for_officers_and_administrators
from jobunivers.rooms.audit import actions, queries


@for_officers_and_administrators
@reads
def chain(request: Request) -> HttpResponseBase:
    """Show what is chained, what waits, and what the last checks found."""
    return render(request, "audit/chain.html", {"page": queries.chain_page(request.municipality)})


@for_officers_and_administrators
@reads
def changes(request: Request) -> HttpResponseBase:
    """Show who changed which rule, model, limit or right, and when."""
    page = queries.changes_page(sort=request.GET.get("slags", ""), page=request.GET.get("side"))
    return render(request, "audit/changes.html", {"page": page})


@for_officers_and_administrators
@require_POST
def check(request: Request) -> HttpResponseBase:
    """Have the whole chain checked by the worker."""
    actions.ask_for_check(by_id=request.user.pk or 0, at=timezone.now())
    messages.success(request, _("Kontrollen er sat i gang. Resultatet står her om lidt."))
    return HttpResponseRedirect(reverse("audit:chain"))
