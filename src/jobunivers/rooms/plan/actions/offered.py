# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What comes from the market place: suggested by staff, and done when she is through."""

import contextlib
from collections.abc import Collection
from datetime import datetime

from jobunivers.foundation.things import Pointer
from jobunivers.rooms.plan.actions.activities import (
    OFFER,
    AlreadyPlanned,
    NoSuchThing,
    add_thing,
    set_state,
)
from jobunivers.rooms.plan.actions.noting import PLATFORM, staff
from jobunivers.rooms.plan.models import (
    AHEAD,
    NEXT_STATES,
    About,
    Activity,
    ActivityState,
    PlanChange,
)


def suggest_offer(*, citizen_id: int, offer_id: int, staff_id: int, at: datetime) -> None:
    """Put an offer into her plan as a suggestion of staff; what stands there already stays."""
    with contextlib.suppress(AlreadyPlanned, NoSuchThing):
        add_thing(
            citizen_id=citizen_id,
            pointer=Pointer(OFFER, offer_id),
            actor=staff(staff_id),
            language="da",
            at=at,
        )


def done_by_offer(*, citizen_id: int, offer_id: int, at: datetime) -> int:
    """Mark an offer in her plan as done, now that she is through with it; return how many."""
    rows = Activity.objects.filter(
        citizen_id=citizen_id,
        thing_kind=OFFER,
        thing_id=offer_id,
        state__in=[*AHEAD, ActivityState.SUGGESTED],
    )
    many = 0
    for row in rows.order_by("pk"):
        set_state(activity=row, state=ActivityState.DONE, actor=PLATFORM, at=at)
        many += 1
    return many


def undone_by_offer(*, citizen_id: int, offer_id: int, at: datetime) -> int:
    """Put back what the platform marked as done, now that she is not through; return how many.

    What she or staff marked themselves, or have moved on since, stays.
    """
    rows = Activity.objects.filter(
        citizen_id=citizen_id, thing_kind=OFFER, thing_id=offer_id, state=ActivityState.DONE
    )
    many = 0
    for row in rows.order_by("pk"):
        changes = PlanChange.objects.filter(about=About.ACTIVITY, row_id=row.pk)
        last = changes.order_by("-at", "-pk").first()
        if last is None or last.actor_id is not None or last.now.get("state") != row.state:
            continue
        was = ActivityState(last.was.get("state", ActivityState.PLANNED))
        back = was if was in NEXT_STATES[ActivityState.DONE] else ActivityState.PLANNED
        set_state(activity=row, state=back, actor=PLATFORM, at=at)
        many += 1
    return many


def who_plans(pointer: Pointer) -> Collection[int]:
    """Return the citizens who have a thing ahead of them in their plan, or suggested there."""
    rows = Activity.objects.filter(
        thing_kind=pointer.kind,
        thing_id=pointer.id,
        state__in=[*AHEAD, ActivityState.SUGGESTED],
    )
    return set(rows.values_list("citizen_id", flat=True))
