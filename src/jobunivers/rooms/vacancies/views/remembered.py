# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from django.contrib import messages
from django.http import HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from jobunivers.foundation.http import Request, reads
from jobunivers.identity.access import for_citizens
from jobunivers.rooms.vacancies import access, actions, queries
from jobunivers.rooms.vacancies.actions import AlertRhythm
from jobunivers.rooms.vacancies.forms import RHYTHMS, ChangeSearchForm


def _home() -> HttpResponseBase:
    return HttpResponseRedirect(reverse("vacancies:search_history"))


@for_citizens
@reads
def search_history(request: Request) -> HttpResponseBase:
    """Show what she has searched for; nobody else is shown it."""
    citizen_id = access.citizen_id_or_404(request)
    history = queries.search_history(citizen_id=citizen_id, at=timezone.now())
    return render(request, "vacancies/search_history.html", {"history": history})


@for_citizens
@require_POST
def search_history_delete(request: Request) -> HttpResponseBase:
    """Delete one of her past searches, or all."""
    citizen_id = access.citizen_id_or_404(request)
    one = request.POST.get("id", "")
    ids = [int(one)] if one.isdecimal() and len(one) < 19 else None  # noqa: PLR2004 - a bigint
    if one and ids is None:
        return _home()
    actions.forget_past_searches(citizen_id=citizen_id, ids=ids)
    messages.success(request, _("Søgningen er slettet.") if ids else _("Alt er slettet."))
    return _home()


@for_citizens
@require_POST
def search_history_choice(request: Request) -> HttpResponseBase:
    """Remember her searches, or not."""
    wanted = request.POST.get("gem") == "1"
    citizen_id = access.citizen_id_or_404(request)
    actions.keep_history(citizen_id=citizen_id, wanted=wanted, at=timezone.now())
    if wanted:
        messages.success(request, _("Fra nu af husker vi dine søgninger i 30 dage."))
    else:
        messages.success(request, _("Vi husker ikke dine søgninger mere. De gamle er slettet."))
    return _home()


@for_citizens
@require_http_methods(["GET", "HEAD", "POST"])
def change_search(request: Request, pk: int) -> HttpResponseBase:
    """Give a saved search another name, and say how often she hears of it."""
    saved = access.saved_search_or_404(request, pk)
    initial = {"name": saved.name, "rhythm": saved.rhythm}
    form = ChangeSearchForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        actions.change_search(
            saved=saved,
            name=form.cleaned_data["name"].strip(),
            rhythm=AlertRhythm(form.cleaned_data["rhythm"]),
        )
        messages.success(request, _("Ændringen er gemt."))
        return HttpResponseRedirect(reverse("vacancies:saved_searches"))
    status = 422 if request.method == "POST" else 200
    context = {"form": form, "saved": saved, "rhythms": RHYTHMS}
    return render(request, "vacancies/change_search.html", context, status=status)
