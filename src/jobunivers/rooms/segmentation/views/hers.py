# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Her own pages: where she is and why, what she says to it, and when she is away."""

from django.contrib import messages
from django.http import Http404, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from jobunivers.foundation.http import Request, reads
from jobunivers.identity.access import for_citizens
from jobunivers.rooms.journey import actions as journeys
from jobunivers.rooms.segmentation import access, actions, queries
from jobunivers.rooms.segmentation.forms import AbsenceForm, ObjectionForm
from jobunivers.rooms.segmentation.forms.days import day_after
from jobunivers.rooms.segmentation.models import ObjectionKind
from jobunivers.rooms.segmentation.queries.availability import keeping_count

_ASKED = ["GET", "HEAD", "POST"]


def _home() -> HttpResponseBase:
    return HttpResponseRedirect(reverse("segmentation:journey"))


@for_citizens
@reads
def journey(request: Request) -> HttpResponseBase:
    """Show her course, why, what would change it, and the facts that were used."""
    citizen_id, now = access.citizen_id_or_404(request), timezone.now()
    page = queries.journey_page(citizen_id=citizen_id, language=request.LANGUAGE_CODE, at=now)
    known = page.explained
    count = keeping_count(
        citizen_id=citizen_id,
        at=now,
        policy=known.policy if known else None,
        absent=bool(known.facts["absent"]) if known else None,
    )
    context = {"page": page, "own": True, "count": count}
    return render(request, "segmentation/journey.html", context)


@for_citizens
@require_http_methods(_ASKED)
def object_to(request: Request) -> HttpResponseBase:
    """Let her say no, or ask for a person."""
    citizen_id, now = access.citizen_id_or_404(request), timezone.now()
    courses = queries.offered_courses(language=request.LANGUAGE_CODE, at=now)
    form = ObjectionForm(request.POST or None, courses=courses)
    if request.method == "POST" and form.is_valid():
        try:
            actions.object_to(
                citizen_id=citizen_id,
                kind=ObjectionKind(form.cleaned_data["kind"]),
                words=form.cleaned_data["words"],
                wished_course=form.cleaned_data["wished_course"],
                at=now,
            )
        except actions.AlreadyObjected:
            messages.info(request, _("Du har allerede skrevet til os. Vi svarer på det først."))
        except actions.NotPlaced:
            messages.info(request, _("Dit forløb er ikke fundet endnu. Prøv igen i morgen."))
        else:
            messages.success(request, _("Tak. En medarbejder læser det og svarer dig."))
        return _home()
    context = {"form": form, "days": queries.objection_days(at=now)}
    status = 422 if request.method == "POST" else 200
    return render(request, "segmentation/object.html", context, status=status)


@for_citizens
@require_POST
def objection_back(request: Request) -> HttpResponseBase:
    """Let her take back what she said."""
    objection = access.own_objection(request)
    if objection is None:
        messages.info(request, _("Der er ikke noget at tage tilbage."))
        return _home()
    actions.take_back_objection(
        objection_id=objection.pk, citizen_id=objection.citizen_id, at=timezone.now()
    )
    messages.success(request, _("Du har taget det tilbage."))
    return _home()


@for_citizens
@require_http_methods(_ASKED)
def absences(request: Request) -> HttpResponseBase:
    """Let her tell that she is ill or on holiday, and show what she has told."""
    citizen_id, today = access.citizen_id_or_404(request), timezone.localdate()
    form = AbsenceForm(request.POST or None, today=today)
    if request.method == "POST" and form.is_valid():
        journeys.report_absence(
            citizen_id=citizen_id,
            kind=journeys.AbsenceKind(form.cleaned_data["kind"]),
            starts_on=form.cleaned_data["first_day"],
            ends_on=day_after(form.cleaned_data["last_day"]),
            told_by=journeys.Teller.CITIZEN,
            at=timezone.now(),
        )
        messages.success(request, _("Tak, fordi du sagde det. Vi venter imens."))
        return HttpResponseRedirect(reverse("segmentation:absences"))
    told = queries.absences(citizen_id=citizen_id, today=today)
    status = 422 if request.method == "POST" else 200
    context = {"form": form, "absences": told}
    return render(request, "segmentation/absences.html", context, status=status)


@for_citizens
@require_POST
def absence_ended(request: Request, pk: int) -> HttpResponseBase:
    """Let her tell that she is back, or that it is called off."""
    absence = access.absence_or_404(request, pk)
    try:
        journeys.end_absence(absence=absence, ends_on=timezone.localdate(), at=timezone.now())
    except journeys.NothingOpen:
        raise Http404 from None
    messages.success(request, _("Godt. Så går vi i gang igen."))
    return HttpResponseRedirect(reverse("segmentation:absences"))
