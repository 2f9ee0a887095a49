# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The manager: how people flow between courses, why, and whether there are hands for it."""

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from jobunivers.foundation.http import Request, reads
from jobunivers.identity.access import for_managers
from jobunivers.rooms.segmentation import access, actions, queries
from jobunivers.rooms.segmentation.forms import CaseloadForm, MovesForm
from jobunivers.rooms.segmentation.forms.days import day_after

_WEEKS = queries.PERIODS[1]


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


@for_managers
@reads
def caseloads(request: Request) -> HttpResponseBase:
    """Show how many each personal consultant helps, against how many she can."""
    page = queries.caseloads_page(today=timezone.localdate())
    return render(request, "segmentation/caseloads.html", {"page": page})


@for_managers
@require_http_methods(["GET", "HEAD", "POST"])
def caseload(request: Request, pk: int) -> HttpResponseBase:
    """Plan a consultant's work: how many, in which languages, and when she is away."""
    consultant = access.consultant_or_404(pk)
    row = queries.caseload_of(pk)
    form = CaseloadForm(request.POST or None, initial=row)
    if request.method == "POST" and form.is_valid():
        actions.set_caseload(
            staff_id=pk,
            capacity=form.cleaned_data["capacity"],
            languages=form.cleaned_data["languages"],
            away_from=form.cleaned_data["away_first"],
            away_to=day_after(form.cleaned_data["away_last"]),
            at=timezone.now(),
            by_id=request.user.pk,
        )
        messages.success(request, _("Planen er gemt. Den bruges fra næste nat."))
        return HttpResponseRedirect(reverse("segmentation:caseloads"))
    status = 422 if request.method == "POST" else 200
    context = {"consultant": consultant, "form": form}
    return render(request, "segmentation/caseload.html", context, status=status)
