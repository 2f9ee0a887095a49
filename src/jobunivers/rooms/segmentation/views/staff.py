# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Staff who help: one citizen's course, what they choose and answer, and those they follow."""

from datetime import timedelta

from django.contrib import messages
from django.http import Http404, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from jobunivers.foundation.http import Request, reads
from jobunivers.identity.access import for_advisers
from jobunivers.identity.models import Person
from jobunivers.rooms.journey import actions as journeys
from jobunivers.rooms.segmentation import access, actions, queries
from jobunivers.rooms.segmentation.forms import AnswerForm, OverrideForm, PauseForm
from jobunivers.rooms.segmentation.forms.days import day_after
from jobunivers.rooms.segmentation.models import ObjectionOutcome
from jobunivers.trust import actions as trust
from jobunivers.trust.opening import with_citizen

_PART = ("segment",)
_ASKED = ["GET", "HEAD", "POST"]
_SHE_ASKED = "request"
"""The reason for opening an objection: she asked herself."""


def _to(pk: int) -> HttpResponseBase:
    return HttpResponseRedirect(reverse("segmentation:citizen", args=[pk]))


@for_advisers
@reads
def citizen(request: Request, pk: int) -> HttpResponseBase:
    """Show a citizen's course as she reads it, with what staff may do about it."""
    now = timezone.now()
    opened = with_citizen(request, pk, parts=_PART, today=timezone.localdate(now))
    if isinstance(opened, HttpResponseRedirect):
        return opened
    context = {
        "citizen": opened.person,
        "reason_words": opened.reason_words,
        "page": queries.journey_page(
            citizen_id=pk, language=request.LANGUAGE_CODE, at=now, to_staff=True
        ),
        "absences": queries.absences(citizen_id=pk, today=timezone.localdate(now)),
        "own": False,
    }
    return render(request, "segmentation/citizen.html", context)


@for_advisers
@require_http_methods(_ASKED)
def override(request: Request, pk: int) -> HttpResponseBase:
    """Let a member of staff choose another course for her, with a reason and a last day."""
    now = timezone.now()
    opened = with_citizen(request, pk, parts=_PART, today=timezone.localdate(now))
    if isinstance(opened, HttpResponseRedirect):
        return opened
    courses = queries.offered_courses(language=request.LANGUAGE_CODE, at=now)
    form = OverrideForm(request.POST or None, courses=courses, today=timezone.localdate(now))
    if request.method == "POST" and form.is_valid():
        actions.override(
            citizen_id=pk,
            course=form.cleaned_data["course"],
            reason=form.cleaned_data["reason"],
            staff_id=request.user.pk or 0,
            until=form.cleaned_data["last_day"] + timedelta(days=1),
            at=now,
        )
        messages.success(request, _("Forløbet er valgt. Borgeren kan læse hvorfor."))
        return _to(pk)
    status = 422 if request.method == "POST" else 200
    context = {"citizen": opened.person, "form": form}
    return render(request, "segmentation/override.html", context, status=status)


@for_advisers
@require_POST
def override_ended(request: Request, pk: int) -> HttpResponseBase:
    """Let the rules hold again before the last day."""
    opened = with_citizen(request, pk, parts=(), today=timezone.localdate())
    if isinstance(opened, HttpResponseRedirect):
        return opened
    try:
        actions.end_override(citizen_id=pk, staff_id=request.user.pk or 0, at=timezone.now())
    except actions.NotPlaced:
        raise Http404 from None
    messages.success(request, _("Reglerne gælder igen."))
    return _to(pk)


@for_advisers
@require_http_methods(_ASKED)
def pause(request: Request, pk: int) -> HttpResponseBase:
    """Note a pause that was agreed with her."""
    now = timezone.now()
    opened = with_citizen(request, pk, parts=_PART, today=timezone.localdate(now))
    if isinstance(opened, HttpResponseRedirect):
        return opened
    form = PauseForm(request.POST or None, today=timezone.localdate(now))
    if request.method == "POST" and form.is_valid():
        journeys.report_absence(
            citizen_id=pk,
            kind=journeys.AbsenceKind.AGREED,
            starts_on=form.cleaned_data["first_day"],
            ends_on=day_after(form.cleaned_data["last_day"]),
            told_by=journeys.Teller.STAFF,
            agreed_with_id=request.user.pk,
            at=now,
        )
        messages.success(request, _("Pausen er skrevet. Borgeren kan se den."))
        return _to(pk)
    status = 422 if request.method == "POST" else 200
    context = {"citizen": opened.person, "form": form}
    return render(request, "segmentation/pause.html", context, status=status)


@for_advisers
@require_POST
def pause_ended(request: Request, pk: int, absence_id: int) -> HttpResponseBase:
    """End an absence of hers today, as agreed with her."""
    opened = with_citizen(request, pk, parts=(), today=timezone.localdate())
    if isinstance(opened, HttpResponseRedirect):
        return opened
    absence = access.her_absence_or_404(pk, absence_id)
    journeys.end_absence(absence=absence, ends_on=timezone.localdate(), at=timezone.now())
    messages.success(request, _("Fraværet er slut."))
    return _to(pk)


@for_advisers
@require_safe
def objections(request: Request) -> HttpResponseBase:
    """List what citizens wait for an answer to, the oldest date first; names are remembered."""
    mine = request.GET.get("vis") != "alle"
    page = queries.objections_page(
        staff_id=request.user.pk or 0,
        mine=mine,
        page=request.GET.get("side"),
    )
    _names_shown(request, [row.citizen_id for row in page.object_list])
    context = {"page": page, "mine": mine, "today": timezone.localdate()}
    return render(request, "segmentation/objections.html", context)


@for_advisers
@require_http_methods(_ASKED)
def objection(request: Request, pk: int) -> HttpResponseBase:
    """Show what a citizen said, with her course, and take the answer. She asked: that is why."""
    now, today = timezone.now(), timezone.localdate()
    row = access.objection_or_404(pk)
    person = access.citizen_or_404(request, row.citizen_id)
    trust.look(request, citizen_id=person.pk, part="segment", reason=_SHE_ASKED)
    courses = queries.offered_courses(language=request.LANGUAGE_CODE, at=now)
    form = AnswerForm(request.POST or None, courses=courses, today=today)
    if request.method == "POST" and form.is_valid():
        _answer(request, row.pk, person, form)
        return HttpResponseRedirect(reverse("segmentation:objections"))
    context = {
        "citizen": person,
        "form": form,
        "objection": row,
        "kind": queries.OBJECTIONS_TO_STAFF.get(row.kind, row.kind),
        "wished": dict(courses).get(row.wished_course, ""),
        "page": queries.journey_page(
            citizen_id=person.pk, language=request.LANGUAGE_CODE, at=now, to_staff=True
        ),
        "own": False,
        "mine": row.responsible_id == request.user.pk,
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "segmentation/objection.html", context, status=status)


@for_advisers
@require_POST
def objection_taken(request: Request, pk: int) -> HttpResponseBase:
    """Let a member of staff take an objection on herself."""
    row, staff_id = access.objection_or_404(pk), request.user.pk or 0
    actions.hand_objection(objection_id=row.pk, to_id=staff_id, by_id=staff_id, at=timezone.now())
    messages.success(request, _("Nu er det dig, der svarer."))
    return HttpResponseRedirect(reverse("segmentation:objection", args=[pk]))


def _answer(request: Request, pk: int, person: Person, form: AnswerForm) -> None:
    """Keep the answer, and the course that came of it if one did."""
    data, staff_id, now = form.cleaned_data, request.user.pk or 0, timezone.now()
    try:
        actions.answer_objection(
            objection_id=pk,
            staff_id=staff_id,
            answer=data["answer"],
            outcome=ObjectionOutcome(data["outcome"]),
            at=now,
        )
    except actions.AlreadyAnswered:
        messages.info(request, _("En anden har svaret, eller borgeren tog det tilbage."))
        return
    if data["course"]:
        actions.override(
            citizen_id=person.pk,
            course=data["course"],
            reason=data["answer"],
            staff_id=staff_id,
            until=data["last_day"] + timedelta(days=1),
            at=now,
        )
    messages.success(request, _("Svaret er sendt. Borgeren kan læse det under Mit forløb."))


@for_advisers
@require_safe
def own_citizens(request: Request) -> HttpResponseBase:
    """List those whose personal consultant she is; names are remembered."""
    page = queries.own_citizens_page(
        staff_id=request.user.pk or 0,
        language=request.LANGUAGE_CODE,
        page=request.GET.get("side"),
        today=timezone.localdate(),
    )
    _names_shown(request, [row.citizen_id for row in page.sheet.object_list])
    return render(request, "segmentation/own_citizens.html", {"page": page})


def _names_shown(request: Request, citizen_ids: list[int]) -> None:
    if citizen_ids:
        actions.names_shown(
            staff_id=request.user.pk or 0, citizen_ids=citizen_ids, at=timezone.now()
        )
