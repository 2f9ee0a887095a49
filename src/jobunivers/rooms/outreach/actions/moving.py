# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A push goes from state to state by compare-and-set; whatever does not hold is refused by name."""

from datetime import datetime
from typing import Any

from jobunivers.foundation.events import actions as events
from jobunivers.rooms.outreach.models import WAYS, Push


class Stale(ValueError):  # noqa: N818 - it reads as what happened
    """Somebody has changed the push since it was shown."""


class NotNow(ValueError):  # noqa: N818
    """The push has come to a state in which this cannot be done."""


class NotReady(ValueError):  # noqa: N818
    """Something is missing before it can be sent; `args[0]` is the code of what."""


class NotAllowed(ValueError):  # noqa: N818
    """This person may not agree to this push; `args[0]` says why: own or role."""


class GroupGone(ValueError):  # noqa: N818
    """Nobody knows the group (any more), or what it is found by is not understood."""


def locked(push_id: int, *, version: int | None = None) -> Push:
    """Return the push, held until the transaction ends.

    Raises:
        Stale: its version is another than the one that was shown.
    """
    push = Push.objects.select_for_update().get(pk=push_id)
    if version is not None and push.version != version:
        raise Stale
    return push


def move(push: Push, to: str, *, at: datetime, **fields: Any) -> None:
    """Move a locked push on, with what is remembered of it.

    Raises:
        NotNow: there is no way from its state to that one.
    """
    if to not in WAYS[push.state]:
        raise NotNow(push.state, to)
    change(push, at=at, state=to, **fields)


def change(push: Push, *, at: datetime, **fields: Any) -> None:
    """Write columns of a locked push; whoever has an older version is told."""
    fields |= {"changed_at": at, "version": push.version + 1}
    for name, value in fields.items():
        setattr(push, name, value)
    push.save(update_fields=list(fields))


def note(kind: str, push: Push, *, at: datetime, by: int | None, **data: Any) -> None:
    """Record what happened to a push: ids and numbers, no names and no words."""
    events.record(f"outreach.{kind}", at=at, actor_id=by, data={"push": push.pk, **data})
