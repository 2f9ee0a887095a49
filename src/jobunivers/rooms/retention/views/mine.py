# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The citizen's page: what of hers goes when, and how she keeps it."""

from django.contrib import messages
from django.http import Http404, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from jobunivers.foundation.http import Request, reads
from jobunivers.identity.access import for_citizens
from jobunivers.rooms.retention import actions
from jobunivers.rooms.retention.queries import pages


@for_citizens
@reads
def mine(request: Request) -> HttpResponseBase:
    """Show her how long her data is kept, and what goes soon."""
    page = pages.mine_page(citizen_id=request.user.pk or 0, at=timezone.now())
    return render(request, "retention/mine.html", {"page": page})


@for_citizens
@require_POST
def keep(request: Request, pk: int) -> HttpResponseBase:
    """Keep it half a year longer."""
    try:
        actions.keep(citizen_id=request.user.pk or 0, told_id=pk, at=timezone.now())
    except actions.CannotKeep:
        raise Http404 from None
    messages.success(request, _("Vi gemmer det et halvt år mere."))
    return HttpResponseRedirect(reverse("retention:mine"))
