# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Files of looks and acts, for access to a file and for a security case."""

from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from jobunivers.foundation.http import Request
from jobunivers.identity import queries as identity
from jobunivers.identity.access import for_officers
from jobunivers.identity.models import STAFF, Person
from jobunivers.rooms.audit import actions
from jobunivers.rooms.audit.forms import ExportForm
from jobunivers.rooms.audit.queries import pages
from jobunivers.rooms.audit.queries.exporting import TooMany, Wanted
from jobunivers.trust.actions import look

_TYPES = {"csv": "text/csv; charset=utf-8", "json": "application/json"}


@for_officers
@require_http_methods(["GET", "HEAD", "POST"])
def export(request: Request) -> HttpResponseBase:
    """Give the file that is asked for, and list those that were made."""
    form = ExportForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        person = _meant(form)
        if person is not None:
            try:
                return _file(request, form, person)
            except TooMany:
                form.add_error("until", _("Der er for mange linjer til én fil. Vælg færre dage."))
    status = 422 if request.method == "POST" else 200
    context = {"form": form, "exports": pages.export_rows()}
    return render(request, "audit/export.html", context, status=status)


def _meant(form: ExportForm) -> Person | None:
    """Return the one person who is meant; without one the form says what is missing."""
    told = form.cleaned_data
    if told["kind"] == "citizen":
        found = identity.citizens_called(told["name"], born_on=told["born_on"])
    else:
        name = " ".join(told["name"].casefold().split())
        staff = identity.staff(roles=STAFF)
        found = [one for one in staff if " ".join(one.name.casefold().split()) == name]
    if len(found) == 1:
        return found[0]
    if not found:
        form.add_error("name", _("Ingen hedder det. Skriv hele navnet."))
    elif told["kind"] == "citizen":
        form.add_error("born_on", _("Flere borgere har det navn. Skriv fødselsdagen."))
    else:
        form.add_error("name", _("Flere medarbejdere hedder det. Spørg jeres support."))
    return None


def _file(request: Request, form: ExportForm, person: Person) -> HttpResponse:
    told = form.cleaned_data
    wanted = Wanted(told["kind"], person.pk, told["since"], told["until"])
    made = actions.export(
        wanted=wanted,
        form=told["format"],
        reason=told["reason"],
        by_id=request.user.pk or 0,
        at=timezone.now(),
    )
    reason = "access" if wanted.kind == "citizen" else "control"
    for citizen_id in sorted(made.citizens):
        look(request, citizen_id=citizen_id, part="looks", reason=reason)
    response = HttpResponse(made.content, content_type=_TYPES[told["format"]])
    response.headers["Content-Disposition"] = f'attachment; filename="{made.name}"'
    response.headers["Cache-Control"] = "no-store"
    return response
