# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A push is begun, written and taken back by the one who sends it."""

import secrets
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from django.db import transaction

from jobunivers.rooms.outreach.actions.moving import NotNow, change, locked, move, note
from jobunivers.rooms.outreach.models import How, Push, State, What

MOST_PICKED = 5_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """What is sent, why, and to which group; hand-picked people have no group."""

    what: str = What.MESSAGE
    thing: str = ""
    title: str = ""
    path: str = ""
    words: str = ""
    because: str = ""
    positions: int | None = None
    group_kind: str = ""
    group_key: str = ""
    group_name: str = ""


@transaction.atomic
def start_push(
    *,
    sender_id: int,
    content: Content,
    at: datetime,
    picked: Iterable[int] = (),
    key: str = "",
) -> Push:
    """Begin a push; the same form begins one only, however often it is sent.

    Raises:
        ValueError: more people are picked by hand than a list can have.
    """
    people = sorted(set(picked))
    if len(people) > MOST_PICKED:
        raise ValueError(f"At most {MOST_PICKED} people are picked by hand")
    values = asdict(content) | {
        "picked": people,
        "seed": secrets.randbits(31),
        "created_at": at,
        "changed_at": at,
    }
    if key:
        push, new = Push.objects.get_or_create(sender_id=sender_id, key=key, defaults=values)
    else:
        push, new = Push.objects.create(sender_id=sender_id, **values), True
    if new:
        note("push_started", push, at=at, by=sender_id, what=push.what)
    return push


@transaction.atomic
def change_push(*, push_id: int, content: Content, version: int, at: datetime) -> Push:
    """Write a draft anew; who gets it is found again.

    Raises:
        Stale: somebody has changed it since.
        NotNow: it is no draft any more.
    """
    push = locked(push_id, version=version)
    if push.state != State.DRAFT:
        raise NotNow(push.state)
    push.recipients.all().delete()
    nothing: dict[str, Any] = {
        "reach": {},
        "reached_at": None,
        "how": How.ALL,
        "number": None,
        "held_out": 0,
    }
    change(push, at=at, **asdict(content), **nothing, despite="")
    note("push_changed", push, at=at, by=push.sender_id, what=push.what)
    return push


@transaction.atomic
def withdraw(*, push_id: int, by_id: int, at: datetime) -> None:
    """Take a push back before it was agreed: nobody has got it.

    Raises:
        NotNow: it was agreed, or taken back already.
    """
    push = locked(push_id)
    move(push, State.WITHDRAWN, at=at, over_at=at, over_by_id=by_id, over_why="withdrawn")
    push.recipients.all().delete()
    note("push_withdrawn", push, at=at, by=by_id)
