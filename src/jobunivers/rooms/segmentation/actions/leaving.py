# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Planned leave: who is away, and who helps her citizens meanwhile.

Whoever stands in is there on all the days: nobody can be on leave while she stands in, so two can
never stand in for each other in the same days, nor three in a ring.
"""

from datetime import date, datetime

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from jobunivers.foundation.events import actions as events
from jobunivers.foundation.notices import actions as notices
from jobunivers.foundation.turns import wait_for_turn
from jobunivers.identity import queries as identity
from jobunivers.identity.models import Role
from jobunivers.rooms.segmentation.actions.assigning import NotConsultant
from jobunivers.rooms.segmentation.models import Assignment, Leave

STANDING_IN = (Role.CONSULTANT, Role.ADVISER)
"""Who may stand in for a consultant: those who help citizens one by one."""


class CannotBeAway(Exception):  # noqa: N818 - it reads as what happened
    """The leave cannot be planned so; each kind of it says why."""


class LeaveIsOver(CannotBeAway):
    """Its last day has gone, or it was ended."""


class LeaveOverlaps(CannotBeAway):
    """She is away on some of these days already."""


class UnfitToStandIn(CannotBeAway):
    """Whoever is to stand in does not help citizens of the kommune, or is herself the one away."""


class SubstituteAway(CannotBeAway):
    """Whoever is to stand in is away herself on some of the days."""


class NeededMeanwhile(CannotBeAway):
    """She stands in for somebody on some of these days."""

    def __init__(self, staff_ids: list[int]) -> None:
        super().__init__(staff_ids)
        self.staff_ids = staff_ids


class LeaveChangedMeanwhile(CannotBeAway):
    """Somebody else has changed it: what was seen is not what stands there."""


@transaction.atomic
def plan_leave(
    *,
    staff_id: int,
    away_from: date,
    away_to: date,
    substitute_id: int | None,
    by_id: int,
    at: datetime,
) -> Leave:
    """Plan days on which a consultant is away, half-open, and who stands in for her.

    Raises:
        NotConsultant: she is no personal consultant of the kommune.
        CannotBeAway: the kind of it says why.
    """
    wait_for_turn("leave")
    person = identity.person(pk=staff_id)
    if person is None or person.role != Role.CONSULTANT:
        raise NotConsultant
    if away_to <= timezone.localdate(at) or away_to <= away_from:
        raise LeaveIsOver
    if _away(staff_id, away_from, away_to).exists():
        raise LeaveOverlaps
    needed = _during(away_from, away_to).filter(substitute_id=staff_id)
    if needed.exists():
        raise NeededMeanwhile(list(needed.order_by("pk").values_list("staff_id", flat=True)))
    _check_substitute(staff_id, substitute_id, away_from, away_to)
    leave = Leave.objects.create(
        staff_id=staff_id,
        away_from=away_from,
        away_to=away_to,
        substitute_id=substitute_id,
        by_id=by_id,
        made_at=at,
    )
    _record("segmentation.leave_planned", leave, by_id, at)
    return leave


@transaction.atomic
def change_substitute(
    *, leave_id: int, version: int, substitute_id: int | None, by_id: int, at: datetime
) -> Leave:
    """Let somebody else stand in, or nobody; raises CannotBeAway."""
    wait_for_turn("leave")
    leave = _seen(leave_id, version, at)
    _check_substitute(leave.staff_id, substitute_id, leave.away_from, leave.away_to)
    if leave.substitute_id != substitute_id:
        leave.substitute_id, leave.told_at, leave.version = substitute_id, None, version + 1
        leave.save(update_fields=["substitute_id", "told_at", "version"])
        _record("segmentation.substitute_changed", leave, by_id, at)
    return leave


@transaction.atomic
def end_leave(*, leave_id: int, version: int, by_id: int, at: datetime) -> Leave:
    """Let her be back today; one that has not begun, or begins today, is cancelled."""
    wait_for_turn("leave")
    leave, today = _seen(leave_id, version, at), timezone.localdate(at)
    if leave.away_from >= today:
        leave.cancelled_at = at
    else:
        leave.away_to = today
    leave.version = version + 1
    leave.save(update_fields=["cancelled_at", "away_to", "version"])
    _record("segmentation.leave_ended", leave, by_id, at)
    return leave


@transaction.atomic
def tell_of_substitutes(*, at: datetime) -> int:
    """Write to the citizens whose consultant is away from today who helps them; each once."""
    wait_for_turn("leave")
    today = timezone.localdate(at)
    waiting = Leave.objects.filter(
        cancelled_at=None, away_from__lte=today, away_to__gt=today, told_at=None
    ).exclude(substitute_id=None)
    wanted = []
    for leave in waiting.order_by("pk"):
        hers = Assignment.objects.filter(staff_id=leave.staff_id, ended_at=None)
        wanted += [
            notices.Wanted(
                person_id=citizen,
                kind="segmentation.substitute",
                data={"until": leave.away_to.isoformat()},
                path="mit-forloeb/",
                key=f"leave:{leave.pk}:{leave.version}",
            )
            for citizen in hers.order_by("citizen_id").values_list("citizen_id", flat=True)
        ]
    waiting.update(told_at=at)
    notices.notify_many(wanted, at=at)
    return len(wanted)


def _during(away_from: date, away_to: date) -> QuerySet[Leave]:
    return Leave.objects.filter(cancelled_at=None, away_from__lt=away_to, away_to__gt=away_from)


def _away(staff_id: int, away_from: date, away_to: date) -> QuerySet[Leave]:
    return _during(away_from, away_to).filter(staff_id=staff_id)


def _check_substitute(staff_id: int, substitute_id: int | None, first: date, after: date) -> None:
    if substitute_id is None:
        return
    person = identity.person(pk=substitute_id)
    if person is None or person.role not in STANDING_IN or substitute_id == staff_id:
        raise UnfitToStandIn
    if _away(substitute_id, first, after).exists():
        raise SubstituteAway


def _seen(leave_id: int, version: int, at: datetime) -> Leave:
    leave = Leave.objects.select_for_update().get(pk=leave_id)
    if leave.version != version:
        raise LeaveChangedMeanwhile
    if leave.cancelled_at is not None or leave.away_to <= timezone.localdate(at):
        raise LeaveIsOver
    return leave


def _record(kind: str, leave: Leave, by_id: int, at: datetime) -> None:
    data = {"leave": leave.pk, "staff": leave.staff_id}
    if leave.substitute_id is not None:
        data["substitute"] = leave.substitute_id
    events.record(kind, at=at, actor_id=by_id, data=data)
