# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Staff open times for first meetings and see who comes; the kommune decides how they are held."""

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from jobunivers.foundation.http import Request
from jobunivers.identity.access import for_advisers, for_roles
from jobunivers.identity.models import Role
from jobunivers.rooms.entrance import access, actions, queries
from jobunivers.rooms.entrance.forms.meetings import RulesForm, SlotsForm
from jobunivers.rooms.entrance.models import Form

_form_methods = require_http_methods(["GET", "HEAD", "POST"])


@for_advisers
@_form_methods
def staff(request: Request) -> HttpResponseBase:
    """List times and who comes, and open new ones."""
    now = timezone.now()
    decided = queries.rules()
    form = SlotsForm(
        request.POST or None,
        today=timezone.localdate(now),
        initial={"minutes": decided.minutes, "first": "09:00", "last": "12:00"},
    )
    if request.method == "POST" and form.is_valid() and _opened(request, form):
        return HttpResponseRedirect(reverse("entrance:staff_meetings"))
    everybody = request.GET.get("vis") == "alle"
    slots = queries.staff_slots(
        at=now, adviser_id=None if everybody else access.actor_id_of(request)
    )
    names = [meeting.citizen_id for slot in slots for meeting, _name in slot.comers]
    if names:
        actions.names_shown(actor_id=access.actor_id_of(request), citizen_ids=names, at=now)
    context = {"form": form, "slots": slots, "everybody": everybody, "PHONE": Form.PHONE}
    status = 422 if request.method == "POST" else 200
    return render(request, "entrance/staff_meetings.html", context, status=status)


def _opened(request: Request, form: SlotsForm) -> bool:
    try:
        opened = actions.open_slots(
            adviser_id=access.actor_id_of(request),
            periods=form.periods,
            capacity=form.cleaned_data["capacity"],
            form=Form(form.cleaned_data["form"]),
            place=form.cleaned_data["place"].strip(),
            at=timezone.now(),
        )
    except actions.SlotsOverlap:
        form.add_error("first", _("Du har allerede en åben tid, der ligger oven i en af dem."))
        return False
    many = len(opened)
    text = ngettext("%(count)s tid er åben.", "%(count)s tider er åbne.", many) % {"count": many}
    messages.success(request, text)
    return True


@for_advisers
@require_POST
def withdraw(request: Request, pk: int) -> HttpResponseBase:
    """Take a time back; who had booked it is told."""
    slot = access.slot_or_404(request, pk)
    many = actions.withdraw_slot(slot=slot, actor_id=access.actor_id_of(request), at=timezone.now())
    text = (
        ngettext(
            "Tiden er lukket. %(count)s borger har fået besked.",
            "Tiden er lukket. %(count)s borgere har fået besked.",
            many,
        )
        % {"count": many}
        if many
        else _("Tiden er lukket.")
    )
    messages.success(request, text)
    return HttpResponseRedirect(reverse("entrance:staff_meetings"))


@for_advisers
@require_POST
def mark(request: Request, pk: int) -> HttpResponseBase:
    """Keep whether she came."""
    row = access.staff_meeting_or_404(request, pk)
    held = request.POST.get("holdt") == "ja"
    try:
        actions.mark(
            meeting=row, held=held, actor_id=access.actor_id_of(request), at=timezone.now()
        )
    except (ValueError, actions.TooLate):
        messages.info(request, _("Det kan ikke skrives for det møde nu."))
    else:
        messages.success(request, _("Det er skrevet."))
    return HttpResponseRedirect(reverse("entrance:staff_meetings"))


@for_roles(Role.ADMINISTRATOR, Role.EDITOR)
@_form_methods
def rules(request: Request) -> HttpResponseBase:
    """Decide how, where and when first meetings are held."""
    form = RulesForm(request.POST or None, initial=RulesForm.initial_of(queries.rules()))
    if request.method == "POST" and form.is_valid():
        actions.save_rules(
            entry=form.entry(), actor_id=access.actor_id_of(request), at=timezone.now()
        )
        messages.success(request, _("Det er gemt."))
        return HttpResponseRedirect(reverse("entrance:meeting_rules"))
    status = 422 if request.method == "POST" else 200
    return render(request, "entrance/meeting_rules.html", {"form": form}, status=status)
