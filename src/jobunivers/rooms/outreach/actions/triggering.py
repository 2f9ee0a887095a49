# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A rule is written, tested on today's people, and set to work; or paused, at once.

What is live is never changed: whoever edits writes the next version beside it.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from jobunivers.foundation.events import actions as events
from jobunivers.foundation.notices.actions import Wanted, notify_many
from jobunivers.identity import queries as identity
from jobunivers.identity.models import Role
from jobunivers.rooms.outreach.actions.agreeing import stop_locked
from jobunivers.rooms.outreach.actions.moving import NotAllowed, NotNow, NotReady, Stale
from jobunivers.rooms.outreach.models import (
    Push,
    State,
    Trigger,
    TriggerState,
    TriggerTest,
    TriggerVersion,
    What,
)
from jobunivers.rooms.outreach.queries import conditions
from jobunivers.rooms.outreach.queries.contents import is_open, offered
from jobunivers.rooms.outreach.queries.matching import as_push
from jobunivers.rooms.outreach.queries.rules import approver_ids_of, rule_on
from jobunivers.science.lots import MOST_HELD_OUT

TEST_HOLDS = timedelta(days=7)
MOST_PER_DAY = 5_000


class Unfit(ValueError):  # noqa: N818 - it reads as what happened
    """The conditions cannot be asked, or can never hold together; `args[0]` says what is wrong."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """What a version asks and sends."""

    conditions: Sequence[Mapping[str, Any]]
    what: str = What.MESSAGE
    thing: str = ""
    title: str = ""
    path: str = ""
    words: str = ""
    because: str = ""
    cool_days: int = 90
    per_day: int = 100
    from_now: bool = True
    held_out: int = 0


def digest_of(body: Body) -> str:
    """Return what tells a body from every other: a test holds for this one alone."""
    told = json.dumps(asdict(body) | {"conditions": list(body.conditions)}, sort_keys=True)
    return hashlib.sha256(told.encode()).hexdigest()


@transaction.atomic
def start_trigger(*, owner_id: int, name: str, body: Body, at: datetime, key: str = "") -> Trigger:
    """Write a new rule; it sends nothing yet. The same form makes one only.

    Raises:
        Unfit: a condition is not understood, or they contradict each other.
    """
    _fit(body)
    values = {"name": name, "created_at": at, "changed_at": at}
    if key:
        trigger, new = Trigger.objects.get_or_create(owner_id=owner_id, key=key, defaults=values)
        if not new:
            return trigger
    else:
        trigger = Trigger.objects.create(owner_id=owner_id, **values)
    trigger.draft = _next_version(trigger, body, by_id=owner_id, at=at)
    trigger.save(update_fields=["draft"])
    _note("trigger_saved", trigger, at=at, by=owner_id, number=trigger.draft.number)
    return trigger


@transaction.atomic
def change_trigger(
    *, trigger_id: int, seen: int, name: str, body: Body, by_id: int, at: datetime
) -> Trigger:
    """Write a rule anew; what is live goes on as it is until the new version is set to work.

    Raises:
        Stale: somebody has changed it since it was shown.
        NotNow: it is over.
        Unfit: as in `start_trigger`.
    """
    trigger = held(trigger_id, seen=seen)
    if trigger.state == TriggerState.ENDED:
        raise NotNow(trigger.state)
    _fit(body)
    draft = trigger.draft
    if draft is None:
        draft = _next_version(trigger, body, by_id=by_id, at=at)
    else:
        _write(draft, body, by_id=by_id, at=at)
    change(trigger, at=at, name=name, draft=draft)
    _note("trigger_saved", trigger, at=at, by=by_id, number=draft.number)
    return trigger


def _fit(body: Body) -> None:
    wrong = conditions.wrong_with(body.conditions)
    if wrong:
        raise Unfit(wrong)
    if not 1 <= body.per_day <= MOST_PER_DAY:
        raise ValueError(f"From 1 to {MOST_PER_DAY} a day")
    if not 0 <= body.held_out <= MOST_HELD_OUT:
        raise ValueError(f"From 0 to {MOST_HELD_OUT} per cent")
    if body.what == What.JOB:
        raise ValueError("A rule sends no single job: jobs close")


def _next_version(trigger: Trigger, body: Body, *, by_id: int, at: datetime) -> TriggerVersion:
    newest = trigger.versions.order_by("-number").first()
    version = TriggerVersion(trigger=trigger, number=newest.number + 1 if newest else 1)
    _write(version, body, by_id=by_id, at=at)
    return version


def _write(version: TriggerVersion, body: Body, *, by_id: int, at: datetime) -> None:
    """Write a version that is not live; whatever was agreed of it is to be agreed again."""
    values: dict[str, Any] = asdict(body) | {"conditions": list(body.conditions)}
    values |= {"digest": digest_of(body), "made_by_id": by_id, "made_at": at}
    values |= {"submitted_at": None, "submitted_by_id": None, "refused_why": "", "why": ""}
    for name, value in values.items():
        setattr(version, name, value)
    version.save()


def held(trigger_id: int, *, seen: int | None = None) -> Trigger:
    """Return a rule, held until the transaction ends.

    Raises:
        Stale: its number of changes is another than the one that was shown.
    """
    trigger = Trigger.objects.select_for_update().get(pk=trigger_id)
    if seen is not None and trigger.version != seen:
        raise Stale
    return trigger


def change(trigger: Trigger, *, at: datetime, **fields: Any) -> None:
    """Write columns of a rule that is held; whoever has seen an older one is told."""
    fields |= {"changed_at": at, "version": trigger.version + 1}
    for name, value in fields.items():
        setattr(trigger, name, value)
    trigger.save(update_fields=list(fields))


@transaction.atomic
def set_live(*, trigger_id: int, seen: int, by_id: int, why: str, at: datetime) -> Trigger:
    """Set what was written to work: it sends from now, or waits for a second person.

    Raises:
        Stale: somebody has changed it since.
        NotReady: it is not tested as it stands, says no reason, or sends what is not there.
    """
    trigger = held(trigger_id, seen=seen)
    draft, test = _ready(trigger, why, at=at)
    rule = rule_on(timezone.localdate(at))
    draft.why, draft.submitted_at, draft.submitted_by_id, draft.rule = why, at, by_id, rule.number
    draft.refused_why, draft.refused_by_id = "", None
    waits = reach_of(draft, test) > rule.above
    if waits:
        draft.save()
        change(trigger, at=at)
        _note("trigger_submitted", trigger, at=at, by=by_id, number=draft.number)
        told = approver_ids_of({draft.made_by_id, by_id}, rule)
        tell(told, "outreach.rule_waits", trigger, at=at)
    else:
        _goes_live(trigger, draft, by_id=by_id, at=at)
    return trigger


def reach_of(version: TriggerVersion, test: TriggerTest) -> int:
    """Return how many a version is taken to reach in a month: that asks for a second person."""
    return test.month if version.from_now else max(test.reached, test.month)


def _ready(trigger: Trigger, why: str, *, at: datetime) -> tuple[TriggerVersion, TriggerTest]:
    draft = trigger.draft
    if trigger.state == TriggerState.ENDED or draft is None or draft.submitted_at:
        raise NotReady("draft")
    test = test_that_holds(draft, at=at)
    if test is None:
        raise NotReady("test")
    lacks = cannot_send(draft, at=at)
    if lacks:
        raise NotReady(lacks)
    if not why.strip():
        raise NotReady("why")
    return draft, test


def test_that_holds(version: TriggerVersion, *, at: datetime) -> TriggerTest | None:
    """Return the newest test of the version as it stands, unless it is too old."""
    tests = version.tests.filter(digest=version.digest, at__gt=at - TEST_HOLDS)
    return tests.order_by("-pk").first()


def cannot_send(version: TriggerVersion, *, at: datetime) -> str:
    """Return why a version can send nothing now; "" when it can."""
    if conditions.wrong_with(version.conditions):
        return "conditions"
    if version.what == What.OFFER:
        there = version.thing.isdecimal() and offered(int(version.thing), at=at) is not None
        return "" if there else "closed"
    return "" if is_open(as_push(version), at=at) else "closed"


def _goes_live(trigger: Trigger, draft: TriggerVersion, *, by_id: int, at: datetime) -> None:
    if trigger.live_id:
        TriggerVersion.objects.filter(pk=trigger.live_id, live_to=None).update(live_to=at)
    draft.live_from = at
    draft.save()
    change(
        trigger, at=at, state=TriggerState.LIVE, live=draft, draft=None, paused_why="",
        paused_at=None, paused_by_id=None,
    )  # fmt: skip
    _note("trigger_live", trigger, at=at, by=by_id, number=draft.number)


@transaction.atomic
def approve_trigger(*, trigger_id: int, by_id: int, role: str, at: datetime) -> Trigger:
    """Agree as the second person: it sends from now.

    Raises:
        NotNow: it does not wait (any more).
        NotAllowed: who wrote it or handed it in, or a role that may not.
        NotReady: what it sends is not there any more.
    """
    trigger = held(trigger_id)
    draft = _waiting(trigger, by_id, role, at=at)
    lacks = cannot_send(draft, at=at)
    if lacks:
        raise NotReady(lacks)
    draft.approved_at, draft.approved_by_id = at, by_id
    _goes_live(trigger, draft, by_id=by_id, at=at)
    return trigger


@transaction.atomic
def refuse_trigger(*, trigger_id: int, by_id: int, role: str, why: str, at: datetime) -> Trigger:
    """Say no with a reason; it can be written anew.

    Raises:
        NotNow: it does not wait (any more).
        NotAllowed: who wrote it or handed it in, or a role that may not.
    """
    trigger = held(trigger_id)
    draft = _waiting(trigger, by_id, role, at=at)
    draft.submitted_at, draft.submitted_by_id = None, None
    draft.refused_why, draft.refused_by_id = why, by_id
    draft.save()
    change(trigger, at=at)
    _note("trigger_refused", trigger, at=at, by=by_id, number=draft.number)
    return trigger


def _waiting(trigger: Trigger, by_id: int, role: str, *, at: datetime) -> TriggerVersion:
    draft = trigger.draft
    if draft is None or draft.submitted_at is None:
        raise NotNow(trigger.state)
    if by_id in {draft.made_by_id, draft.submitted_by_id}:
        raise NotAllowed("own")
    if not rule_on(timezone.localdate(at)).may_approve(role):
        raise NotAllowed("role")
    return draft


@transaction.atomic
def pause_trigger(
    *, trigger_id: int, by_id: int | None, at: datetime, why: str = "person"
) -> Trigger:
    """Let a rule send nothing from now, nor what it has chosen and not sent.

    Raises:
        NotNow: it does not send.
    """
    trigger = held(trigger_id)
    if trigger.state != TriggerState.LIVE:
        raise NotNow(trigger.state)
    change(
        trigger, at=at, state=TriggerState.PAUSED, paused_why=why, paused_at=at,
        paused_by_id=by_id,
    )  # fmt: skip
    _stop_on_the_way(trigger, by_id=by_id, at=at)
    _note("trigger_paused", trigger, at=at, by=by_id, why=why)
    if by_id != trigger.owner_id:
        people = [trigger.owner_id]
        if why == "owner":
            people = [one.pk for one in identity.staff(roles=[Role.MANAGER])]
        tell(people, "outreach.rule_paused", trigger, at=at)
    return trigger


def _stop_on_the_way(trigger: Trigger, *, by_id: int | None, at: datetime) -> None:
    waiting = Push.objects.select_for_update().filter(
        trigger_version__trigger=trigger, state__in=[State.SCHEDULED, State.SENDING]
    )
    for push in waiting.order_by("pk"):
        stop_locked(push, by_id=by_id, why="rule", at=at, tell=False)


@transaction.atomic
def resume_trigger(*, trigger_id: int, by_id: int, at: datetime) -> Trigger:
    """Let a paused rule send again, as the version that was agreed to.

    Raises:
        NotNow: it is not paused.
        NotReady: what it sends is not there any more.
    """
    trigger = held(trigger_id)
    if trigger.state != TriggerState.PAUSED or trigger.live is None:
        raise NotNow(trigger.state)
    lacks = cannot_send(trigger.live, at=at)
    if lacks:
        raise NotReady(lacks)
    change(
        trigger, at=at, state=TriggerState.LIVE, paused_why="", paused_at=None, paused_by_id=None
    )
    _note("trigger_resumed", trigger, at=at, by=by_id)
    return trigger


@transaction.atomic
def end_trigger(*, trigger_id: int, by_id: int, at: datetime) -> Trigger:
    """Let a rule be over; what it has done stays to be read.

    Raises:
        NotNow: it is over already.
    """
    trigger = held(trigger_id)
    if trigger.state == TriggerState.ENDED:
        raise NotNow(trigger.state)
    if trigger.live_id:
        TriggerVersion.objects.filter(pk=trigger.live_id, live_to=None).update(live_to=at)
    change(trigger, at=at, state=TriggerState.ENDED)
    _stop_on_the_way(trigger, by_id=by_id, at=at)
    _note("trigger_ended", trigger, at=at, by=by_id)
    return trigger


def _note(kind: str, trigger: Trigger, *, at: datetime, by: int | None, **data: Any) -> None:
    told = {"trigger": trigger.pk, **data}
    events.record(f"outreach.{kind}", at=at, actor_id=by, data=told)


def tell(people: Sequence[int], kind: str, trigger: Trigger, *, at: datetime) -> None:
    """Tell staff of a rule, once for each of its changes."""
    path = reverse("outreach:automatic_rule", args=[trigger.pk])
    data: dict[str, object] = {"title": trigger.name, "trigger": trigger.pk}
    key = f"trigger:{trigger.pk}:{trigger.version}"
    notify_many(
        [Wanted(person_id=pk, kind=kind, data=data, path=path, key=key) for pk in people], at=at
    )
