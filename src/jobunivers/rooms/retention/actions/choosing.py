# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The kommune chooses its own days and sizes."""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from jobunivers.foundation.events import actions as events
from jobunivers.rooms.retention.models import Choice
from jobunivers.rooms.retention.queries import choices


class NotAllowed(Exception):  # noqa: N818 - it reads as what happened
    """The number is out of its bounds, or the day has passed."""


@transaction.atomic
def choose(
    *, code: str, value: int, from_on: date, reason: str, by_id: int, at: datetime
) -> Choice:
    """Decide a number from a day on; what held before holds until then.

    Raises:
        NotAllowed: there is no such choice, it is out of its bounds, or the day has passed.
    """
    limits = choices.bounds(code)
    if limits is None or not limits[0] <= value <= limits[1] or from_on < timezone.localdate(at):
        raise NotAllowed
    row = Choice.objects.create(
        code=code, value=value, from_on=from_on, reason=reason, by_id=by_id, at=at
    )
    events.record(
        "retention.chosen", at=at, actor_id=by_id, data={"choice_id": row.pk, "code": code}
    )
    return row
