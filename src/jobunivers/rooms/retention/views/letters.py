# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Printed letters of the 30 days' notice: made, fetched, and marked as sent."""

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from jobunivers.foundation.http import Request, reads
from jobunivers.identity.access import for_officers_and_administrators
from jobunivers.rooms.retention import actions
from jobunivers.rooms.retention.models import LetterRun
from jobunivers.rooms.retention.queries import letters
from jobunivers.trust import actions as trust


def _back() -> HttpResponseRedirect:
    return HttpResponseRedirect(reverse("retention:letters"))


def _run_or_404(pk: int) -> LetterRun:
    run = LetterRun.objects.filter(pk=pk).first()
    if run is None:
        raise Http404
    return run


@for_officers_and_administrators
@reads
def letters_list(request: Request) -> HttpResponseBase:
    """Show how many wait for a letter, and the prints there have been."""
    return render(request, "retention/letters.html", {"page": letters.letters_page()})


@for_officers_and_administrators
@require_POST
def letters_make(request: Request) -> HttpResponseBase:
    """Put everybody who waits into one print."""
    try:
        actions.make_letters(by_id=request.user.pk or 0, at=timezone.now())
    except actions.NoLetters:
        messages.info(request, _("Ingen venter på et brev."))
    else:
        messages.success(request, _("Brevene er lavet. Hent dem her, og send dem."))
    return _back()


@for_officers_and_administrators
@reads
def letters_file(request: Request, pk: int) -> HttpResponseBase:
    """Give the letters of a print as one PDF; each in it is written down as looked at."""
    run = _run_or_404(pk)
    kommune = request.municipality
    lines = (kommune.contact_address, kommune.contact_phone, kommune.contact_email)
    paper = letters.on_paper(
        run, kommune=kommune.name, address=", ".join(one for one in lines if one)
    )
    for citizen_id in letters.citizens_of(run):
        trust.look(request, citizen_id=citizen_id, part="list", reason="case")
    answer = HttpResponse(paper, content_type="application/pdf")
    answer.headers["Content-Disposition"] = f'attachment; filename="breve-{run.pk}.pdf"'
    answer.headers["Cache-Control"] = "no-store"
    return answer


@for_officers_and_administrators
@require_POST
def letters_sent(request: Request, pk: int) -> HttpResponseBase:
    """Write that a print has been posted."""
    _run_or_404(pk)
    try:
        actions.letters_sent(run_id=pk, by_id=request.user.pk or 0, at=timezone.now())
    except actions.NoLetters:
        messages.info(request, _("Brevene var allerede sendt."))
    else:
        messages.success(request, _("Skrevet. De 30 dage tæller fra i dag."))
    return _back()
