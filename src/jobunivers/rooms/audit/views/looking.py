# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The officer goes through looks that rules found unusual, or that were drawn by lot."""

from datetime import datetime

from django.contrib import messages
from django.http import Http404, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from jobunivers.foundation.events import actions as events
from jobunivers.foundation.http import Request
from jobunivers.identity.access import for_officers
from jobunivers.rooms.audit import access, actions
from jobunivers.rooms.audit.forms import DecisionForm, RuleForm
from jobunivers.rooms.audit.models import LookState, SampledLook, UnusualLook
from jobunivers.rooms.audit.queries import pages
from jobunivers.rooms.audit.queries.rules import RULES, held_rules, versions_of
from jobunivers.trust.actions import look

_ASKED = ["GET", "HEAD", "POST"]


@for_officers
@require_safe
def unusual(request: Request) -> HttpResponseBase:
    """List what the rules found; whose names the list showed is remembered."""
    page = pages.found_page(
        state=request.GET.get("stand", ""),
        rule=request.GET.get("regel", ""),
        page=request.GET.get("side"),
    )
    shown = sorted({one.citizen_id for one in page.rows if one.citizen_id is not None})
    _remember(request, shown, at=timezone.now())
    return render(request, "audit/unusual.html", {"page": page})


def _remember(request: Request, citizen_ids: list[int], *, at: datetime) -> None:
    if citizen_ids:
        events.record(
            "audit.looks_shown", at=at, actor_id=request.user.pk, data={"citizens": citizen_ids}
        )


@for_officers
@require_http_methods(_ASKED)
def unusual_one(request: Request, pk: int) -> HttpResponseBase:
    """Show one finding with the looks it is about, and let the officer say what it is."""
    row = access.unusual_or_404(request, pk)
    return _one(request, row, back=reverse("audit:looks"))


@for_officers
@require_http_methods(_ASKED)
def sampled_one(request: Request, pk: int) -> HttpResponseBase:
    """Show one drawn look, and let the officer say what it is."""
    row = access.sampled_or_404(request, pk)
    return _one(request, row, back=reverse("audit:sample", args=[row.sample_id]))


def _one(request: Request, row: UnusualLook | SampledLook, *, back: str) -> HttpResponseBase:
    form = DecisionForm(request.POST or None)
    status = 422 if request.method == "POST" else 200
    if request.method == "POST" and form.is_valid():
        try:
            actions.decide(
                subject=row,
                state=LookState(form.cleaned_data["state"]),
                note=form.cleaned_data["note"],
                by_id=request.user.pk or 0,
                at=timezone.now(),
                after=form.cleaned_data["after"],
            )
        except actions.DecidedMeanwhile:
            status = 409
        else:
            messages.success(request, _("Din afgørelse er gemt."))
            return HttpResponseRedirect(back)
    page = pages.unusual_page(row) if isinstance(row, UnusualLook) else pages.sampled_page(row)
    # What she sees of looks is a look too, and the citizen reads it.
    for citizen_id in page.citizens:
        look(request, citizen_id=citizen_id, part="looks", reason="control")
    context = {"page": page, "form": form, "back": back, "meanwhile": status == 409}  # noqa: PLR2004 - HTTP
    return render(request, "audit/one.html", context, status=status)


@for_officers
@require_safe
def rules(request: Request) -> HttpResponseBase:
    """Show every rule, and how it works here."""
    return render(request, "audit/rules.html", {"rules": list(held_rules().values())})


@for_officers
@require_http_methods(_ASKED)
def rule(request: Request, code: str) -> HttpResponseBase:
    """Let a rule work otherwise from now on."""
    if code not in RULES:
        raise Http404
    held = held_rules()[code]
    form = RuleForm(request.POST or None, rule=held.rule, limits=held.limits, on=held.on)
    if request.method == "POST" and form.is_valid():
        actions.set_rule(
            code=code,
            on=form.cleaned_data["on"],
            limits=form.limits(),
            by_id=request.user.pk or 0,
            why=form.cleaned_data["why"],
            at=timezone.now(),
        )
        messages.success(request, _("Reglen er ændret. Den gælder fra næste gennemgang i nat."))
        return HttpResponseRedirect(reverse("audit:rules"))
    status = 422 if request.method == "POST" else 200
    context = {"form": form, "held": held, "versions": versions_of(code)}
    return render(request, "audit/rule.html", context, status=status)


@for_officers
@require_safe
def samples(request: Request) -> HttpResponseBase:
    """Show every month's sample, and how far it has come."""
    context = {"samples": pages.sample_rows(), "held": held_rules()["sample"]}
    return render(request, "audit/samples.html", context)


@for_officers
@require_safe
def sample(request: Request, pk: int) -> HttpResponseBase:
    """Show what was drawn for a month; whose names it showed is remembered."""
    row = access.sample_or_404(request, pk)
    drawn = pages.drawn_rows(row)
    _remember(request, sorted({one.citizen_id for one in row.drawn.all()}), at=timezone.now())
    return render(request, "audit/sample.html", {"sample": row, "drawn": drawn})
