# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Administrators' and the officer's pages: rules, plans, holds."""

from django.contrib import messages
from django.http import Http404, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from jobunivers.foundation.http import Request, reads
from jobunivers.identity.access import for_officers_and_administrators
from jobunivers.rooms.retention import actions
from jobunivers.rooms.retention.forms import ChoiceForm, HoldForm, WhyForm
from jobunivers.rooms.retention.models import HoldKind
from jobunivers.rooms.retention.queries import choices, pages
from jobunivers.trust import actions as trust

_REFUSED = 422


def _back(name: str = "retention:rules") -> HttpResponseRedirect:
    return HttpResponseRedirect(reverse(name))


@for_officers_and_administrators
@reads
def rules(request: Request) -> HttpResponseBase:
    """Show how long everything is kept, what waits for a yes, and what has gone."""
    page = pages.rules_page(reader_id=request.user.pk or 0, at=timezone.now())
    return render(request, "retention/rules.html", {"page": page, "why": WhyForm()})


@for_officers_and_administrators
@require_http_methods(["GET", "HEAD", "POST"])
def choice(request: Request, code: str) -> HttpResponseBase:
    """Show a number with its decisions, and decide it anew."""
    limits = choices.bounds(code)
    if limits is None:
        raise Http404
    now = timezone.now()
    today = timezone.localdate(now)
    term = choices.choosable().get(code.removeprefix(choices.DAYS))
    number = choices.NUMBERS.get(code)
    begins = number.value if number else term.days if term else 0
    held = choices.in_force(today).get(code, begins)
    form = ChoiceForm(
        request.POST if request.method == "POST" else None, bounds=limits, today=today, value=held
    )
    if request.method == "POST" and form.is_valid():
        actions.choose(
            code=code,
            value=form.cleaned_data["value"],
            from_on=form.cleaned_data["from_on"],
            reason=form.cleaned_data["reason"],
            by_id=request.user.pk or 0,
            at=now,
        )
        messages.success(request, _("Beslutningen er gemt."))
        return HttpResponseRedirect(request.path)
    context = {
        "form": form,
        "held": held,
        "begins": begins,
        "name": number.name if number else term.name if term else "",
        "term": term,
        "decisions": pages.decisions(code, today=today),
    }
    return render(
        request, "retention/choice.html", context, status=_REFUSED if form.errors else 200
    )


@for_officers_and_administrators
@require_POST
def plan_make(request: Request) -> HttpResponseBase:
    """Count what would go today."""
    try:
        made = actions.make_plan(by_id=request.user.pk, at=timezone.now())
    except actions.OpenAlready:
        messages.info(request, _("Der er allerede en plan, der venter."))
    else:
        if made is None:
            messages.info(request, _("Der er intet at slette i dag."))
        else:
            messages.success(request, _("Planen er lavet. Intet er slettet endnu."))
    return _back()


@for_officers_and_administrators
@require_POST
def plan_approve(request: Request, pk: int) -> HttpResponseBase:
    """Say yes to a plan."""
    return _decide(request, pk, yes=True)


@for_officers_and_administrators
@require_POST
def plan_refuse(request: Request, pk: int) -> HttpResponseBase:
    """Say no to a plan."""
    return _decide(request, pk, yes=False)


def _decide(request: Request, pk: int, *, yes: bool) -> HttpResponseBase:
    form = WhyForm(request.POST)
    now = timezone.now()
    if not form.is_valid():
        page = pages.rules_page(reader_id=request.user.pk or 0, at=now)
        context = {"page": page, "why": form}
        return render(request, "retention/rules.html", context, status=_REFUSED)
    act = actions.approve if yes else actions.refuse
    try:
        act(plan_id=pk, by_id=request.user.pk or 0, why=form.cleaned_data["why"], at=now)
    except actions.NotNow:
        messages.info(request, _("Planen venter ikke på dig."))
    else:
        said = (
            _("Planen er godkendt. Den bliver gjort i nat.") if yes else _("Intet bliver slettet.")
        )
        messages.success(request, said)
    return _back()


@for_officers_and_administrators
@require_http_methods(["GET", "HEAD", "POST"])
def holds(request: Request) -> HttpResponseBase:
    """Show of whom nothing may be deleted, and hold back one more."""
    now = timezone.now()
    today = timezone.localdate(now)
    form = HoldForm(request.POST if request.method == "POST" else None, today=today)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        person_id = pages.find_person(name=said["name"], born_on=said["born_on"])
        if person_id is not None:
            actions.set_hold(
                person_id=person_id,
                kind=HoldKind(said["kind"]),
                reason=said["reason"],
                review_on=said["review_on"],
                by_id=request.user.pk or 0,
                at=now,
            )
            messages.success(request, _("Intet om borgeren bliver slettet, før det er ophævet."))
            return _back("retention:holds")
        form.add_error("name", _("Vi fandt ikke netop én borger med det navn og den fødselsdag."))
    shown, sheet = pages.holds(page=request.GET.get("side"), today=today)
    for one in shown:
        trust.look(request, citizen_id=one.row.person_id, part="list", reason="case")
    context = {"holds": shown, "sheet": sheet, "form": form, "why": WhyForm()}
    return render(request, "retention/holds.html", context, status=_REFUSED if form.errors else 200)


@for_officers_and_administrators
@require_POST
def hold_lift(request: Request, pk: int) -> HttpResponseBase:
    """Let a hold end."""
    form = WhyForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Skriv hvorfor."))
        return _back("retention:holds")
    try:
        actions.lift_hold(
            hold_id=pk,
            why=form.cleaned_data["why"],
            by_id=request.user.pk or 0,
            at=timezone.now(),
        )
    except actions.NotHeld:
        raise Http404 from None
    messages.success(request, _("Ophævet."))
    return _back("retention:holds")
