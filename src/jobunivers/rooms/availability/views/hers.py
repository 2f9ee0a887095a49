# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Her own pages: what is asked, what she has done, her cases, her answer."""

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from jobunivers.foundation.http import Request, reads
from jobunivers.identity.access import for_citizens
from jobunivers.rooms.availability import access, actions, queries
from jobunivers.rooms.availability.forms import AnswerForm
from jobunivers.rooms.availability.views.common import ASKED, pdf, status_of


@for_citizens
@reads
def own(request: Request) -> HttpResponseBase:
    """Show her what is asked, what she has done, and her cases: what staff see of it."""
    citizen_id, now = access.citizen_id_or_404(request), timezone.now()
    context = {
        "count": queries.count_of(
            citizen_id=citizen_id, at=now, language=request.LANGUAGE_CODE
        ),
        "cases": queries.cases_of(citizen_id=citizen_id),
        "own": True,
    }  # fmt: skip
    return render(request, "availability/own.html", context)


@for_citizens
@require_http_methods(ASKED)
def own_case(request: Request, pk: int) -> HttpResponseBase:
    """Show her a case as staff see it, and take her answer."""
    case, now = access.own_case_or_404(request, pk), timezone.now()
    form = AnswerForm(request.POST or None, initial={"words": case.answer})
    if request.method == "POST" and form.is_valid():
        try:
            actions.answer_hearing(
                case_id=case.pk,
                words=form.cleaned_data["words"].strip(),
                by_id=case.citizen_id,
                at=now,
            )
        except (actions.Closed, actions.NotAllowed):
            messages.info(
                request, _("Sagen er ikke åben for svar længere. Ring, hvis noget mangler.")
            )
        else:
            messages.success(
                request, _("Dit svar er sendt. Du kan rette det, til sagen er afgjort.")
            )
        return HttpResponseRedirect(reverse("availability:own_case", args=[pk]))
    context = {"page": queries.case_page(case, on=timezone.localdate(now)), "form": form}
    return render(request, "availability/own_case.html", context, status=status_of(request))


@for_citizens
@reads
def own_letter(request: Request, pk: int, which: str) -> HttpResponse:
    """Give her a letter of the case on paper."""
    return pdf(request, access.own_case_or_404(request, pk), which)
