# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Staff: a citizen's availability with a reason and a look, and opening a case."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from jobunivers.foundation.http import Request, reads
from jobunivers.identity.access import for_advisers
from jobunivers.rooms.availability import access, actions, queries
from jobunivers.rooms.availability.forms import OpenForm, WithdrawForm
from jobunivers.rooms.availability.queries.dossier import LOOK
from jobunivers.rooms.availability.views.common import ASKED, pdf, status_of
from jobunivers.trust.opening import Opened, with_citizen


def opened(request: Request, pk: int, *, shown: bool = True) -> Opened | HttpResponseRedirect:
    """Open a citizen for this room's pages; an act that shows nothing logs no look."""
    parts = (LOOK,) if shown else ()
    return with_citizen(request, pk, parts=parts, today=timezone.localdate())


def to_case(pk: int, case_id: int) -> HttpResponseBase:
    """Lead to a case."""
    return HttpResponseRedirect(reverse("availability:case", args=[pk, case_id]))


@for_advisers
@reads
def citizen(request: Request, pk: int) -> HttpResponseBase:
    """Show a citizen's availability: the same facts as she sees."""
    found = opened(request, pk)
    if isinstance(found, HttpResponseRedirect):
        return found
    context = {
        "citizen": found.person,
        "reason_words": found.reason_words,
        "count": queries.count_of(
            citizen_id=pk, at=timezone.now(), language=request.LANGUAGE_CODE
        ),
        "cases": queries.cases_of(citizen_id=pk),
        "own": False,
    }  # fmt: skip
    return render(request, "availability/citizen.html", context)


@for_advisers
@require_http_methods(ASKED)
def case_new(request: Request, pk: int) -> HttpResponseBase:
    """Let a named person open a case from what she has seen."""
    found = opened(request, pk)
    if isinstance(found, HttpResponseRedirect):
        return found
    now = timezone.now()
    initial = {"group": _known_group(pk, request)} if request.method != "POST" else None
    form = OpenForm(request.POST or None, today=timezone.localdate(now), initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            case = actions.open_case(
                citizen_id=pk, entry=form.entry(), staff_id=request.user.pk or 0, at=now
            )
        except actions.CaseExists as there:
            messages.info(request, _("Der er allerede en sag om det, der skete den dag."))
            return to_case(pk, there.case.pk)
        messages.success(request, _("Sagen er åbnet. Borgeren får besked."))
        return to_case(pk, case.pk)
    context = {"citizen": found.person, "form": form}
    return render(request, "availability/case_new.html", context, status=status_of(request))


def _known_group(pk: int, request: Request) -> str:
    count = queries.count_of(citizen_id=pk, at=timezone.now(), language=request.LANGUAGE_CODE)
    return count.group or "unknown"


@for_advisers
@reads
def case(request: Request, pk: int, case_id: int) -> HttpResponseBase:
    """Show a case with what must, may and must not be done next."""
    found = opened(request, pk)
    if isinstance(found, HttpResponseRedirect):
        return found
    return render(request, "availability/case.html", whole_page(found, pk, case_id, request))


def whole_page(found: Opened, pk: int, case_id: int, request: Request) -> dict[str, Any]:
    """Return what the page of a case shows."""
    row = access.case_of_or_404(pk, case_id)
    page = queries.case_page(row, on=timezone.localdate())
    return {
        "citizen": found.person,
        "reason_words": found.reason_words,
        "page": page,
        "mine": row.staff_id == request.user.pk,
        "can_review": row.drafted_by_id not in {None, request.user.pk},
    }


@for_advisers
@reads
def like(request: Request, pk: int, case_id: int) -> HttpResponseBase:
    """Show decided cases like this one, as nobody's."""
    found = opened(request, pk)
    if isinstance(found, HttpResponseRedirect):
        return found
    row = access.case_of_or_404(pk, case_id)
    context = {
        "citizen": found.person,
        "case": row,
        "like": queries.like_cases(row, queries.facts_of_case(row)),
    }
    return render(request, "availability/like.html", context)


@for_advisers
@reads
def letter(request: Request, pk: int, case_id: int, which: str) -> HttpResponse:
    """Give staff a letter of the case on paper."""
    found = opened(request, pk)
    if isinstance(found, HttpResponseRedirect):
        return found
    return pdf(request, access.case_of_or_404(pk, case_id), which)


@for_advisers
@require_http_methods(ASKED)
def case_withdraw(request: Request, pk: int, case_id: int) -> HttpResponseBase:
    """Let staff take a case back."""
    found = opened(request, pk)
    if isinstance(found, HttpResponseRedirect):
        return found
    row = access.case_of_or_404(pk, case_id)
    form = WithdrawForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.withdraw(
                case_id=row.pk,
                why=form.cleaned_data["why"].strip(),
                staff_id=request.user.pk or 0,
                at=timezone.now(),
            )
        except actions.Closed:
            messages.info(request, _("Sagen er allerede afsluttet."))
        else:
            messages.success(request, _("Sagen er trukket tilbage. Borgeren får besked."))
        return to_case(pk, case_id)
    context = {"citizen": found.person, "case": row, "form": form}
    return render(request, "availability/case_withdraw.html", context, status=status_of(request))


@for_advisers
@require_POST
def case_take_over(request: Request, pk: int, case_id: int) -> HttpResponseBase:
    """Let another work on a case."""
    found = opened(request, pk, shown=False)
    if isinstance(found, HttpResponseRedirect):
        return found
    row = access.case_of_or_404(pk, case_id)
    try:
        actions.take_over(case_id=row.pk, staff_id=request.user.pk or 0, at=timezone.now())
    except actions.Closed:
        messages.info(request, _("Sagen er allerede afsluttet."))
    else:
        messages.success(request, _("Sagen er din nu."))
    return to_case(pk, case_id)
