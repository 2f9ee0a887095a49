# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Parts about what helps her: attention points, profile, joblog and suggested jobs."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.utils import timezone

from jobunivers.rooms.casework.models import AttentionDecision, AttentionPoint, PointState
from jobunivers.rooms.casework.queries.attention import line_of, waiting
from jobunivers.rooms.casework.queries.attention_words import HOW, rule_of
from jobunivers.rooms.casework.queries.dossier.codes import JOBLOG, POINTS, PROFILE
from jobunivers.rooms.casework.queries.dossier.words import POINT_STATES
from jobunivers.rooms.casework.queries.remarks import remarks_about
from jobunivers.rooms.journey.queries.dossier import profile_from, profile_questions
from jobunivers.rooms.tailored.queries.pages import first_rows
from jobunivers.rooms.vacancies import queries as vacancies
from jobunivers.trust.dossier import Happening, Showing

_APPLICATIONS, _JOBS, _PRINTED = 10, 5, 5_000


@dataclass(frozen=True, slots=True)
class PastPoint:
    """A point that is over: what was noticed, how it ended, and what somebody wrote."""

    name: str
    text: str
    opened_at: datetime
    closed_at: datetime | None
    how: str
    note: str
    objection: str


def ask_points(showing: Showing) -> "list[QuerySet[Any, Any]]":
    """Ask for her points that wait; the print has those that are over as well."""
    hers = AttentionPoint.objects.filter(citizen_id=showing.citizen_id)
    today = timezone.localdate(showing.at)
    asked = [waiting(today).filter(citizen_id=showing.citizen_id).order_by("opened_at", "pk")]
    if showing.printing:
        over = hers.exclude(state=PointState.OPEN).order_by("-opened_at", "-pk")
        asked.append(over[:_PRINTED])
    return asked


def load_points(showing: Showing) -> dict[str, Any]:
    """Return the points in words; none is good news, and is said."""
    found, *over = showing.answers[POINTS]
    today = timezone.localdate(showing.at)
    lines = [line for one in found if (line := line_of(one, showing.language, today))]
    past = [one for rows in over for row in rows if (one := _past(row, showing.language))]
    return {"points": lines, "past": past}


def _past(row: AttentionPoint, language: str) -> PastPoint | None:
    rule = rule_of(row.code)
    if rule is None:
        return None
    return PastPoint(
        name=rule.name.said(language, {}),
        text=rule.staff.said(language, row.facts),
        opened_at=row.opened_at,
        closed_at=row.closed_at,
        how=str(HOW.get(row.how, "")),
        note=row.note,
        objection=row.objection,
    )


def ask_decisions(showing: Showing, until: datetime, most: int) -> QuerySet[AttentionDecision]:
    """Ask for what became of her points, by whom; for the log of her way."""
    rows = AttentionDecision.objects.filter(citizen_id=showing.citizen_id, at__lte=until)
    return rows.order_by("-at", "-pk")[:most]


def tell_decisions(showing: Showing, rows: Iterable[AttentionDecision]) -> list[Happening]:
    """Return each as a line of the log; a rule that is gone goes by its code."""
    return [
        Happening(
            at=row.at,
            text=_decision(row, showing.language),
            by_id=row.actor_id if row.actor_id != showing.citizen_id else None,
            more=str(HOW.get(row.how, "")),
        )
        for row in rows
    ]


def _decision(row: AttentionDecision, language: str) -> str:
    rule = rule_of(row.code)
    name = rule.name.said(language, {}) if rule else row.code
    return f"{name}: {POINT_STATES.get(row.state, row.state)}"


def ask_profile(showing: Showing) -> "list[QuerySet[Any, Any]]":
    """Ask for all that her profile says."""
    return profile_questions(showing.citizen_id)


def load_profile(showing: Showing) -> dict[str, Any]:
    """Return her profile; None in it when she has not begun one."""
    return {"profile": profile_from(showing.answers[PROFILE])}


def ask_joblog(showing: Showing) -> "list[QuerySet[Any, Any]]":
    """Ask for her applications in the print; a page of them is asked for by itself."""
    return [_hers(showing)[:_PRINTED]] if showing.printing else []


def load_joblog(showing: Showing) -> dict[str, Any]:
    """Return a page of her applications, or all. Her notes to herself are shown to nobody."""
    if showing.printing:
        return {"applications": list(showing.answers[JOBLOG][0]), "sheet": None}
    sheet = Paginator(_hers(showing), _APPLICATIONS).get_page(showing.asked.get("side"))
    return {"applications": list(sheet), "sheet": sheet}


def _hers(showing: Showing) -> QuerySet[Any]:
    return vacancies.applications_of(citizen_id=showing.citizen_id).defer("note")


def load_jobs(showing: Showing) -> dict[str, Any]:
    """Return the best few of her suggested jobs, each with its main reason."""
    off, run, rows = first_rows(
        citizen_id=showing.citizen_id, language=showing.language, at=showing.at
    )
    remarks = remarks_about(showing.citizen_id) if showing.printing else []
    return {
        "off": off,
        "computed_at": run.computed_at if run else None,
        "model": run.model if run else "",
        "rows": rows if showing.printing else rows[:_JOBS],
        "remarks": remarks,
    }
