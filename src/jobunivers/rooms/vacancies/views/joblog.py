# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from django.contrib import messages
from django.core.paginator import Paginator
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
from jobunivers.rooms.vacancies.forms import STATUSES, ApplicationForm

_PER_PAGE = 50


@for_citizens
@reads
def applications(request: Request) -> HttpResponseBase:
    found = queries.applications_of(citizen_id=access.citizen_id_or_404(request))
    page = Paginator(found, _PER_PAGE).get_page(request.GET.get("side"))
    return render(request, "vacancies/applications.html", {"page": page, "statuses": STATUSES})


@for_citizens
@require_http_methods(["GET", "HEAD", "POST"])
def application_new(request: Request) -> HttpResponseBase:
    now = timezone.now()
    form = ApplicationForm(
        request.POST or None,
        initial={"applied_on": timezone.localdate(now), "status": "applied"},
    )
    if request.method == "POST" and form.is_valid():
        actions.log_application(
            citizen_id=access.citizen_id_or_404(request),
            vacancy_id=None,
            entry=form.entry(),
            at=now,
        )
        messages.success(request, _("Ansøgningen står nu i din joblog."))
        return HttpResponseRedirect(reverse("vacancies:applications"))
    status = 422 if request.method == "POST" else 200
    return render(request, "vacancies/application.html", {"form": form}, status=status)


@for_citizens
@require_http_methods(["GET", "HEAD", "POST"])
def application(request: Request, pk: int) -> HttpResponseBase:
    row = access.application_or_404(request, pk)
    form = ApplicationForm(request.POST or None, initial=ApplicationForm.initial_of(row))
    current = None
    if request.method == "POST" and form.is_valid():
        try:
            actions.change_application(
                application=row,
                version=form.cleaned_data["version"] or 0,
                entry=form.entry(),
                at=timezone.now(),
            )
        except actions.ChangedMeanwhile as changed:
            # Her text stays in the form; the next press of the button saves it knowingly.
            current = changed.application
            again = request.POST.copy()
            again["version"] = str(current.version)
            form.data = again
        else:
            messages.success(request, _("Ændringen er gemt."))
            return HttpResponseRedirect(reverse("vacancies:applications"))
    status = 200 if request.method != "POST" else 409 if current else 422
    context = {"form": form, "row": row, "current": current, "statuses": STATUSES}
    return render(request, "vacancies/application.html", context, status=status)


@for_citizens
@require_POST
def application_delete(request: Request, pk: int) -> HttpResponseBase:
    row = access.application_or_404(request, pk)
    actions.delete_application(application=row, at=timezone.now())
    messages.success(request, _("Ansøgningen er slettet fra din joblog."))
    return HttpResponseRedirect(reverse("vacancies:applications"))
