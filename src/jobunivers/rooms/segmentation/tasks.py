# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Everybody is placed at night; one citizen within seconds of what she did."""

from typing import Any

from django.db import transaction
from django.utils import timezone
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob
from procrastinate.exceptions import AlreadyEnqueued
from procrastinate.retry import RetryStrategy

from jobunivers.foundation.tenancy import queries as tenancy
from jobunivers.foundation.tenancy import working_for
from jobunivers.rooms.segmentation import actions

_TRIES = 10


@app.task(retry=RetryStrategy(max_attempts=5, exponential_wait=4))
def segment_one(
    municipality_id: int,
    citizen_id: int,
    event_data: dict[str, Any] | None = None,  # noqa: ARG001 - every subscriber is told
) -> None:
    """Place one citizen anew after what she did; safe to run twice."""
    with working_for(municipality_id):
        actions.segment_one(citizen_id=citizen_id, at=timezone.now())


@app.periodic(cron="40 2 * * *")
@app.task(
    queueing_lock="segmentation.segment_everybody", retry=RetryStrategy(max_attempts=3, wait=300)
)
def segment_everybody(timestamp: int = 0) -> None:  # noqa: ARG001 - when it was due
    """Place everybody every night: time passes, silence and deeds count, policies take effect."""
    actions.segment_everybody(at=timezone.now())


@app.periodic(cron="*/10 * * * *")
@app.task(queueing_lock="segmentation.gather_activity")
def gather_activity(timestamp: int = 0) -> None:  # noqa: ARG001 - when it was due
    """Let what everybody did become days and sums, for the pages of staff."""
    now = timezone.now()
    for municipality in tenancy.opened():
        with working_for(municipality.pk):
            actions.gather_activity(at=now)


@app.periodic(cron="5 7 * * *")
@app.task(queueing_lock="segmentation.tell_of_substitutes")
def tell_of_substitutes(timestamp: int = 0) -> None:  # noqa: ARG001 - when it was due
    """Write in the morning to those whose consultant is away who helps them."""
    now = timezone.now()
    for municipality in tenancy.opened():
        with working_for(municipality.pk):
            actions.tell_of_substitutes(at=now)


@app.periodic(cron="15 3 * * *")
@app.task(queueing_lock="segmentation.forget_old_activity")
def forget_old_activity(timestamp: int = 0) -> None:  # noqa: ARG001 - when it was due
    """Let go of days that nothing looks at any more."""
    now = timezone.now()
    for municipality in tenancy.opened():
        with working_for(municipality.pk):
            actions.forget_old_activity(at=now)


class OncePerCitizen:
    """`segment_one` as events see it: many events, one waiting job per citizen."""

    def defer(self, **told: Any) -> int:
        """Queue the task unless it waits already; return the number of the job that will do it."""
        if told["citizen_id"] is None:
            return 0
        key = f"segmentation:{told['municipality_id']}:{told['citizen_id']}"
        return _defer_once(segment_one.configure(lock=key, queueing_lock=key), key, **told)


@transaction.atomic
def _defer_once(job: Any, key: str, **arguments: Any) -> int:
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


segment_after_event = OncePerCitizen()
