# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Staff who help: a citizen's plan with a reason, what they propose, agree and fix."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from jobunivers.foundation.http import Request, reads
from jobunivers.identity.access import for_advisers
from jobunivers.rooms.plan import access, actions, queries
from jobunivers.rooms.plan.forms import ProposalForm, RequirementsForm, StaffAgreementForm
from jobunivers.rooms.plan.models import AgreementState
from jobunivers.rooms.plan.views.agreements import version_of
from jobunivers.rooms.plan.views.common import ASKED, acted, status_of
from jobunivers.trust.opening import with_citizen

_PART = ("plan",)


def _to(pk: int) -> HttpResponseBase:
    return HttpResponseRedirect(reverse("plan:citizen", args=[pk]))


@for_advisers
@reads
def citizen(request: Request, pk: int) -> HttpResponseBase:
    """Show a citizen's plan as she reads it, with what staff may do about it."""
    now = timezone.now()
    opened = with_citizen(request, pk, parts=_PART, today=timezone.localdate(now))
    if isinstance(opened, HttpResponseRedirect):
        return opened
    page = queries.plan_page(
        citizen_id=pk, language=request.LANGUAGE_CODE, at=now, page=request.GET.get("side")
    )
    context = {
        "citizen": opened.person,
        "reason_words": opened.reason_words,
        "page": page,
        "own": False,
    }
    return render(request, "plan/citizen.html", context)


@for_advisers
@require_http_methods(ASKED)
def propose(request: Request, pk: int) -> HttpResponseBase:
    """Let staff propose an activity; she says yes or no."""
    now = timezone.now()
    opened = with_citizen(request, pk, parts=_PART, today=timezone.localdate(now))
    if isinstance(opened, HttpResponseRedirect):
        return opened
    form = ProposalForm(request.POST or None, today=timezone.localdate(now))
    if request.method == "POST" and form.is_valid():
        actions.add_activity(
            citizen_id=pk,
            entry=form.entry(),
            actor=actions.staff(request.user.pk or 0),
            why=form.cleaned_data["why"].strip(),
            at=now,
        )
        messages.success(request, _("Forslaget er sendt. Borgeren siger ja eller nej."))
        return _to(pk)
    context = {"citizen": opened.person, "form": form}
    return render(request, "plan/propose.html", context, status=status_of(request))


@for_advisers
@require_http_methods(ASKED)
def staff_agreement_new(request: Request, pk: int) -> HttpResponseBase:
    """Let staff propose an agreement; it holds when she says yes."""
    now = timezone.now()
    opened = with_citizen(request, pk, parts=_PART, today=timezone.localdate(now))
    if isinstance(opened, HttpResponseRedirect):
        return opened
    form = StaffAgreementForm(request.POST or None, today=timezone.localdate(now))
    if request.method == "POST" and form.is_valid():
        actor = actions.staff(request.user.pk or 0)
        actions.propose_agreement(citizen_id=pk, entry=form.entry(), actor=actor, at=now)
        messages.success(request, _("Forslaget er sendt. Aftalen gælder, når borgeren siger ja."))
        return _to(pk)
    context = {"citizen": opened.person, "form": form}
    return render(request, "plan/staff_agreement.html", context, status=status_of(request))


@for_advisers
@require_http_methods(ASKED)
def staff_agreement(request: Request, pk: int, agreement_id: int) -> HttpResponseBase:
    """Let staff propose other words for an agreement; she is asked again."""
    now, current = timezone.now(), None
    opened = with_citizen(request, pk, parts=_PART, today=timezone.localdate(now))
    if isinstance(opened, HttpResponseRedirect):
        return opened
    row = access.agreement_of_or_404(pk, agreement_id)
    form = StaffAgreementForm(request.POST or None, today=timezone.localdate(now), agreement=row)
    if request.method == "POST" and form.is_valid():
        try:
            actions.change_agreement(
                agreement=row,
                version=form.seen_version(),
                entry=form.entry(),
                actor=actions.staff(request.user.pk or 0),
                at=now,
            )
        except actions.NotNow:
            messages.info(request, _("Aftalen er slut, så den kan ikke ændres."))
            return _to(pk)
        except actions.ChangedMeanwhile as changed:
            current = changed.row
            again = request.POST.copy()
            again["version"] = str(current.version)
            form.data = again
        else:
            messages.success(request, _("Ændringen er sendt. Den gælder, når borgeren siger ja."))
            return _to(pk)
    context = {"citizen": opened.person, "form": form, "row": row, "current": current}
    status = status_of(request, conflict=current is not None)
    return render(request, "plan/staff_agreement.html", context, status=status)


@for_advisers
@require_POST
def staff_agreement_yes(request: Request, pk: int, agreement_id: int) -> HttpResponseBase:
    """Let staff say yes to what she has proposed."""

    def act() -> object:
        return actions.say_yes(
            agreement=access.agreement_of_or_404(pk, agreement_id),
            version=version_of(request),
            actor=actions.staff(request.user.pk or 0),
            at=timezone.now(),
        )

    return _acted(request, pk, act, said=_("Så er det aftalt."))


@for_advisers
@require_POST
def staff_agreement_end(request: Request, pk: int, agreement_id: int) -> HttpResponseBase:
    """Let staff say how an agreement went, or say no to one."""
    wanted = request.POST.get("state", "")

    def act() -> object:
        if wanted not in AgreementState.values:
            raise actions.NotNow
        actions.close_agreement(
            agreement=access.agreement_of_or_404(pk, agreement_id),
            state=AgreementState(wanted),
            actor=actions.staff(request.user.pk or 0),
            at=timezone.now(),
        )
        return None

    return _acted(request, pk, act, said=_("Det er skrevet."))


def _acted(request: Request, pk: int, act: Callable[[], object], *, said: str) -> HttpResponseBase:
    opened = with_citizen(request, pk, parts=(), today=timezone.localdate())
    if isinstance(opened, HttpResponseRedirect):
        return opened
    acted(request, act, said=said)
    return _to(pk)


@for_advisers
@reads
def staff_requirements(request: Request, pk: int) -> HttpResponseBase:
    """Show every version of a citizen's requirements."""
    now = timezone.now()
    opened = with_citizen(request, pk, parts=_PART, today=timezone.localdate(now))
    if isinstance(opened, HttpResponseRedirect):
        return opened
    page = queries.requirements_page(citizen_id=pk, on=timezone.localdate(now))
    context = {
        "citizen": opened.person,
        "page": page,
        "own": False,
        "reason_words": opened.reason_words,
    }
    return render(request, "plan/requirements.html", context)


@for_advisers
@require_http_methods(ASKED)
def fix_requirements(request: Request, pk: int) -> HttpResponseBase:
    """Let staff fix her requirements: a new version that ends the one before."""
    now, overtaken = timezone.now(), False
    opened = with_citizen(request, pk, parts=_PART, today=timezone.localdate(now))
    if isinstance(opened, HttpResponseRedirect):
        return opened
    last = queries.newest(citizen_id=pk)
    form = RequirementsForm(request.POST or None, today=timezone.localdate(now), last=last)
    if request.method == "POST" and form.is_valid():
        try:
            actions.fix_requirements(
                citizen_id=pk,
                entry=form.entry(),
                staff_id=request.user.pk or 0,
                seen_id=form.cleaned_data["seen"],
                at=now,
            )
        except actions.TooEarly:
            form.add_error("from_on", _("De krav, der gælder nu, begyndte senere. Ret dagen."))
        except actions.SomebodyElse:
            # What she wrote stays in the form; the next press fixes it knowingly.
            overtaken, last = True, queries.newest(citizen_id=pk)
            again = request.POST.copy()
            again["seen"] = str(last.pk) if last else ""
            form.data = again
        else:
            messages.success(request, _("Kravene er skrevet. Borgeren får besked."))
            return _to(pk)
    context = {"citizen": opened.person, "form": form, "last": last, "overtaken": overtaken}
    status = status_of(request, conflict=overtaken)
    return render(request, "plan/fix_requirements.html", context, status=status)
