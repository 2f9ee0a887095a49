# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Recording what happened, and telling the tasks that asked to know."""

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from itertools import pairwise
from typing import Any, Protocol

from django.db import connection, transaction

from jobunivers.foundation.events.acting import who_acts
from jobunivers.foundation.events.models import Event
from jobunivers.foundation.events.refusing import refuse_cpr
from jobunivers.foundation.tenancy import current_municipality_id


class Deferrable(Protocol):
    """A task that can be queued: what procrastinate's tasks look like from here."""

    def defer(self, **kwargs: Any) -> int:
        """Queue the task."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Happened:
    """One thing that happened, on its way to the log; ids only."""

    kind: str
    at: datetime
    citizen_id: int | None = None
    actor_id: int | None = None
    data: Mapping[str, Any] = field(default_factory=dict)


_subscribers: dict[str, list[Deferrable]] = defaultdict(list)
_quiet: ContextVar[bool] = ContextVar("quiet", default=False)
_ADD = """
    INSERT INTO events_event (municipality_id, kind, at, citizen_id, actor_id, data)
    SELECT %s, u.kind, u.at, u.citizen, u.actor, u.data::jsonb
    FROM unnest(%s::text[], %s::timestamptz[], %s::bigint[], %s::bigint[], %s::text[])
        WITH ORDINALITY AS u(kind, at, citizen, actor, data, place)
    ORDER BY u.place
"""
_AT_A_TIME = 5_000


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
    """Add one event for the kommune being worked for. Ids only: no name, no text of hers.

    Raises:
        HoldsCpr: the data holds what looks like a CPR number.
    """
    refuse_cpr(kind, data)
    event = Event.objects.create(
        at=at,
        kind=kind,
        citizen_id=citizen_id,
        actor_id=who_acts(actor_id),
        data=dict(data or {}),
    )
    _tell(kind, citizen_id, data or {})
    return event


@transaction.atomic
def record_many(happened: Sequence[Happened]) -> int:
    """Add many events for the kommune being worked for, in their order; return how many.

    Raises:
        HoldsCpr: the data of one holds what looks like a CPR number; none is added.
    """
    for one in happened:
        refuse_cpr(one.kind, one.data)
    municipality_id = current_municipality_id()
    with connection.cursor() as cursor:
        for start in range(0, len(happened), _AT_A_TIME):
            some = happened[start : start + _AT_A_TIME]
            columns: list[list[Any]] = [
                [one.kind for one in some],
                [one.at for one in some],
                [one.citizen_id for one in some],
                [one.actor_id for one in some],
                [json.dumps(dict(one.data)) for one in some],
            ]
            cursor.execute(_ADD, [municipality_id, *columns])
    for one in happened:
        _tell(one.kind, one.citizen_id, one.data)
    return len(happened)


@contextmanager
def quietly() -> Iterator[None]:
    """Record without telling anybody: whoever replays the past brings followers along himself."""
    token = _quiet.set(True)
    try:
        yield
    finally:
        _quiet.reset(token)


def _tell(kind: str, citizen_id: int | None, data: Mapping[str, Any]) -> None:
    if _quiet.get():
        return
    for task in _subscribers[kind]:
        task.defer(
            municipality_id=current_municipality_id(),
            citizen_id=citizen_id,
            event_data=dict(data),
        )


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
