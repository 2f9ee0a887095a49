# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A citizen is told 30 days before anything of hers goes, and may say: keep it."""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F
from django.urls import reverse
from django.utils import timezone

from jobunivers.foundation.events import actions as events
from jobunivers.foundation.notices.actions import Wanted, notify_many
from jobunivers.foundation.notices.queries import reaching
from jobunivers.rooms.retention.models import Told
from jobunivers.rooms.retention.queries import choices, due
from jobunivers.rooms.retention.queries.told import KIND

_AT_A_TIME = 5_000


class CannotKeep(Exception):  # noqa: N818 - it reads as what happened
    """It has gone, was kept once before, or is not hers."""


@transaction.atomic
def tell(*, at: datetime) -> int:
    """Tell everybody of whom something goes in 30 days; return how many were told.

    It stands on her pages at once. Whom no message reaches outside them is also to have a letter,
    and her 30 days begin when it is sent.
    """
    today = timezone.localdate(at)
    new: list[Told] = []
    for code, days in choices.steps(today).items():
        for end in due.to_tell(code=code, days=days, today=today):
            goes_on = max(end.ended_on + timedelta(days=days), today + due.NOTICE)
            new.append(
                Told(
                    citizen_id=end.person_id, code=code, ended_on=end.ended_on, goes_on=goes_on,
                    told_at=at,
                )
            )  # fmt: skip
    reached = reaching.reached_outside({one.citizen_id for one in new})
    for one in new:
        one.by_letter = one.citizen_id not in reached
    Told.objects.bulk_create(new, batch_size=_AT_A_TIME)
    soonest = {
        one.citizen_id: one for one in sorted(new, key=lambda one: one.goes_on, reverse=True)
    }
    notify_many(
        [
            Wanted(
                person_id=citizen_id,
                kind=KIND,
                data={"on": one.goes_on.isoformat()},
                path=reverse("retention:mine"),
                key=f"{one.ended_on}:{one.goes_on}",
                inside=True,
            )
            for citizen_id, one in sorted(soonest.items())
        ],
        at=at,
    )
    return len(soonest)


@transaction.atomic
def keep(*, citizen_id: int, told_id: int, at: datetime) -> Told:
    """Keep what was to go half a year longer, as she wishes; once.

    Raises:
        CannotKeep: it has gone, was kept once before, or is not hers.
    """
    changed = Told.objects.filter(
        pk=told_id, citizen_id=citizen_id, kept_at=None, goes_on__gt=timezone.localdate(at)
    ).update(kept_at=at, goes_on=F("goes_on") + due.LONGER)
    if not changed:
        raise CannotKeep
    row = Told.objects.get(pk=told_id)
    events.record(
        "retention.kept",
        at=at,
        citizen_id=citizen_id,
        actor_id=citizen_id,
        data={"told_id": row.pk},
    )
    return row
