# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A firm's solutions: begun, described, handed in, taken back, and taken from the market."""

from datetime import date

from django.contrib import messages
from django.http import Http404, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from jobunivers.foundation.http import Request, reads
from jobunivers.rooms.marketplace import actions as marketplace
from jobunivers.rooms.marketplace.queries import Kind, Offer, OfferVersion, versions_of
from jobunivers.rooms.vendors import access, actions
from jobunivers.rooms.vendors.access import for_administrators_of_firms, for_members
from jobunivers.rooms.vendors.actions.leaving import first_day
from jobunivers.rooms.vendors.forms.solutions import (
    DescriptionForm,
    LeavingForm,
    NewSolutionForm,
    beginning_of,
)
from jobunivers.rooms.vendors.queries import pages, portal
from jobunivers.rooms.vendors.queries.steps import STEPS, Step, after, step_of, steps_shown
from jobunivers.rooms.vendors.queries.words import changed_version, told_version

_ASKED = ["GET", "HEAD", "POST"]


def _today() -> date:
    return timezone.localdate(timezone.now())


@for_members()
@reads
def solutions(request: Request) -> HttpResponseBase:
    """List the firm's solutions."""
    member = access.membership(request)
    lines = portal.own_solutions(member.vendor.pk, reader_id=member.person_id, on=_today())
    return render(request, "vendors/portal/solutions.html", {"lines": lines})


@for_members()
@require_http_methods(_ASKED)
def new(request: Request) -> HttpResponseBase:
    """Begin a solution."""
    form = NewSolutionForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        try:
            offer = actions.begin_solution(
                vendor=access.membership(request).vendor,
                kind=Kind(told["kind"]),
                title=told["title_da"],
                summary=told["summary_da"],
                at=timezone.now(),
                actor_id=access.me(request),
            )
        except actions.TooManySolutions:
            form.add_error(None, _("I har så mange løsninger, som der er plads til."))
        else:
            messages.success(request, _("Kladden er gemt. Kun I kan se den."))
            return HttpResponseRedirect(reverse("vendors:describe", args=[offer.pk]))
    status = 422 if request.method == "POST" else 200
    return render(request, "vendors/portal/new.html", {"form": form}, status=status)


@for_members()
@reads
def solution(request: Request, pk: int) -> HttpResponseBase:
    """Show how a solution stands and what can be done with it."""
    return _solution(request, access.own_solution_or_404(request, pk))


def _solution(request: Request, offer: Offer, *, status: int = 200) -> HttpResponseBase:
    member = access.membership(request)
    page = portal.own_page(
        offer, reader_id=member.person_id, on=_today(), language=request.LANGUAGE_CODE
    )
    steps = steps_shown(page.newest, actions.lacks(page.newest))
    lacks = next((one for one in steps if one.lacks), None)
    context = {"page": page, "member": member, "steps": steps, "lacks": lacks}
    return render(request, "vendors/portal/solution.html", context, status=status)


@for_members()
@require_http_methods(_ASKED)
def describe(request: Request, pk: int, code: str = STEPS[0].code) -> HttpResponseBase:
    """Write a step of what a solution is; a colleague's text meanwhile is shown beside (409)."""
    step = step_of(code)
    if step is None:
        raise Http404
    offer = access.own_solution_or_404(request, pk)
    newest = versions_of(offer)[0]
    names = portal.skill_names(newest, request.LANGUAGE_CODE)
    beginning = beginning_of(newest, seen=offer.version, skills=names)
    form = DescriptionForm(request.POST or None, initial=beginning, step=step)
    context = _describing(offer, newest, form)
    if request.method != "POST":
        return render(request, "vendors/portal/describe.html", context)
    context["waits"] = False
    if not form.is_valid():
        return render(request, "vendors/portal/describe.html", context, status=422)
    try:
        made = actions.save_solution(
            offer=offer,
            changes=form.changes(),
            seen=form.cleaned_data["seen"],
            at=timezone.now(),
            actor_id=access.me(request),
        )
    except actions.Waits:
        context["waits"] = True
    except marketplace.ChangedMeanwhile as changed:
        form.data = form.data.copy()  # type: ignore[attr-defined]
        form.data["seen"] = str(changed.offer.version)  # type: ignore[index]
        context["theirs"] = told_version(versions_of(changed.offer)[0])
    else:
        return _saved(request, pk, step, made)
    return render(request, "vendors/portal/describe.html", context, status=409)


def _describing(offer: Offer, newest: OfferVersion, form: DescriptionForm) -> dict[str, object]:
    steps = steps_shown(newest, actions.lacks(newest))
    return {
        "offer": offer,
        "title": newest.title_da,
        "form": form,
        "steps": steps,
        "lacks": next((one for one in steps if one.lacks), None),
        "number": STEPS.index(form.step) + 1,
        "last": after(form.step) is None,
        "waits": newest.submitted_at is not None and newest.approved_at is None,
    }


def _saved(request: Request, pk: int, step: Step, made: OfferVersion) -> HttpResponseBase:
    """Say that a step is kept, and lead to the next one, or to the solution's page."""
    onwards = after(step)
    if onwards is None or request.POST.get("luk"):
        messages.success(request, _("Kladden er gemt."))
        return HttpResponseRedirect(reverse("vendors:own_solution", args=[pk]))
    if onwards.waits and not step.waits and not actions.lacks(made):
        messages.success(
            request, _("Kladden er gemt og kan sendes ind. Resten kan I skrive nu eller senere.")
        )
    else:
        messages.success(request, _("Kladden er gemt."))
    return HttpResponseRedirect(reverse("vendors:describe_step", args=[pk, onwards.code]))


@for_members()
@require_POST
def act(request: Request, pk: int) -> HttpResponseBase:
    """Hand the draft in, or take back what waits."""
    offer = access.own_solution_or_404(request, pk)
    wanted, now, me = request.POST.get("handling", ""), timezone.now(), access.me(request)
    try:
        if wanted == "indsend":
            actions.submit_solution(offer=offer, seen=_seen(request), at=now, actor_id=me)
            said = _("Den er sendt ind. I får besked, når den er læst.")
        elif wanted == "tag-tilbage":
            actions.take_submission_back(offer=offer, at=now, actor_id=me)
            said = _("Den er en kladde igen.")
        elif wanted == "bliv":
            actions.stay(offer=offer, at=now, actor_id=me)
            said = _("Løsningen bliver på markedet.")
        else:
            raise Http404
    except actions.Incomplete:
        messages.info(request, _("Beskriv løsningen først. Ingen kan læse eller åbne den endnu."))
        lacking = actions.lacks(versions_of(offer)[0])
        there = next((one for one in STEPS if one.lack in lacking), STEPS[0])
        return HttpResponseRedirect(reverse("vendors:describe_step", args=[pk, there.code]))
    except (marketplace.NotReady, marketplace.ChangedMeanwhile):
        messages.info(request, _("Det er ændret imens. Sådan står det nu."))
        offer.refresh_from_db()
        return _solution(request, offer, status=409)
    messages.success(request, said)
    return HttpResponseRedirect(reverse("vendors:own_solution", args=[pk]))


def _seen(request: Request) -> int:
    text = request.POST.get("seen", "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < len("1000000000") else -1


@for_members()
@reads
def version(request: Request, pk: int, number: int) -> HttpResponseBase:
    """Show a version, and what it said otherwise than the one before it."""
    offer = access.own_solution_or_404(request, pk)
    versions = {one.number: one for one in versions_of(offer)}
    if number not in versions:
        raise Http404
    before = versions.get(max((one for one in versions if one < number), default=0))
    context = {
        "offer": offer,
        "version": versions[number],
        "before": before,
        "lines": changed_version(before, versions[number]),
    }
    return render(request, "vendors/portal/version.html", context)


@for_administrators_of_firms
@require_http_methods(_ASKED)
def leave(request: Request, pk: int) -> HttpResponseBase:
    """Say that a solution goes, with notice to those who show it."""
    offer = access.own_solution_or_404(request, pk)
    first = first_day(offer, on=_today())
    form = LeavingForm(request.POST or None, first=first, initial={"from_on": first})
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        actions.tell_leaving(
            offer=offer,
            from_on=told["from_on"],
            why=told["why"],
            at=timezone.now(),
            actor_id=access.me(request),
        )
        messages.success(request, _("Det er sagt. Kommunerne, der viser den, får besked."))
        return HttpResponseRedirect(reverse("vendors:own_solution", args=[pk]))
    status = 422 if request.method == "POST" else 200
    title = pages.titles([offer])[offer.pk]
    context = {"offer": offer, "title": title, "form": form, "first": first}
    return render(request, "vendors/portal/leave.html", context, status=status)
