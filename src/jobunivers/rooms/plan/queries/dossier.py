# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What this room tells in staff's one view of a citizen: her plan, and what was done with it."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db.models import F, Q, QuerySet
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jobunivers.rooms.plan.models import (
    AHEAD,
    About,
    Activity,
    ActivityState,
    Goal,
    GoalState,
    PlanChange,
)
from jobunivers.rooms.plan.queries import words
from jobunivers.rooms.plan.queries.page import (
    AgreementLine,
    lines_of,
    live_agreements,
    names_of,
)
from jobunivers.rooms.plan.queries.requirements import question_in_effect
from jobunivers.trust import dossier
from jobunivers.trust.dossier import Happening, Page, Part, Showing

CODE = "plan.plan"
_NEXT, _GOALS, _WAITING = 5, 5, 3
_PRINTED = 2_000
_ADDED: Mapping[str, Promise] = {
    About.GOAL: gettext_lazy("Nyt mål: %(title)s"),
    About.ACTIVITY: gettext_lazy("Ny aktivitet: %(title)s"),
    About.AGREEMENT: gettext_lazy("Ny aftale: %(title)s"),
    About.REQUIREMENTS: gettext_lazy("Nye krav til jobsøgning: %(title)s"),
}
_MOVED: Mapping[str, Promise] = {
    About.GOAL: gettext_lazy("Målet “%(title)s”: %(state)s"),
    About.ACTIVITY: gettext_lazy("Aktiviteten “%(title)s”: %(state)s"),
    About.AGREEMENT: gettext_lazy("Aftalen “%(title)s”: %(state)s"),
}


def offer() -> None:
    """Offer her plan as a part and a page, and its changes as lines of her log."""
    dossier.offer(
        Part(
            code=CODE,
            name=gettext_lazy("Plan"),
            order=40,
            looks=("plan",),
            template="plan/dossier/plan.html",
            ask=_ask,
            load=_load,
            source=gettext_lazy("Borgerens plan: skrevet af borgeren og kommunen sammen"),
            half=True,
        )
    )
    dossier.offer_page(Page("plan.page", gettext_lazy("Plan"), "plan:citizen", 40))
    dossier.offer_log(
        dossier.Log(
            code="plan.changes",
            name=gettext_lazy("Plan"),
            looks=("plan",),
            ask=_ask_changes,
            tell=_tell_changes,
        )
    )


def goal_questions(citizen_id: int) -> QuerySet[Goal]:
    """Return the question for her open goals, in her own order."""
    rows = Goal.objects.filter(citizen_id=citizen_id, state=GoalState.OPEN)
    return rows.order_by("order", "pk")


def _ask(showing: Showing) -> "list[QuerySet[Any, Any]]":
    """Ask for what is next, what waits for an answer, goals, agreements and requirements."""
    hers = Activity.objects.filter(citizen_id=showing.citizen_id)
    ahead = hers.filter(state__in=AHEAD).order_by(
        F("day").asc(nulls_last=True), F("starts_at").asc(nulls_last=True), "order", "pk"
    )
    waiting = hers.filter(state=ActivityState.SUGGESTED).order_by("-pk")
    goals = goal_questions(showing.citizen_id)
    done = hers.filter(state=ActivityState.DONE).order_by("-done_on", "-pk")
    # Her notes on activities are hers alone.
    ahead, waiting, done = ahead.defer("note"), waiting.defer("note"), done.defer("note")
    holding = question_in_effect(citizen_id=showing.citizen_id, on=timezone.localdate(showing.at))
    agreements = live_agreements(showing.citizen_id)
    if showing.printing:
        return [ahead[:_PRINTED], waiting[:_PRINTED], goals, agreements, holding, done[:_PRINTED]]
    # One more than is shown tells that there are more.
    return [ahead[: _NEXT + 1], waiting[: _WAITING + 1], goals[: _GOALS + 1], agreements, holding]


def _load(showing: Showing) -> dict[str, Any]:
    ahead, waiting, goals, agreements, holding, *done = map(list, showing.answers[CODE])
    most = _PRINTED if showing.printing else _NEXT
    rows = [*ahead[:most], *waiting[:_WAITING], *(done[0] if done else [])]
    lines = lines_of(rows, language=showing.language, at=showing.at)
    said = {line.activity.pk: line for line in lines}
    requirements = next(iter(holding), None)
    names = names_of(agreements, requirements)
    return {
        "next": [said[one.pk] for one in ahead[:most]],
        "more": len(ahead) > most,
        "waiting": [said[one.pk] for one in waiting[:_WAITING]],
        "goals": goals[:_GOALS] if not showing.printing else goals,
        "agreements": [
            AgreementLine(agreement=one, who=names.get(one.staff_id or 0, "")) for one in agreements
        ],
        "requirements": requirements,
        "done": [said[one.pk] for one in done[0]] if done else [],
        "none": not (ahead or waiting or goals or agreements or requirements),
    }


def _ask_changes(showing: Showing, until: datetime, most: int) -> QuerySet[PlanChange]:
    """Ask for what was added and what came to another state; a mended word is no happening."""
    told = Q(now__has_key="state") | Q(was={})
    rows = PlanChange.objects.filter(told, citizen_id=showing.citizen_id, at__lte=until)
    return rows.order_by("-at", "-pk")[:most]


def _tell_changes(showing: Showing, rows: Sequence[PlanChange]) -> list[Happening]:
    return [
        Happening(
            at=row.at,
            text=_change(row),
            by_id=row.actor_id if row.actor_id != showing.citizen_id else None,
            by="" if row.actor_id else _("Siden selv"),
        )
        for row in rows
    ]


def _change(row: PlanChange) -> str:
    state = row.now.get("state", "") if row.was else ""
    if state and row.about in _MOVED:
        return str(_MOVED[row.about]) % {
            "title": row.title,
            "state": words.value(row.about, "state", state).lower(),
        }
    return str(_ADDED.get(row.about, "%(title)s")) % {"title": row.title}
