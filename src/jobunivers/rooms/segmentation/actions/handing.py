# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Citizens handed from one consultant to others, by a manager, and taken back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from jobunivers.foundation.events import actions as events
from jobunivers.foundation.notices import actions as notices
from jobunivers.identity import queries as identity
from jobunivers.identity.models import Role
from jobunivers.rooms.segmentation.actions.assigning import NotConsultant
from jobunivers.rooms.segmentation.models import Assignment, AssignmentWhy, Caseload, HandOver
from jobunivers.rooms.segmentation.queries.team import USUAL_CAPACITY, loads


class NothingToHandOver(Exception):  # noqa: N818 - it reads as what happened
    """All of them have another consultant by now: somebody else was first."""


class AlreadyUndone(Exception):  # noqa: N818
    """The hand-over was taken back already."""


@dataclass(frozen=True, slots=True)
class Handing:
    """One citizen's assignment as the manager saw it, and who is to help her."""

    assignment_id: int
    to_id: int


@dataclass(frozen=True, slots=True)
class Handed:
    """What became of it: whom was moved, and whose assignment somebody else had ended."""

    row: HandOver
    citizen_ids: tuple[int, ...]
    skipped: int


@transaction.atomic
def hand_over(
    *,
    from_id: int,
    handings: Sequence[Handing],
    proposed: Mapping[int, int],
    reason: str,
    by_id: int,
    at: datetime,
) -> Handed:
    """Give citizens of one consultant to others; whose consultant has changed meanwhile is left.

    Args:
        from_id: who gives them.
        handings: whose assignment, and to whom.
        proposed: citizen → consultant, as it was proposed to the manager; kept beside.
        reason: why, read by those who look at the decision later.
        by_id: the manager who decides.
        at: now.

    Raises:
        NotConsultant: one who is to take is no personal consultant, or the giver herself.
        NothingToHandOver: none of the assignments is open any more.
    """
    wanted = {one.assignment_id: one.to_id for one in handings}
    takers = set(wanted.values())
    known = {pk for pk, _role in identity.staff_of(roles=[Role.CONSULTANT])}
    if not takers <= known - {from_id}:
        raise NotConsultant
    mine = Assignment.objects.select_for_update().filter(
        pk__in=wanted, staff_id=from_id, ended_at=None
    )
    found = list(mine.order_by("citizen_id", "pk"))
    if not found:
        raise NothingToHandOver
    row = HandOver.objects.create(
        from_id=from_id,
        by_id=by_id,
        at=at,
        reason=reason,
        proposed={str(citizen): staff for citizen, staff in proposed.items()},
    )
    Assignment.objects.filter(pk__in=[one.pk for one in found]).update(ended_at=at)
    given = [(one.citizen_id, wanted[one.pk]) for one in found]
    _give(given, why=AssignmentWhy.SPREAD, row=row, by_id=by_id, at=at)
    return Handed(row, tuple(one.citizen_id for one in found), len(wanted) - len(found))


@transaction.atomic
def undo_hand_over(*, hand_over_id: int, by_id: int, at: datetime) -> int:
    """Give back whoever is still with whom she was handed to; return how many.

    Raises:
        AlreadyUndone: it was taken back before.
        NotConsultant: who gave them is no consultant any more.
    """
    row = HandOver.objects.select_for_update().get(pk=hand_over_id)
    if row.undone_at is not None:
        raise AlreadyUndone
    giver = identity.person(pk=row.from_id)
    if giver is None or giver.role != Role.CONSULTANT:
        raise NotConsultant
    given = Assignment.objects.select_for_update().filter(hand_over_id=row.pk, ended_at=None)
    still = list(given.order_by("citizen_id", "pk"))
    Assignment.objects.filter(pk__in=[one.pk for one in still]).update(ended_at=at)
    back = [(one.citizen_id, row.from_id) for one in still]
    _give(back, why=AssignmentWhy.BACK, row=None, by_id=by_id, at=at)
    row.undone_at, row.undone_by_id = at, by_id
    row.save(update_fields=["undone_at", "undone_by_id"])
    return len(still)


def _give(
    pairs: Sequence[tuple[int, int]],
    *,
    why: AssignmentWhy,
    row: HandOver | None,
    by_id: int,
    at: datetime,
) -> None:
    """Open the assignments, in order, and write kindly to each citizen."""
    load, room = loads(), dict(Caseload.objects.order_by("pk").values_list("staff_id", "capacity"))
    made = []
    for citizen, staff in pairs:
        load[staff] = load.get(staff, 0) + 1
        made.append(
            Assignment(
                citizen_id=citizen,
                staff_id=staff,
                began_at=at,
                why=why,
                over_capacity=load[staff] > room.get(staff, USUAL_CAPACITY),
                by_id=by_id,
                hand_over=row,
            )
        )
    Assignment.objects.bulk_create(made)
    events.record_many(
        [
            events.Happened(
                kind="segmentation.consultant_assigned",
                at=at,
                citizen_id=citizen,
                actor_id=by_id,
                data={"staff": staff, **({"hand_over": row.pk} if row else {})},
            )
            for citizen, staff in pairs
        ]
    )
    kind = "segmentation.handed" if why == AssignmentWhy.SPREAD else "segmentation.handed_back"
    wanted = [
        notices.Wanted(person_id=citizen, kind=kind, path="mit-forloeb/") for citizen, _ in pairs
    ]
    notices.notify_many(wanted, at=at)
