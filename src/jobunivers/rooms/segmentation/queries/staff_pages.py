# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What staff have before them: objections, citizens of their own, hands in the kommune."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Count, Q, QuerySet

from jobunivers.identity import queries as identity
from jobunivers.identity.models import Person, Role
from jobunivers.rooms.segmentation.models import Assignment, Caseload, Objection, Placement
from jobunivers.rooms.segmentation.queries.courses import called, course_names
from jobunivers.rooms.segmentation.queries.words import (
    LANGUAGES,
    OBJECTIONS_TO_STAFF,
    WHY_THIS_CONSULTANT,
)

_ON_A_PAGE = 25
_CAPACITY = Caseload._meta.get_field("capacity").default  # noqa: SLF001 - Django's own door


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


@dataclass(frozen=True, slots=True)
class OwnPage:
    """A consultant's own citizens, and how many she can help."""

    sheet: Page[OwnRow]
    capacity: int
    waiting: int  # objections that are hers to answer


def own_citizens_page(*, staff_id: int, language: str, page: str | None) -> OwnPage:
    """Return those whose personal consultant she is, the newest first."""
    found = Assignment.objects.filter(staff_id=staff_id, ended_at=None)
    sheet = Paginator(found.order_by("-began_at", "-pk"), _ON_A_PAGE).get_page(page)
    rows, names = list(sheet.object_list), course_names(language)
    ids = [one.citizen_id for one in rows]
    people = identity.names(ids=ids)
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
                )
                for one in rows
            ],
            sheet,
        ),
        capacity=own.capacity if own else _CAPACITY,
        waiting=Objection.objects.filter(answered_at=None, responsible_id=staff_id).count(),
    )


@dataclass(frozen=True, slots=True)
class LoadRow:
    """A consultant: how many she helps and can help, what she speaks, when she is away."""

    staff_id: int
    name: str
    people: int
    capacity: int
    languages: str
    away_from: date | None
    away_to: date | None
    away_now: bool

    @property
    def share(self) -> float:
        """Return how full it is, 1 and more when there is no room."""
        return self.people / self.capacity if self.capacity else float(bool(self.people))

    @property
    def last_away(self) -> date | None:
        """Return the last day she is away."""
        return self.away_to - timedelta(days=1) if self.away_to else None


@dataclass(frozen=True, slots=True)
class CaseloadsPage:
    """All consultants, and what there is room for in the kommune."""

    rows: tuple[LoadRow, ...]
    people: int
    capacity: int  # of those who are at work today
    open_objections: int
    late_objections: int

    @property
    def room(self) -> int:
        """Return for how many more there is room; below 0 for too many."""
        return self.capacity - self.people


def caseloads_page(*, today: date) -> CaseloadsPage:
    """Return each consultant of the kommune by name, with what she has and can take on."""
    found = Person.objects.filter(role=Role.CONSULTANT, is_active=True)
    consultants = list(found.order_by("sort_key", "pk").values_list("pk", "name"))
    loads = {one.staff_id: one for one in Caseload.objects.all().order_by("pk")}
    counted = Assignment.objects.filter(ended_at=None).values_list("staff_id")
    people = dict(counted.annotate(many=Count("pk")).order_by("staff_id"))
    rows = tuple(
        _load(pk, name, people.get(pk, 0), loads.get(pk), today) for pk, name in consultants
    )
    late = Count("pk", filter=Q(due_on__lt=today))
    waiting = Objection.objects.filter(answered_at=None).aggregate(all=Count("pk"), late=late)
    return CaseloadsPage(
        rows=rows,
        people=sum(row.people for row in rows),
        capacity=sum(row.capacity for row in rows if not row.away_now),
        open_objections=waiting["all"],
        late_objections=waiting["late"],
    )


def _load(pk: int, name: str, people: int, load: Caseload | None, today: date) -> LoadRow:
    start, back = (load.away_from, load.away_to) if load else (None, None)
    return LoadRow(
        staff_id=pk,
        name=name,
        people=people,
        capacity=load.capacity if load else _CAPACITY,
        languages=", ".join(str(LANGUAGES.get(code, code)) for code in load.languages)
        if load
        else "",
        away_from=start if back and back > today else None,
        away_to=back if back and back > today else None,
        away_now=bool(start and back and start <= today < back),
    )


def caseload_of(staff_id: int) -> dict[str, Any]:
    """Return a consultant's plan as the form shows it; what nobody planned is as usual."""
    load = Caseload.objects.filter(staff_id=staff_id).first()
    if load is None:
        return {"capacity": _CAPACITY}
    return {
        "capacity": load.capacity,
        "languages": load.languages,
        "away_first": load.away_from,
        "away_last": load.away_to - timedelta(days=1) if load.away_to else None,
    }
