# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Her own pages: what was chosen for her, why, made again, and that she disagrees."""

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
from jobunivers.rooms.decisions import access, actions, queries
from jobunivers.rooms.decisions.forms import ContestForm

AGAIN = "regn-efter"


@for_citizens
@reads
def mine(request: Request) -> HttpResponseBase:
    """Show what was chosen for her, newest first."""
    page = queries.list_page(
        citizen_id=access.citizen_id_or_404(request),
        language=request.LANGUAGE_CODE,
        at=timezone.now(),
        only=request.GET.get("slags", ""),
        page=request.GET.get("side"),
    )
    return render(request, "decisions/mine.html", {"page": page})


@for_citizens
@reads
def one(request: Request, code: str, pk: int) -> HttpResponseBase:
    """Show one choice whole; made again when she asks."""
    return _show(request, code, pk, ContestForm(), status=200)


def _show(
    request: Request, code: str, pk: int, form: ContestForm, *, status: int
) -> HttpResponseBase:
    page = queries.one_page(
        citizen_id=access.citizen_id_or_404(request),
        code=code,
        pk=pk,
        language=request.LANGUAGE_CODE,
        at=timezone.now(),
        again=AGAIN in request.GET,
    )
    if page is None:
        raise Http404
    context = {"page": page, "form": form, "own": True}
    return render(request, "decisions/one.html", context, status=status)


@for_citizens
@require_http_methods(["POST"])
def contest(request: Request, code: str, pk: int) -> HttpResponseBase:
    """Let her say no to a choice; twice is once."""
    citizen_id = access.citizen_id_or_404(request)
    kind = access.kind_or_404(code)
    row = kind.one(citizen_id, pk)
    if row is None:
        raise Http404
    form = ContestForm(request.POST)
    if not form.is_valid():
        return _show(request, code, pk, form, status=422)
    (choice,) = kind.tell([row], request.LANGUAGE_CODE)
    try:
        actions.contest(
            citizen_id=citizen_id,
            kind=code,
            choice=choice,
            words=form.cleaned_data["words"],
            at=timezone.now(),
        )
    except actions.AlreadyContested:
        messages.info(request, _("Du har allerede skrevet til os om det. Vi svarer på det først."))
    else:
        messages.success(request, _("Tak. En medarbejder læser det og svarer dig."))
    return HttpResponseRedirect(reverse("decisions:one", args=[code, pk]))


@for_citizens
@require_POST
def contest_back(request: Request, pk: int) -> HttpResponseBase:
    """Let her take back what she said."""
    row = access.own_contest_or_404(request, pk)
    try:
        actions.take_back_contest(contest_id=row.pk, citizen_id=row.citizen_id, at=timezone.now())
    except actions.AlreadyAnswered:
        messages.info(request, _("Der er svaret på det imens."))
    else:
        messages.success(request, _("Du har taget det tilbage."))
    return HttpResponseRedirect(reverse("decisions:one", args=[row.kind, row.decision_id]))
