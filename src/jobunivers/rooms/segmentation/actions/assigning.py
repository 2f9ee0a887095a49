# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Personal consultants: who needs one gets one at once, and keeps her."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime

from django.db import transaction
from django.db.models import Count, QuerySet
from django.utils import timezone

from jobunivers.foundation.events import actions as events
from jobunivers.foundation.notices import actions as notices
from jobunivers.identity import queries as identity
from jobunivers.identity.models import Role
from jobunivers.rooms.journey import queries as journey
from jobunivers.rooms.segmentation.models import Assignment, AssignmentWhy, Caseload, Placement
from jobunivers.rooms.segmentation.queries.policies import InEffect
from jobunivers.science.segmentation import Consultant, Needing, assign

# What a consultant is taken to be able to help while nobody has said: LAB sets no number; about
# 40 is what Danish kommuner plan with for close support.
USUAL_CAPACITY = 40
_ENOUGH_DANISH = ("working", "fluent")


class NotConsultant(Exception):  # noqa: N818 - it reads as what happened
    """She is no personal consultant of the kommune."""


@transaction.atomic
def set_caseload(
    *,
    staff_id: int,
    capacity: int,
    languages: Sequence[str] = (),
    away_from: date | None = None,
    away_to: date | None = None,
    at: datetime,
    by_id: int | None = None,
) -> Caseload:
    """Say how many a consultant can help, in which languages and when she is away."""
    person = identity.person(pk=staff_id)
    if person is None or person.role != Role.CONSULTANT:
        raise NotConsultant
    row, _made = Caseload.objects.update_or_create(
        staff_id=staff_id,
        defaults={
            "capacity": capacity,
            "languages": sorted(set(languages) - {"da"}),
            "away_from": away_from,
            "away_to": away_to,
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
    today, team = timezone.localdate(at), _consultants()
    stays = {one.id for one in team if not one.hands_over(today)}
    helped = {one: row.staff_id for one, row in current.items()}
    looking = {one for one in need if helped.get(one) not in stays}
    chosen = assign(list(_needing(looking, helped)), team, today) if looking else []
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
    _tell([(one.citizen, one.consultant) for one in chosen], at=at)
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
    _tell([(citizen_id, staff_id)], at=at, by_id=by_id)
    return row


def end_assignments(*, citizen_ids: Iterable[int], at: datetime) -> None:
    """End the help of a personal consultant."""
    ids = list(citizen_ids)
    if ids:
        Assignment.objects.filter(citizen_id__in=ids, ended_at=None).update(ended_at=at)


def _open() -> QuerySet[Assignment]:
    return Assignment.objects.filter(ended_at=None).order_by("pk")


def _needing(looking: set[int], helped: Mapping[int, int]) -> Iterator[Needing]:
    """Yield who looks for a consultant, with her languages when her Danish is weak."""
    earlier = Assignment.objects.filter(citizen_id__in=looking, ended_at__isnull=False)
    before = dict(earlier.order_by("ended_at", "pk").values_list("citizen_id", "staff_id"))
    languages = journey.languages_of(citizen_ids=looking)
    for one in sorted(looking):
        known = languages.get(one, {})
        weak = bool(known) and known.get("da") not in _ENOUGH_DANISH
        yield Needing(
            id=one,
            languages=frozenset(known) - {"da"} if weak else frozenset(),
            current=helped.get(one),
            before=before.get(one),
        )


def _consultants() -> list[Consultant]:
    """Return the kommune's personal consultants with whom they help now."""
    people = list(identity.staff(roles=[Role.CONSULTANT]).values_list("pk", flat=True))
    said = {row.staff_id: row for row in Caseload.objects.filter(staff_id__in=people)}
    load = Counter(
        dict(
            Assignment.objects.filter(ended_at=None)
            .values("staff_id")
            .annotate(many=Count("pk"))
            .order_by("staff_id")
            .values_list("staff_id", "many")
        )
    )
    return [
        Consultant(
            id=pk,
            capacity=said[pk].capacity if pk in said else USUAL_CAPACITY,
            load=load[pk],
            languages=frozenset(said[pk].languages) if pk in said else frozenset(),
            away_from=said[pk].away_from if pk in said else None,
            away_to=said[pk].away_to if pk in said else None,
        )
        for pk in people
    ]


def _tell(pairs: Sequence[tuple[int, int]], *, at: datetime, by_id: int | None = None) -> None:
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
