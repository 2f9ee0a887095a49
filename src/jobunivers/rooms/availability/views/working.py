# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Staff: the facts, the hearing, the decision, its review and signature. Two at once: 409."""

from datetime import timedelta
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.http import require_http_methods, require_POST

from jobunivers.foundation.http import Request
from jobunivers.foundation.ui.wording import day_year
from jobunivers.identity.access import for_advisers
from jobunivers.rooms.availability import access, actions, queries
from jobunivers.rooms.availability.forms import (
    AnswerForm,
    DecisionForm,
    FactsForm,
    HearingForm,
)
from jobunivers.rooms.availability.models import BenefitGroup, Case
from jobunivers.rooms.availability.queries import letters
from jobunivers.rooms.availability.queries.procedures import rule_on
from jobunivers.rooms.availability.views.common import ASKED, status_of
from jobunivers.rooms.availability.views.staff import opened, to_case
from jobunivers.science.procedure import next_working_day

_COMPLAINT_DAYS = 28  # RSL § 67 (1): four weeks
_HEARING_DAYS = 14  # where the kommune has said nothing; the law gives no number


def _again(request: Request, form: forms.Form, current: Case) -> None:
    """Let the next press save knowingly: what was written stays in the form."""
    again = request.POST.copy()
    again["version"] = str(current.version)
    form.data = again


def _stopped(request: Request, said: actions.NotAllowed) -> None:
    why = " ".join(one for one in said.why if one)
    messages.warning(request, why or _("Det kan ikke gøres nu. Se, hvordan sagen står."))


@for_advisers
@require_http_methods(ASKED)
def case_facts(request: Request, pk: int, case_id: int) -> HttpResponseBase:
    """Let staff set the facts, each with what shows it."""
    found = opened(request, pk)
    if isinstance(found, HttpResponseRedirect):
        return found
    row, current = access.case_of_or_404(pk, case_id), None
    page = queries.case_page(row, on=timezone.localdate())
    form = FactsForm(request.POST or None, case=row, lines=page.guide.facts)
    if request.method == "POST" and form.is_valid():
        try:
            actions.set_facts(
                case_id=row.pk,
                version=form.cleaned_data["version"],
                group=BenefitGroup(form.cleaned_data["group"]),
                facts=form.facts(),
                causes=form.cleaned_data.get("causes", []),
                staff_id=request.user.pk or 0,
                at=timezone.now(),
            )
        except actions.Closed:
            messages.info(request, _("Sagen er allerede afsluttet."))
            return to_case(pk, case_id)
        except actions.ChangedMeanwhile as changed:
            current = queries.case_page(changed.case, on=timezone.localdate())
            _again(request, form, changed.case)
        else:
            messages.success(request, _("Oplysningerne er gemt."))
            return to_case(pk, case_id)
    context = {"citizen": found.person, "page": page, "form": form, "current": current}
    status = status_of(request, conflict=current is not None)
    return render(request, "availability/facts.html", context, status=status)


@for_advisers
@require_http_methods(ASKED)
def case_hearing(request: Request, pk: int, case_id: int) -> HttpResponseBase:
    """Let staff write the hearing letter from its draft, keep it, and send it."""
    found = opened(request, pk)
    if isinstance(found, HttpResponseRedirect):
        return found
    row, now, current = access.case_of_or_404(pk, case_id), timezone.now(), None
    today = timezone.localdate(now)
    initial = _letter_so_far(row, name=found.person.name) if request.method != "POST" else None
    form = HearingForm(request.POST or None, today=today, initial=initial)
    if request.method == "POST" and form.is_valid():
        sends = "send" in request.POST
        act = actions.send_hearing if sends else actions.save_hearing
        try:
            act(
                case_id=row.pk,
                version=form.cleaned_data["version"],
                text=form.cleaned_data["text"].strip(),
                due_on=form.cleaned_data["due_on"],
                staff_id=request.user.pk or 0,
                at=now,
            )
        except actions.Closed:
            messages.info(request, _("Sagen er allerede afsluttet."))
            return to_case(pk, case_id)
        except actions.NotAllowed as said:
            _stopped(request, said)
            return to_case(pk, case_id)
        except actions.ChangedMeanwhile as changed:
            current = changed.case
            _again(request, form, changed.case)
        else:
            messages.success(request, _("Brevet er sendt.") if sends else _("Brevet er gemt."))
            return to_case(pk, case_id)
    step = queries.guide(row, on=today).step("hear", "hear_assessment")
    context = {
        "citizen": found.person, "case": row, "form": form, "current": current, "step": step
    }  # fmt: skip
    status = status_of(request, conflict=current is not None)
    return render(request, "availability/hearing.html", context, status=status)


def _letter_so_far(case: Case, *, name: str) -> dict[str, Any]:
    today = timezone.localdate()
    rule = rule_on("case.hearing", today)
    days = rule.values.get("days") if rule else None
    due = next_working_day(today + timedelta(days=days if type(days) is int else _HEARING_DAYS))
    due = case.hearing_due_on or due
    text = case.hearing_text or letters.hearing_letter(
        case, queries.facts_of_case(case), name=name, due_on=due
    )
    return {"version": case.version, "text": text, "due_on": due}


@for_advisers
@require_http_methods(ASKED)
def case_answer(request: Request, pk: int, case_id: int) -> HttpResponseBase:
    """Let staff write down what she says by telephone or on paper."""
    found = opened(request, pk)
    if isinstance(found, HttpResponseRedirect):
        return found
    row = access.case_of_or_404(pk, case_id)
    form = AnswerForm(request.POST or None, staff=True)
    if request.method == "POST" and form.is_valid():
        try:
            actions.answer_hearing(
                case_id=row.pk,
                words=form.cleaned_data["words"].strip(),
                by_id=request.user.pk or 0,
                at=timezone.now(),
            )
        except actions.Closed:
            messages.info(request, _("Sagen er allerede afsluttet."))
        except actions.NotAllowed:
            messages.info(request, _("Borgeren er ikke hørt endnu."))
        else:
            messages.success(request, _("Svaret er skrevet. Vurdér nu grunden."))
        return to_case(pk, case_id)
    context = {"citizen": found.person, "case": row, "form": form}
    return render(request, "availability/answer.html", context, status=status_of(request))


@for_advisers
@require_http_methods(ASKED)
def case_decision(request: Request, pk: int, case_id: int) -> HttpResponseBase:
    """Let staff draft the decision; the letter is written from the outcome until it is changed."""
    found = opened(request, pk)
    if isinstance(found, HttpResponseRedirect):
        return found
    row, now, current = access.case_of_or_404(pk, case_id), timezone.now(), None
    page = queries.case_page(row, on=timezone.localdate(now))
    initial = {
        "version": row.version, "outcome": row.outcome, "days": row.days, "rate": row.rate,
        "rate_source": row.rate_source, "reasons": row.reasons, "text": row.text,
    }  # fmt: skip
    form = DecisionForm(
        request.POST or None, case=row, allowed=page.guide.outcomes(row.kind), initial=initial
    )
    if request.method == "POST" and form.is_valid():
        try:
            actions.draft_decision(
                case_id=row.pk,
                version=form.cleaned_data["version"],
                entry=form.entry(_letter(form, row, name=found.person.name, request=request)),
                staff_id=request.user.pk or 0,
                at=now,
            )
        except actions.Closed as closed:
            current = closed.case
        except actions.NotAllowed as said:
            _stopped(request, said)
            return to_case(pk, case_id)
        except actions.ChangedMeanwhile as changed:
            current = changed.case
            _again(request, form, changed.case)
        else:
            messages.success(request, _("Udkastet er gemt. Læs det, før du underskriver."))
            return to_case(pk, case_id)
    context = {
        "citizen": found.person, "page": page, "form": form, "current": current,
        **_rates(row, request.LANGUAGE_CODE),
    }  # fmt: skip
    status = status_of(request, conflict=current is not None)
    return render(request, "availability/decision.html", context, status=status)


def _rates(case: Case, language: str) -> dict[str, Any]:
    """Return what the dated rules say of the rates on the day; the year's are not among them."""
    rule = rule_on("sanction.day_rates", case.event_on)
    said = (rule.says(language), rule.note(language)) if rule else ("", "")
    return {"rates": rule, "rates_says": said[0], "rates_note": said[1]}


def _letter(form: DecisionForm, case: Case, *, name: str, request: Request) -> str:
    """Return the letter as it was written, or a new draft where there is none or it is wanted."""
    written: str = form.cleaned_data["text"].strip()
    if written and "nyt_udkast" not in request.POST:
        return written
    entry = form.entry("")
    case.outcome, case.reasons = entry.outcome, entry.reasons
    case.days, case.rate, case.rate_source = entry.days, entry.rate, entry.rate_source
    last = next_working_day(timezone.localdate() + timedelta(days=_COMPLAINT_DAYS))
    with override("da"):  # the letter is Danish, whatever language its writer reads
        when = f"Får du den i dag, er fristen {day_year(last)}."
    return letters.decision_letter(
        case, queries.facts_of_case(case), name=name, complain_by=when
    )  # fmt: skip


@for_advisers
@require_POST
def case_review(request: Request, pk: int, case_id: int) -> HttpResponseBase:
    """Let a second person say that she has read the draft."""
    return _pressed(request, pk, case_id, actions.review_decision, _("Du har læst udkastet."))


@for_advisers
@require_POST
def case_sign(request: Request, pk: int, case_id: int) -> HttpResponseBase:
    """Let a named person sign: the decision is sent."""
    return _pressed(request, pk, case_id, actions.sign_decision, _("Afgørelsen er sendt."))


def _pressed(request: Request, pk: int, case_id: int, act: Any, said: str) -> HttpResponseBase:
    found = opened(request, pk, shown=False)
    if isinstance(found, HttpResponseRedirect):
        return found
    row = access.case_of_or_404(pk, case_id)
    version = request.POST.get("version", "")
    try:
        act(
            case_id=row.pk,
            version=int(version) if version.isdecimal() else 0,
            staff_id=request.user.pk or 0,
            at=timezone.now(),
        )
    except actions.Closed:
        messages.info(request, _("Sagen er allerede afsluttet."))
    except actions.ChangedMeanwhile:
        messages.warning(request, _("Sagen er ændret imens. Læs den igen, før du går videre."))
    except actions.SamePerson:
        messages.warning(request, _("Den, der skrev udkastet, kan ikke også være den anden læser."))
    except actions.NotAllowed as stopped:
        _stopped(request, stopped)
    else:
        messages.success(request, said)
    return to_case(pk, case_id)
