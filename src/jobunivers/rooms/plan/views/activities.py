# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Her activities: written, changed, moved, begun, done, put aside and taken up again."""

from django.contrib import messages
from django.http import Http404
from django.http.response import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from jobunivers.foundation.http import Request
from jobunivers.foundation.things import Pointer
from jobunivers.identity.access import for_citizens
from jobunivers.rooms.plan import access, actions, queries
from jobunivers.rooms.plan.forms import ActivityForm
from jobunivers.rooms.plan.models import Activity, ActivityState, Goal
from jobunivers.rooms.plan.queries.words import title_of, why_of
from jobunivers.rooms.plan.views.common import ASKED, acted, back, home, status_of

_LARGEST = 9_000_000_000_000_000_000


@for_citizens
@require_http_methods(ASKED)
def activity_new(request: Request) -> HttpResponseBase:
    """Let her write an activity, below a goal or by itself; what is done already too."""
    citizen_id, now = access.citizen_id_or_404(request), timezone.now()
    goals = queries.open_goals(citizen_id=citizen_id)
    wanted = request.GET.get("maal", "")
    form = ActivityForm(
        request.POST or None,
        today=timezone.localdate(now),
        goals=goals,
        goal_id=next((one.pk for one in goals if str(one.pk) == wanted), None),
    )
    if request.method == "POST" and form.is_valid():
        actor = actions.herself(citizen_id)
        row = actions.add_activity(citizen_id=citizen_id, entry=form.entry(), actor=actor, at=now)
        if form.cleaned_data["done"]:
            actions.set_state(activity=row, state=ActivityState.DONE, actor=actor, at=now)
            messages.success(request, _("Det står nu under det, du har gjort."))
            return home()
        messages.success(request, _("Det står nu i din plan."))
        return home(f"aktivitet-{row.pk}")
    return render(request, "plan/activity.html", {"form": form}, status=status_of(request))


@for_citizens
@require_http_methods(ASKED)
def activity(request: Request, pk: int) -> HttpResponseBase:
    """Let her say an activity otherwise; nobody's words are lost when two windows do it."""
    row, now, current = access.activity_or_404(request, pk), timezone.now(), None
    form = ActivityForm(
        request.POST or None,
        today=timezone.localdate(now),
        goals=_goals_for(row),
        activity=row,
    )
    if request.method == "POST" and form.is_valid():
        try:
            actions.change_activity(
                activity=row,
                version=form.seen_version(),
                entry=form.entry(),
                actor=actions.herself(row.citizen_id),
                at=now,
            )
        except actions.ChangedMeanwhile as changed:
            # Her text stays in the form; the next press of the button saves it knowingly.
            stands = access.activity_or_404(request, pk)
            current = queries.line_of(stands, language=request.LANGUAGE_CODE, at=now)
            again = request.POST.copy()
            again["version"] = str(changed.row.version)
            form.data = again
        else:
            messages.success(request, _("Ændringen er gemt."))
            return home(f"aktivitet-{row.pk}")
    line = queries.line_of(row, language=request.LANGUAGE_CODE, at=now)
    context = {"form": form, "row": row, "line": line, "current": current}
    status = status_of(request, conflict=current is not None)
    return render(request, "plan/activity.html", context, status=status)


def _goals_for(row: Activity) -> list[Goal]:
    """Return her open goals, and the one it hangs below though that is no longer open."""
    goals = queries.open_goals(citizen_id=row.citizen_id)
    if row.goal is not None and row.goal_id not in {one.pk for one in goals}:
        goals.append(row.goal)
    return goals


_SAID = {
    ActivityState.PLANNED: "planned",
    ActivityState.BEGUN: "begun",
    ActivityState.DONE: "done",
    ActivityState.DROPPED: "dropped",
    ActivityState.DECLINED: "declined",
}


@for_citizens
@require_POST
def activity_state(request: Request, pk: int) -> HttpResponseBase:
    """Let her move an activity on: begin, done, put aside, say yes or no to a suggestion."""
    row = access.activity_or_404(request, pk)
    wanted = request.POST.get("state", "")
    if wanted not in ActivityState.values:
        return back(request, reverse("plan:plan"))
    state = ActivityState(wanted)
    said = {
        "planned": _("Det står nu i din plan."),
        "begun": _("Godt. Så er du i gang."),
        "done": _("Godt gået. Det ligger under det, du har gjort."),
        "dropped": _("Det er lagt væk. Du kan altid tage det frem igen."),
        "declined": _("Det er i orden. Vi foreslår det ikke igen."),
    }.get(_SAID.get(state, ""), "")
    acted(request, lambda: _set_state(row, state), said=said)
    return back(request, reverse("plan:plan"))


def _set_state(row: Activity, state: ActivityState) -> None:
    taken_up = row.state in {ActivityState.SUGGESTED, ActivityState.DECLINED}
    keeps = taken_up and state != ActivityState.DECLINED
    actions.set_state(
        activity=row,
        state=state,
        actor=actions.herself(row.citizen_id),
        title=title_of(row) if keeps else "",
        why=why_of(row) if keeps else "",
        at=timezone.now(),
    )


@for_citizens
@require_POST
def activity_move(request: Request, pk: int) -> HttpResponseBase:
    """Let her move an activity: a place up or down, or (by hand) before another.

    By hand: `foer` is the activity it shall stand before, or empty for the end, and `maal` the
    goal it shall stand below; the answer is then empty.
    """
    row, now = access.activity_or_404(request, pk), timezone.now()
    if "foer" not in request.POST:
        steps = -1 if request.POST.get("hvor") == "op" else 1
        actions.move_activity(activity=row, steps=steps, at=now)
        return home(f"aktivitet-{row.pk}")
    goal_id = _number(request.POST.get("maal", ""))
    if goal_id is not None:
        access.goal_or_404(request, goal_id)
    try:
        actions.move_activity(
            activity=row, goal_id=goal_id, before=_number(request.POST["foer"]) or 0, at=now
        )
    except actions.ChangedMeanwhile:
        return HttpResponse(status=409)
    return HttpResponse(status=204)


def _number(text: str) -> int | None:
    return int(text) if text.isdecimal() and int(text) <= _LARGEST else None


@for_citizens
@require_POST
def add_thing(request: Request) -> HttpResponseBase:
    """Put a job or the like into her plan; `thing` is `kind:number`, `next` where she was."""
    citizen_id = access.citizen_id_or_404(request)
    kind, _colon, number = request.POST.get("thing", "").partition(":")
    pk = _number(number)
    if not kind or pk is None:
        raise Http404
    try:
        row = actions.add_thing(
            citizen_id=citizen_id,
            pointer=Pointer(kind, pk),
            actor=actions.herself(citizen_id),
            language=request.LANGUAGE_CODE,
            at=timezone.now(),
        )
    except actions.NoSuchThing:
        raise Http404 from None
    except actions.AlreadyPlanned as there:
        messages.info(request, _("Det står allerede i din plan."))
        row = there.activity
    else:
        messages.success(request, _("Det står nu i din plan. Du kan vælge en dag der."))
    return back(request, reverse("plan:plan") + f"#aktivitet-{row.pk}")
