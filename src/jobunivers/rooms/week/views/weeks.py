# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Her week and her month, and moving what stands there."""

from datetime import date

from django.contrib import messages
from django.http import Http404, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from jobunivers.foundation.diary import Entry
from jobunivers.foundation.http import Request, reads
from jobunivers.foundation.ui import wording
from jobunivers.identity.access import for_citizens
from jobunivers.rooms.week import access, actions, queries
from jobunivers.rooms.week.forms import MoveForm
from jobunivers.rooms.week.queries import keeping
from jobunivers.science.calendars import Week, week_of

_YEARS = range(2000, 2101)


@for_citizens
@reads
def week(request: Request) -> HttpResponseBase:
    """Show the week we are in."""
    return _week(request, week_of(timezone.localdate()))


@for_citizens
@reads
def week_named(request: Request, name: str) -> HttpResponseBase:
    """Show a week by its name."""
    return _week(request, access.week_or_404(name))


def _week(request: Request, wanted: Week) -> HttpResponseBase:
    page = queries.week_page(
        citizen_id=access.citizen_id_or_404(request),
        week=wanted,
        language=request.LANGUAGE_CODE,
        at=timezone.now(),
    )
    context = {"page": page, "kept": keeping.COOKIE in request.COOKIES}
    return render(request, "week/week.html", context)


@for_citizens
@reads
def month(request: Request, year: int, number: int) -> HttpResponseBase:
    """Show how much stands on each day of a month."""
    if year not in _YEARS or number not in range(1, 13):
        raise Http404
    page = queries.month_page(
        citizen_id=access.citizen_id_or_404(request),
        first=date(year, number, 1),
        language=request.LANGUAGE_CODE,
        at=timezone.now(),
    )
    return render(request, "week/month.html", {"page": page})


@for_citizens
@require_http_methods(["GET", "HEAD", "POST"])
def move(request: Request, uid: str) -> HttpResponseBase:
    """Give an entry another day or time; what was written in another window is not lost."""
    now = timezone.now()
    entry = access.entry_or_404(request, uid, at=now)
    form = MoveForm(request.POST or None, entry=entry)
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                actions.move_entry(
                    citizen_id=access.citizen_id_or_404(request),
                    entry=entry,
                    version=form.seen_version,
                    day=form.wanted_day,
                    clock=form.wanted_clock,
                    at=now,
                )
            except actions.ChangedMeanwhile:
                # Her wish stays in the form; the next press of the button moves it knowingly.
                status, entry = 409, access.entry_or_404(request, uid, at=now)
                form = _again(request, form, entry)
            except actions.CannotMove as refused:
                form.add_error(None, str(refused))
            else:
                return _moved(request, entry, form.wanted_day)
    line = queries.line_of(entry, at=now)
    context = {"form": form, "line": line, "week": week_of(entry.day), "changed": status == 409}  # noqa: PLR2004 - HTTP
    return render(request, "week/move.html", context, status=status)


def _again(request: Request, form: MoveForm, entry: Entry) -> MoveForm:
    data = request.POST.copy()
    data["version"], data["day"] = str(entry.version), form.wanted_day.isoformat()
    data.pop("to", None)
    again = MoveForm(data, entry=entry)
    again.is_valid()
    return again


def _moved(request: Request, entry: Entry, day: date) -> HttpResponseBase:
    said = {"title": entry.title, "day": wording.day(day)}
    messages.success(request, _("%(title)s står nu %(day)s.") % said)
    return HttpResponseRedirect(reverse("week:week_named", args=[week_of(day).name]))


@for_citizens
@require_POST
def keep(request: Request) -> HttpResponseBase:
    """Let this device keep her week and her plan for when there is no connection, or forget."""
    response = HttpResponseRedirect(reverse("week:week"))
    path = reverse("front:home")
    if request.POST.get("gem") == "ja":
        response.set_cookie(
            keeping.COOKIE,
            keeping.reader_of(
                person_id=access.citizen_id_or_404(request), municipality_id=request.municipality.pk
            ),
            max_age=keeping.KEPT_FOR,
            path=path,
            samesite="Lax",
            secure=request.is_secure(),
            httponly=True,
        )
        messages.success(request, _("Din uge og din plan kan nu ses her uden net."))
    else:
        response.delete_cookie(keeping.COOKIE, path=path)
        messages.success(request, _("Kopien er slettet fra denne enhed."))
    return response
