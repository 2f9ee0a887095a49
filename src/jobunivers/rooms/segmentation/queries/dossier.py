# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What this room tells in staff's one view of a citizen: her course and why, moves, activity."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jobunivers.rooms.segmentation.models import (
    ActivityCursor,
    ActivityDay,
    Assignment,
    Move,
    Objection,
    Placement,
)
from jobunivers.rooms.segmentation.queries.courses import called, course_names
from jobunivers.rooms.segmentation.queries.explaining import Explained, explain
from jobunivers.rooms.segmentation.queries.facts import FACTS, condition_words, value_words
from jobunivers.rooms.segmentation.queries.journey_page import because_of, changes_of, waiting_of
from jobunivers.rooms.segmentation.queries.moves_page import KINDS
from jobunivers.rooms.segmentation.queries.policies import NoPolicy
from jobunivers.trust import dossier
from jobunivers.trust.dossier import Happening, Page, Part, Showing

CODE = "segmentation.course"
_CHANGES = 4


def offer() -> None:
    """Offer her course as a part and a page, and its moves as lines of her log."""
    dossier.offer(
        Part(
            code=CODE,
            name=gettext_lazy("Forløb, og hvorfor"),
            order=12,
            looks=("segment",),
            template="segmentation/dossier/course.html",
            ask=_ask,
            load=_load,
            source=gettext_lazy("Regler, som kommunen eller landet har vedtaget"),
            half=True,
        )
    )
    dossier.offer_page(
        Page("segmentation.page", gettext_lazy("Forløb"), "segmentation:citizen", 30)
    )
    dossier.offer_log(
        dossier.Log(
            code="segmentation.moves",
            name=gettext_lazy("Forløb"),
            looks=("segment",),
            ask=_ask_moves,
            tell=_tell_moves,
        )
    )


def activity_days(*, citizen_id: int, first: date, last: date) -> QuerySet[ActivityDay]:
    """Return the days on which she did something; a day without a row is a day without any."""
    rows = ActivityDay.objects.filter(citizen_id=citizen_id, day__gte=first, day__lte=last)
    return rows.order_by("day", "pk")


def activity_counted() -> QuerySet[ActivityCursor]:
    """Return when the kommune's activity was last counted: one row, or none before the first."""
    return ActivityCursor.objects.order_by("pk")[:1]


def assignment_of(citizen_id: int) -> QuerySet[Assignment]:
    """Return who is her personal consultant now: one row or none."""
    return Assignment.objects.filter(citizen_id=citizen_id, ended_at=None).order_by("pk")[:1]


def _ask(showing: Showing) -> "list[QuerySet[Any, Any]]":
    placed = Placement.objects.filter(citizen_id=showing.citizen_id).order_by("pk")[:1]
    objections = Objection.objects.filter(citizen_id=showing.citizen_id)
    if not showing.printing:
        objections = objections.filter(answered_at=None)
    return [placed, objections.order_by("-at", "-pk")]


def _load(showing: Showing) -> dict[str, Any]:
    """Return her course and the conditions that held.

    What would change it is made anew from all that is known of her, in some twenty questions: the
    screen leads to the page that tells it, and the print has it.
    """
    placed, objections = showing.answers[CODE]
    placement = next(iter(placed), None)
    if placement is None:
        return {"course_name": "", "objections": list(objections)}
    names = course_names(showing.language)
    found = _explained(showing, placement) if showing.printing else None
    return {
        "course_name": called(names, placement.course),
        "since": placement.since,
        "step": placement.step,
        "because": because_of(placement),
        "waiting": waiting_of(found, names),
        "changes": [one for one, _hers in changes_of(found, names)][:_CHANGES],
        "objections": list(objections),
    }


def _explained(showing: Showing, placement: Placement) -> Explained | None:
    try:
        return explain(citizen_id=showing.citizen_id, at=showing.at, placement=placement)
    except NoPolicy:  # it was taken back: where she is stands, and nothing would change it
        return None


def _ask_moves(showing: Showing, until: datetime, most: int) -> QuerySet[Move]:
    rows = Move.objects.filter(citizen_id=showing.citizen_id, at__lte=until)
    return rows.defer("inputs").order_by("-at", "-pk")[:most]


def _tell_moves(showing: Showing, rows: Sequence[Move]) -> list[Happening]:
    if not rows:
        return []
    names = course_names(showing.language)
    return [
        Happening(
            at=row.at,
            text=_move(row, called(names, row.from_course), called(names, row.to_course)),
            by_id=row.actor_id,
            by="" if row.actor_id else _("Reglerne"),
            more=_why(row),
        )
        for row in rows
    ]


def _move(row: Move, start: str, end: str) -> str:
    if not row.from_course:
        return _("Forløb: %(end)s") % {"end": end}
    if row.from_course == row.to_course:
        return _("Trin %(number)s på trappen") % {"number": row.to_step}
    return _("Forløb: fra %(start)s til %(end)s") % {"start": start, "end": end}


def _why(row: Move) -> str:
    """Return what made the move, and the conditions that held."""
    held = [
        f"{condition_words(one['fact'], one['is'], one['value'])}"
        f" ({value_words(one['fact'], one.get('was'))})"
        for one in row.reasons
        if one["fact"] in FACTS
    ]
    return " · ".join([str(KINDS.get(row.kind, row.kind)), *held])
