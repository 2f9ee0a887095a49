# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""People act on points: solved, later, wrong, undone; she says that it does not fit."""

from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from jobunivers.foundation.events import actions as events
from jobunivers.foundation.notices import actions as notices
from jobunivers.rooms.casework.actions.flags import flag_rows
from jobunivers.rooms.casework.models import (
    WAITING,
    AttentionDecision,
    AttentionPoint,
    PointState,
    Wrong,
)
from jobunivers.rooms.casework.queries.attention import waiting
from jobunivers.rooms.followup import actions as followup
from jobunivers.rooms.segmentation import queries as segmentation

OBJECTED = "objected"
"""The kind of a message that a member of staff wrote."""
ANSWERED = ("invited", "written")
"""How a point was answered elsewhere: she was invited to a talk, or written to."""
ANSWER_TIME = timedelta(days=7)
"""So long she has to answer before the point comes again, if it still holds."""
SOLVED = ("handled", "confirmed", "agreed")
"""How a point was solved: dealt with, her job is certain, or she was right that it does not fit."""


class AlreadyHandled(Exception):  # noqa: N818 - it reads as what happened
    """Somebody else was first, or the point has closed by itself."""


class WordsAreMissing(ValueError):  # noqa: N818
    """Another reason than those to choose from must be said in words."""


@transaction.atomic
def solve(*, point_id: int, staff_id: int, how: str, at: datetime) -> AttentionPoint:
    """Say that a point is dealt with; raises AlreadyHandled."""
    if how not in SOLVED:
        raise ValueError(how)
    return _move(
        point_id, staff_id, at, state=PointState.SOLVED, how=how, closed_at=at,
        closed_by_id=staff_id, until=None,
    )  # fmt: skip


@transaction.atomic
def postpone(*, point_id: int, staff_id: int, until: date, at: datetime) -> AttentionPoint:
    """Let a point come again on a day, if it still holds; raises AlreadyHandled."""
    return _move(point_id, staff_id, at, state=PointState.POSTPONED, until=until)


@transaction.atomic
def mark_wrong(
    *, point_id: int, staff_id: int, why: str, note: str, at: datetime
) -> AttentionPoint:
    """Say that a rule was wrong about her, and why: it is measured.

    Raises:
        ValueError: `why` is none of `Wrong`.
        WordsAreMissing: it is another reason, and there are no words.
        AlreadyHandled: somebody else was first.
    """
    reason = Wrong(why)
    if reason == Wrong.OTHER and not note.strip():
        raise WordsAreMissing
    return _move(
        point_id, staff_id, at, state=PointState.WRONG, how=reason.value, note=note.strip(),
        closed_at=at, closed_by_id=staff_id, until=None,
    )  # fmt: skip


@transaction.atomic
def undo(*, point_id: int, staff_id: int, at: datetime) -> AttentionPoint:
    """Open again what a person put away; raises AlreadyHandled when it cannot be."""
    point = AttentionPoint.objects.select_for_update().filter(pk=point_id).first()
    if point is None or point.state in (PointState.OPEN, PointState.CLOSED):
        raise AlreadyHandled
    same = AttentionPoint.objects.filter(citizen_id=point.citizen_id, code=point.code)
    if same.filter(state__in=WAITING).exclude(pk=point.pk).exists():
        raise AlreadyHandled
    point.state, point.how, point.note = PointState.OPEN, "", ""
    point.closed_at = point.closed_by_id = point.until = None
    return _kept(point, staff_id, at)


@transaction.atomic
def object_to_point(*, point_id: int, citizen_id: int, words: str, at: datetime) -> AttentionPoint:
    """Keep that a point does not fit her: a task for whoever helps her; raises AlreadyHandled."""
    point = (
        AttentionPoint.objects.select_for_update()
        .filter(pk=point_id, citizen_id=citizen_id, state__in=WAITING, objected_at=None)
        .first()
    )
    if point is None:
        raise AlreadyHandled
    point.objected_at, point.objection = at, words.strip()
    point.state, point.until = PointState.OPEN, None  # it waits for an answer, not for a day
    _kept(point, citizen_id, at, how=OBJECTED)
    helper = segmentation.consultants_of([citizen_id]).get(citizen_id)
    if helper is not None:
        notices.notify(
            person_id=helper,
            kind="casework.objection",
            at=at,
            path="medarbejder/opmaerksomhed/",
            key=f"point:{point.pk}",
        )
    return point


@transaction.atomic
def write_to(
    *, point_id: int, staff_id: int, words: str, until: date, at: datetime
) -> AttentionPoint:
    """Send her a message because of a point, which comes again on a day if nothing happens."""
    point = postpone(point_id=point_id, staff_id=staff_id, until=until, at=at)
    followup.write_to(
        citizen_id=point.citizen_id,
        staff_id=staff_id,
        title="",
        words=words,
        at=at,
        key=f"point:{point.pk}:{point.version}",
        origin="attention",
        ref=str(point.pk),
    )
    return point


@transaction.atomic
def answer_point(
    *, point_id: int, citizen_id: int, staff_id: int, how: str, at: datetime
) -> AttentionPoint | None:
    """Put off a point because she was invited or written to; None: it does not wait any more.

    The log keeps who did it, when and how. Safe to run twice.
    """
    if how not in ANSWERED:
        raise ValueError(how)
    today = timezone.localdate(at)
    rows = waiting(today).filter(pk=point_id, citizen_id=citizen_id)
    point = rows.select_for_update().first()
    if point is None:
        return None
    point.state, point.until = PointState.POSTPONED, today + ANSWER_TIME
    return _kept(point, staff_id, at, how=how)


@transaction.atomic
def answer_undone(
    *, point_id: int, citizen_id: int, staff_id: int, at: datetime
) -> AttentionPoint | None:
    """Let a point wait again, whose letter was taken back before it was sent.

    None when something else has become of it meanwhile.
    """
    rows = AttentionPoint.objects.select_for_update()
    point = rows.filter(pk=point_id, citizen_id=citizen_id, state=PointState.POSTPONED).first()
    log = AttentionDecision.objects.filter(point_id=point_id, state=PointState.POSTPONED)
    last = log.order_by("-at", "-pk").first()
    if point is None or last is None or last.how not in ANSWERED:
        return None
    point.state, point.until = PointState.OPEN, None
    return _kept(point, staff_id, at)


def points_shown(*, staff_id: int, citizen_ids: list[int], at: datetime) -> None:
    """Remember whose points a list showed: one event a list, ids only."""
    events.record(
        "casework.attention_shown", at=at, actor_id=staff_id, data={"citizen_ids": citizen_ids}
    )


def _move(point_id: int, staff_id: int, at: datetime, **fields: Any) -> AttentionPoint:
    """Change a point that waits, exactly once."""
    point = (
        AttentionPoint.objects.select_for_update().filter(pk=point_id, state__in=WAITING).first()
    )
    if point is None:
        raise AlreadyHandled
    for name, value in fields.items():
        setattr(point, name, value)
    return _kept(point, staff_id, at)


def _kept(point: AttentionPoint, actor_id: int, at: datetime, *, how: str = "") -> AttentionPoint:
    """Save a point, and write to the log who changed it."""
    point.version += 1
    point.save()
    flag_rows(citizen_ids=[point.citizen_id])
    AttentionDecision.objects.create(
        point_id=point.pk,
        citizen_id=point.citizen_id,
        code=point.code,
        at=at,
        state=point.state,
        how=how or point.how,
        rules=point.rules,
        tuning=point.tuning,
        facts=point.facts,
        actor_id=actor_id,
    )
    events.record(
        f"casework.point_{how or point.state}",
        at=at,
        citizen_id=point.citizen_id,
        actor_id=actor_id,
        data={"point": point.pk, "code": point.code},
    )
    return point
