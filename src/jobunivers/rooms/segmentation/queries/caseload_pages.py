# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The manager's view of hands in the kommune: loads, room, leave and who stands in."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Count, Q

from jobunivers.identity import queries as identity
from jobunivers.identity.models import Role
from jobunivers.rooms.segmentation.models import Assignment, Caseload, HandOver, Leave, Objection
from jobunivers.rooms.segmentation.queries.spreading import weights_on
from jobunivers.rooms.segmentation.queries.team import (
    USUAL_CAPACITY,
    leaves_from,
    loads,
    team_on,
)
from jobunivers.rooms.segmentation.queries.words import LANGUAGES
from jobunivers.science.segmentation import Consultant

_RECENT = timedelta(days=14)
_MOST_RECENT = 5
# From here on a consultant has more to do than she can: said before anybody has to say it.
OVERLOADED = 1.1


@dataclass(frozen=True, slots=True)
class LeaveLine:
    """Days on which a consultant is away, and who stands in."""

    pk: int
    version: int
    staff_id: int
    name: str
    away_from: date
    away_to: date
    substitute_id: int | None
    substitute: str
    now: bool

    @property
    def last(self) -> date:
        """Return the last day she is away."""
        return self.away_to - timedelta(days=1)


@dataclass(frozen=True, slots=True)
class LoadRow:
    """A consultant: how many she helps, how much work that is, and what she can take."""

    staff_id: int
    name: str
    people: int
    weight: float
    instead: int  # citizens of colleagues she stands in for today
    capacity: int
    languages: str
    leave: LeaveLine | None

    @property
    def share(self) -> float:
        """Return how full it is, 1 and more when there is no room."""
        return self.weight / self.capacity if self.capacity else float(bool(self.people))

    @property
    def overloaded(self) -> bool:
        """Say whether she has clearly more than she can take, those she stands in for too."""
        if not self.capacity:
            return bool(self.people)
        return (self.weight + self.instead) / self.capacity >= OVERLOADED


@dataclass(frozen=True, slots=True)
class HandOverLine:
    """A hand-over of late, which may be taken back."""

    pk: int
    at: datetime
    giver: str
    by: str
    many: int
    reason: str
    undone: bool


@dataclass(frozen=True, slots=True)
class CaseloadsPage:
    """All consultants, and what there is room for in the kommune."""

    rows: tuple[LoadRow, ...]
    people: int
    capacity: int  # of those who are at work today
    open_objections: int
    late_objections: int
    nobody_here: bool  # there are consultants, and all of them are away
    alone: tuple[LeaveLine, ...]  # leaves that nobody stands in for
    hand_overs: tuple[HandOverLine, ...]

    @property
    def room(self) -> int:
        """Return for how many more there is room; below 0 for too many."""
        return self.capacity - self.people

    @property
    def overloaded(self) -> tuple[LoadRow, ...]:
        """Return who has clearly more than she can take."""
        return tuple(row for row in self.rows if row.overloaded)


def caseloads_page(*, today: date, at: datetime) -> CaseloadsPage:
    """Return each consultant of the kommune by name, with what she has and can take on."""
    people = dict(identity.staff(roles=[Role.CONSULTANT]).values_list("pk", "name"))
    team = {one.id: one for one in team_on(today)}
    leaves = leave_lines(today)
    first: dict[int, LeaveLine] = {}
    for leave in leaves:
        first.setdefault(leave.staff_id, leave)
    weights, counted = weights_on(today), loads()
    rows = tuple(
        LoadRow(
            staff_id=pk,
            name=name,
            people=counted.get(pk, 0),
            weight=weights.get(pk, 0.0),
            instead=_instead(pk, leaves, counted),
            capacity=team[pk].capacity,
            languages=_languages(team[pk]),
            leave=first.get(pk),
        )
        for pk, name in people.items()
    )
    here = [one for one in team.values() if not one.is_away(today)]
    late = Count("pk", filter=Q(due_on__lt=today))
    waiting = Objection.objects.filter(answered_at=None).aggregate(all=Count("pk"), late=late)
    return CaseloadsPage(
        rows=rows,
        people=sum(row.people for row in rows),
        capacity=sum(one.capacity for one in here),
        open_objections=waiting["all"],
        late_objections=waiting["late"],
        nobody_here=bool(team) and not here,
        alone=tuple(one for one in leaves if one.substitute_id is None),
        hand_overs=_recent(at),
    )


def _instead(pk: int, leaves: list[LeaveLine], counted: Mapping[int, int]) -> int:
    stands = (one.staff_id for one in leaves if one.now and one.substitute_id == pk)
    return sum(counted.get(one, 0) for one in stands)


def _languages(one: Consultant) -> str:
    return ", ".join(str(LANGUAGES.get(code, code)) for code in sorted(one.languages))


def leave_lines(today: date, staff_id: int | None = None) -> list[LeaveLine]:
    """Return the leaves that last or are to come, of all or of one, the first to begin first."""
    found = leaves_from(today)
    rows = list(found if staff_id is None else found.filter(staff_id=staff_id))
    ids = {one.staff_id for one in rows} | {one.substitute_id or 0 for one in rows}
    names = identity.names(ids=ids) if rows else {}
    return [leave_line(one, names, today) for one in rows]


def leave_lines_of(leaves: Iterable[Leave], today: date | None = None) -> list[LeaveLine]:
    """Return leaves that are read already as a page shows them; names cost one question."""
    rows = list(leaves)
    names = identity.names(ids={one.staff_id for one in rows}) if rows else {}
    return [leave_line(one, names, today or one.away_from) for one in rows]


def leave_line(leave: Leave, names: Mapping[int, tuple[str, str]], today: date) -> LeaveLine:
    """Return a leave as a page shows it."""
    return LeaveLine(
        pk=leave.pk,
        version=leave.version,
        staff_id=leave.staff_id,
        name=names.get(leave.staff_id, ("",))[0],
        away_from=leave.away_from,
        away_to=leave.away_to,
        substitute_id=leave.substitute_id,
        substitute=names.get(leave.substitute_id or 0, ("",))[0],
        now=leave.away_from <= today < leave.away_to,
    )


def leave_of(leave: Leave, today: date) -> LeaveLine:
    """Return one leave as its own page shows it."""
    ids = [leave.staff_id, leave.substitute_id or 0]
    return leave_line(leave, identity.names(ids=ids), today)


def names_of(staff_ids: list[int]) -> list[str]:
    """Return the names of some members of staff."""
    names = identity.names(ids=staff_ids)
    return [names[pk][0] for pk in staff_ids if pk in names]


def _recent(at: datetime) -> tuple[HandOverLine, ...]:
    found = HandOver.objects.filter(at__gte=at - _RECENT).annotate(many=Count("given"))
    rows = list(found.order_by("-at", "-pk")[:_MOST_RECENT])
    ids = {one.from_id for one in rows} | {one.by_id for one in rows}
    names = identity.names(ids=ids) if rows else {}
    return tuple(
        HandOverLine(
            pk=one.pk,
            at=one.at,
            giver=names.get(one.from_id, ("",))[0],
            by=names.get(one.by_id, ("",))[0],
            many=one.many,
            reason=one.reason,
            undone=one.undone_at is not None,
        )
        for one in rows
    )


@dataclass(frozen=True, slots=True)
class CaseloadPage:
    """One consultant: her plan as the form shows it, her leave, whom she stands in for."""

    plan: dict[str, Any]
    people: int
    leaves: tuple[LeaveLine, ...]
    stands_in: tuple[LeaveLine, ...]


def caseload_page(*, staff_id: int, today: date) -> CaseloadPage:
    """Return a consultant's plan; what nobody planned is as usual."""
    load = Caseload.objects.filter(staff_id=staff_id).first()
    lines = leave_lines(today)
    plan: dict[str, Any] = {"capacity": USUAL_CAPACITY}
    if load is not None:
        plan = {"capacity": load.capacity, "languages": load.languages}
    return CaseloadPage(
        plan=plan,
        people=Assignment.objects.filter(staff_id=staff_id, ended_at=None).count(),
        leaves=tuple(one for one in lines if one.staff_id == staff_id),
        stands_in=tuple(one for one in lines if one.substitute_id == staff_id),
    )
