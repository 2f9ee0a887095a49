# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Mine data: all that is held on her, from the headings to the single item."""

from django.http import Http404, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from jobunivers.foundation.crypto.addresses import opened_words, sealed_address
from jobunivers.foundation.http import Request, reads
from jobunivers.foundation.keeping import chosen_days
from jobunivers.rooms.mydata import access, queries
from jobunivers.rooms.mydata.views.common import for_everybody
from jobunivers.trust import queries as trust


@for_everybody
@reads
def overview(request: Request) -> HttpResponseBase:
    """Show the headings with how much is held below each."""
    lines = queries.overview(access.reader_or_404(request))
    context = {
        "lines": lines,
        "total": sum(line.count for line in lines),
        "officer": trust.officer_contact(),
    }
    return render(request, "mydata/overview.html", context)


@for_everybody
@reads
def group(request: Request, group: str) -> HttpResponseBase:
    """Show the kinds of data below a heading, and what is said of each."""
    reader = access.reader_or_404(request)
    try:
        line = queries.group_line(reader, group)
    except queries.NotHeld:
        raise Http404 from None
    days = chosen_days()
    kinds = [(kind, queries.facts(kind.holding, days)) for kind in line.some]
    return render(request, "mydata/group.html", {"line": line, "kinds": kinds})


@for_everybody
@reads
def holding(request: Request, group: str, label: str) -> HttpResponseBase:
    """Show her rows of one kind of data, the newest first."""
    reader = access.reader_or_404(request)
    kind = access.holding_or_404(reader, group, label)
    context = {
        "holding": kind,
        "group": queries.group_of(kind),
        "facts": queries.facts(kind, chosen_days()),
        "change_url": queries.change_url(kind),
        "page": queries.page_of_rows(reader, kind, request.GET.get("side")),
    }
    return render(request, "mydata/holding.html", context)


@for_everybody
@require_http_methods(["GET", "HEAD", "POST"])
def search(request: Request) -> HttpResponseBase:
    """Search in all that is held on her: what she looks for is no address' business."""
    if request.method == "POST":
        words = request.POST.get("q", "").replace("\0", "")
        return HttpResponseRedirect(sealed_address(reverse("mydata:search"), "q", words))
    return _found(request)


@reads
def _found(request: Request) -> HttpResponseBase:
    words = opened_words(request.GET.get("q", ""))
    page = queries.search(access.reader_or_404(request), words)
    return render(request, "mydata/search.html", {"page": page})
