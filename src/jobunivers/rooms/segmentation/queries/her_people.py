# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What people have chosen for her, who helps her, what she said to it, and when she is away."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import F, Q
from django.utils.translation import gettext

from jobunivers.foundation.ui import wording
from jobunivers.identity import queries as identity
from jobunivers.rooms.journey import queries as journey
from jobunivers.rooms.segmentation.models import Assignment, Objection, Override
from jobunivers.rooms.segmentation.queries.courses import CourseName, called
from jobunivers.rooms.segmentation.queries.team import leaves_on
from jobunivers.rooms.segmentation.queries.words import HER_OUTCOMES


@dataclass(frozen=True, slots=True)
class Chosen:
    """A course that a member of staff chose."""

    course_name: str
    by: str
    reason: str
    until: date  # the first day it no longer holds

    @property
    def last(self) -> date:
        """Return the last day it holds."""
        return self.until - timedelta(days=1)


@dataclass(frozen=True, slots=True)
class ObjectionRow:
    """What she said to it, and what was answered."""

    pk: int
    at: datetime
    kind: str
    words: str
    wished: str
    due_on: date
    responsible: str
    answered_at: datetime | None
    answered_by: str
    answer: str
    outcome: str


@dataclass(frozen=True, slots=True)
class AbsenceRow:
    """Days on which nothing is asked of her."""

    pk: int
    kind: str  # illness | holiday | agreed
    starts_on: date
    ends_on: date | None  # the first day it no longer lasts
    agreed_with: str

    @property
    def last_day(self) -> date | None:
        """Return the last day of it."""
        return self.ends_on - timedelta(days=1) if self.ends_on else None


def helpers_of(citizen_id: int, today: date) -> list[int]:
    """Return who helps her: while her personal consultant is away, who stands in, and then she."""
    found = Assignment.objects.filter(citizen_id=citizen_id, ended_at=None)
    own = list(found.order_by("-pk").values_list("staff_id", flat=True))
    away = leaves_on(today).filter(staff_id__in=own, substitute_id__isnull=False)
    return [pk for pk in away.values_list("substitute_id", flat=True) if pk is not None] + own


def people_around(
    citizen_id: int, names: Mapping[str, CourseName], *, today: date
) -> tuple[Chosen | None, str, ObjectionRow | None]:
    """Return what people have chosen for her, who helps her today, and her newest objection."""
    override = Override.objects.filter(citizen_id=citizen_id, ended_at=None).first()
    helper = Assignment.objects.filter(citizen_id=citizen_id, ended_at=None).first()
    leave = leaves_on(today).filter(staff_id=helper.staff_id).first() if helper else None
    objections = Objection.objects.filter(citizen_id=citizen_id)
    newest = objections.order_by(F("answered_at").desc(nulls_first=True), "-pk").first()
    ids = {
        override.by_id if override else None,
        helper.staff_id if helper else None,
        leave.substitute_id if leave else None,
        newest.responsible_id if newest else None,
        newest.answered_by_id if newest else None,
    } - {None}
    people = identity.names(ids=[pk for pk in ids if pk is not None]) if ids else {}
    chosen = (
        Chosen(
            called(names, override.course),
            _name(people, override.by_id),
            override.reason,
            override.until,
        )
        if override
        else None
    )
    consultant = _name(people, helper.staff_id) if helper else ""
    if leave is not None and (other := _name(people, leave.substitute_id)):
        last = wording.day(leave.away_to - timedelta(days=1))
        said = {"name": consultant, "other": other, "last": last}
        consultant = gettext("%(name)s. %(other)s hjælper dig til og med %(last)s") % said
    return chosen, consultant, _objection(newest, people, names) if newest else None


def _objection(
    row: Objection, people: Mapping[int, tuple[str, str]], names: Mapping[str, CourseName]
) -> ObjectionRow:
    return ObjectionRow(
        pk=row.pk,
        at=row.at,
        kind=row.kind,
        words=row.words,
        wished=called(names, row.wished_course) if row.wished_course else "",
        due_on=row.due_on,
        responsible=_name(people, row.responsible_id),
        answered_at=row.answered_at,
        answered_by=_name(people, row.answered_by_id),
        answer=row.answer,
        outcome=str(HER_OUTCOMES.get(row.outcome, "")),
    )


def _name(people: Mapping[int, tuple[str, str]], pk: int | None) -> str:
    return people.get(pk or 0, ("", ""))[0]


def absence_of(citizen_id: int, today: date) -> AbsenceRow | None:
    """Return the absence she has today, or the next that is told."""
    return next(iter(absences(citizen_id=citizen_id, today=today)), None)


def absences(*, citizen_id: int, today: date) -> list[AbsenceRow]:
    """Return the absences that last or are to come, the first to begin first."""
    lasting = Q(ends_on=None) | Q(ends_on__gt=today)
    found = list(journey.absences_of(citizen_id).filter(lasting).order_by("starts_on", "pk"))
    ids = {one.agreed_with_id for one in found if one.agreed_with_id is not None}
    people = identity.names(ids=ids) if ids else {}
    return [
        AbsenceRow(one.pk, one.kind, one.starts_on, one.ends_on, _name(people, one.agreed_with_id))
        for one in found
    ]
