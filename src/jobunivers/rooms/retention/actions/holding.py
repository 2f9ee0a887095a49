# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Somebody, or an open case, holds back what is to be deleted."""

from datetime import date, datetime

from django.db import transaction

from jobunivers.foundation import keeping
from jobunivers.foundation.events import actions as events
from jobunivers.foundation.turns import wait_for_turn
from jobunivers.rooms.retention.models import Hold, HoldKind


class NotHeld(Exception):  # noqa: N818 - it reads as what happened
    """The hold is lifted already, or is a case's own."""


def wait_for_deletion() -> None:
    """Wait until a batch that runs now has ended, and let none begin before this is confirmed."""
    wait_for_turn("retention")  # as `retention_run_batch` in the database does


@transaction.atomic
def set_hold(
    *, person_id: int, kind: HoldKind, reason: str, review_on: date, by_id: int, at: datetime
) -> Hold:
    """Let nothing of a person be deleted until it is lifted; from the next moment on."""
    wait_for_deletion()
    row = Hold.objects.create(
        person_id=person_id, kind=kind, reason=reason, review_on=review_on, set_by_id=by_id,
        set_at=at,
    )  # fmt: skip
    events.record(
        "retention.hold_set", at=at, citizen_id=person_id, actor_id=by_id, data={"hold_id": row.pk}
    )
    return row


@transaction.atomic
def lift_hold(*, hold_id: int, why: str, by_id: int, at: datetime) -> None:
    """Let a hold end. Raises NotHeld."""
    open_one = Hold.objects.select_for_update().filter(pk=hold_id, lifted_at=None, source="")
    row = open_one.first()
    if row is None:
        raise NotHeld
    row.lifted_at, row.lifted_by_id, row.lifted_why = at, by_id, why
    row.save(update_fields=["lifted_at", "lifted_by_id", "lifted_why"])
    events.record(
        "retention.hold_lifted",
        at=at,
        citizen_id=row.person_id,
        actor_id=by_id,
        data={"hold_id": row.pk},
    )


@transaction.atomic
def bring_holds(*, at: datetime) -> int:
    """Write down whom cases and requests hold back now; return how many there are."""
    wait_for_deletion()
    there = 0
    for source in keeping.hold_sources():
        held = source.asked()
        there += len(held)
        known = dict(
            Hold.objects.filter(source=source.code, lifted_at=None)
            .order_by("pk")
            .values_list("person_id", "pk")
        )
        Hold.objects.bulk_create(
            Hold(
                person_id=person_id, kind=HoldKind.CASE, source=source.code, reason=str(why),
                set_at=at,
            )
            for person_id, why in sorted(held.items())
            if person_id not in known
        )  # fmt: skip
        over = [pk for person_id, pk in known.items() if person_id not in held]
        Hold.objects.filter(pk__in=over).update(lifted_at=at)
    return there
