# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""She answers the self-test and says how she wants to be helped; both can be changed any time."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from jobunivers.foundation.events import actions as events
from jobunivers.rooms.entrance.actions.walking import ensure_walk
from jobunivers.rooms.entrance.models import OwnWish, SelfTest, Walk, Wished
from jobunivers.science import readiness


def _wait_for_turn(citizen_id: int, at: datetime) -> None:
    """Let a double click be one answer after the other."""
    walk = ensure_walk(citizen_id=citizen_id, at=at)
    Walk.objects.select_for_update(no_key=True).get(pk=walk.pk)


@transaction.atomic
def answer_self_test(
    *, citizen_id: int, actor_id: int, answers: Mapping[str, int], at: datetime
) -> SelfTest:
    """Keep the answers (question → points) instead of earlier ones; ValueError for others."""
    found = readiness.outcome(answers)
    _wait_for_turn(citizen_id, at)
    SelfTest.objects.filter(citizen_id=citizen_id, replaced_at=None).update(replaced_at=at)
    row = SelfTest.objects.create(
        citizen_id=citizen_id,
        actor_id=actor_id,
        at=at,
        version=readiness.VERSION,
        answers=dict(found.reasons),
        score=found.score,
        level=found.level,
    )
    _told("entrance.self_test_answered", citizen_id, actor_id, at=at, self_test=row.pk)
    return row


@transaction.atomic
def forget_self_test(*, citizen_id: int, actor_id: int, at: datetime) -> None:
    """Let the answers count no more."""
    open_ones = SelfTest.objects.filter(citizen_id=citizen_id, replaced_at=None)
    if open_ones.update(replaced_at=at):
        _told("entrance.self_test_taken_back", citizen_id, actor_id, at=at)


@transaction.atomic
def wish_for_help(*, citizen_id: int, actor_id: int, wish: Wished, at: datetime) -> OwnWish:
    """Keep how she wants to be helped; saying the same again changes nothing."""
    _wait_for_turn(citizen_id, at)
    current = OwnWish.objects.filter(citizen_id=citizen_id, replaced_at=None).first()
    if current is not None and current.wish == wish:
        return current
    OwnWish.objects.filter(citizen_id=citizen_id, replaced_at=None).update(replaced_at=at)
    row = OwnWish.objects.create(
        citizen_id=citizen_id, actor_id=actor_id, at=at, version=readiness.VERSION, wish=wish
    )
    _told("entrance.own_wish_said", citizen_id, actor_id, at=at, own_wish=row.pk)
    return row


def _told(kind: str, citizen_id: int, actor_id: int, *, at: datetime, **data: int) -> None:
    events.record(kind, at=at, citizen_id=citizen_id, actor_id=actor_id, data=data)
