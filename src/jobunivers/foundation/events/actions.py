# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Recording what happened, and telling the tasks that asked to know."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import UTC, date, datetime
from itertools import pairwise
from typing import Any, Protocol

from django.db import connection, transaction

from jobunivers.foundation.events.models import Event
from jobunivers.foundation.tenancy import current_municipality_id


class Deferrable(Protocol):
    """A task that can be queued: what procrastinate's tasks look like from here."""

    def defer(self, **kwargs: Any) -> int:
        """Queue the task."""


_subscribers: dict[str, list[Deferrable]] = defaultdict(list)


def subscribe(kind: str, task: Deferrable) -> None:
    """Run a task after each event of a kind.

    It gets municipality_id, citizen_id and event_data, and is queued in the same
    transaction as the event: neither exists without the other.
    """
    if task not in _subscribers[kind]:
        _subscribers[kind].append(task)


@transaction.atomic
def record(
    kind: str,
    *,
    at: datetime,
    citizen_id: int | None = None,
    actor_id: int | None = None,
    data: Mapping[str, Any] | None = None,
) -> Event:
    """Add one event for the kommune being worked for. Ids only: no name, no text of hers."""
    event = Event.objects.create(
        at=at, kind=kind, citizen_id=citizen_id, actor_id=actor_id, data=dict(data or {})
    )
    for task in _subscribers[kind]:
        task.defer(
            municipality_id=current_municipality_id(),
            citizen_id=citizen_id,
            event_data=dict(data or {}),
        )
    return event


def ensure_partitions(*, at: datetime, months: int = 6) -> list[str]:
    """Make the coming months' partitions; return the names of new ones. Needs the owner's role.

    Events outside every month still land, in the default partition.
    """
    made = []
    with connection.cursor() as cursor:
        for first, following in _months(at, months):
            name = f"events_event_{first:%Y_%m}"
            cursor.execute("SELECT to_regclass(%s)", [name])
            if cursor.fetchone()[0] is not None:
                continue
            cursor.execute(
                f"CREATE TABLE {name} PARTITION OF events_event FOR VALUES FROM (%s) TO (%s)",
                [first, following],
            )
            made.append(name)
    return made


def _months(at: datetime, months: int) -> list[tuple[datetime, datetime]]:
    index = at.year * 12 + at.month - 1
    starts = [date((i // 12), i % 12 + 1, 1) for i in range(index, index + months + 1)]
    moments = [datetime(day.year, day.month, 1, tzinfo=UTC) for day in starts]
    return list(pairwise(moments))
