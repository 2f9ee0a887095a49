# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What was agreed goes out in batches, each a transaction: a kill midway doubles nothing.

A notice is known by its push, so that telling it twice is telling it once; quiet hours, pauses and
limits over all senders are kept where notices leave the house.
"""

from datetime import datetime

from django.db import transaction
from django.urls import reverse

from jobunivers.foundation.notices.actions import Wanted, notify_many
from jobunivers.identity import queries as identity
from jobunivers.identity.models import ADVISING
from jobunivers.rooms.outreach.actions.agreeing import stop_locked
from jobunivers.rooms.outreach.actions.moving import GroupGone, change, locked, move, note
from jobunivers.rooms.outreach.actions.reaching import members_of
from jobunivers.rooms.outreach.models import Push, PushRecipient, Stand, State, What
from jobunivers.rooms.outreach.queries.contents import is_open, offer_of
from jobunivers.rooms.outreach.queries.holding import GONE, LEFT, held_back
from jobunivers.rooms.outreach.queries.told import kind_of

BATCH = 500


def due(*, at: datetime) -> list[int]:
    """Return the pushes whose time has come, or that were under way when a worker stopped.

    Those that go first come first: where the kommune's limits let one message a day leave the
    house, it is theirs.
    """
    rows = Push.objects.filter(state__in=[State.SCHEDULED, State.SENDING], send_at__lte=at)
    return list(rows.order_by("-urgent", "send_at", "pk").values_list("pk", flat=True))


@transaction.atomic
def begin(*, push_id: int, at: datetime) -> bool:
    """Begin to send when the time has come; say whether there is something to send.

    What has come in between is looked at first: a sender who may not send any more, a job that has
    closed, a group that is gone. Who has left the group gets nothing; who has joined it neither,
    for nobody has agreed to that.
    """
    push = locked(push_id)
    if push.state == State.SENDING:
        return True
    if push.state != State.SCHEDULED or push.send_at is None or push.send_at > at:
        return False
    why = _cannot(push, at=at)
    if why:
        stop_locked(push, by_id=None, why=why, at=at)
        return False
    move(push, State.SENDING, at=at, begun_at=at)
    note("push_begun", push, at=at, by=push.sender_id)
    return True


def _cannot(push: Push, *, at: datetime) -> str:
    sender = identity.person(pk=push.sender_id)
    if sender is None or sender.role not in ADVISING:
        return "sender"
    if not is_open(push, at=at):
        return "closed"
    if push.picked:
        return ""
    try:
        still = members_of(push, at=at)
    except GroupGone:
        return "group"
    queued = push.recipients.filter(state=Stand.QUEUED)
    queued.exclude(citizen_id__in=still).update(state=Stand.HELD_BACK, reason=LEFT, at=at)
    return ""


@transaction.atomic
def send_some(*, push_id: int, at: datetime) -> bool:
    """Send to the next batch; say whether there may be more.

    Each is looked at again: what she has said or done since the preview counts.
    """
    push = locked(push_id)
    if push.state != State.SENDING:
        return False
    if not is_open(push, at=at):
        stop_locked(push, by_id=None, why="closed", at=at)
        return False
    queued = push.recipients.filter(state=Stand.QUEUED).order_by("citizen_id")
    ids = list(queued.values_list("citizen_id", flat=True)[:BATCH])
    if not ids:
        move(push, State.SENT, at=at, over_at=at)
        sent = push.recipients.filter(state=Stand.SENT).count()
        note("push_sent", push, at=at, by=push.sender_id, people=sent)
        return False
    active = set(identity.citizen_columns(ids)[0].tolist())
    held = {one: GONE for one in ids if one not in active}
    held |= held_back(push, [one for one in ids if one in active], at=at)
    going = [one for one in ids if one not in held]
    _tell(push, going, at=at)
    rows = PushRecipient.objects.filter(push=push)
    rows.filter(citizen_id__in=going).update(state=Stand.SENT, at=at)
    for reason in sorted(set(held.values())):
        theirs = [one for one, why in held.items() if why == reason]
        rows.filter(citizen_id__in=theirs).update(state=Stand.HELD_BACK, reason=reason, at=at)
    change(push, at=at)
    return True


def _tell(push: Push, people: list[int], *, at: datetime) -> None:
    """Put the notice on each one's pages; a protected person's does not leave the house."""
    shielded = identity.protected_ids(people)
    data: dict[str, object] = {"title": push.title, "push": push.pk}
    if push.what == What.JOB:
        data["vacancy_id"] = int(push.thing)
    offer_id = offer_of(push)
    if offer_id is not None:
        data["offer_id"] = offer_id
    if push.trigger_version_id:
        data["rule"] = True
    path = reverse("outreach:hers", args=[push.pk])
    wanted = [
        Wanted(
            person_id=one,
            kind=kind_of(push.what),
            data=data,
            path=path,
            key=push.occasion,
            inside=one in shielded,
        )
        for one in people
    ]
    notify_many(wanted, at=at)
