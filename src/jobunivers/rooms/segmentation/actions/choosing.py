# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What people say to a placement: staff choose another for a while, and she may object."""

from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import Count
from django.utils import timezone

from jobunivers.foundation.events import actions as events
from jobunivers.foundation.notices import actions as notices
from jobunivers.identity import queries as identity
from jobunivers.identity.models import ADVISING, Role
from jobunivers.rooms.segmentation.actions.segmenting import segment_many
from jobunivers.rooms.segmentation.models import (
    Assignment,
    Move,
    Objection,
    ObjectionKind,
    ObjectionOutcome,
    Override,
    Placement,
)
from jobunivers.rooms.segmentation.queries.policies import policy_in_effect
from jobunivers.rooms.segmentation.queries.team import away_on

# Half a year: by then somebody has looked at it again.
LONGEST = timedelta(days=183)


class NoReason(Exception):  # noqa: N818 - it reads as what happened
    """Nothing is said, or too little to be understood."""


class TooLong(Exception):  # noqa: N818 - it reads as what happened
    """It would hold for more than half a year, or is over before it begins."""


class UnknownCourse(Exception):  # noqa: N818 - it reads as what happened
    """The policy in effect has no such course."""


class NotPlaced(Exception):  # noqa: N818 - it reads as what happened
    """She stands in no course now."""


class AlreadyObjected(Exception):  # noqa: N818 - it reads as what happened
    """An objection of hers waits for an answer already."""


class AlreadyAnswered(Exception):  # noqa: N818 - it reads as what happened
    """It has an answer, or was taken back."""


@transaction.atomic
def override(
    *, citizen_id: int, staff_id: int, course: str, reason: str, until: date, at: datetime
) -> Override:
    """Choose a course for a citizen until a day; what was chosen before ends.

    Raises NoReason, TooLong, UnknownCourse, NotPlaced.
    """
    today = timezone.localdate(at)
    if not reason.strip():
        raise NoReason
    if not today < until <= today + LONGEST:
        raise TooLong
    if policy_in_effect(at=at).rules.place_of(course) < 0:
        raise UnknownCourse
    if not Placement.objects.select_for_update().filter(citizen_id=citizen_id).exists():
        raise NotPlaced
    before = Override.objects.filter(citizen_id=citizen_id, ended_at=None)
    before.update(ended_at=at, ended_by_id=staff_id)
    row = Override.objects.create(
        citizen_id=citizen_id, course=course, reason=reason, by_id=staff_id, at=at, until=until
    )
    _record("segmentation.overridden", citizen_id, staff_id, at, override=row.pk)
    segment_many(citizen_ids=[citizen_id], at=at)
    return row


@transaction.atomic
def end_override(*, citizen_id: int, staff_id: int, at: datetime) -> None:
    """End a choice before its time: the rules decide again. Raises NotPlaced when none holds."""
    open_ = Override.objects.filter(citizen_id=citizen_id, ended_at=None)
    if not open_.update(ended_at=at, ended_by_id=staff_id):
        raise NotPlaced
    _record("segmentation.override_ended", citizen_id, staff_id, at)
    segment_many(citizen_ids=[citizen_id], at=at)


@transaction.atomic
def object_to(
    *,
    citizen_id: int,
    kind: ObjectionKind,
    words: str,
    wished_course: str = "",
    at: datetime,
) -> Objection:
    """Say no to where she is: a task with a date for a named person.

    Her consultant answers, else the adviser with the fewest to answer. Raises NotPlaced,
    UnknownCourse, AlreadyObjected.
    """
    placement = Placement.objects.select_for_update().filter(citizen_id=citizen_id).first()
    if placement is None:
        raise NotPlaced
    policy = policy_in_effect(at=at).rules
    if wished_course and policy.place_of(wished_course) < 0:
        raise UnknownCourse
    if Objection.objects.filter(citizen_id=citizen_id, answered_at=None).exists():
        raise AlreadyObjected
    move = Move.objects.filter(citizen_id=citizen_id).order_by("-at", "-pk").first()
    row = Objection.objects.create(
        citizen_id=citizen_id,
        course=placement.course,
        move_id=move.pk if move else None,
        kind=kind,
        words=words.strip(),
        wished_course=wished_course,
        at=at,
        due_on=timezone.localdate(at) + timedelta(days=policy.objection_days),
        responsible_id=who_answers(citizen_id, timezone.localdate(at)),
    )
    _record("segmentation.objected", citizen_id, citizen_id, at, objection=row.pk)
    if row.responsible_id is not None:
        notices.notify(
            person_id=row.responsible_id,
            kind="segmentation.objection",
            at=at,
            data={"due": row.due_on.isoformat()},
            path="medarbejder/indsigelser/",
            key=f"objection-{row.pk}",
        )
    return row


@transaction.atomic
def answer_objection(
    *, objection_id: int, staff_id: int, answer: str, outcome: ObjectionOutcome, at: datetime
) -> Objection:
    """Answer in words she reads; a person decides. Raises NoReason, AlreadyAnswered.

    Agreeing moves nobody by itself: whoever agrees chooses the course with `override`, or has
    the facts corrected.
    """
    if not answer.strip():
        raise NoReason
    row = _end(objection_id, answer.strip(), outcome, staff_id, at)
    _record("segmentation.objection_answered", row.citizen_id, staff_id, at, objection=row.pk)
    notices.notify(
        person_id=row.citizen_id,
        kind="segmentation.answered",
        at=at,
        path="mit-forloeb/",
        key=f"objection-{row.pk}",
    )
    return row


@transaction.atomic
def take_back_objection(*, objection_id: int, citizen_id: int, at: datetime) -> None:
    """Let her take her objection back; raises AlreadyAnswered."""
    row = _end(objection_id, "", ObjectionOutcome.TAKEN_BACK, None, at)
    _record("segmentation.objection_taken_back", citizen_id, citizen_id, at, objection=row.pk)


@transaction.atomic
def hand_objection(*, objection_id: int, to_id: int, by_id: int, at: datetime) -> None:
    """Give an open objection to another named person; raises AlreadyAnswered."""
    changed = Objection.objects.filter(pk=objection_id, answered_at=None).update(
        responsible_id=to_id
    )
    if not changed:
        raise AlreadyAnswered
    row = Objection.objects.get(pk=objection_id)
    _record("segmentation.objection_handed", row.citizen_id, by_id, at, objection=row.pk, to=to_id)


def _end(
    objection_id: int, answer: str, outcome: ObjectionOutcome, by_id: int | None, at: datetime
) -> Objection:
    changed = Objection.objects.filter(pk=objection_id, answered_at=None).update(
        answer=answer, outcome=outcome, answered_by_id=by_id, answered_at=at
    )
    if not changed:
        raise AlreadyAnswered
    return Objection.objects.get(pk=objection_id)


def who_answers(citizen_id: int, today: date) -> int | None:
    """Return the named person: her consultant or who stands in, else who has fewest."""
    hers = Assignment.objects.filter(citizen_id=citizen_id, ended_at=None).first()
    on_leave = away_on(today)
    if hers is not None:
        # Who stands in for her answers, too; nobody, when nobody stands in.
        one = on_leave.get(hers.staff_id, hers.staff_id)
        if one is not None and identity.person(pk=one) is not None:
            return one
    for roles in ([Role.ADVISER], ADVISING):
        people = [one.pk for one in identity.staff(roles=roles) if one.pk not in on_leave]
        if people:
            waiting = Objection.objects.filter(answered_at=None, responsible_id__in=people)
            counted = waiting.values("responsible_id").annotate(many=Count("pk"))
            many = dict(counted.order_by().values_list("responsible_id", "many"))
            return min(people, key=lambda pk: (many.get(pk, 0), pk))
    return None


def _record(kind: str, citizen_id: int, actor_id: int, at: datetime, **data: int) -> None:
    events.record(kind, at=at, citizen_id=citizen_id, actor_id=actor_id, data=data)
