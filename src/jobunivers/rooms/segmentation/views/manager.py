# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The manager: how people flow between courses, and why."""

from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone

from jobunivers.foundation.http import Request, reads
from jobunivers.identity.access import for_managers
from jobunivers.rooms.segmentation import queries
from jobunivers.rooms.segmentation.forms import MovesForm

_WEEKS = queries.PERIODS[2]


@for_managers
@reads
def flow(request: Request) -> HttpResponseBase:
    """Show the flow between courses in some weeks, as a picture and as numbers."""
    asked = request.GET.get("uger", "")
    weeks = int(asked) if asked.isdecimal() and int(asked[:3]) in queries.PERIODS else _WEEKS
    now = timezone.now()
    names = queries.course_names(request.LANGUAGE_CODE)
    page = queries.flow_page(
        weeks=weeks, closeness=queries.closeness_now(at=now), today=timezone.localdate(now)
    )
    context = {"page": page, "names": names, "periods": queries.PERIODS}
    return render(request, "segmentation/flow.html", context)


@for_managers
@reads
def moves(request: Request) -> HttpResponseBase:
    """List the moves of the last 90 days with their reasons; nobody is named."""
    names = queries.course_names(request.LANGUAGE_CODE)
    form = MovesForm(request.GET, courses=[(one.code, one.name) for one in names.values()])
    chosen = form.cleaned_data if form.is_valid() else {}
    page = queries.moves_page(
        names=names,
        at=timezone.now(),
        kind=chosen.get("grund", ""),
        course=chosen.get("til", ""),
        page=request.GET.get("side"),
    )
    return render(request, "segmentation/moves.html", {"page": page, "form": form})
