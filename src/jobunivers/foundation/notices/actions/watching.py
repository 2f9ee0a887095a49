# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Noticing that sending has stopped, and telling who answers for it."""

from collections.abc import Callable
from datetime import datetime

from django.db import transaction

from jobunivers.foundation.events import actions as events
from jobunivers.foundation.notices import register
from jobunivers.foundation.notices.actions.telling import Wanted, notify_many
from jobunivers.foundation.notices.models import Alarm, Beat
from jobunivers.foundation.notices.queries import health

TROUBLE = "notices.trouble"


def beat(*, sender: str, at: datetime, made: int = 0) -> None:
    """Remember that a sender ran to its end, whether or not there was anything to send."""
    Beat.objects.update_or_create(
        sender=sender,
        defaults={"beat_at": at, "made": made},
        create_defaults={"beat_at": at, "made": made, "known_since": at},
    )


def begin_watch(*, at: datetime) -> None:
    """Know every sender with a rhythm from now on: one that never runs is late as well."""
    known = set(Beat.objects.values_list("sender", flat=True))
    Beat.objects.bulk_create(
        [
            Beat(sender=one.code, known_since=at)
            for one in register.senders()
            if one.every and one.code not in known
        ],
        ignore_conflicts=True,
    )


@transaction.atomic
def watch(*, at: datetime, whom: Callable[[], list[int]] = register.whom_to_alarm) -> list[str]:
    """Look for trouble in the kommune being worked for; tell its own people of what is new.

    Each trouble is told once until it is over. Returns the codes of what stands.
    """
    stopped = [f"stopped:{code}" for code in health.standing_still(at=at)]
    standing = [*stopped, *health.troubles(at=at)]
    ringing = set(Alarm.objects.filter(over_at=None).values_list("code", flat=True))
    Alarm.objects.filter(code__in=ringing - set(standing), over_at=None).update(over_at=at)
    fresh = [code for code in standing if code not in ringing]
    if not fresh:
        return standing
    Alarm.objects.bulk_create([Alarm(code=code, raised_at=at) for code in fresh])
    people = whom()
    notify_many(
        [
            Wanted(
                person_id=person_id,
                kind=TROUBLE,
                data={"code": code},
                path="administration/beskeder/",
            )
            for code in fresh
            for person_id in people
        ],
        at=at,
    )
    events.record("notices.trouble_found", at=at, data={"codes": fresh})
    return standing
