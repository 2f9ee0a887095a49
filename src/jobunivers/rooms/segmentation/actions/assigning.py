# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Personal consultants: who needs one gets one at once, and keeps her."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from jobunivers.foundation.events import actions as events
from jobunivers.foundation.notices import actions as notices
from jobunivers.identity import queries as identity
from jobunivers.identity.models import Role
from jobunivers.rooms.segmentation.models import Assignment, AssignmentWhy, Caseload, Placement
from jobunivers.rooms.segmentation.queries.policies import InEffect
from jobunivers.rooms.segmentation.queries.team import needing, team_on
from jobunivers.science.segmentation import assign


class NotConsultant(Exception):  # noqa: N818 - it reads as what happened
    """She is no personal consultant of the kommune."""


@transaction.atomic
def set_caseload(
    *,
    staff_id: int,
    capacity: int,
    languages: Sequence[str] = (),
    at: datetime,
    by_id: int | None = None,
) -> Caseload:
    """Say how many a consultant can help, and in which languages; `plan_leave` says when not."""
    person = identity.person(pk=staff_id)
    if person is None or person.role != Role.CONSULTANT:
        raise NotConsultant
    row, _made = Caseload.objects.update_or_create(
        staff_id=staff_id,
        defaults={
            "capacity": capacity,
            "languages": sorted(set(languages) - {"da"}),
            "changed_at": at,
        },
    )
    events.record("segmentation.caseload_set", at=at, actor_id=by_id, data={"staff": staff_id})
    return row


def assign_consultants(
    *, policy: InEffect, at: datetime, citizen_ids: Sequence[int] | None = None
) -> int:
    """Give everybody whose course has one a consultant; end those no course asks for.

    Who has one keeps her, unless she has left or is away for long. Returns how many are new.
    """
    courses = [course.code for course in policy.rules.courses if course.consultant]
    placed, open_ = Placement.objects.filter(course__in=courses), _open()
    if citizen_ids is not None:
        placed = placed.filter(citizen_id__in=citizen_ids)
        open_ = open_.filter(citizen_id__in=citizen_ids)
    need = set(placed.order_by().values_list("citizen_id", flat=True))
    current = {row.citizen_id: row for row in open_ if row.citizen_id in need}
    end_assignments(citizen_ids=[r.citizen_id for r in open_ if r.citizen_id not in need], at=at)
    today = timezone.localdate(at)
    team = team_on(today)
    stays = {one.id for one in team if not one.hands_over(today)}
    helped = {one: row.staff_id for one, row in current.items()}
    looking = {one for one in need if helped.get(one) not in stays}
    chosen = assign(list(needing(looking, helped)), team, today) if looking else []
    if not chosen:
        return 0
    handed = [current[one.citizen].pk for one in chosen if one.citizen in current]
    Assignment.objects.filter(pk__in=handed).update(ended_at=at)
    Assignment.objects.bulk_create(
        Assignment(
            citizen_id=one.citizen,
            staff_id=one.consultant,
            began_at=at,
            why=AssignmentWhy(one.why.value),
            over_capacity=one.over_capacity,
        )
        for one in chosen
    )
    tell([(one.citizen, one.consultant) for one in chosen], at=at)
    return len(chosen)


@transaction.atomic
def assign_consultant(*, citizen_id: int, staff_id: int, by_id: int, at: datetime) -> Assignment:
    """Give a citizen the consultant that a person chose; raises NotConsultant."""
    person = identity.person(pk=staff_id)
    if person is None or person.role != Role.CONSULTANT:
        raise NotConsultant
    end_assignments(citizen_ids=[citizen_id], at=at)
    row = Assignment.objects.create(
        citizen_id=citizen_id,
        staff_id=staff_id,
        began_at=at,
        why=AssignmentWhy.CHOSEN,
        by_id=by_id,
    )
    tell([(citizen_id, staff_id)], at=at, by_id=by_id)
    return row


def end_assignments(*, citizen_ids: Iterable[int], at: datetime) -> None:
    """End the help of a personal consultant."""
    ids = list(citizen_ids)
    if ids:
        Assignment.objects.filter(citizen_id__in=ids, ended_at=None).update(ended_at=at)


def _open() -> QuerySet[Assignment]:
    return Assignment.objects.filter(ended_at=None).order_by("pk")


def tell(pairs: Sequence[tuple[int, int]], *, at: datetime, by_id: int | None = None) -> None:
    """Record new consultants, and write to the citizens they are to help."""
    events.record_many(
        [
            events.Happened(
                kind="segmentation.consultant_assigned",
                at=at,
                citizen_id=citizen,
                actor_id=by_id,
                data={"staff": staff},
            )
            for citizen, staff in pairs
        ]
    )
    wanted = [
        notices.Wanted(person_id=citizen, kind="segmentation.consultant", path="mit-forloeb/")
        for citizen, _ in pairs
    ]
    notices.notify_many(wanted, at=at)
