# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The jobs suggested to a citizen, as she sees them, for an adviser who wants to know why."""

from django.contrib import messages
from django.http import Http404, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from jobunivers.foundation.http import Request, reads
from jobunivers.identity.access import for_advisers
from jobunivers.rooms.casework import actions, queries
from jobunivers.rooms.casework.forms import DisputeForm
from jobunivers.trust.opening import with_citizen

_PART = ("recommendations",)
_LAST_PAGE = 1000


@for_advisers
@reads
def suggestions(request: Request, pk: int) -> HttpResponseBase:
    """Show the list as the citizen sees it, with all reasons; the look is logged."""
    opened = with_citizen(request, pk, parts=_PART, today=timezone.localdate())
    if isinstance(opened, HttpResponseRedirect):
        return opened
    number = request.GET.get("side", "1")
    page = queries.suggestions_page(
        citizen_id=pk,
        language=request.LANGUAGE_CODE,
        at=timezone.now(),
        page=min(int(number[:9]), _LAST_PAGE) if number.isdecimal() else 1,
    )
    context = {"citizen": opened.person, "reason_words": opened.reason_words, "page": page}
    return render(request, "casework/suggestions.html", context)


@for_advisers
@require_http_methods(["GET", "HEAD", "POST"])
def suggestion(request: Request, pk: int, vacancy_id: int) -> HttpResponseBase:
    """Show one suggestion with its reasons, and take the adviser's disagreement."""
    opened = with_citizen(request, pk, parts=_PART, today=timezone.localdate())
    if isinstance(opened, HttpResponseRedirect):
        return opened
    page = queries.suggestion_page(
        citizen_id=pk, vacancy_id=vacancy_id, language=request.LANGUAGE_CODE, at=timezone.now()
    )
    if page is None:
        raise Http404
    form = DisputeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.dispute(
            citizen_id=pk,
            vacancy_id=vacancy_id,
            run_id=page.run_id,
            model=page.model,
            adviser_id=request.user.pk or 0,
            code=form.cleaned_data["code"],
            note=form.cleaned_data["note"],
            at=timezone.now(),
        )
        messages.success(request, _("Det er gemt, at du er uenig. Borgeren kan læse det."))
        return HttpResponseRedirect(_list(pk, page.side))
    status = 422 if request.method == "POST" else 200
    context = {
        "citizen": opened.person,
        "reason_words": opened.reason_words,
        "page": page,
        "form": form,
        "own": any(one.adviser_id == request.user.pk for one in page.remarks),
        "list_url": _list(pk, page.side),
    }
    return render(request, "casework/suggestion.html", context, status=status)


@for_advisers
@require_POST
def take_back(request: Request, pk: int, vacancy_id: int) -> HttpResponseBase:
    """Take back what the adviser said of a suggestion."""
    opened = with_citizen(request, pk, parts=(), today=timezone.localdate())
    if isinstance(opened, HttpResponseRedirect):
        return opened
    try:
        actions.take_back(
            citizen_id=pk,
            vacancy_id=vacancy_id,
            adviser_id=request.user.pk or 0,
            at=timezone.now(),
        )
    except actions.NothingToTakeBack:
        raise Http404 from None
    messages.success(request, _("Du er ikke længere uenig i forslaget."))
    return HttpResponseRedirect(_list(pk, 1))


def _list(pk: int, side: int) -> str:
    address = reverse("casework:suggestions", args=[pk])
    return f"{address}?side={side}" if side > 1 else address
