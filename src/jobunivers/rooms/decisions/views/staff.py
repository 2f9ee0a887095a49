# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What staff see: a citizen's choices with a reason, and disagreements that wait for an answer."""

from django.contrib import messages
from django.http import Http404, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from jobunivers.foundation.http import Request, reads
from jobunivers.identity.access import for_advisers
from jobunivers.rooms.decisions import access, actions, queries
from jobunivers.rooms.decisions.forms import AnswerForm
from jobunivers.rooms.decisions.models import Contest, Outcome
from jobunivers.rooms.decisions.views.hers import AGAIN
from jobunivers.trust.opening import Opened, with_citizen


@for_advisers
@reads
def citizen(request: Request, pk: int) -> HttpResponseBase:
    """Show what was chosen for a citizen, as she reads it herself; logged."""
    found = with_citizen(request, pk, parts=["decisions"], today=timezone.localdate())
    if not isinstance(found, Opened):
        return found
    page = queries.list_page(
        citizen_id=pk,
        language=request.LANGUAGE_CODE,
        at=timezone.now(),
        only=request.GET.get("slags", ""),
        page=request.GET.get("side"),
    )
    context = {"page": page, "citizen": found.person, "reason": found.reason_words}
    return render(request, "decisions/citizen.html", context)


@for_advisers
@reads
def citizen_one(request: Request, pk: int, code: str, row_pk: int) -> HttpResponseBase:
    """Show one choice about a citizen, made again when asked; logged with its room's part."""
    kind = access.kind_or_404(code)
    parts = dict.fromkeys(["decisions", kind.looks])
    found = with_citizen(request, pk, parts=parts, today=timezone.localdate())
    if not isinstance(found, Opened):
        return found
    page = queries.one_page(
        citizen_id=pk,
        code=code,
        pk=row_pk,
        language=request.LANGUAGE_CODE,
        at=timezone.now(),
        again=AGAIN in request.GET,
    )
    if page is None:
        raise Http404
    context = {"page": page, "citizen": found.person, "reason": found.reason_words, "own": False}
    return render(request, "decisions/citizen_one.html", context)


@access.for_answering
@reads
def contests(request: Request) -> HttpResponseBase:
    """List what waits for an answer."""
    waiting = queries.waiting_contests(
        staff_id=request.user.pk or 0, role=request.user.role, today=timezone.localdate()
    )
    return render(request, "decisions/contests.html", {"waiting": waiting})


@access.for_answering
@require_http_methods(["GET", "HEAD", "POST"])
def contest(request: Request, pk: int) -> HttpResponseBase:
    """Show what a citizen disagrees with, as it was chosen and made again; answer it."""
    row = access.contest_or_404(request, pk)
    form = AnswerForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.answer_contest(
                contest_id=row.pk,
                staff_id=request.user.pk or 0,
                outcome=Outcome(form.cleaned_data["outcome"]),
                answer=form.cleaned_data["answer"],
                at=timezone.now(),
            )
        except actions.AlreadyAnswered:
            row.refresh_from_db()
            return _show(request, row, form, status=409)
        messages.success(request, _("Svaret er sendt til borgeren."))
        return HttpResponseRedirect(reverse("decisions:contests"))
    return _show(request, row, form, status=422 if request.method == "POST" else 200)


def _show(request: Request, row: Contest, form: AnswerForm, *, status: int) -> HttpResponseBase:
    now = timezone.now()
    page = queries.one_page(
        citizen_id=row.citizen_id,
        code=row.kind,
        pk=row.decision_id,
        language=request.LANGUAGE_CODE,
        at=now,
        again=True,
    )
    asked = queries.contest_page(
        row,
        staff_id=request.user.pk or 0,
        role=request.user.role,
        today=timezone.localdate(now),
    )
    context = {
        "page": page,
        "asked": asked,
        "form": form,
        "own": False,
        "opens": access.may_open_her(request),
    }
    return render(request, "decisions/contest.html", context, status=status)
