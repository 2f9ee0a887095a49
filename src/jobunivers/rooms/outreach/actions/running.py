# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Rules are tried on today's people, and run: whom they choose gets a push like any other.

A run is one transaction for a kommune: a kill midway leaves nothing behind, and running again
chooses nobody twice for the same occasion.
"""

import secrets
from collections.abc import Sequence
from datetime import datetime, time

import numpy as np
from django.db import transaction
from django.utils import timezone
from numpy.typing import NDArray

from jobunivers.foundation.adding import add_columns
from jobunivers.foundation.columns import Ints
from jobunivers.foundation.events import actions as events
from jobunivers.identity import queries as identity
from jobunivers.identity.models import ADVISING
from jobunivers.rooms.outreach.actions.triggering import cannot_send, held, pause_trigger
from jobunivers.rooms.outreach.models import (
    Push,
    PushRecipient,
    Stand,
    State,
    Trigger,
    TriggerHit,
    TriggerOrder,
    TriggerState,
    TriggerTest,
    TriggerVersion,
)
from jobunivers.rooms.outreach.queries.card import MODEL
from jobunivers.rooms.outreach.queries.conditions import KINDS
from jobunivers.rooms.outreach.queries.matching import (
    Around,
    around,
    courses_of,
    day_number,
    fitting,
    hits_of,
    kept_from,
    rested_since,
)
from jobunivers.rooms.outreach.queries.order import Standing, standing
from jobunivers.science.lots import apart
from jobunivers.trust import queries as trust

Bools = NDArray[np.bool_]
EXAMPLES = 5
_WEEK, _MONTH = 7, 30


@transaction.atomic
def test_trigger(*, trigger_id: int, by_id: int, at: datetime) -> TriggerTest:
    """Find whom what is written (else what is live) would reach today; nothing is sent.

    It is asked exactly as at night, but for the day's number and for which rule goes first.
    """
    trigger = held(trigger_id)
    version = trigger.draft or trigger.live
    if version is None:
        raise ValueError("a rule without a version")
    there = around(at=at)
    found = fitting(version, at=at)
    reasons, reached = _sorted_out(version, there, found.ids, at=at)
    since = found.since[np.isin(found.ids, reached, assume_unique=True)]
    today = day_number(at)
    codes, numbers = np.unique(courses_of(there, reached), return_counts=True)
    test = TriggerTest.objects.create(
        trigger_version=version,
        digest=version.digest,
        at=at,
        by_id=by_id,
        seekers=len(there.may),
        fits=len(found.ids),
        reached=len(reached),
        week=int((since > today - _WEEK).sum()),
        month=int((since > today - _MONTH).sum()),
        held=reasons,
        courses=dict(zip(codes.tolist(), numbers.tolist(), strict=True)),
        examples=_examples(reached),
    )
    data = {"trigger": trigger.pk, "number": version.number, "reached": test.reached}
    events.record("outreach.trigger_tested", at=at, actor_id=by_id, data=data)
    return test


def _sorted_out(
    version: TriggerVersion, there: Around, ids: Ints, *, at: datetime
) -> tuple[dict[str, int], Ints]:
    """Return how many are left alone for each reason, the first that holds; and who is not."""
    rested = rested_since(standing().rest_days, there, at=at)
    may = ids[np.isin(ids, there.may, assume_unique=True)]
    counted, left = {}, ids
    for reason, people in [*there.reasons, *kept_from(version, there, may, at=at, rested=rested)]:
        hit = np.isin(left, people)
        if hit.any():
            counted[reason] = int(hit.sum())
        left = left[~hit]
    gone = ~np.isin(left, there.may)
    if gone.any():
        counted["gone"] = int(gone.sum())
    return counted, left[~gone]


def _examples(reached: Ints) -> list[int]:
    """Return a few of them, spread over all."""
    if not len(reached):
        return []
    places = np.unique(np.linspace(0, len(reached) - 1, EXAMPLES).astype(int))
    return [int(one) for one in reached[places]]


@transaction.atomic
def run_triggers(
    *, at: datetime, ids: Sequence[int] | None = None, after: Sequence[str] = ()
) -> int:
    """Let the kommune's live rules choose whom they send to; return how many people they chose.

    None, where the kommune has switched rules that send off.

    Args:
        at: now.
        ids: these people alone, to whom something has just happened.
        after: run only rules of which something follows one of these events.
    """
    if not trust.is_on(MODEL):
        return 0
    live = Trigger.objects.filter(state=TriggerState.LIVE).order_by("pk")
    triggers = [one for one in live.select_related("live") if not after or _follows(one, after)]
    versions = [one.live for one in triggers if one.live and _can_run(one, one.live, at=at)]
    if not versions:
        return 0
    there = around(at=at, ids=ids)
    order = standing()
    served = rested_since(order.rest_days, there, at=at)
    fits = {one.pk: _candidates(one, there, at=at, ids=ids) for one in versions}
    room = {one.pk: _room(one, at=at) for one in versions}
    numbers = [one.trigger_id for one in versions]
    places = {one.pk: _places(one, numbers, order, there, fits[one.pk]) for one in versions}
    chosen: dict[int, list[Ints]] = {one.pk: [] for one in versions}
    for place in range(len(versions)):
        for version in versions:
            mine = fits[version.pk][places[version.pk] == place]
            mine = mine[~np.isin(mine, served)][: room[version.pk]]
            room[version.pk] -= len(mine)
            chosen[version.pk].append(mine)
            served = np.union1d(served, mine)
    return sum(_send(one, np.concatenate(chosen[one.pk]), at=at) for one in versions)


def events_followed() -> list[str]:
    """Return the events after which something a live rule asks may have become true."""
    live = Trigger.objects.filter(state=TriggerState.LIVE).select_related("live").order_by("pk")
    asked = [one for rule in live if rule.live for one in rule.live.conditions]
    return sorted({event for one in asked for event in KINDS[one["code"]].follows})


def _follows(trigger: Trigger, after: Sequence[str]) -> bool:
    asked = trigger.live.conditions if trigger.live else []
    follows = {event for one in asked for event in KINDS[one["code"]].follows}
    return bool(follows & set(after))


def _can_run(trigger: Trigger, version: TriggerVersion, *, at: datetime) -> bool:
    """Say whether a rule may send; one that cannot is paused, and whoever answers for it told."""
    owner = identity.person(pk=trigger.owner_id)
    why = cannot_send(version, at=at)
    if owner is None or not owner.is_active or owner.role not in ADVISING:
        why = "owner"
    if why:
        pause_trigger(trigger_id=trigger.pk, by_id=None, why=why, at=at)
    return not why


def _candidates(
    version: TriggerVersion, there: Around, *, at: datetime, ids: Sequence[int] | None
) -> Ints:
    """Return who may get it, those first for whom it has just become true."""
    found = fitting(version, at=at, ids=ids)
    here = np.isin(found.ids, there.may, assume_unique=True)
    if version.from_now and version.live_from:
        here &= found.since >= day_number(version.live_from)
    people, since = found.ids[here], found.since[here]
    for _reason, kept in kept_from(version, there, people, at=at):
        free = ~np.isin(people, kept)
        people, since = people[free], since[free]
    return people[np.lexsort((people, -since))]


def _room(version: TriggerVersion, *, at: datetime) -> int:
    """Return how many more the rule may send to today."""
    midnight = timezone.make_aware(datetime.combine(timezone.localdate(at), time()))
    sent = TriggerHit.objects.filter(trigger_id=version.trigger_id, at__gte=midnight).count()
    return max(0, version.per_day - sent)


def _places(
    version: TriggerVersion, triggers: Sequence[int], order: Standing, there: Around, people: Ints
) -> Ints:
    """Return at which place of the order the rule stands for each one's course."""
    courses = courses_of(there, people)
    known = {
        code: order.places(code, triggers)[version.trigger_id]
        for code in np.unique(courses).tolist()
    }
    return np.array([known[code] for code in courses.tolist()], dtype=np.int64)


def _send(version: TriggerVersion, people: Ints, *, at: datetime) -> int:
    """Write what was decided and why, and the push that carries it."""
    trigger = version.trigger
    Trigger.objects.filter(pk=trigger.pk).update(ran_at=at)
    if not len(people):
        return 0
    hits = hits_of(version, np.sort(people).tolist(), at=at)
    seed = secrets.randbits(31)
    out = apart(len(hits), held_out=version.held_out, seed=seed)
    push = _push(version, [one.citizen_id for one in hits], out, seed, at=at)
    add_columns(
        TriggerHit,
        {
            "trigger_id": [trigger.pk] * len(hits),
            "trigger_version_id": [version.pk] * len(hits),
            "citizen_id": [one.citizen_id for one in hits],
            "occurrence": [one.occurrence[:300] for one in hits],
            "facts": [one.facts for one in hits],
            "push_id": [push.pk] * len(hits),
            "held_out": out.tolist(),
            "at": [at] * len(hits),
        },
    )
    data = {"trigger": trigger.pk, "number": version.number, "push": push.pk, "people": len(hits)}
    events.record("outreach.trigger_ran", at=at, data=data)
    return len(hits)


def _push(
    version: TriggerVersion, people: list[int], out: Bools, seed: int, *, at: datetime
) -> Push:
    """Return a push that is agreed already, with its people: the rule's version was."""
    push = Push.objects.create(
        sender_id=version.trigger.owner_id,
        trigger_version=version,
        state=State.SCHEDULED,
        what=version.what,
        thing=version.thing,
        title=version.title,
        path=version.path,
        words=version.words,
        because=version.because,
        picked=people,
        held_out=version.held_out,
        seed=seed,
        reach={"meant": len(people), "people": len(people), "held": {}, "reached": len(people)}
        | {"outside": 0, "enough": 0, "paused": 0},
        reached_at=at,
        send_at=at,
        rule=version.rule,
        created_at=at,
        changed_at=at,
    )
    many = len(people)
    add_columns(
        PushRecipient,
        {
            "push_id": [push.pk] * many,
            "citizen_id": people,
            "state": [Stand.HELD_OUT if one else Stand.QUEUED for one in out.tolist()],
            "chance": [1 - version.held_out / 100] * many,
            "at": [at] * many,
        },
    )
    return push


@transaction.atomic
def set_order(
    *, course: str, triggers: Sequence[int], rest_days: int, by_id: int, at: datetime
) -> TriggerOrder:
    """Decide which rule goes first for a course, and how long somebody is left in peace."""
    row = TriggerOrder.objects.create(
        course=course, triggers=list(triggers), rest_days=rest_days, by_id=by_id, at=at
    )
    data = {"course": course, "order": row.pk}
    events.record("outreach.trigger_order_set", at=at, actor_id=by_id, data=data)
    return row


def look_again(*, offer_ids: Sequence[int], at: datetime) -> list[int]:
    """Pause the live rules that send one of these offers, where it is not there any more."""
    live = Trigger.objects.filter(state=TriggerState.LIVE).select_related("live")
    names = {str(pk) for pk in offer_ids} | {f"marketplace:{pk}" for pk in offer_ids}
    paused = []
    for trigger in live.filter(live__thing__in=names).order_by("pk"):
        why = cannot_send(trigger.live, at=at) if trigger.live else ""
        if why:
            pause_trigger(trigger_id=trigger.pk, by_id=None, why=why, at=at)
            paused.append(trigger.pk)
    return paused
