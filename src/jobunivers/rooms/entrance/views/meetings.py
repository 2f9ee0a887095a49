# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A citizen books, moves and cancels her first meeting; her calendar gets a file."""

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from jobunivers.foundation.http import Request, reads
from jobunivers.identity.access import for_citizens
from jobunivers.rooms.entrance import access, actions, queries
from jobunivers.rooms.entrance.forms.meetings import PhoneForm
from jobunivers.rooms.entrance.models import Form, Step, StepState
from jobunivers.rooms.entrance.queries.diary import calendar_uid
from jobunivers.rooms.entrance.views.walking import step_context
from jobunivers.science.calendars import Appointment, CalendarFile, ics


@for_citizens
@reads
def meeting(request: Request) -> HttpResponseBase:
    """Show her meeting, or the times she can choose between."""
    return render(request, "entrance/meeting.html", _context(request))


def _context(
    request: Request, *, form: PhoneForm | None = None, slot_id: int = 0
) -> dict[str, object]:
    now = timezone.now()
    own = queries.meeting_ahead(citizen_id=access.citizen_id_or_404(request), at=now)
    moving = own is not None and bool(request.GET.get("flyt"))
    days = queries.free_days(at=now) if own is None or moving else []
    wanted = slot_id or _number(request.GET.get("tid", ""))
    times = (time for day in days for time in day.times)
    return step_context(request, Step.MEETING) | {
        "own": own,
        "moving": moving,
        "days": days,
        "chosen": None if moving else next((one for one in times if one.slot_id == wanted), None),
        "rules": queries.rules(),
        "form": form or PhoneForm(),
        "PHONE": Form.PHONE,
    }


@for_citizens
@require_POST
def book(request: Request) -> HttpResponseBase:
    """Book a time, or move the meeting to it when she has one."""
    citizen_id, now = access.citizen_id_or_404(request), timezone.now()
    slot_id = _number(request.POST.get("slot", ""))
    form = PhoneForm(request.POST)
    own = queries.meeting_ahead(citizen_id=citizen_id, at=now)
    if own is None and request.POST.get("form") == Form.PHONE and not form.is_valid():
        context = _context(request, form=form, slot_id=slot_id)
        return render(request, "entrance/meeting.html", context, status=422)
    actor_id = access.actor_id_of(request)
    try:
        if own is not None:
            actions.move(meeting=own.meeting, actor_id=actor_id, slot_id=slot_id, at=now)
        else:
            phone = form.cleaned_data.get("phone", "").strip() if form.is_valid() else ""
            actions.book(
                citizen_id=citizen_id, actor_id=actor_id, slot_id=slot_id, at=now, phone=phone
            )
    except actions.Taken:
        messages.info(request, _("Den tid er lige blevet taget. Vælg en anden."))
    except (actions.BookedAlready, actions.TooLate):
        messages.info(request, _("Du har allerede et møde. Du kan flytte det her."))
    else:
        messages.success(request, _("Tiden er din. Vi minder dig om den dagen før."))
        actions.take_step(citizen_id=citizen_id, step=Step.MEETING, state=StepState.DONE, at=now)
    return HttpResponseRedirect(reverse("entrance:meeting"))


@for_citizens
@require_POST
def cancel(request: Request, pk: int) -> HttpResponseBase:
    """Give the time back."""
    row = access.meeting_or_404(request, pk)
    try:
        actions.cancel(meeting=row, actor_id=access.actor_id_of(request), at=timezone.now())
    except actions.TooLate:
        messages.info(request, _("Mødet kan ikke aflyses her mere. Ring til jobcentret."))
    else:
        messages.success(request, _("Mødet er aflyst. Du kan vælge en anden tid, når du vil."))
    return HttpResponseRedirect(reverse("entrance:meeting"))


@for_citizens
@reads
def calendar(request: Request, pk: int) -> HttpResponseBase:
    """Give the meeting as a file for her own calendar."""
    now = timezone.now()
    own = queries.own_meeting(access.meeting_or_404(request, pk), at=now)
    by_phone = own.slot.form == Form.PHONE
    appointment = Appointment(
        uid=calendar_uid(own.meeting),
        sequence=own.meeting.sequence,
        starts_at=own.slot.starts_at,
        ends_at=own.slot.ends_at,
        changed_at=now,
        summary=_("Møde med jobrådgiver"),
        location=_("I telefon") if by_phone else own.place,
        description=_("Du kan flytte eller aflyse mødet på dine sider."),
        cancelled=own.meeting.cancelled_at is not None,
    )
    file = ics(CalendarFile(appointments=[appointment]))
    response = HttpResponse(file, content_type="text/calendar; charset=utf-8")
    response.headers["Content-Disposition"] = 'attachment; filename="moede.ics"'
    return response


def _number(text: str) -> int:
    return int(text[:18]) if text.isascii() and text.isdecimal() else 0
