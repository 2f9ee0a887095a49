# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The market place: shelves, search, and some offers beside each other."""

from django.http import HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from jobunivers.foundation.http import Request, reads
from jobunivers.identity.access import for_roles
from jobunivers.identity.models import STAFF, Role
from jobunivers.rooms.marketplace import access, queries
from jobunivers.rooms.marketplace.queries.offer_page import MOST_COMPARED, compare
from jobunivers.rooms.marketplace.queries.parameters import Parameters
from jobunivers.rooms.marketplace.queries.searching import FoundPage, found_page, suggestions

_RESULTS = "results"  # the id of the part of the page that htmx exchanges
for_readers = for_roles(Role.CITIZEN, *sorted(STAFF))
_ON_A_SHELF = 3  # cards of each shelf where all shelves stand


def course_of(request: Request) -> str | None:
    """Return the course whose shelves the reader sees: her own, or those for everybody."""
    citizen_id = access.citizen_id_or_none(request)
    return queries.course_of(citizen_id) if citizen_id is not None else None


@for_readers
@reads
def market(request: Request) -> HttpResponseBase:
    """Show the shelves."""
    only = request.GET.get("hylde", "")
    shelves = queries.shelves_for(
        course_of(request),
        at=timezone.now(),
        language=request.LANGUAGE_CODE,
        most=None if only else _ON_A_SHELF,
        only=only,
    )
    context = {
        "shelves": shelves,
        "only": bool(only) and [one.key for one in shelves] == [only],
        "parameters": Parameters(),
        "is_citizen": access.citizen_id_or_none(request) is not None,
    }
    return render(request, "marketplace/market.html", context)


@for_readers
@reads
def find(request: Request) -> HttpResponseBase:
    """Search what stands on the shelves."""
    now = timezone.now()
    page = found_page(
        parameters=Parameters.read(request.GET),
        owner=request.municipality.pk,
        among=queries.standing_ids(course_of(request), at=now),
        at=now,
        typing=request.htmx.trigger_name == "q",
    )
    context = {
        "search": page,
        "stars": queries.ratings_of([row.pk for row in page.rows]),
        "most": MOST_COMPARED,
        # The filters stay open on a phone while she chooses among them.
        "filters_open": request.htmx.trigger == "filters",
    }
    part = "#results" if request.htmx and request.htmx.target == _RESULTS else ""
    response = render(request, f"marketplace/find.html{part}", context)
    if part:
        header = "HX-Replace-Url" if request.htmx.trigger_name == "q" else "HX-Push-Url"
        response.headers[header] = _address(page)
    # The same address answers with a page or a part of it.
    response.headers["Vary"] = "HX-Request, HX-Target, Cookie"
    return response


def _address(page: FoundPage) -> str:
    """Return the short address of a search: the one to share."""
    number = page.page.number if page.page else 1
    parts = (page.parameters.query, f"side={number}" if number > 1 else "")
    query = "&".join(part for part in parts if part)
    here = reverse("marketplace:find")
    return f"{here}?{query}" if query else here


@for_readers
@reads
def suggest(request: Request) -> HttpResponseBase:
    """Return completions of what is being typed."""
    found = suggestions(
        text=request.GET.get("q", "")[:80],
        language=request.LANGUAGE_CODE,
        owner=request.municipality.pk,
    )
    return render(request, "marketplace/suggestions.html", {"suggestions": found})


@for_readers
@reads
def side_by_side(request: Request) -> HttpResponseBase:
    """Show up to four offers beside each other."""
    wanted = [
        int(piece)
        for value in request.GET.getlist("sammenlign")[:20]
        for piece in value.split(",")[:20]
        # Longer than any number of a row.
        if piece.isdecimal() and len(piece) < 19  # noqa: PLR2004
    ]
    found = compare(
        ids=wanted,
        standing=queries.standing_ids(course_of(request), at=timezone.now()),
        language=request.LANGUAGE_CODE,
    )
    if len(found) == 1:
        return HttpResponseRedirect(reverse("marketplace:offer", args=[found[0][0].pk]))
    more = len(set(wanted)) - len(found)
    context = {"found": found, "left_out": more, "most": MOST_COMPARED}
    return render(request, "marketplace/compare.html", context)
