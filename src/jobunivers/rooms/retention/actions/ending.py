# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Whose way has ended: written down each night, and taken back when it goes on."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from jobunivers.foundation import keeping
from jobunivers.identity import queries as identity
from jobunivers.rooms.retention.models import Ended

_AT_A_TIME = 5_000


@transaction.atomic
def find_ended(*, at: datetime) -> int:
    """Write down whose way has ended, by all clocks; return how many have.

    An end that is known stays known when what told of it has been deleted: only a way that goes on
    again, or a later end, changes it.
    """
    today = timezone.localdate(at)
    ends = keeping.ends()
    stopped = identity.stopped()
    days = {one: day for one, day in ends.items() if day is not None and day <= today}
    known = {row.person_id: row for row in Ended.objects.order_by("pk")}
    for person_id, is_citizen in stopped.items():
        if is_citizen and person_id not in ends and person_id not in known:
            days[person_id] = today
    again = [row.pk for one, row in known.items() if one in ends and ends[one] is None]
    again += [row.pk for one, row in known.items() if not row.is_citizen and one not in stopped]
    Ended.objects.filter(pk__in=again).delete()
    later = [known[one] for one, day in days.items() if one in known and known[one].ended_on < day]
    for row in later:
        row.ended_on, row.found_at = days[row.person_id], at
    Ended.objects.bulk_update(later, ["ended_on", "found_at"], batch_size=_AT_A_TIME)
    new = {one: (day, True) for one, day in days.items() if one not in known}
    new |= {one: (today, False) for one, hers in stopped.items() if not hers and one not in known}
    Ended.objects.bulk_create(
        (
            Ended(person_id=one, ended_on=day, is_citizen=hers, found_at=at)
            for one, (day, hers) in sorted(new.items())
        ),
        batch_size=_AT_A_TIME,
    )
    return len(days)
