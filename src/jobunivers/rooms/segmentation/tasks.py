# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Everybody is placed at night; one citizen within seconds of what she did."""

from typing import Any

from django.utils import timezone
from procrastinate.contrib.django import app
from procrastinate.retry import RetryStrategy

from jobunivers.foundation.everywhere import everywhere
from jobunivers.foundation.once import OncePerCitizen
from jobunivers.foundation.tenancy import working_for
from jobunivers.rooms.segmentation import actions


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
    everywhere("gathering activity", lambda: actions.gather_activity(at=now))


@app.periodic(cron="5 7 * * *")
@app.task(queueing_lock="segmentation.tell_of_substitutes")
def tell_of_substitutes(timestamp: int = 0) -> None:  # noqa: ARG001 - when it was due
    """Write in the morning to those whose consultant is away who helps them."""
    now = timezone.now()
    everywhere("telling of substitutes", lambda: actions.tell_of_substitutes(at=now))


@app.periodic(cron="15 3 * * *")
@app.task(queueing_lock="segmentation.forget_old_activity")
def forget_old_activity(timestamp: int = 0) -> None:  # noqa: ARG001 - when it was due
    """Let go of days that nothing looks at any more."""
    now = timezone.now()
    everywhere("forgetting activity", lambda: actions.forget_old_activity(at=now))


segment_after_event = OncePerCitizen(segment_one, "segmentation")
