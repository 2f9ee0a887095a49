# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What came of pushes of which a share was held out is counted at night, once the days are over."""

from collections.abc import Collection
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from jobunivers.rooms.journey import queries as journey
from jobunivers.rooms.marketplace.queries.conditions import began_between
from jobunivers.rooms.outreach.models import (
    WINDOWS,
    EffectCount,
    Outcome,
    Push,
    PushRecipient,
    Stand,
    State,
    What,
)
from jobunivers.rooms.outreach.queries.contents import offer_of
from jobunivers.rooms.outreach.queries.effects import day_after, first_day, outcomes_of
from jobunivers.rooms.outreach.queries.holding import CROWDED
from jobunivers.rooms.vacancies import queries as vacancies

TOLD_LATE = 14
"""Days after its own in which an outcome is counted anew: joblogs and registers are behind."""


@transaction.atomic
def count_effects(*, at: datetime) -> int:
    """Count what has come of every push whose days are over; return how many counts were written.

    What is settled is never counted again: rows behind it may have been deleted since.
    """
    today = timezone.localdate(at)
    longest = max(WINDOWS, key=lambda one: WINDOWS[one])
    done = EffectCount.objects.filter(outcome=longest, settled=True).values("push_id")
    pushes = Push.objects.filter(state=State.SENT, held_out__gt=0, begun_at__isnull=False)
    return sum(
        _count(push, today=today, at=at)
        for push in pushes.exclude(pk__in=done).defer("picked").order_by("pk")
    )


def _count(push: Push, *, today: date, at: datetime) -> int:
    settled = set(push.effects.filter(settled=True).values_list("outcome", flat=True))
    over = [
        one for one in outcomes_of(push) if one not in settled and day_after(push, one) <= today
    ]
    if not over:
        return 0
    given, held_out = _arms(push)
    for outcome in over:
        did = _who_did(push, outcome, [*given, *held_out])
        EffectCount.objects.update_or_create(
            push=push,
            outcome=outcome,
            defaults={
                "given": len(given),
                "given_did": len(given & did),
                "held_out": len(held_out),
                "held_out_did": len(held_out & did),
                "settled": day_after(push, outcome) + timedelta(days=TOLD_LATE) <= today,
                "counted_at": at,
            },
        )
    return len(over)


def _arms(push: Push) -> tuple[set[int], set[int]]:
    """Return whom lots gave it, also those it did not reach in the end, and who was held out.

    Who could not get it when the group was looked through had no part in the draw: chance 0. A rule
    may choose somebody again after its days between: she stands where lots put her the first time,
    and is one person.
    """
    drawn = _drawn_in([push.pk])
    if push.trigger_version_id is not None:
        earlier = Push.objects.filter(
            Q(begun_at__lt=push.begun_at) | Q(begun_at=push.begun_at, pk__lt=push.pk),
            trigger_version_id=push.trigger_version_id,
            state__in=[State.SENDING, State.SENT],
            held_out__gt=0,
        )
        drawn = drawn.exclude(citizen_id__in=_drawn_in(earlier.values("pk")).values("citizen_id"))
    rows = drawn.order_by().values_list("citizen_id", "state")
    given: set[int] = set()
    held_out: set[int] = set()
    for one, state in rows:
        (held_out if state == Stand.HELD_OUT else given).add(one)
    return given, held_out


def _drawn_in(pushes: "list[int] | QuerySet[Push, Any]") -> QuerySet[PushRecipient]:
    """Return those of these pushes between whom lots were drawn."""
    rows = PushRecipient.objects.filter(push__in=pushes, chance__gt=0)
    return rows.exclude(Q(state=Stand.HELD_BACK, reason=CROWDED))


def _who_did(push: Push, outcome: str, ids: Collection[int]) -> set[int]:
    first, after = first_day(push), day_after(push, outcome)
    asked = list(ids)
    if outcome == Outcome.APPLIED:
        return set(vacancies.applied_between(asked, first=first, after=after).tolist())
    if outcome == Outcome.TALKED:
        return set(vacancies.talked_between(asked, first=first, after=after).tolist())
    if outcome == Outcome.WORK:
        return journey.left_between(asked, first=first, after=after)
    if push.what == What.JOB:
        job = int(push.thing)
        return set(
            vacancies.applied_between(asked, first=first, after=after, vacancy_id=job).tolist()
        )
    offer_id = offer_of(push)
    if offer_id is None:
        return set()
    return began_between(offer_id, first=_midnight(first), after=_midnight(after))


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time()))
