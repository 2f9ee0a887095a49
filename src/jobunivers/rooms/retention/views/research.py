# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Tables for research: asked for, approved by somebody else, fetched."""

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from jobunivers.foundation.http import Request, reads
from jobunivers.foundation.ui.wording import day_year
from jobunivers.identity.access import for_officers_and_administrators
from jobunivers.rooms.retention import actions
from jobunivers.rooms.retention.forms import WhyForm
from jobunivers.rooms.retention.forms.research import ReleaseForm
from jobunivers.rooms.retention.queries import released

_REFUSED = 422


@for_officers_and_administrators
@require_http_methods(["GET", "HEAD", "POST"])
def research(request: Request) -> HttpResponseBase:
    """Show what has been given, and ask for more."""
    now = timezone.now()
    form = ReleaseForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.ask_release(asked=form.asked(), by_id=request.user.pk or 0, at=now)
        except actions.TooMany:
            form.add_error("columns", _("Det er for mange kolonner på én gang. Vælg færre."))
        else:
            messages.success(request, _("Det er skrevet ned. En anden skal sige ja."))
            return HttpResponseRedirect(reverse("retention:research"))
    context = {
        "form": form,
        "why": WhyForm(),
        "releases": released.releases(reader_id=request.user.pk or 0),
        "left": actions.left_of_budget(timezone.localdate(now)),
    }
    return render(
        request, "retention/research.html", context, status=_REFUSED if form.errors else 200
    )


@for_officers_and_administrators
@require_POST
def release_make(request: Request, pk: int) -> HttpResponseBase:
    """Say yes, and make the table."""
    try:
        actions.make_release(release_id=pk, by_id=request.user.pk or 0, at=timezone.now())
    except actions.NotAsked:
        messages.info(request, _("Det venter ikke på dig."))
    except actions.OverBudget:
        messages.error(request, _("Årets budget rækker ikke. Bed om mere støj, eller vent."))
    except actions.TooSoon as early:
        said = _(
            "Rækker med en af de samme kolonner er givet for nylig. To tabeller kan holdes op mod"
            " hinanden. Vent til %(day)s, eller bed om tal med støj."
        )
        messages.error(request, said % {"day": day_year(early.on)})
    else:
        messages.success(request, _("Tabellen er lavet."))
    return HttpResponseRedirect(reverse("retention:research"))


@for_officers_and_administrators
@require_POST
def release_refuse(request: Request, pk: int) -> HttpResponseBase:
    """Say no."""
    form = WhyForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Skriv hvorfor."))
        return HttpResponseRedirect(reverse("retention:research"))
    try:
        actions.refuse_release(
            release_id=pk,
            by_id=request.user.pk or 0,
            why=form.cleaned_data["why"],
            at=timezone.now(),
        )
    except actions.NotAsked:
        messages.info(request, _("Det venter ikke på dig."))
    return HttpResponseRedirect(reverse("retention:research"))


@for_officers_and_administrators
@reads
def release_file(request: Request, pk: int) -> HttpResponseBase:  # noqa: ARG001
    """Give a table that has been made."""
    row = released.made(pk)
    if row is None:
        raise Http404
    answer = HttpResponse("\ufeff" + row.table, content_type="text/csv; charset=utf-8")
    name = released.file_name(row, day=timezone.localdate(row.decided_at))
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
