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
from jobunivers.rooms.vacancies.forms import NEW, ProposalForm
from jobunivers.rooms.vacancies.models import Application, ApplicationStatus, Proposal

_CHOICES = 50


def _home() -> HttpResponseBase:
    return HttpResponseRedirect(reverse("vacancies:letters"))


@for_citizens
@reads
def letters(request: Request) -> HttpResponseBase:
    """Show her address for letters and what was read in those she sent on."""
    page = queries.letters_page(citizen_id=access.citizen_id_or_404(request))
    return render(request, "vacancies/letters.html", {"letters": page})


@for_citizens
@require_POST
def letter_address(request: Request) -> HttpResponseBase:
    """Give her an address, a new one instead of it, or take it away."""
    citizen_id, now = access.citizen_id_or_404(request), timezone.now()
    if request.POST.get("luk") == "1":
        actions.close_address(citizen_id=citizen_id, at=now)
        messages.success(request, _("Adressen er lukket. Breve til den kommer ikke frem."))
    else:
        actions.make_address(citizen_id=citizen_id, at=now)
        messages.success(request, _("Her er din adresse."))
    return _home()


@for_citizens
@require_http_methods(["GET", "HEAD", "POST"])
def proposal(request: Request, pk: int) -> HttpResponseBase:
    """Let her say yes to what was read in a letter, after she has mended it."""
    row = access.proposal_or_404(request, pk)
    form = ProposalForm(
        request.POST or None,
        initial=ProposalForm.initial_of(row),
        applications=_choices(row),
    )
    if request.method == "POST" and form.is_valid():
        return _accepted(request, row, form)
    status = 422 if request.method == "POST" else 200
    return render(request, "vacancies/proposal.html", {"form": form, "row": row}, status=status)


def _choices(row: Proposal) -> list[Application]:
    """Return the entries it may be about: the one that was found, and those she changed last."""
    latest = queries.latest_applications(citizen_id=row.citizen_id, limit=_CHOICES)
    found = row.application
    rest = [one for one in latest if found is None or one.pk != found.pk]
    return rest if found is None else [found, *rest]


def _accepted(request: Request, row: Proposal, form: ProposalForm) -> HttpResponseBase:
    said = form.cleaned_data
    chosen = said["application"]
    accepted = actions.Accepted(
        application=None if chosen == NEW else access.own_application(request, int(chosen)),
        status=ApplicationStatus(said["status"]),
        on=said["on"],
        title=said["title"].strip(),
        employer=said["employer"].strip(),
        talk=form.talk(row),
    )
    try:
        entry = actions.accept_proposal(proposal=row, accepted=accepted, at=timezone.now())
    except actions.ProposalGone:
        messages.info(request, _("Det forslag har du svaret på."))
        return _home()
    messages.success(request, _("Det er skrevet i din joblog."))
    return HttpResponseRedirect(reverse("vacancies:application", args=[entry.pk]))


@for_citizens
@require_POST
def proposal_discard(request: Request, pk: int) -> HttpResponseBase:
    """Let her say no to it."""
    actions.discard_proposal(proposal=access.proposal_or_404(request, pk))
    messages.success(request, _("Forslaget er slettet. Intet er skrevet i din joblog."))
    return _home()
