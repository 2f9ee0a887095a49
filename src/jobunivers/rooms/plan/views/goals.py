# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Her goals: written, reworded, reached or left, put in order."""

from django.contrib import messages
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from jobunivers.foundation.http import Request
from jobunivers.identity.access import for_citizens
from jobunivers.rooms.plan import access, actions
from jobunivers.rooms.plan.forms import GoalForm
from jobunivers.rooms.plan.models import Goal, GoalState
from jobunivers.rooms.plan.views.common import ASKED, acted, back, home, status_of


@for_citizens
@require_http_methods(ASKED)
def goal_new(request: Request) -> HttpResponseBase:
    """Let her write a goal."""
    citizen_id, now = access.citizen_id_or_404(request), timezone.now()
    form = GoalForm(request.POST or None, today=timezone.localdate(now))
    if request.method == "POST" and form.is_valid():
        goal = actions.add_goal(citizen_id=citizen_id, entry=form.entry(), at=now)
        messages.success(request, _("Målet står nu i din plan."))
        return home(f"maal-{goal.pk}")
    return render(request, "plan/goal.html", {"form": form}, status=status_of(request))


@for_citizens
@require_http_methods(ASKED)
def goal(request: Request, pk: int) -> HttpResponseBase:
    """Let her say a goal otherwise; nobody's words are lost when two windows do it."""
    row, now, current = access.goal_or_404(request, pk), timezone.now(), None
    form = GoalForm(request.POST or None, today=timezone.localdate(now), goal=row)
    if request.method == "POST" and form.is_valid():
        try:
            actions.change_goal(goal=row, version=form.seen_version(), entry=form.entry(), at=now)
        except actions.ChangedMeanwhile as changed:
            # Her text stays in the form; the next press of the button saves it knowingly.
            current = changed.row
            again = request.POST.copy()
            again["version"] = str(current.version)
            form.data = again
        else:
            messages.success(request, _("Ændringen er gemt."))
            return home(f"maal-{row.pk}")
    status = status_of(request, conflict=current is not None)
    context = {"form": form, "row": row, "current": current}
    return render(request, "plan/goal.html", context, status=status)


@for_citizens
@require_POST
def goal_state(request: Request, pk: int) -> HttpResponseBase:
    """Let her say that a goal is reached, put aside, or open again."""
    row = access.goal_or_404(request, pk)
    wanted = request.POST.get("state", "")
    if wanted in GoalState.values:
        said = {
            GoalState.OPEN: _("Målet er tilbage i din plan."),
            GoalState.REACHED: _("Godt nået. Målet ligger under det, du har gjort."),
            GoalState.LEFT: _("Målet er lagt væk. Du kan altid tage det frem igen."),
        }[GoalState(wanted)]
        acted(request, lambda: _set_state(row, GoalState(wanted)), said=said)
    return back(request, reverse("plan:plan"))


@for_citizens
@require_POST
def goal_move(request: Request, pk: int) -> HttpResponseBase:
    """Let her move a goal a place up or down."""
    row = access.goal_or_404(request, pk)
    actions.move_goal(goal=row, steps=-1 if request.POST.get("hvor") == "op" else 1)
    return home(f"maal-{row.pk}")


def _set_state(row: Goal, state: GoalState) -> None:
    actions.set_goal_state(goal=row, state=state, at=timezone.now())
