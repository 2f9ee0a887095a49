# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Writing an agreement in three steps: the firm, what is agreed, and what it would have cost."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from jobunivers.foundation.http import Request, reads
from jobunivers.identity.access import for_roles
from jobunivers.identity.models import Role
from jobunivers.rooms.agreements import access, actions
from jobunivers.rooms.agreements.actions import fits, terms_initial
from jobunivers.rooms.agreements.forms.changing import EffectForm
from jobunivers.rooms.agreements.forms.writing import (
    AgreementForm,
    InvoiceToForm,
    initial_of,
    offer_choices,
)
from jobunivers.rooms.agreements.models import Agreement
from jobunivers.rooms.agreements.queries import pages
from jobunivers.rooms.agreements.queries.asked import asked_terms, published_by
from jobunivers.rooms.agreements.queries.finding import (
    parties_of,
    terms_in,
    terms_rows,
    vendors,
)
from jobunivers.rooms.agreements.queries.measures import effect_is_measured
from jobunivers.rooms.agreements.queries.words import PROBLEMS, model_words
from jobunivers.rooms.marketplace.queries import Vendor
from jobunivers.science.pricing import Terms

for_buyers = for_roles(Role.ADMINISTRATOR, Role.MANAGER)


def steps() -> list[str]:
    """Return the steps of writing one."""
    return [_("Vælg firma"), _("Skriv aftalen"), _("Prøv den på jeres tal"), _("Lad den gælde")]


@for_buyers
@reads
def agreements(request: Request) -> HttpResponseBase:
    """List the kommune's agreements."""
    lines = pages.agreements_page(timezone.now())
    return render(request, "agreements/agreements.html", {"lines": lines})


@for_buyers
@reads
def choose(request: Request) -> HttpResponseBase:
    """Ask with which firm."""
    return render(request, "agreements/choose.html", {"vendors": vendors(), "steps": steps()})


@for_buyers
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: Request, pk: int) -> HttpResponseBase:
    """Write a new agreement with a firm."""
    vendor = access.vendor_or_404(pk)
    return _written(request, vendor, None)


@for_buyers
@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: Request, pk: int) -> HttpResponseBase:
    """Write a draft again."""
    agreement = access.draft_or_404(request, pk)
    return _written(request, agreement.vendor, agreement)


def _written(request: Request, vendor: Vendor, agreement: Agreement | None) -> HttpResponseBase:
    told: dict[str, Any] = {
        "offers": offer_choices(vendor),
        "own": request.municipality,
        "guard": _terms_of(agreement).guard,
    }
    if request.method != "POST":
        initial = _initial(agreement) if agreement is not None else _begun(request, vendor)
        form = AgreementForm(initial=initial, **told)
        return _form(request, vendor, agreement, form)
    form = AgreementForm(request.POST, **told)
    if not form.is_valid():
        return _form(request, vendor, agreement, form, status=422)
    try:
        made = actions.write(
            entry=form.entry(vendor),
            at=timezone.now(),
            actor_id=access.me(request),
            agreement=agreement,
            seen=form.cleaned_data["seen"] or 0,
        )
    except actions.ChangedAgreement as changed:
        # What was typed stays, and is saved over the other's when it is sent again.
        typed = request.POST.copy()
        typed["seen"] = str(changed.agreement.version)
        form = AgreementForm(typed, **told)
        return _form(request, vendor, changed.agreement, form, status=409)
    except actions.NotPossible as refused:
        form.add_error(None, PROBLEMS[refused.code])
        return _form(request, vendor, agreement, form, status=422)
    actions.try_if_few(agreement=made, at=timezone.now())
    messages.success(request, _("Gemt. Nedenfor står, hvad aftalen ville have kostet."))
    return HttpResponseRedirect(reverse("agreements:agreement", args=[made.pk]))


def _terms_of(agreement: Agreement | None) -> Terms:
    if agreement is None:
        return Terms()
    return terms_in(terms_rows(agreement), agreement.first_on) or Terms()


def _begun(request: Request, vendor: Vendor) -> dict[str, Any]:
    """Return what a new agreement begins with: the prices the firm asks for a solution."""
    raw = request.GET.get("loesning", "")
    pk = int(raw) if raw.isascii() and raw.isdigit() and len(raw) < 10 else 0  # noqa: PLR2004
    terms = asked_terms(vendor, pk)
    if terms is None or not fits(terms):
        return {}
    return terms_initial(terms) | {"offers": [str(pk)]}


def _initial(agreement: Agreement) -> dict[str, Any]:
    return initial_of(agreement, _terms_of(agreement), parties_of(agreement))


def _form(
    request: Request,
    vendor: Vendor,
    agreement: Agreement | None,
    form: AgreementForm,
    *,
    status: int = 200,
) -> HttpResponseBase:
    theirs: list[str] = []
    if status == 409 and agreement is not None:  # noqa: PLR2004 - HTTP: somebody was first
        theirs = [agreement.title, *model_words(_terms_of(agreement))]
    told = {
        "form": form, "vendor": vendor, "agreement": agreement, "steps": steps(), "theirs": theirs,
        "effect_is_measured": effect_is_measured(), "asked": published_by(vendor),
    }  # fmt: skip
    return render(request, "agreements/form.html", told, status=status)


@for_buyers
@reads
def agreement(request: Request, pk: int) -> HttpResponseBase:
    """Show an agreement, what it would have cost, and what it came to."""
    return _shown(request, access.agreement_or_404(request, pk))


def _shown(
    request: Request,
    found: Agreement,
    form: InvoiceToForm | None = None,
    *,
    status: int = 200,
) -> HttpResponseBase:
    assumed = EffectForm(request.GET) if "effekt" in request.GET else EffectForm()
    effect = None
    if assumed.is_bound:
        if assumed.is_valid():
            effect = assumed.cleaned_data["effekt"]
        else:
            status = 422
    page = pages.agreement_page(found, timezone.now(), effect, reader_id=access.me(request))
    if form is None and page.mine is not None:
        form = InvoiceToForm(initial={"gln": page.mine.gln, "reference": page.mine.reference})
    told = {"page": page, "form": form, "assumed": assumed, "steps": steps()}
    return render(request, "agreements/agreement.html", told, status=status)


@for_buyers
@require_POST
def decide(request: Request, pk: int) -> HttpResponseBase:
    """Say yes, sign, end, leave, say where invoices go, or settle the month that is over."""
    found = access.agreement_or_404(request, pk)
    act = request.POST.get("act", "")
    if act == "faktura":
        form = InvoiceToForm(request.POST)
        if not form.is_valid():
            return _shown(request, found, form, status=422)
        actions.send_invoices_to(agreement=found, **form.cleaned_data)
        messages.success(request, _("Gemt."))
    elif act == "opgoer":
        return _settled(request, found)
    elif act not in _ACTS:
        messages.error(request, _("Vælg en af knapperne."))
        return _shown(request, found, status=422)
    else:
        try:
            messages.success(request, _ACTS[act](request, found))
        except actions.ChangedAgreement:
            messages.info(request, _("Aftalen er skrevet om imens. Sådan står den nu."))
            return _shown(request, found, status=409)
        except actions.NotPossible as refused:
            messages.error(request, str(PROBLEMS[refused.code]))
            return _shown(request, found, status=409)
    return HttpResponseRedirect(reverse("agreements:agreement", args=[pk]))


def _agree(request: Request, found: Agreement) -> str:
    actions.agree(agreement=found, at=timezone.now(), actor_id=access.me(request))
    return _("I har sagt ja til aftalen.")


def _sign(request: Request, found: Agreement) -> str:
    if found.lead_id != request.municipality.pk:
        raise actions.NotPossible("lead")
    raw = request.POST.get("seen", "")
    seen = int(raw) if raw.isascii() and raw.isdigit() else 0
    actions.sign(agreement=found, seen=seen, at=timezone.now(), actor_id=access.me(request))
    return _("Aftalen gælder nu.")


def _end(request: Request, found: Agreement) -> str:
    if found.lead_id != request.municipality.pk:
        raise actions.NotPossible("lead")
    now = timezone.now()
    actions.end(agreement=found, at=now, today=timezone.localdate(now), actor_id=access.me(request))
    return _("Aftalen er opsagt.")


def _leave(request: Request, found: Agreement) -> str:
    now = timezone.now()
    last = actions.last_day_after(timezone.localdate(now), found.notice_months)
    actions.leave(
        agreement=found,
        kommune_id=request.municipality.pk,
        last_on=last,
        at=now,
        actor_id=access.me(request),
    )
    return _("I forlader aftalen, når opsigelsen er gået.")


_ACTS = {"ja": _agree, "underskriv": _sign, "opsig": _end, "forlad": _leave}


def _settled(request: Request, found: Agreement) -> HttpResponseBase:
    now = timezone.now()
    month = pages.due_month(found, now)
    try:
        made = actions.settle(agreement=found, month=month, at=now) if month else None
    except actions.NotCounted as waiting:
        codes = ", ".join(waiting.codes)
        messages.info(request, _("Venter på tal fra andre kommuner: %(codes)s.") % {"codes": codes})
        made = None
    except actions.WrongStep:
        messages.info(request, _("Måneden er gjort op imens."))
        made = None
    if made is None:
        return HttpResponseRedirect(reverse("agreements:agreement", args=[found.pk]))
    return HttpResponseRedirect(reverse("agreements:settlement", args=[made.pk]))
