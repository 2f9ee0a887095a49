# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A citizen walks through the entrance, step by step, in any order, and may leave it."""

from datetime import datetime

from django.db import transaction

from jobunivers.foundation.events import actions as events
from jobunivers.rooms.entrance.models import Step, StepState, StepTaken, Walk


@transaction.atomic
def ensure_walk(*, citizen_id: int, at: datetime) -> Walk:
    """Return the citizen's walk, begun the first time."""
    walk, begun = Walk.objects.get_or_create(citizen_id=citizen_id, defaults={"begun_at": at})
    if begun:
        events.record("entrance.begun", at=at, citizen_id=citizen_id, actor_id=citizen_id)
    return walk


@transaction.atomic
def take_step(*, citizen_id: int, step: Step, state: StepState, at: datetime) -> None:
    """Keep that a step is done or skipped. What was done once is not undone by a later skip."""
    ensure_walk(citizen_id=citizen_id, at=at)
    row, new = StepTaken.objects.get_or_create(
        citizen_id=citizen_id, step=step, defaults={"state": state, "at": at}
    )
    if not new and row.state in {state, StepState.DONE}:
        return
    StepTaken.objects.filter(pk=row.pk).update(state=state, at=at)
    events.record(
        "entrance.step_taken",
        at=at,
        citizen_id=citizen_id,
        actor_id=citizen_id,
        data={"step": step, "state": state},
    )


@transaction.atomic
def finish(*, citizen_id: int, at: datetime) -> bool:
    """Let her be through, whatever is left; return whether she was not before."""
    ensure_walk(citizen_id=citizen_id, at=at)
    fresh = Walk.objects.filter(citizen_id=citizen_id, finished_at=None).update(finished_at=at)
    if fresh:
        events.record("entrance.finished", at=at, citizen_id=citizen_id, actor_id=citizen_id)
    return bool(fresh)


@transaction.atomic
def put_off(*, citizen_id: int, until: datetime, at: datetime) -> None:
    """Leave her alone until then: a login leads past the entrance."""
    ensure_walk(citizen_id=citizen_id, at=at)
    Walk.objects.filter(citizen_id=citizen_id).update(put_off_until=until)
    events.record("entrance.put_off", at=at, citizen_id=citizen_id, actor_id=citizen_id)
