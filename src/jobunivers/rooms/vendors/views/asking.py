# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The prices a firm asks: of a solution, and other ones in an agreement that holds."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from jobunivers.foundation.http import Request
from jobunivers.rooms.agreements import actions as agreements
from jobunivers.rooms.agreements import queries as agreed
from jobunivers.rooms.marketplace.queries import Offer
from jobunivers.rooms.vendors import access
from jobunivers.rooms.vendors.access import for_administrators_of_firms, for_members
from jobunivers.rooms.vendors.queries import pages
from jobunivers.science.pricing import terms_of

_ASKED = ["GET", "HEAD", "POST"]
_LARGEST = 2**63 - 1


@for_members()
@require_http_methods(_ASKED)
def prices(request: Request, pk: int) -> HttpResponseBase:
    """Write what a solution costs; a colleague's prices meanwhile are shown beside (409)."""
    offer = access.own_solution_or_404(request, pk)
    access.writes(request)
    now, me = timezone.now(), access.me(request)
    if request.method != "POST":
        return _prices(request, offer, _beginning(offer))
    there = HttpResponseRedirect(reverse("vendors:own_solution", args=[pk]))
    if request.POST.get("act") == "fjern":
        agreements.withdraw_prices(offer=offer, at=now, actor_id=me)
        messages.success(request, _("Kommunerne ser ingen priser mere."))
        return there
    form = agreements.PriceListForm(request.POST)
    if not form.is_valid():
        return _prices(request, offer, form, status=422)
    told = form.cleaned_data
    try:
        agreements.publish_prices(
            offer=offer, terms=form.terms, words=told["words"], seen=told["seen"] or 0, at=now,
            actor_id=me,
        )  # fmt: skip
    except agreements.ChangedPrices as changed:
        # What was typed stays, and is saved over the other's when it is sent again.
        typed = request.POST.copy()
        typed["seen"] = str(changed.prices.version)
        theirs = agreed.model_words(terms_of(changed.prices.said))
        form = agreements.PriceListForm(typed)
        return _prices(request, offer, form, theirs=theirs, status=409)
    messages.success(request, _("Kommunerne kan se priserne nu."))
    return there


def _beginning(offer: Offer) -> agreements.PriceListForm:
    kept = agreed.kept_prices(offer)
    if kept is None:
        return agreements.PriceListForm(initial={"seen": 0})
    initial = agreements.terms_initial(terms_of(kept.said))
    return agreements.PriceListForm(initial=initial | {"words": kept.words, "seen": kept.version})


def _prices(
    request: Request,
    offer: Offer,
    form: agreements.PriceListForm,
    *,
    theirs: list[str] | None = None,
    status: int = 200,
) -> HttpResponseBase:
    shown = agreed.prices_of(offer)
    context = {
        "offer": offer,
        "title": pages.titles([offer])[offer.pk],
        "form": form,
        "writes": access.membership(request).administers,
        "model": agreed.model_words(terms_of(shown.said)) if shown else [],
        "theirs": theirs,
        "effect_is_measured": agreed.effect_is_measured(),
    }
    return render(request, "vendors/portal/prices.html", context, status=status)


@for_administrators_of_firms
@require_http_methods(_ASKED)
def ask(request: Request, pk: int) -> HttpResponseBase:
    """Ask for other prices in an agreement in force."""
    vendor = access.membership(request).vendor
    agreement = agreed.asking_in(vendor.pk, min(pk, _LARGEST))
    if agreement is None:
        raise Http404
    now = timezone.now()
    earliest = agreed.earliest_day(agreement, timezone.localdate(now))
    held = agreed.terms_on(agreement, earliest)
    if not agreements.fits(held):
        messages.info(request, _("Aftalen har flere trin, end siden kan vise. Skriv til kommunen."))
        return HttpResponseRedirect(reverse("vendors:money"))
    told: dict[str, Any] = {"earliest": earliest, "guard": held.guard, "budget": held.budget}
    status = 200
    if request.method == "POST":
        form = agreements.RequestForm(request.POST, **told)
        status = 422
        if form.is_valid():
            try:
                made = agreements.ask_for_prices(
                    agreement=agreement,
                    terms=form.terms,
                    from_on=form.cleaned_data["from_on"],
                    why=form.cleaned_data["why"],
                    at=now,
                    actor_id=access.me(request),
                )
            except agreements.NotPossible as refused:
                form.add_error(None, agreed.PROBLEMS[refused.code])
                status = 409 if refused.code in {"open_request", "answer_first"} else 422
            else:
                messages.success(request, _("Sendt. I får besked, når kommunen har svaret."))
                return HttpResponseRedirect(reverse("vendors:asked_prices", args=[made.pk]))
    else:
        form = agreements.RequestForm(initial=agreements.terms_initial(held), **told)
    context = {
        "agreement": agreement,
        "form": form,
        "effect_is_measured": agreed.effect_is_measured(),
    }
    return render(request, "vendors/portal/ask.html", context, status=status)


@for_administrators_of_firms
@require_http_methods(_ASKED)
def asked(request: Request, pk: int) -> HttpResponseBase:
    """Show what was asked for and the answer; a form sent takes it back."""
    vendor = access.membership(request).vendor
    found = agreed.own_request(vendor.pk, min(pk, _LARGEST))
    if found is None:
        raise Http404
    status = 200
    if request.method == "POST":
        try:
            agreements.take_request_back(
                request=found, at=timezone.now(), actor_id=access.me(request)
            )
        except agreements.Answered:
            messages.info(request, _("Der er svaret imens. Sådan står det nu."))
            status = 409
        else:
            messages.success(request, _("Taget tilbage. Priserne er, som de var."))
            return HttpResponseRedirect(reverse("vendors:money"))
    shown = next(one for one in agreed.vendor_requests(vendor.pk) if one.pk == found.pk)
    return render(request, "vendors/portal/asked.html", {"asked": shown}, status=status)
