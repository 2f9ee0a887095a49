# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where work waits for people and people for work: figures alone."""

from django.http.response import HttpResponseBase
from django.shortcuts import render

from jobunivers.foundation.http import Request, reads
from jobunivers.identity.access import for_advisers
from jobunivers.rooms.casework.forms import RegionForm
from jobunivers.rooms.tailored import queries as tailored


@for_advisers
@reads
def labour_market(request: Request) -> HttpResponseBase:
    """Show a region's open positions against those who fit; the kommune's own by default."""
    page = tailored.labour_market(
        region=request.GET.get("region", ""), language=request.LANGUAGE_CODE
    )
    context = {"page": page, "form": RegionForm(page.regions, page.region)}
    return render(request, "casework/labour_market.html", context)
