# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What staff have before them: objections, citizens of their own, hands in the kommune."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Q, QuerySet

from jobunivers.identity import queries as identity
from jobunivers.rooms.segmentation.models import Assignment, Caseload, Objection, Placement
from jobunivers.rooms.segmentation.queries.courses import called, course_names
from jobunivers.rooms.segmentation.queries.team import USUAL_CAPACITY, stood_in_for
from jobunivers.rooms.segmentation.queries.words import OBJECTIONS_TO_STAFF, WHY_THIS_CONSULTANT

_ON_A_PAGE = 25


@dataclass(frozen=True, slots=True)
class WaitingRow:
    """An objection that waits."""

    pk: int
    citizen_id: int
    name: str
    kind: str
    at: datetime
    due_on: date
    responsible: str


def _page(rows: list[Any], sheet: Page[Any]) -> Page[Any]:
    """Return a page of other rows, numbered like the one they were made of."""
    return Page(rows, sheet.number, sheet.paginator)


def _waiting(staff_id: int | None) -> QuerySet[Objection]:
    found = Objection.objects.filter(answered_at=None)
    if staff_id is not None:
        found = found.filter(Q(responsible_id=staff_id) | Q(responsible_id=None))
    return found.order_by("due_on", "pk")


def objections_page(*, staff_id: int, mine: bool, page: str | None) -> Page[WaitingRow]:
    """Return objections without an answer, the first due first.

    Args:
        staff_id: who asks.
        mine: only hers, and those that are nobody's.
        page: its number, as typed.
    """
    sheet = Paginator(_waiting(staff_id if mine else None), _ON_A_PAGE).get_page(page)
    found = list(sheet.object_list)
    ids = {one.citizen_id for one in found} | {one.responsible_id or 0 for one in found}
    people = identity.names(ids=ids)
    return _page(
        [
            WaitingRow(
                pk=one.pk,
                citizen_id=one.citizen_id,
                name=people.get(one.citizen_id, ("",))[0],
                kind=str(OBJECTIONS_TO_STAFF.get(one.kind, one.kind)),
                at=one.at,
                due_on=one.due_on,
                responsible=people.get(one.responsible_id or 0, ("",))[0],
            )
            for one in found
        ],
        sheet,
    )


@dataclass(frozen=True, slots=True)
class OwnRow:
    """A citizen whose consultant she is."""

    citizen_id: int
    name: str
    course: str
    step: int
    since: datetime
    why: str
    instead_of: str  # the colleague she stands in for; empty: she is the citizen's own


@dataclass(frozen=True, slots=True)
class OwnPage:
    """A consultant's own citizens and those she stands in for, and how many she can help."""

    sheet: Page[OwnRow]
    own: int
    instead: int
    capacity: int
    waiting: int  # objections that are hers to answer


def own_citizens_page(*, staff_id: int, language: str, page: str | None, today: date) -> OwnPage:
    """Return those whose personal consultant she is, or stands in for, the newest first."""
    helped = [staff_id, *stood_in_for(staff_id, today)]
    found = Assignment.objects.filter(staff_id__in=helped, ended_at=None)
    sheet = Paginator(found.order_by("-began_at", "-pk"), _ON_A_PAGE).get_page(page)
    rows, names = list(sheet.object_list), course_names(language)
    ids = [one.citizen_id for one in rows]
    people = identity.names(ids=[*ids, *helped], open_names=ids)
    mine = found.filter(staff_id=staff_id).count() if len(helped) > 1 else sheet.paginator.count
    placed = {one.citizen_id: one for one in Placement.objects.filter(citizen_id__in=ids)}
    own = Caseload.objects.filter(staff_id=staff_id).first()
    return OwnPage(
        sheet=_page(
            [
                OwnRow(
                    citizen_id=one.citizen_id,
                    name=people.get(one.citizen_id, ("",))[0],
                    course=called(names, placed[one.citizen_id].course)
                    if one.citizen_id in placed
                    else "",
                    step=placed[one.citizen_id].step if one.citizen_id in placed else 0,
                    since=one.began_at,
                    why=str(WHY_THIS_CONSULTANT.get(one.why, "")),
                    instead_of=people.get(one.staff_id, ("",))[0]
                    if one.staff_id != staff_id
                    else "",
                )
                for one in rows
            ],
            sheet,
        ),
        own=mine,
        instead=sheet.paginator.count - mine,
        capacity=own.capacity if own else USUAL_CAPACITY,
        waiting=Objection.objects.filter(answered_at=None, responsible_id=staff_id).count(),
    )
