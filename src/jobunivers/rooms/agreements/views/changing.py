# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Changing the terms of an agreement that holds: written, compared, sent, approved by another."""

import contextlib
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
from jobunivers.rooms.agreements import access, actions
from jobunivers.rooms.agreements.actions.terms_form import fits, terms_initial
from jobunivers.rooms.agreements.forms.changing import ChangeForm, EffectForm
from jobunivers.rooms.agreements.models import Agreement, Amendment, PriceRequest
from jobunivers.rooms.agreements.queries import changes
from jobunivers.rooms.agreements.queries.asked import request_of
from jobunivers.rooms.agreements.queries.finding import terms_in, terms_rows
from jobunivers.rooms.agreements.queries.measures import effect_is_measured
from jobunivers.rooms.agreements.queries.words import PROBLEMS, model_words
from jobunivers.rooms.agreements.views.writing import for_buyers
from jobunivers.science.pricing import Terms, terms_of

CONFLICT, NOT_VALID = 409, 422


def steps() -> list[str]:
    """Return the steps of a change."""
    return [
        _("Skriv de nye priser"),
        _("Se forskellen"),
        _("Firmaet svarer"),
        _("En anden godkender"),
    ]


@for_buyers
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: Request, pk: int) -> HttpResponseBase:
    """Write a change of an agreement in force."""
    agreement = access.in_force_or_404(request, pk)
    there = changes.open_change(agreement)
    if there is not None and request.method != "POST":
        messages.info(request, str(PROBLEMS["open_change"]))
        return HttpResponseRedirect(reverse("agreements:change", args=[there.pk]))
    return _written(request, agreement, None)


@for_buyers
@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: Request, pk: int) -> HttpResponseBase:
    """Write a change again that is not sent."""
    agreement, change = access.change_draft_or_404(request, pk)
    return _written(request, agreement, change)


def _written(request: Request, agreement: Agreement, change: Amendment | None) -> HttpResponseBase:
    earliest = changes.earliest_day(agreement, timezone.localdate(timezone.now()))
    held = terms_in(terms_rows(agreement), earliest) or Terms()
    asked = _asked(request, agreement) if change is None else None
    shown = held if change is None else terms_of(change.said)
    if asked is not None and fits(terms_of(asked.said)):
        shown = terms_of(asked.said)
    if not fits(shown):
        messages.error(request, str(PROBLEMS["does_not_fit"]))
        return HttpResponseRedirect(reverse("agreements:agreement", args=[agreement.pk]))
    told: dict[str, Any] = {"earliest": earliest, "guard": shown.guard}
    if request.method != "POST":
        initial = terms_initial(shown)
        if change is not None:
            initial |= {
                "from_on": change.from_on.isoformat(), "why": change.why, "seen": change.version,
            }  # fmt: skip
        if asked is not None:
            initial |= {"from_on": max(asked.from_on, earliest).isoformat(), "why": asked.why}
        return _form(request, agreement, change, ChangeForm(initial=initial, **told))
    form = ChangeForm(request.POST, **told)
    if not form.is_valid():
        return _form(request, agreement, change, form, status=NOT_VALID)
    try:
        made = actions.write_change(
            agreement=agreement,
            terms=form.terms,
            from_on=form.cleaned_data["from_on"],
            why=form.cleaned_data["why"],
            at=timezone.now(),
            actor_id=access.me(request),
            change=change,
            seen=form.cleaned_data["seen"] or 0,
        )
    except actions.ChangedChange as changed:
        # What was typed stays, and is saved over the other's when it is sent again.
        typed = request.POST.copy()
        typed["seen"] = str(changed.change.version)
        form = ChangeForm(typed, **told)
        return _form(request, agreement, changed.change, form, status=CONFLICT)
    except actions.NotPossible as refused:
        form.add_error(None, PROBLEMS[refused.code])
        status = CONFLICT if refused.code in ("open_change", "not_in_force") else NOT_VALID
        return _form(request, agreement, change, form, status=status)
    if asked is not None:
        # Taken back or answered meanwhile: the change is the kommune's own all the same.
        with contextlib.suppress(actions.Answered):
            actions.take_request_up(
                request=asked, change=made, at=timezone.now(), actor_id=access.me(request)
            )
    actions.try_if_few(agreement=agreement, at=timezone.now())
    messages.success(request, _("Gemt. Nedenfor står, hvad ændringen ville have kostet."))
    return HttpResponseRedirect(reverse("agreements:change", args=[made.pk]))


def _asked(request: Request, agreement: Agreement) -> PriceRequest | None:
    """Return the firm's request that a change is written of."""
    raw = request.GET.get("anmodning", "")
    fine = raw.isascii() and raw.isdigit() and len(raw) < 10  # noqa: PLR2004
    return request_of(agreement, int(raw)) if fine else None


def _form(
    request: Request,
    agreement: Agreement,
    change: Amendment | None,
    form: ChangeForm,
    *,
    status: int = 200,
) -> HttpResponseBase:
    theirs: list[str] = []
    if status == CONFLICT and change is not None:
        theirs = [change.why, *model_words(terms_of(change.said))]
    told = {
        "form": form, "agreement": agreement, "change": change, "steps": steps(), "theirs": theirs,
        "effect_is_measured": effect_is_measured(),
    }  # fmt: skip
    return render(request, "agreements/change_form.html", told, status=status)


@for_buyers
@reads
def change(request: Request, pk: int) -> HttpResponseBase:
    """Show a change beside what holds, and what the difference would have been."""
    return _shown(request, *access.change_or_404(request, pk))


def _shown(
    request: Request, agreement: Agreement, found: Amendment, *, status: int = 200
) -> HttpResponseBase:
    assumed = EffectForm(request.GET) if "effekt" in request.GET else EffectForm()
    effect = None
    if assumed.is_bound:
        if assumed.is_valid():
            effect = assumed.cleaned_data["effekt"]
        else:
            status = NOT_VALID
    page = changes.change_page(
        agreement, found, reader_id=access.me(request), at=timezone.now(), assumed=effect
    )
    told = {"page": page, "assumed": assumed, "steps": steps()}
    return render(request, "agreements/change.html", told, status=status)


@for_buyers
@require_POST
def decide(request: Request, pk: int) -> HttpResponseBase:
    """Send a change, say yes to it, take it back or approve it."""
    agreement, found = access.change_or_404(request, pk)
    act = request.POST.get("act", "")
    if act not in _ACTS:
        messages.error(request, _("Vælg en af knapperne."))
        return _shown(request, agreement, found, status=NOT_VALID)
    raw = request.POST.get("seen", "")
    seen = int(raw) if raw.isascii() and raw.isdigit() and len(raw) < 10 else 0  # noqa: PLR2004
    told = {"change": found, "at": timezone.now(), "actor_id": access.me(request)}
    try:
        messages.success(request, _ACTS[act](told, seen))
    except actions.ChangedChange:
        messages.info(request, _("Ændringen er kommet videre imens. Sådan står den nu."))
        return _shown(request, agreement, _again(found), status=CONFLICT)
    except actions.NotPossible as refused:
        messages.error(request, str(PROBLEMS[refused.code]))
        return _shown(request, agreement, _again(found), status=CONFLICT)
    if act == "godkend":
        return HttpResponseRedirect(reverse("agreements:agreement", args=[agreement.pk]))
    return HttpResponseRedirect(reverse("agreements:change", args=[pk]))


def _again(found: Amendment) -> Amendment:
    found.refresh_from_db()
    return found


def _send(told: dict[str, Any], seen: int) -> str:
    actions.send_change(**told, seen=seen)
    return _("Sendt. Firmaet ser ændringen nu.")


def _withdraw(told: dict[str, Any], seen: int) -> str:
    actions.withdraw_change(**told, seen=seen)
    return _("Trukket tilbage. Priserne er, som de var.")


def _agree(told: dict[str, Any], seen: int) -> str:  # noqa: ARG001 - as the others
    actions.agree_to_change(**told)
    return _("I har sagt ja til ændringen.")


def _approve(told: dict[str, Any], seen: int) -> str:
    made = actions.approve_change(**told, seen=seen)
    return _("Godkendt. De nye priser gælder fra %(day)s.") % {"day": f"{made.from_on:%d-%m-%Y}"}


_ACTS = {"send": _send, "traek": _withdraw, "ja": _agree, "godkend": _approve}
