# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Goals: added, reworded, reached or left, put in another order."""

from dataclasses import asdict, dataclass
from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from jobunivers.rooms.plan.actions.noting import (
    Actor,
    ChangedMeanwhile,
    NotNow,
    differences,
    herself,
    note,
)
from jobunivers.rooms.plan.actions.ordering import last_place, put_in_order
from jobunivers.rooms.plan.models import About, Goal, GoalState

# A form sent twice by a double click or a slow line arrives within moments.
SAME_FORM = timedelta(minutes=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalEntry:
    """What she says of a goal."""

    words: str
    occupation_uri: str = ""
    by_on: date | None = None


@transaction.atomic
def add_goal(*, citizen_id: int, entry: GoalEntry, at: datetime) -> Goal:
    """Add a goal of hers at the end; the same words within a minute are the same form."""
    # The end is read under a lock, so that two windows wait for each other.
    place = last_place(Goal, citizen_id)
    first = Goal.objects.filter(
        citizen_id=citizen_id, created_at__gt=at - SAME_FORM, **asdict(entry)
    ).first()
    if first is not None:
        return first
    goal = Goal.objects.create(
        citizen_id=citizen_id, order=place + 1, created_at=at, changed_at=at, **asdict(entry)
    )
    _note("plan.goal_added", goal, herself(citizen_id), at=at, now={"state": goal.state})
    return goal


@transaction.atomic
def change_goal(*, goal: Goal, version: int, entry: GoalEntry, at: datetime) -> None:
    """Say a goal otherwise; raises ChangedMeanwhile when another version stands."""
    was, now = differences(goal, entry)
    changed = Goal.objects.filter(pk=goal.pk, version=version).update(
        version=version + 1, changed_at=at, **asdict(entry)
    )
    if not changed:
        raise ChangedMeanwhile(Goal.objects.get(pk=goal.pk))
    if now:
        goal.words = entry.words
        _note("plan.goal_changed", goal, herself(goal.citizen_id), at=at, was=was, now=now)


@transaction.atomic
def set_goal_state(*, goal: Goal, state: GoalState, at: datetime) -> None:
    """Say that a goal is reached, left, or open again. Raises NotNow when it was changed."""
    if state == goal.state:
        return
    closed = None if state == GoalState.OPEN else timezone.localdate(at)
    changed = Goal.objects.filter(pk=goal.pk, state=goal.state).update(
        state=state, closed_on=closed, changed_at=at, version=F("version") + 1
    )
    if not changed:
        raise NotNow
    _note(
        "plan.goal_changed",
        goal,
        herself(goal.citizen_id),
        at=at,
        was={"state": goal.state},
        now={"state": state.value},
    )


def move_goal(*, goal: Goal, steps: int) -> None:
    """Move a goal among the open ones: -1 is one place up."""
    rows = Goal.objects.filter(citizen_id=goal.citizen_id, state=GoalState.OPEN)
    put_in_order(Goal, goal.pk, rows.order_by("order", "pk"), steps=steps)


def _note(
    event: str,
    goal: Goal,
    actor: Actor,
    *,
    at: datetime,
    was: dict[str, str] | None = None,
    now: dict[str, str] | None = None,
) -> None:
    note(
        event,
        about=About.GOAL,
        row_id=goal.pk,
        citizen_id=goal.citizen_id,
        title=goal.words,
        actor=actor,
        at=at,
        was=was,
        now=now,
    )
