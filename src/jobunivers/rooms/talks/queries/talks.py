# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Talks of one citizen: the one before us, the next, the last, and all of them."""

from collections.abc import Collection
from datetime import datetime

from django.db.models import Case, QuerySet, Value, When

from jobunivers.rooms.talks.models import OPEN, Talk, TalkState


def talks_of(*, citizen_id: int) -> QuerySet[Talk]:
    """Return her talks, newest first; those called off too."""
    return Talk.objects.filter(citizen_id=citizen_id).order_by("-starts_at", "-pk")


def talk_of(*, citizen_id: int, pk: int) -> Talk | None:
    """Return one of her talks."""
    return Talk.objects.filter(citizen_id=citizen_id, pk=pk).first()


def open_talks(*, citizen_id: int) -> QuerySet[Talk]:
    """Return what is under way, then what is ahead, the nearest first."""
    first = Case(When(state=TalkState.UNDER_WAY, then=Value(0)), default=Value(1))
    rows = Talk.objects.filter(citizen_id=citizen_id, state__in=OPEN)
    return rows.order_by(first, "starts_at", "pk")


def next_talk(*, citizen_id: int, at: datetime) -> Talk | None:
    """Return the talk that is under way or the next one ahead."""
    rows = open_talks(citizen_id=citizen_id)
    return next((one for one in rows if one.begun_at or one.starts_at >= at), None)


def last_held(*, citizen_id: int, before: Talk | None = None) -> QuerySet[Talk]:
    """Return the newest talk that was held, as a question of one row."""
    rows = Talk.objects.filter(citizen_id=citizen_id, state=TalkState.HELD)
    if before is not None:
        rows = rows.exclude(pk=before.pk).filter(starts_at__lte=before.starts_at)
    return rows.order_by("-starts_at", "-pk")[:1]


def held_or_ahead() -> QuerySet[Talk]:
    """Return all talks that were held, are under way or ahead: what nobody need propose again."""
    return Talk.objects.filter(state__in=(*OPEN, TalkState.HELD)).order_by("starts_at", "pk")


def spoken_with(citizen_ids: Collection[int]) -> dict[int, datetime]:
    """Return when each of these has her last talk, held or ahead; who has none is not in it."""
    rows = held_or_ahead().filter(citizen_id__in=list(citizen_ids))
    return dict(rows.values_list("citizen_id", "starts_at"))


def held_between(
    *, since: datetime, until: datetime, citizen_ids: Collection[int] | None = None
) -> QuerySet[Talk]:
    """Return the talks that began in a stretch of time (half-open), by time."""
    rows = Talk.objects.filter(begun_at__gte=since, begun_at__lt=until)
    if citizen_ids is not None:
        rows = rows.filter(citizen_id__in=list(citizen_ids))
    return rows.order_by("begun_at", "pk")
