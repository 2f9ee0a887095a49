# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Tasks that follow events: many events, one waiting job a citizen."""

from typing import Any

from django.db import transaction
from procrastinate.contrib.django.models import ProcrastinateJob
from procrastinate.exceptions import AlreadyEnqueued

_TRIES = 10


class OncePerCitizen:
    """A task as events see it: it waits at most once for each citizen."""

    def __init__(self, task: Any, name: str) -> None:
        """Wrap a task; `name` keeps its jobs apart from others'."""
        self.task, self.name = task, name

    def defer(self, **told: Any) -> int:
        """Queue the task unless it waits already; return the number of the job that will do it."""
        if told["citizen_id"] is None:
            return 0
        key = f"{self.name}:{told['municipality_id']}:{told['citizen_id']}"
        return defer_once(self.task.configure(lock=key, queueing_lock=key), key, **told)


@transaction.atomic
def defer_once(job: Any, key: str, **arguments: Any) -> int:
    """Queue a job unless one with the key waits; either way a job starts after this commits.

    A job that waits already is held until the transaction ends. Else the worker could take
    it now, read what stood before this event, and the event would be lost.
    """
    for _ in range(_TRIES):
        try:
            with transaction.atomic():  # a refused INSERT must not spoil the whole transaction
                return int(job.defer(**arguments))
        except AlreadyEnqueued:
            waiting = ProcrastinateJob.objects.select_for_update().filter(
                queueing_lock=key, status="todo"
            )
            held = waiting.order_by("pk").values_list("pk", flat=True).first()
            if held is not None:
                return int(held)
    raise AlreadyEnqueued(f"the job {key} waits and does not wait")
