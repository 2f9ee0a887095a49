# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Opening a case, handing it on, taking it back; what the kommune has decided of cases."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.utils import timezone

from jobunivers.foundation.events import actions as events
from jobunivers.rooms.availability.actions import telling
from jobunivers.rooms.availability.actions.noting import held, note, saved
from jobunivers.rooms.availability.models import (
    BenefitGroup,
    Case,
    CaseKind,
    CaseRules,
    CaseState,
)
from jobunivers.rooms.availability.queries.procedures import NoProcedureOn, procedure_on


class CaseExists(Exception):  # noqa: N818 - it reads as what is there
    """There is a case of what happened that day."""

    def __init__(self, case: Case) -> None:
        """Keep the case that is there."""
        super().__init__(f"case #{case.pk}")
        self.case = case


class NotYet(Exception):  # noqa: N818 - it reads as what it is
    """It is said to have happened on a day that has not come."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseEntryForm:
    """What somebody says when she opens a case."""

    kind: CaseKind
    group: BenefitGroup
    event_on: date
    why: str


@transaction.atomic
def open_case(*, citizen_id: int, entry: CaseEntryForm, staff_id: int, at: datetime) -> Case:
    """Open a case by a named person; she is told. Nothing else ever opens one.

    Raises:
        CaseExists: there is one of the same kind and day that was not withdrawn.
        NotYet: the day has not come.
    """
    if entry.event_on > timezone.localdate(at):
        raise NotYet
    try:
        procedure = procedure_on(entry.event_on).version
    except NoProcedureOn:
        procedure = ""  # it can be looked into, but nothing against her can be decided
    try:
        with transaction.atomic():
            case = Case.objects.create(
                citizen_id=citizen_id, kind=entry.kind, group=entry.group,
                event_on=entry.event_on, why=entry.why, procedure=procedure,
                opened_by_id=staff_id, opened_at=at, staff_id=staff_id, changed_at=at,
                changed_by_id=staff_id,
            )  # fmt: skip
    except IntegrityError:
        there = Case.objects.exclude(state=CaseState.WITHDRAWN).get(
            citizen_id=citizen_id, kind=entry.kind, event_on=entry.event_on
        )
        raise CaseExists(there) from None
    note(case, "case_opened", actor_id=staff_id, at=at, data={"group": entry.group})
    telling.tell_her(case, telling.OPENED, at=at)
    telling.task_to_begin(case, at=at)
    return case


@transaction.atomic
def withdraw(*, case_id: int, why: str, staff_id: int, at: datetime) -> Case:
    """Take a case back: opened by mistake, or she has moved. It is kept, and harms her nowhere.

    Raises Closed.
    """
    case = held(case_id)
    case.state = CaseState.WITHDRAWN
    case.withdrawn_by_id, case.withdrawn_at, case.withdrawn_why = staff_id, at, why
    saved(case, actor_id=staff_id, at=at)
    note(case, "case_withdrawn", actor_id=staff_id, at=at)
    telling.tell_her(case, telling.DECIDED, at=at)
    telling.close_tasks(case, at=at, staff_id=staff_id)
    return case


@transaction.atomic
def take_over(*, case_id: int, staff_id: int, at: datetime) -> Case:
    """Let another work on a case: whoever had it is on leave, or has left. Raises Closed."""
    case = held(case_id)
    if case.staff_id == staff_id:
        return case
    before, case.staff_id = case.staff_id, staff_id
    saved(case, actor_id=staff_id, at=at)
    note(case, "case_taken_over", actor_id=staff_id, at=at, data={"from": before})
    telling.task_to_begin(case, at=at)
    return case


@transaction.atomic
def set_case_rules(*, four_eyes: bool, why: str, actor_id: int, at: datetime) -> CaseRules:
    """Decide whether a second person reads each decision; what was decided before stays kept."""
    row = CaseRules.objects.create(
        four_eyes=four_eyes, why=why, changed_by_id=actor_id, changed_at=at
    )
    events.record(
        "availability.rules_changed", at=at, actor_id=actor_id, data={"four_eyes": four_eyes}
    )
    return row
