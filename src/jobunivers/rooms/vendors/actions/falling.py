# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A ground for sending data out of the EU that falls, and all who lean on it."""

from datetime import date, datetime

from django.db import transaction

from jobunivers.foundation.events import actions as events
from jobunivers.rooms.vendors.actions.checking import check_all
from jobunivers.rooms.vendors.models import GroundFall
from jobunivers.rooms.vendors.queries.grounds import INSIDE, grounds


@transaction.atomic
def mark_fallen(*, ground: str, from_on: date, why: str, at: datetime, actor_id: int) -> GroundFall:
    """Mark a ground as fallen from a day on; from that day all that lean on it are held back.

    A ground that is marked stays as it is marked: doing it twice changes nothing.

    Raises:
        ValueError: there is no such ground, or it is the EU itself.
    """
    if ground not in grounds() or ground == INSIDE:
        raise ValueError(ground)
    row, new = GroundFall.objects.get_or_create(
        ground=ground,
        lifted_at=None,
        defaults={
            "from_on": from_on,
            "why": why[:300],
            "marked_at": at,
            "marked_by_id": actor_id,
        },
    )
    if new:
        data = {"ground": ground, "from_on": from_on.isoformat()}
        events.record("vendors.ground_fell", at=at, actor_id=actor_id, data=data)
        check_all(at=at)
    return row


@transaction.atomic
def lift_fall(*, ground: str, at: datetime, actor_id: int) -> bool:
    """Let a ground hold again, and those that leaned on it go; False: it was not marked."""
    rows = GroundFall.objects.filter(ground=ground, lifted_at=None)
    if not rows.update(lifted_at=at, lifted_by_id=actor_id):
        return False
    events.record("vendors.ground_lifted", at=at, actor_id=actor_id, data={"ground": ground})
    check_all(at=at)
    return True
