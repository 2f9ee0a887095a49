# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The manager's pages: what needs her, how long people wait, and the aims of BEK 760/2025 § 5."""

import csv
import io

from django.contrib import messages
from django.db import DatabaseError
from django.http import HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from jobunivers.foundation.desk import Desk
from jobunivers.foundation.http import Request, reads
from jobunivers.identity.access import for_managers
from jobunivers.rooms.casework import actions
from jobunivers.rooms.casework.forms.supervision import ReportForm
from jobunivers.rooms.casework.models import Measure
from jobunivers.rooms.casework.queries import desk, managing, supervision
from jobunivers.rooms.casework.queries import words as wording

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@for_managers
def manager(request: Request) -> HttpResponseBase:
    """Show what needs a manager: numbers and ways, no citizen's name."""
    try:
        return _manager(request, careful=False)
    except (desk.BlocksBroken, DatabaseError):
        return _manager(request, careful=True)


@reads
def _manager(request: Request, *, careful: bool) -> HttpResponseBase:
    now = timezone.now()
    asking = Desk(
        staff_id=request.user.pk or 0,
        role=request.user.role,
        at=now,
        today=timezone.localdate(now),
        language=request.LANGUAGE_CODE,
    )
    # A line that names a citizen has no place here: it is left out.
    blocks = desk.named(desk.fill(asking, careful=careful), {})
    return render(request, "casework/manager.html", {"blocks": blocks})


@for_managers
@reads
def waits(request: Request) -> HttpResponseBase:
    """Show how long people wait for answers, by kind."""
    page = managing.waits_page(today=timezone.localdate())
    context = {"page": page, "fewest": managing.FEWEST}
    return render(request, "casework/manager_waits.html", context)


@for_managers
@require_http_methods(["GET", "HEAD", "POST"])
def supervision_page(request: Request) -> HttpResponseBase:
    """Show the two aims, and take in counts that were made elsewhere."""
    now = timezone.now()
    today = timezone.localdate(now)
    form = ReportForm(request.POST or None, today=today)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        actions.report_aim(
            measure=Measure(said["measure"]),
            day=said["day"],
            people=said["people"],
            without=said["without"],
            source=said["source"],
            by_id=request.user.pk or 0,
            at=now,
        )
        messages.success(request, _("Tallene er gemt."))
        return HttpResponseRedirect(reverse("casework:supervision"))
    page = supervision.supervision_page(today=today, language=request.LANGUAGE_CODE)
    context = {
        "page": page, "form": form, "states": wording.AIM_STATES,
        "milestones": [(one.day, wording.MILESTONES[one.code]) for one in page.dates],
    }  # fmt: skip
    status = 422 if request.method == "POST" else 200
    return render(request, "casework/manager_supervision.html", context, status=status)


@for_managers
@reads
def supervision_file(request: Request) -> HttpResponseBase:
    """Give a year's counts as a file; there are no people in it."""
    del request
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow([_("Dag"), _("Mål"), _("Personer"), _("Uden"), _("Procent"), _("Kilde")])
    today = timezone.localdate()
    for row in supervision.rows_for_file(today=today):
        writer.writerow([_harmless(str(cell)) for cell in row])
    answer = HttpResponse(
        out.getvalue().encode("utf-8-sig"), content_type="text/csv; charset=utf-8"
    )
    answer["Content-Disposition"] = f'attachment; filename="fokusmaal-{today}.csv"'
    return answer


def _harmless(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(_FORMULA) else text
