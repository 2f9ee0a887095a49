# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the citizen is shown of what fits her."""

from collections.abc import Sequence

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from jobunivers.foundation.http import Request, afterwards, reads
from jobunivers.identity.access import for_citizens
from jobunivers.rooms.tailored import access, actions, queries

_LAST_PAGE = 1000


def _remember(request: Request, run: queries.Run, rows: Sequence[queries.Row]) -> None:
    """Have it written, before the page is sent, which places of the run were on her screen."""
    ranks, now = [row.rank for row in rows], timezone.now()
    run_id, citizen_id = run.pk, run.citizen_id
    afterwards(
        request,
        lambda: actions.record_shown(run_id=run_id, citizen_id=citizen_id, ranks=ranks, at=now),
    )


@for_citizens
@reads
def recommended(request: Request) -> HttpResponseBase:
    """Show the jobs that fit her, best first."""
    number = request.GET.get("side", "1")
    page = queries.recommended_page(
        citizen_id=access.citizen_id_or_404(request),
        language=request.LANGUAGE_CODE,
        at=timezone.now(),
        page=min(int(number[:9]), _LAST_PAGE) if number.isdecimal() else 1,
        logged_in_at=access.logged_in_at(request),
    )
    if page.run is not None:
        _remember(request, page.run, page.rows)
    return render(request, "tailored/recommended.html", {"page": page})


@for_citizens
@reads
def because(request: Request) -> HttpResponseBase:
    """Show what her newest course or competence was good for."""
    page = queries.because_page(
        citizen_id=access.citizen_id_or_404(request),
        language=request.LANGUAGE_CODE,
        at=timezone.now(),
    )
    return render(request, "tailored/because.html", {"page": page})


@for_citizens
@reads
def why(request: Request, vacancy_id: int) -> HttpResponseBase:
    """Show why one of them was recommended."""
    page = queries.why_page(
        recommendation=access.recommendation_or_404(request, vacancy_id),
        language=request.LANGUAGE_CODE,
        at=timezone.now(),
        again=bool(request.GET.get("igen")),
    )
    if page is None:
        raise Http404
    template = "tailored/parts/why.html" if request.htmx else "tailored/why.html"
    # In the list the advertisement's title is a heading of level 2, and its reasons lie below it.
    level = 3 if request.htmx else 2
    context = {"page": page, "level": level}
    response = render(request, template, context)
    response.headers["Vary"] = "HX-Request, Cookie"
    return response


@for_citizens
@reads
def freshness(request: Request) -> HttpResponseBase:
    """Say whether a new list has come; asked by the page while one is on its way."""
    found = queries.freshness_of(
        citizen_id=access.citizen_id_or_404(request),
        at=timezone.now(),
        logged_in_at=access.logged_in_at(request),
    )
    if not request.htmx:
        return HttpResponseRedirect(reverse("tailored:recommended"))
    if request.GET.get("tom") and found.computed_at is not None and not found.waiting:
        # Nothing stood on the page that she could be in the middle of reading.
        return HttpResponse(headers={"HX-Refresh": "true"})
    context = {"freshness": found, "asked": True}
    return render(request, "tailored/parts/freshness.html", context)


@for_citizens
@reads
def like(request: Request, vacancy_id: int) -> HttpResponseBase:
    """Show what is most like an advertisement among what she can reach, found this moment."""
    page = queries.like_page(
        citizen_id=access.citizen_id_or_404(request),
        vacancy_id=vacancy_id,
        language=request.LANGUAGE_CODE,
        at=timezone.now(),
    )
    if page is None:
        raise Http404
    return render(request, "tailored/like.html", {"page": page})


@for_citizens
@reads
def gaps(request: Request) -> HttpResponseBase:
    """Show which competences would open most jobs for her, counted this moment over all."""
    page = queries.gaps_page(
        citizen_id=access.citizen_id_or_404(request),
        language=request.LANGUAGE_CODE,
        at=timezone.now(),
    )
    return render(request, "tailored/gaps.html", {"page": page})
