# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where work waits for people and people for work: figures alone."""

from django.http import Http404
from django.http.response import HttpResponseBase
from django.shortcuts import render

from jobunivers.foundation.http import Request, reads
from jobunivers.identity.access import for_advisers
from jobunivers.rooms.casework.forms import RegionForm
from jobunivers.rooms.casework.queries.market_drawing import dots_of, line_of
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


@for_advisers
@reads
def work_market(request: Request, group: str) -> HttpResponseBase:
    """Show one kind of work as a map, a list and a line of weeks; and a way to those who fit."""
    page = tailored.work_market(
        group=group, region=request.GET.get("region", ""), language=request.LANGUAGE_CODE
    )
    if page is None:
        raise Http404
    kommune = request.municipality.code if request.municipality else ""
    context = {
        "page": page,
        "line": line_of([(one.day, one.positions) for one in page.weeks]),
        "dots": dots_of({one.code: one.label for one in page.regions}, own=kommune),
    }
    return render(request, "casework/work_market.html", context)
