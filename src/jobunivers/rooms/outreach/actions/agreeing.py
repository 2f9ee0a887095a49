# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A push is handed in, agreed to by a second person where the kommune asks for one, and stopped."""

from datetime import date, datetime

from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from jobunivers.foundation.events import actions as events
from jobunivers.foundation.notices.actions import Wanted, notify_many
from jobunivers.foundation.turns import wait_for_turn
from jobunivers.rooms.outreach.actions.moving import (
    NotAllowed,
    NotNow,
    NotReady,
    locked,
    move,
    note,
)
from jobunivers.rooms.outreach.models import ApprovalRule, Push, Stand, State, What
from jobunivers.rooms.outreach.queries.contents import is_open
from jobunivers.rooms.outreach.queries.holding import STOPPED
from jobunivers.rooms.outreach.queries.rules import approver_ids, rule_on


@transaction.atomic
def submit(
    *,
    push_id: int,
    version: int,
    send_at: datetime,
    despite: str,
    at: datetime,
    urgent: bool = False,
) -> Push:
    """Hand in a draft: it is scheduled, or waits for a second person.

    What is `urgent` goes first of what is due at the same time.

    More people than a job bears need a reason (`despite`) and always a second person.

    Raises:
        Stale: somebody has changed it since.
        NotNow: it is no draft any more.
        NotReady: text, people, an open job or the reason is missing.
    """
    push = locked(push_id, version=version)
    if push.state != State.DRAFT:
        raise NotNow(push.state)
    people = push.recipients.filter(state=Stand.QUEUED).count()
    crowded = is_crowded(push, people)
    _ready(push, people, crowded=crowded, despite=despite, at=at)
    rule = rule_on(timezone.localdate(at))
    waits = people > rule.above or crowded
    kept = {"send_at": send_at, "rule": rule.number, "despite": despite if crowded else ""}
    kept |= {"urgent": urgent}
    kept |= {"refused_by_id": None, "refused_why": ""}
    move(push, State.WAITING if waits else State.SCHEDULED, at=at, **kept)
    note("push_submitted", push, at=at, by=push.sender_id, people=people, waits=waits)
    if waits:
        _tell(approver_ids(push, rule), "outreach.waits", push, at=at)
    return push


def is_crowded(push: Push, people: int) -> bool:
    """Say whether more would get a job than it bears."""
    return push.what == What.JOB and people > int(push.reach.get("bears", 0))


def _ready(push: Push, people: int, *, crowded: bool, despite: str, at: datetime) -> None:
    if not (push.title and push.because):
        raise NotReady("words")
    if push.reached_at is None:
        raise NotReady("reach")
    if not people:
        raise NotReady("nobody")
    if not is_open(push, at=at):
        raise NotReady("closed")
    if crowded and not despite.strip():
        raise NotReady("crowded")


@transaction.atomic
def approve(*, push_id: int, by_id: int, role: str, at: datetime) -> Push:
    """Agree to a push as the second person; of two at once the first one does it.

    Raises:
        NotNow: it does not wait (any more).
        NotAllowed: the sender herself, or a role that may not.
    """
    push = locked(push_id)
    _may_decide(push, by_id, role, at=at)
    send_at = max(push.send_at or at, at)
    move(push, State.SCHEDULED, at=at, approved_by_id=by_id, approved_at=at, send_at=send_at)
    note("push_approved", push, at=at, by=by_id)
    _tell([push.sender_id], "outreach.agreed", push, at=at)
    return push


@transaction.atomic
def refuse(*, push_id: int, by_id: int, role: str, why: str, at: datetime) -> Push:
    """Say no with a reason; it is the sender's draft again.

    Raises:
        NotNow: it does not wait (any more).
        NotAllowed: the sender herself, or a role that may not.
    """
    push = locked(push_id)
    _may_decide(push, by_id, role, at=at)
    move(push, State.DRAFT, at=at, refused_by_id=by_id, refused_why=why, send_at=None)
    note("push_refused", push, at=at, by=by_id)
    _tell([push.sender_id], "outreach.refused", push, at=at)
    return push


def _may_decide(push: Push, by_id: int, role: str, *, at: datetime) -> None:
    if push.state != State.WAITING:
        raise NotNow(push.state)
    if by_id == push.sender_id:
        raise NotAllowed("own")
    if not rule_on(timezone.localdate(at)).may_approve(role):
        raise NotAllowed("role")


@transaction.atomic
def stop(*, push_id: int, by_id: int | None, at: datetime, why: str = "person") -> Push:
    """Stop a push that was agreed, also midway; what has gone has gone.

    Raises:
        NotNow: it was not agreed, or is over.
    """
    push = locked(push_id)
    stop_locked(push, by_id=by_id, why=why, at=at)
    return push


def stop_locked(
    push: Push, *, by_id: int | None, why: str, at: datetime, tell: bool = True
) -> None:
    """Stop a push that is held already; its sender is told unless she knows."""
    move(push, State.STOPPED, at=at, over_at=at, over_by_id=by_id, over_why=why)
    push.recipients.filter(state=Stand.QUEUED).update(state=Stand.HELD_BACK, reason=STOPPED, at=at)
    note("push_stopped", push, at=at, by=by_id, why=why)
    if tell and by_id != push.sender_id:
        _tell([push.sender_id], "outreach.stopped", push, at=at)


@transaction.atomic
def decide_rule(
    *,
    above: int,
    staff_may: bool,
    effective_from: date,
    decided_by: str,
    why: str,
    by_id: int,
    at: datetime,
) -> ApprovalRule:
    """Decide from which day how many people need a second person; nothing old is changed."""
    wait_for_turn("outreach.rules")
    newest = ApprovalRule.objects.order_by("-number").first()
    row = ApprovalRule.objects.create(
        number=newest.number + 1 if newest else 1,
        above=above,
        staff_may=staff_may,
        effective_from=effective_from,
        decided_by=decided_by,
        why=why,
        by_id=by_id,
        at=at,
    )
    events.record(
        "outreach.rule_decided", at=at, actor_id=by_id, data={"number": row.number, "above": above}
    )
    return row


def _tell(people: list[int], kind: str, push: Push, *, at: datetime) -> None:
    path = reverse("outreach:push", args=[push.pk])
    data = {"title": push.title, "push": push.pk}
    key = f"{push.occasion}:{push.version}"
    notify_many(
        [Wanted(person_id=pk, kind=kind, data=data, path=path, key=key) for pk in people], at=at
    )
