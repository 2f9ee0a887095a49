# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from datetime import date

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse, HttpResponseRedirect
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
from jobunivers.rooms.vacancies.queries.applications import WAITING
from jobunivers.rooms.vacancies.views import exporting
from jobunivers.rooms.vacancies.views.happening import bare_forms, whole_page

_PER_PAGE = 50
_MOST_ON_PAPER = 1_000


@for_citizens
@reads
def applications(request: Request) -> HttpResponseBase:
    """Show the joblog: what of it she asks for, and its numbers."""
    citizen_id, now = access.citizen_id_or_404(request), timezone.now()
    today = timezone.localdate(now)
    asked = request.GET
    choice = queries.Choice.read(
        asked.get("tilstand", ""), asked.get("uge", ""), asked.get("q", "")
    )
    found = queries.chosen(citizen_id=citizen_id, choice=choice, today=today)
    page = Paginator(found, _PER_PAGE).get_page(asked.get("side"))
    rows = list(page)
    talks = queries.next_interviews(ids=[row.pk for row in rows], today=today)
    overview = queries.joblog_overview(citizen_id=citizen_id, today=today)
    context = {
        "page": page,
        "rows": [(row, talks.get(row.pk)) for row in rows],
        "choice": choice,
        "states": _states(overview, choice),
        "overview": overview,
        "keeping": queries.keeping_of(citizen_id=citizen_id, at=now),
        "uploads": queries.uploads_of(citizen_id=citizen_id, today=today),
    }
    return render(request, "vacancies/applications.html", context)


def _states(overview: queries.Overview, choice: queries.Choice) -> list[tuple[str, str, int, bool]]:
    """Return what may be chosen: address' word, words, how many, whether it is chosen."""
    states = [("", _("Alle"), overview.total, not choice.state)]
    for status, words in STATUSES.items():
        many = overview.by_state[status.value]
        if many or choice.state == status:
            states.append((status.value, str(words), many, choice.state == status))
    if overview.waiting or choice.state == WAITING:
        waits = choice.state == WAITING
        states.append((WAITING, _("Intet svar i to uger"), overview.waiting, waits))
    return states


@for_citizens
@require_http_methods(["GET", "HEAD", "POST"])
def application_new(request: Request) -> HttpResponseBase:
    """Let her write in a job that she found herself."""
    now = timezone.now()
    initial = {
        "applied_on": timezone.localdate(now),
        "status": "applied",
        "url": request.GET.get("link", "")[:2000],
    }
    form = ApplicationForm(request.POST or None, initial=initial)
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
    return render(request, "vacancies/application_new.html", {"form": form}, status=status)


@for_citizens
@reads
def application_from_link(request: Request) -> HttpResponseBase:
    """Lead on from an address she has copied: to our own advertisement, or to a form with it.

    Nothing is fetched from the address: what we know of it we know already.
    """
    address = request.GET.get("link", "").strip()[:2000]
    found = queries.vacancy_at(address=address)
    if found is not None:
        return HttpResponseRedirect(reverse("vacancies:apply", args=[found]))
    if not queries.is_web_address(address):
        messages.error(request, _("Det ligner ikke et link. Et link begynder med https://"))
        return HttpResponseRedirect(reverse("vacancies:application_new"))
    messages.info(request, _("Vi kender ikke opslaget. Skriv selv, hvad det er for et job."))
    new = reverse("vacancies:application_new", query={"link": address})
    return HttpResponseRedirect(new)


@for_citizens
@require_http_methods(["GET", "HEAD", "POST"])
def application(request: Request, pk: int) -> HttpResponseBase:
    """Show an application with its history, and take changes of what it says."""
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
    more = {"form": form, "current": current, "editing": request.method == "POST"}
    return render(
        request, "vacancies/application.html", whole_page(row) | bare_forms(row) | more,
        status=status,
    )  # fmt: skip


@for_citizens
@require_POST
def application_delete(request: Request, pk: int) -> HttpResponseBase:
    """Take an entry out of the joblog."""
    row = access.application_or_404(request, pk)
    actions.delete_application(application=row, at=timezone.now())
    messages.success(request, _("Ansøgningen er slettet fra din joblog."))
    return HttpResponseRedirect(reverse("vacancies:applications"))


def _days(request: Request) -> tuple[date | None, date | None]:
    return _day(request.GET.get("fra", "")), _day(request.GET.get("til", ""))


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


@for_citizens
@reads
def joblog_file(request: Request) -> HttpResponseBase:
    """Give her the joblog as a file for spreadsheets."""
    first, last = _days(request)
    citizen_id = access.citizen_id_or_404(request)
    rows = queries.for_export(citizen_id=citizen_id, first=first, last=last)
    answer = HttpResponse(exporting.as_csv(rows.iterator()), content_type="text/csv; charset=utf-8")
    answer.headers["Content-Disposition"] = 'attachment; filename="joblog.csv"'
    answer.headers["Cache-Control"] = "private, no-store"
    return answer


@for_citizens
@reads
def joblog_paper(request: Request) -> HttpResponseBase:
    """Show the joblog as it is printed."""
    first, last = _days(request)
    citizen_id = access.citizen_id_or_404(request)
    rows = queries.for_export(citizen_id=citizen_id, first=first, last=last)
    some = list(rows[: _MOST_ON_PAPER + 1])
    context = {
        "rows": [
            (row, exporting.law_status(row, had_talk=row.had_talk))  # type: ignore[attr-defined]
            for row in some[:_MOST_ON_PAPER]
        ],
        "more": len(some) > _MOST_ON_PAPER,
        "first": first,
        "last": last,
        "today": timezone.localdate(),
        "name": request.user.name,
        "query": request.GET.urlencode(),
    }
    return render(request, "vacancies/joblog_paper.html", context)
