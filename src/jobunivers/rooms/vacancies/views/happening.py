# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What happened with an application, and what is to come: each a short form on its page."""

from typing import Any

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from jobunivers.foundation.http import Request
from jobunivers.identity.access import for_citizens
from jobunivers.rooms.vacancies import access, actions, queries
from jobunivers.rooms.vacancies.forms import (
    DOCUMENTS,
    STATUSES,
    ApplicationForm,
    InterviewForm,
    MoveForm,
    ReminderForm,
)
from jobunivers.rooms.vacancies.models import Application, ApplicationStatus


def bare_forms(row: Application) -> dict[str, Any]:
    """Return the short forms of an application's page as they stand before anything is typed."""
    today = timezone.localdate()
    version = {"version": row.version}
    following = {"planned": "applied", "applied": "interview", "interview": "offer"}
    likely = following.get(row.status, row.status)
    return {
        "form": ApplicationForm(initial=ApplicationForm.initial_of(row)),
        "move_form": MoveForm(
            initial=version | {"status": likely, "on": today, "answered_by": row.answered_by},
            prefix="skete",
        ),
        "remind_form": ReminderForm(initial=version | {"remind_on": row.remind_on}, prefix="husk"),
        "current": None,
        "editing": False,
        "stale": False,
    }


def whole_page(row: Application) -> dict[str, Any]:
    """Return what the page of an application shows beside its forms."""
    entry = queries.entry_of(application=row, today=timezone.localdate())
    documents = [(one, DOCUMENTS[one.kind]) for one in queries.documents_of(application=row)]
    return {"row": row, "entry": entry, "statuses": STATUSES, "documents": documents}


def _again(
    request: Request, row: Application, name: str, form: Form, *, stale: bool
) -> HttpResponseBase:
    """Show the page again with what was typed: it is wrong, or somebody else was quicker."""
    if stale:
        row = access.application_or_404(request, row.pk)
        kept = request.POST.copy()
        kept[form.add_prefix("version")] = str(row.version)
        form.data = kept
    context = bare_forms(row) | whole_page(row) | {name: form, "stale": stale}
    return render(request, "vacancies/application.html", context, status=409 if stale else 422)


def _back(row: Application) -> HttpResponseBase:
    return HttpResponseRedirect(reverse("vacancies:application", args=[row.pk]))


@for_citizens
@require_POST
def application_move(request: Request, pk: int) -> HttpResponseBase:
    """Take what happened: a state, its day, and who answered."""
    row = access.application_or_404(request, pk)
    form = MoveForm(request.POST, prefix="skete")
    if not form.is_valid():
        return _again(request, row, "move_form", form, stale=False)
    try:
        actions.move_application(
            application=row,
            version=form.cleaned_data["version"] or 0,
            status=ApplicationStatus(form.cleaned_data["status"]),
            on=form.cleaned_data["on"],
            answered_by=form.cleaned_data["answered_by"],
            at=timezone.now(),
        )
    except actions.ChangedMeanwhile:
        return _again(request, row, "move_form", form, stale=True)
    messages.success(request, _("Det er skrevet i din joblog."))
    return _back(row)


@for_citizens
@require_POST
def application_remind(request: Request, pk: int) -> HttpResponseBase:
    """Take the day on which she wants to be reminded, or none."""
    row = access.application_or_404(request, pk)
    form = ReminderForm(request.POST, prefix="husk")
    if not form.is_valid():
        return _again(request, row, "remind_form", form, stale=False)
    day = form.cleaned_data["remind_on"]
    try:
        actions.remind(
            application=row,
            version=form.cleaned_data["version"] or 0,
            on=day,
            at=timezone.now(),
        )
    except actions.ChangedMeanwhile:
        return _again(request, row, "remind_form", form, stale=True)
    said = _("Vi minder dig om det.") if day else _("Vi minder dig ikke om det.")
    messages.success(request, said)
    return _back(row)


@for_citizens
@require_POST
def application_uploaded(request: Request, pk: int) -> HttpResponseBase:
    """Mark an application as uploaded to the official joblog, or take the mark away."""
    row = access.application_or_404(request, pk)
    now = timezone.now()
    wanted = request.POST.get("uploadet") == "1"
    try:
        actions.mark_uploaded(
            application=row, on=timezone.localdate(now) if wanted else None, at=now
        )
    except actions.NotSentYet:
        messages.error(request, _("Skriv først, hvilken dag du søgte jobbet."))
    else:
        messages.success(request, _("Det er skrevet i din joblog."))
    return _back(row)


@for_citizens
@require_http_methods(["GET", "HEAD", "POST"])
def interview_new(request: Request, pk: int) -> HttpResponseBase:
    """Take a talk with an employer."""
    row = access.application_or_404(request, pk)
    form = InterviewForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.add_interview(application=row, entry=form.entry(), at=timezone.now())
        messages.success(request, _("Samtalen er gemt. Den står også i din uge."))
        return _back(row)
    status = 422 if request.method == "POST" else 200
    context = {"form": form, "row": row, "talk": None, "current": None}
    return render(request, "vacancies/interview.html", context, status=status)


@for_citizens
@require_http_methods(["GET", "HEAD", "POST"])
def interview(request: Request, pk: int) -> HttpResponseBase:
    """Take a change of a talk; nobody's text is lost when two windows change it."""
    talk = access.interview_or_404(request, pk)
    form = InterviewForm(request.POST or None, initial=InterviewForm.initial_of(talk))
    current = None
    if request.method == "POST" and form.is_valid():
        version = form.cleaned_data["version"] or 0
        try:
            actions.change_interview(
                interview=talk, version=version, entry=form.entry(), at=timezone.now()
            )
        except actions.InterviewChangedMeanwhile as changed:
            current = changed.interview
            again = request.POST.copy()
            again["version"] = str(current.version)
            form.data = again
        else:
            messages.success(request, _("Samtalen er gemt. Den står også i din uge."))
            return _back(talk.application)
    status = 200 if request.method != "POST" else 409 if current else 422
    context = {"form": form, "row": talk.application, "talk": talk, "current": current}
    return render(request, "vacancies/interview.html", context, status=status)


@for_citizens
@require_POST
def interview_cancel(request: Request, pk: int) -> HttpResponseBase:
    """Let a talk fall away."""
    talk = access.interview_or_404(request, pk)
    actions.cancel_interview(interview=talk, at=timezone.now())
    messages.success(request, _("Samtalen er fjernet."))
    return _back(talk.application)
