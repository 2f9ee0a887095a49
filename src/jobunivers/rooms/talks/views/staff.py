# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A talk as staff prepare, hold and close it."""

from django.contrib import messages
from django.http import Http404, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from jobunivers.foundation.http import Request, afterwards, reads
from jobunivers.identity.access import for_advisers
from jobunivers.rooms.entrance import queries as entrance
from jobunivers.rooms.talks import access, actions, queries
from jobunivers.rooms.talks.forms import BeginForm, PartakerForm, PlanForm, PointForm, TimeForm
from jobunivers.rooms.talks.models import Talk, TalkForm, TalkKind, TalkState
from jobunivers.rooms.talks.views.common import ASKED, SHOWN, TALKS, acted, status_of, to_talk
from jobunivers.trust import dossier
from jobunivers.trust.opening import with_citizen
from jobunivers.trust.templatetags.dossier import address_of

_SAID = {
    TalkState.UNDER_WAY: gettext_lazy("Samtalen er begyndt."),
    TalkState.HELD: gettext_lazy("Samtalen er afsluttet. Borgeren kan læse, hvad I har aftalt."),
    TalkState.NOT_HELD: gettext_lazy("Det er skrevet, at samtalen ikke blev til noget."),
    TalkState.CANCELLED: gettext_lazy("Samtalen er aflyst. Borgeren får besked."),
}


@for_advisers
@reads
def staff(request: Request, pk: int) -> HttpResponseBase:
    """Show what lies before the two, for the talk that is under way or next."""
    return whole_page(request, pk, None)


@for_advisers
@reads
def staff_talk(request: Request, pk: int, talk_id: int) -> HttpResponseBase:
    """Show one of her talks; one that is over as it was."""
    return whole_page(request, pk, talk_id)


def whole_page(
    request: Request,
    pk: int,
    talk_id: int | None,
    *,
    point: PointForm | None = None,
    partaker: PartakerForm | None = None,
) -> HttpResponseBase:
    """Show what lies before the two; a form that was not accepted keeps what was written in it."""
    now = timezone.now()
    opened = with_citizen(request, pk, parts=SHOWN, today=timezone.localdate(now))
    if isinstance(opened, HttpResponseRedirect):
        return opened
    page = queries.staff_page(
        citizen_id=pk,
        staff_id=request.user.pk or 0,
        talk_id=talk_id,
        language=request.LANGUAGE_CODE,
        at=now,
    )
    if page is None:
        raise Http404
    if page.talk is not None and page.shown:
        _write_down(request, page.talk.row, page)
    context = {
        "citizen": opened.person,
        "reason_words": opened.reason_words,
        "page": page,
        "talk": page.talk.row if page.talk else None,
        "begin_form": BeginForm(),
        "point_form": point or PointForm(),
        "partaker_form": partaker or PartakerForm(),
        "acts": [
            (act.name, url)
            for act in dossier.acts(request.user.role)
            if (url := address_of(act.url_name, pk))
        ],
    }
    return render(request, "talks/staff.html", context, status=status_of(request))


def _write_down(request: Request, talk: Talk, page: queries.StaffPage) -> None:
    """Keep what was shown once the page is made: so she can read all of it, and it is counted."""
    shown = [
        actions.Shown(kind, code, version, reasons, order)
        for order, (kind, code, version, reasons) in enumerate(page.shown)
    ]
    afterwards(request, lambda: actions.note_shown(talk=talk, shown=shown, at=timezone.now()))


@for_advisers
@require_http_methods(ASKED)
def plan(request: Request, pk: int) -> HttpResponseBase:
    """Plan a talk; she is told."""
    now = timezone.now()
    opened = with_citizen(request, pk, parts=TALKS, today=timezone.localdate(now))
    if isinstance(opened, HttpResponseRedirect):
        return opened
    form = PlanForm(request.POST or None, today=timezone.localdate(now))
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        talk = actions.plan_talk(
            citizen_id=pk,
            staff_id=request.user.pk or 0,
            starts_at=form.starts_at(),
            form=TalkForm(said["form"]),
            kind=TalkKind(said["kind"]),
            minutes=said["minutes"],
            place=said["place"].strip(),
            actor_id=request.user.pk or 0,
            at=now,
        )
        messages.success(request, _("Samtalen er planlagt. Borgeren kan se den."))
        return to_talk(pk, talk.pk)
    context = {"citizen": opened.person, "form": form, "talk": None}
    return render(request, "talks/plan.html", context, status=status_of(request))


@for_advisers
@require_http_methods(ASKED)
def move(request: Request, pk: int, talk_id: int) -> HttpResponseBase:
    """Give a planned talk another time; what somebody else changed meanwhile is shown (409)."""
    now, current = timezone.now(), None
    opened = with_citizen(request, pk, parts=TALKS, today=timezone.localdate(now))
    if isinstance(opened, HttpResponseRedirect):
        return opened
    talk = access.talk_of_or_404(pk, talk_id)
    form = TimeForm(request.POST or None, today=timezone.localdate(now), talk=talk)
    if request.method == "POST" and form.is_valid():
        try:
            actions.move_talk(
                talk=talk,
                version=form.cleaned_data["version"] or 0,
                starts_at=form.starts_at(),
                form=TalkForm(form.cleaned_data["form"]),
                place=form.cleaned_data["place"].strip(),
                actor_id=request.user.pk or 0,
                at=now,
            )
        except actions.NotNow:
            messages.info(request, _("Samtalen er begyndt, slut eller booket af borgeren selv."))
            return to_talk(pk, talk_id)
        except actions.ChangedMeanwhile as changed:
            current = changed.talk
            again = request.POST.copy()
            again["version"] = str(current.version)
            form.data = again
        else:
            messages.success(request, _("Samtalen har fået en ny tid. Borgeren får besked."))
            return to_talk(pk, talk_id)
    context = {"citizen": opened.person, "form": form, "talk": talk, "current": current}
    status = status_of(request, conflict=current is not None)
    return render(request, "talks/plan.html", context, status=status)


@for_advisers
@require_POST
def begin(request: Request, pk: int) -> HttpResponseBase:
    """Begin a talk on the spot, or the first meeting she has booked."""
    now, staff_id = timezone.now(), request.user.pk or 0
    opened = with_citizen(request, pk, parts=(), today=timezone.localdate(now))
    if isinstance(opened, HttpResponseRedirect):
        return opened
    form = BeginForm(request.POST)
    if request.POST.get("meeting"):
        return _from_meeting(request, pk)
    if not form.is_valid():
        messages.error(request, _("Vælg, hvilken samtale det er, og hvordan I taler sammen."))
        return to_talk(pk)
    said = form.cleaned_data
    talk = actions.begin_now(
        citizen_id=pk,
        staff_id=staff_id,
        form=TalkForm(said["form"]),
        kind=TalkKind(said["kind"]),
        at=now,
    )
    return to_talk(pk, talk.pk)


def _from_meeting(request: Request, pk: int) -> HttpResponseBase:
    """Make a talk of the first meeting she has booked, to be prepared."""
    now = timezone.now()
    meeting = entrance.meeting_ahead(citizen_id=pk, at=now)
    if meeting is None:
        messages.info(request, _("Mødet er ikke længere i kalenderen."))
        return to_talk(pk)
    talk = actions.plan_talk(
        citizen_id=pk,
        staff_id=meeting.slot.adviser_id,
        starts_at=meeting.slot.starts_at,
        form=TalkForm(meeting.slot.form),
        kind=TalkKind.FIRST,
        minutes=_minutes(meeting),
        place=meeting.place,
        meeting_id=meeting.meeting.pk,
        actor_id=request.user.pk or 0,
        at=now,
    )
    return to_talk(pk, talk.pk)


def _minutes(meeting: entrance.OwnMeeting) -> int:
    length = meeting.slot.ends_at - meeting.slot.starts_at
    return max(5, min(480, round(length.total_seconds() / 60)))


@for_advisers
@require_POST
def state(request: Request, pk: int, talk_id: int) -> HttpResponseBase:
    """Begin, close or call off a talk."""
    now = timezone.now()
    opened = with_citizen(request, pk, parts=(), today=timezone.localdate(now))
    if isinstance(opened, HttpResponseRedirect):
        return opened
    talk, wanted = access.talk_of_or_404(pk, talk_id), request.POST.get("state", "")
    if wanted not in _SAID:
        return to_talk(pk, talk_id)
    acted(
        request,
        lambda: actions.move_on(
            talk=talk, state=TalkState(wanted), actor_id=request.user.pk or 0, at=now
        ),
        said=str(_SAID[TalkState(wanted)]),
    )
    return to_talk(pk, talk_id)
