# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Solutions that wait for those who run the platform: read, decided, answered for."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from jobunivers.foundation.files import serving
from jobunivers.foundation.http import Request, reads
from jobunivers.identity.access import for_national, for_roles
from jobunivers.identity.models import Role
from jobunivers.rooms.marketplace import actions as marketplace
from jobunivers.rooms.marketplace.queries import Offer
from jobunivers.rooms.vendors import access, actions
from jobunivers.rooms.vendors.forms.gate import DecisionForm
from jobunivers.rooms.vendors.queries import pages

_PER_PAGE = 25
_SHOWN = (pages.WAITING, pages.ANSWERED, pages.HELD, pages.ALL)


@for_national
@reads
def queue(request: Request) -> HttpResponseBase:
    """List the solutions with something to read, or those that are held back, or all."""
    wanted = request.GET.get("vis", "")
    which = wanted if wanted in _SHOWN else pages.WAITING
    page = Paginator(pages.solutions(which), _PER_PAGE).get_page(request.GET.get("side"))
    offers = list(page)
    named = pages.titles(offers)
    lines = [(one, named[one.pk], pages.blocked_words(one.blocked)) for one in offers]
    return render(request, "vendors/queue.html", {"page": page, "lines": lines, "which": which})


@for_national
@reads
def solution(request: Request, pk: int) -> HttpResponseBase:
    """Show what is new in a solution, its checklist, and what can be decided."""
    return _shown(request, access.solution_or_404(request, pk), DecisionForm())


@for_national
@require_POST
def decide(request: Request, pk: int) -> HttpResponseBase:
    """Approve, send back, take down, or accept the answers, as was seen on the page."""
    offer = access.solution_or_404(request, pk)
    form = DecisionForm(request.POST)
    if not form.is_valid():
        return _shown(request, offer, form, status=422)
    try:
        said = _decided(request, offer, form)
    except (marketplace.NotReady, actions.ChangedAnswers):
        messages.info(request, _("Det er ændret imens. Sådan står det nu."))
        offer.refresh_from_db()
        return _shown(request, offer, DecisionForm(), status=409)
    except actions.SamePerson:
        messages.error(request, _("Du har selv skrevet svarene. En anden skal godkende dem."))
        return _shown(request, offer, DecisionForm(), status=409)
    messages.success(request, said)
    return HttpResponseRedirect(reverse("vendors:solution", args=[pk]))


def _decided(request: Request, offer: Offer, form: DecisionForm) -> str:
    told, at, me = form.cleaned_data, timezone.now(), access.me(request)
    number = told["number"] or 0
    if told["act"] == "godkend":
        lacks = actions.approve(
            offer=offer, number=number, at=at, actor_id=me, handed_in=told["handed_in"]
        )
        if lacks:
            return _("Godkendt. Den kommer på hylderne, når tjeklisten er i orden: %(lines)s.") % {
                "lines": pages.blocked_words(lacks)
            }
        return _("Godkendt. Kommuner kan nu sætte den på deres hylder.")
    if told["act"] == "send-tilbage":
        actions.send_back(
            offer=offer,
            number=number,
            why=told["why"],
            at=at,
            actor_id=me,
            handed_in=told["handed_in"],
        )
        return _("Sendt tilbage med din begrundelse.")
    if told["act"] == "tag-ned":
        actions.withdraw(offer=offer, why=told["why"], at=at, actor_id=me)
        return _("Taget af alle hylder. De, der bruger den, får besked.")
    actions.accept_answers(offer=offer, version=number, at=at, actor_id=me)
    return _("Svarene gælder nu.")


def _shown(
    request: Request, offer: Offer, form: DecisionForm, *, status: int = 200
) -> HttpResponse:
    today = timezone.localdate(timezone.now())
    page = pages.solution_page(
        offer, reader_id=access.me(request), on=today, language=request.LANGUAGE_CODE
    )
    return render(request, "vendors/solution.html", {"page": page, "form": form}, status=status)


@for_roles(Role.NATIONAL, Role.ADMINISTRATOR)
@reads
def document(request: Request, pk: int) -> HttpResponseBase:
    """Give a document handed in with answers."""
    return serving.serve(request, access.document_or_404(request, pk))
