# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from django.contrib import messages
from django.core.paginator import Paginator
from django.db import transaction
from django.http import HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from jobunivers.foundation.http import Request, public, reads
from jobunivers.foundation.places import homes
from jobunivers.identity.access import for_citizens
from jobunivers.identity.models import Role
from jobunivers.rooms.vacancies import access, actions, queries
from jobunivers.rooms.vacancies.forms import HIDE_REASONS, ApplicationForm, HideForm
from jobunivers.rooms.vacancies.models import HideReason, Vacancy
from jobunivers.rooms.vacancies.views.following import Choice, choices

_PER_PAGE = 50


@public
@reads
def vacancy(request: Request, pk: int) -> HttpResponseBase:
    row = access.vacancy_or_404(request, pk)
    citizen_id = request.user.pk if getattr(request.user, "role", "") == Role.CITIZEN else None
    page = queries.vacancy_page(
        vacancy=row,
        owner=request.municipality.pk,
        language=request.LANGUAGE_CODE,
        at=timezone.now(),
        citizen_id=citizen_id,
        home=None if citizen_id is None else homes.home_of(citizen_id),
    )
    follow: list[Choice] = []
    if citizen_id is not None:
        hers = queries.following_of(citizen_id=citizen_id)
        follow = choices(queries.targets_of(row), hers, request.LANGUAGE_CODE)
    context = {
        "page": page,
        "hide_form": HideForm(),
        "is_citizen": citizen_id is not None,
        "follow": follow,
    }
    return render(request, "vacancies/vacancy.html", context)


def _back(request: Request, row: Vacancy) -> str:
    """Return where the button was, if that is a page of ours, else the advertisement's page."""
    wanted = request.POST.get("next", "")
    if url_has_allowed_host_and_scheme(wanted, allowed_hosts={request.get_host()}):
        return wanted
    return reverse("vacancies:vacancy", args=[row.pk])


def _star_button(request: Request, row: Vacancy, *, starred: bool) -> HttpResponseBase:
    back = _back(request, row)
    if request.htmx:
        context = {"vacancy": row, "starred": starred, "back": back}
        return render(request, "vacancies/star.html", context)
    return HttpResponseRedirect(back)


@for_citizens
@require_POST
def star(request: Request, pk: int) -> HttpResponseBase:
    row = access.vacancy_or_404(request, pk)
    actions.star(citizen_id=access.citizen_id_or_404(request), vacancy_id=row.pk, at=timezone.now())
    return _star_button(request, row, starred=True)


@for_citizens
@require_POST
def unstar(request: Request, pk: int) -> HttpResponseBase:
    row = access.vacancy_or_404(request, pk)
    actions.unstar(
        citizen_id=access.citizen_id_or_404(request), vacancy_id=row.pk, at=timezone.now()
    )
    return _star_button(request, row, starred=False)


@for_citizens
@require_POST
def hide(request: Request, pk: int) -> HttpResponseBase:
    row = access.vacancy_or_404(request, pk)
    form = HideForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Vælg en grund, så vi kan lære af det."))
        return HttpResponseRedirect(reverse("vacancies:vacancy", args=[pk]))
    actions.hide(
        citizen_id=access.citizen_id_or_404(request),
        vacancy_id=row.pk,
        reason=HideReason(form.cleaned_data["reason"]),
        at=timezone.now(),
    )
    messages.success(request, _("Jobbet er skjult. Du finder det nederst under Gemte job."))
    return HttpResponseRedirect(_back(request, row))


@for_citizens
@require_POST
def show_again(request: Request, pk: int) -> HttpResponseBase:
    row = access.vacancy_or_404(request, pk)
    actions.show_again(
        citizen_id=access.citizen_id_or_404(request), vacancy_id=row.pk, at=timezone.now()
    )
    messages.success(request, _("Jobbet vises igen."))
    return HttpResponseRedirect(_back(request, row))


@for_citizens
@require_http_methods(["GET", "HEAD", "POST"])
def apply(request: Request, pk: int) -> HttpResponseBase:
    row = access.vacancy_or_404(request, pk)
    now = timezone.now()
    initial = ApplicationForm.from_vacancy(row, today=timezone.localdate(now))
    form = ApplicationForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            with transaction.atomic():
                actions.log_application(
                    citizen_id=access.citizen_id_or_404(request),
                    vacancy_id=row.pk,
                    entry=form.entry(),
                    at=now,
                )
        except actions.AlreadyLogged as logged:
            messages.info(request, _("Du har allerede skrevet jobbet i din joblog. Her er det."))
            return HttpResponseRedirect(
                reverse("vacancies:application", args=[logged.application.pk])
            )
        messages.success(request, _("Ansøgningen står nu i din joblog."))
        return HttpResponseRedirect(reverse("vacancies:applications"))
    status = 422 if request.method == "POST" else 200
    return render(request, "vacancies/apply.html", {"form": form, "vacancy": row}, status=status)


@for_citizens
@reads
def starred(request: Request) -> HttpResponseBase:
    citizen_id = access.citizen_id_or_404(request)
    many = len(queries.starred_ids(citizen_id=citizen_id))
    page = Paginator(range(many), _PER_PAGE).get_page(request.GET.get("side"))
    first = (page.number - 1) * _PER_PAGE
    context = {
        "page": page,
        "vacancies": queries.starred(citizen_id=citizen_id, first=first, limit=_PER_PAGE),
        "hidden": [
            (row.vacancy, HIDE_REASONS[HideReason(row.reason)])
            for row in queries.hidden(citizen_id=citizen_id)
        ],
        "now": timezone.now(),
    }
    return render(request, "vacancies/starred.html", context)
