# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Very many goals and activities at once, for whoever replays the past."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from jobunivers.foundation.adding import add_columns
from jobunivers.foundation.events import actions as events
from jobunivers.rooms.plan.actions.activities import ActivityEntry
from jobunivers.rooms.plan.actions.goals import GoalEntry
from jobunivers.rooms.plan.models import Activity, ActivityState, Goal, MadeBy


@dataclass(frozen=True, slots=True, kw_only=True)
class ManyGoals:
    """Goals of many citizens, each with its moment."""

    citizen_ids: Sequence[int]
    entries: Sequence[GoalEntry]
    at: Sequence[datetime]


@dataclass(frozen=True, slots=True, kw_only=True)
class ManyActivities:
    """Activities of many citizens, made by themselves; `states` is planned, begun or done."""

    citizen_ids: Sequence[int]
    entries: Sequence[ActivityEntry]
    states: Sequence[ActivityState]
    at: Sequence[datetime]


@transaction.atomic
def add_goals(many: ManyGoals) -> list[int]:
    """Add goals with their events, in this order; return their numbers. No history is written."""
    if not many.citizen_ids:
        return []
    numbers = add_columns(
        Goal,
        {
            "citizen_id": many.citizen_ids,
            "words": [one.words for one in many.entries],
            "occupation_uri": [one.occupation_uri for one in many.entries],
            "by_on": [one.by_on for one in many.entries],
            "closed_on": [None] * len(many.at),
            "order": list(range(1, len(many.at) + 1)),
            "created_at": many.at,
            "changed_at": many.at,
        },
        returning=True,
    )
    _record("plan.goal_added", "goal", numbers, many.citizen_ids, many.at)
    return numbers


@transaction.atomic
def add_activities(many: ManyActivities) -> list[int]:
    """Add activities with their events, in this order; return their numbers. No history."""
    if not many.citizen_ids:
        return []
    count = len(many.at)
    done = [
        moment.date() if state == ActivityState.DONE else None
        for moment, state in zip(many.at, many.states, strict=True)
    ]
    numbers = add_columns(
        Activity,
        {
            "citizen_id": many.citizen_ids,
            "goal_id": [one.goal_id for one in many.entries],
            "kind": [one.kind.value for one in many.entries],
            "title": [one.title for one in many.entries],
            "note": [one.note for one in many.entries],
            "day": [one.day for one in many.entries],
            "last_day": [one.last_day for one in many.entries],
            "starts_at": [one.starts_at for one in many.entries],
            "ends_at": [one.ends_at for one in many.entries],
            "place": [one.place for one in many.entries],
            "state": [state.value for state in many.states],
            "done_on": done,
            "made_by": [MadeBy.CITIZEN.value] * count,
            "made_by_id": many.citizen_ids,
            "thing_id": [None] * count,
            "order": list(range(1, count + 1)),
            "created_at": many.at,
            "changed_at": many.at,
        },
        returning=True,
    )
    _record("plan.activity_added", "activity", numbers, many.citizen_ids, many.at)
    return numbers


def _record(
    kind: str,
    name: str,
    numbers: Sequence[int],
    citizen_ids: Sequence[int],
    at: Sequence[datetime],
) -> None:
    events.record_many(
        [
            events.Happened(
                kind=kind, at=moment, citizen_id=citizen, actor_id=citizen, data={name: pk}
            )
            for pk, citizen, moment in zip(numbers, citizen_ids, at, strict=True)
        ]
    )
