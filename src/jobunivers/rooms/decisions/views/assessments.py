# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Assessments of impact: what the system says, what the kommune writes, and who signs."""

from django.contrib import messages
from django.http import Http404, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from jobunivers.foundation.http import Request, reads
from jobunivers.rooms.decisions import access, actions, queries
from jobunivers.rooms.decisions.forms import AssessmentForm, SignForm
from jobunivers.rooms.decisions.models import AssessmentKind
from jobunivers.rooms.decisions.queries.assessing import facts_of


@access.for_assessing
@reads
def overview(request: Request) -> HttpResponseBase:
    """Show both assessments and how far they have come."""
    now = timezone.now()
    found = queries.overview(at=now, today=timezone.localdate(now))
    rows = [(kind, access.ADDRESSES[kind], found[kind]) for kind in AssessmentKind]
    return render(request, "decisions/assessments.html", {"rows": rows})


@access.for_assessing
@reads
def assessment(request: Request, address: str) -> HttpResponseBase:
    """Show one assessment with its facts, and the kommune's own fields to fill in."""
    return _show(request, access.assessment_kind_or_404(address))


@access.for_assessing
@reads
def version(request: Request, address: str, number: int) -> HttpResponseBase:
    """Show an earlier version: a signed one with the facts it was signed with; for paper too."""
    kind, now = access.assessment_kind_or_404(address), timezone.now()
    page = queries.assessment_page(kind, at=now, today=timezone.localdate(now), number=number)
    if page is None:
        raise Http404
    context = {"page": page, "address": address, "now": now}
    return render(request, "decisions/assessment_version.html", context)


@access.for_assessing
@reads
def printed(request: Request, address: str) -> HttpResponseBase:
    """Show an assessment as it is now, for paper."""
    kind, now = access.assessment_kind_or_404(address), timezone.now()
    page = queries.assessment_page(kind, at=now, today=timezone.localdate(now))
    context = {"page": page, "address": address, "now": now}
    return render(request, "decisions/assessment_version.html", context)


def _show(
    request: Request,
    kind: AssessmentKind,
    *,
    form: AssessmentForm | None = None,
    sign: SignForm | None = None,
    theirs: bool = False,
    status: int = 200,
) -> HttpResponseBase:
    now = timezone.now()
    page = queries.assessment_page(kind, at=now, today=timezone.localdate(now))
    assert page is not None
    said = {one.field.code: one.said for one in page.answers}
    seen = {"seen": page.number}
    context = {
        "page": page,
        "address": access.ADDRESSES[kind],
        "form": form or AssessmentForm(kind=kind, initial={**said, **seen}),
        "sign": sign or SignForm(today=timezone.localdate(now), initial=seen),
        "theirs": theirs,
    }
    return render(request, "decisions/assessment.html", context, status=status)


@access.for_assessing
@require_POST
def write(request: Request, address: str) -> HttpResponseBase:
    """Keep what is written as a new version; of two who write at once the second sees both."""
    kind = access.assessment_kind_or_404(address)
    form = AssessmentForm(request.POST, kind=kind)
    if not form.is_valid():
        return _show(request, kind, form=form, status=422)
    try:
        actions.write_assessment(
            kind=kind,
            answers=form.answers,
            seen=form.cleaned_data["seen"],
            by_id=request.user.pk or 0,
            at=timezone.now(),
        )
    except actions.Stale as stale:
        # What she typed stays in the fields; sending again is said to have seen the newer one.
        form.data = {**form.data, "seen": str(stale.newest.number)}
        return _show(request, kind, form=form, theirs=True, status=409)
    messages.success(request, _("Det er gemt som en ny udgave."))
    return _back(address)


@access.for_assessing
@require_POST
def sign(request: Request, address: str) -> HttpResponseBase:
    """Sign the newest version with the facts of this moment."""
    kind, now = access.assessment_kind_or_404(address), timezone.now()
    form = SignForm(request.POST, today=timezone.localdate(now))
    if not form.is_valid():
        return _show(request, kind, sign=form, status=422)
    try:
        actions.sign_assessment(
            kind=kind,
            seen=form.cleaned_data["seen"],
            signed_by=form.cleaned_data["signed_by"],
            review_on=form.cleaned_data["review_on"],
            facts=[one.as_json() for one in facts_of(kind, at=now)],
            by_id=request.user.pk or 0,
            at=now,
        )
    except actions.NotComplete:
        form.add_error(None, _("Udfyld først de felter, der mangler, og gem dem."))
        return _show(request, kind, sign=form, status=422)
    except actions.Stale:
        form.add_error(None, _("En anden har skrevet i den imens. Læs den, og skriv så under."))
        return _show(request, kind, sign=form, status=409)
    messages.success(request, _("Konsekvensanalysen er underskrevet."))
    return _back(address)


def _back(address: str) -> HttpResponseBase:
    return HttpResponseRedirect(reverse("decisions:assessment", args=[address]))
