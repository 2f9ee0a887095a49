# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What would go is a plan first: counted, and above a size approved by a second person."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils import timezone

from jobunivers.foundation.events import actions as events
from jobunivers.rooms.retention.models import (
    AGED,
    END,
    LEFT,
    NAME,
    OPEN,
    Batch,
    Member,
    Plan,
    PlanLine,
    PlanState,
)
from jobunivers.rooms.retention.queries import choices, due

_IN_A_BATCH = 500
_LASTS = timedelta(days=14)


class OpenAlready(Exception):  # noqa: N818 - it reads as what happened
    """There is a plan that waits, or is being carried out."""


class NotNow(Exception):  # noqa: N818 - it reads as what happened
    """The plan waits for nobody any more, or not for this person."""


@transaction.atomic
def make_plan(*, by_id: int | None, at: datetime) -> Plan | None:
    """Count what would go today and keep it as a plan; None: there is nothing.

    Raises:
        OpenAlready: another plan is open.
    """
    let_lapse(at=at)
    if Plan.objects.filter(state__in=OPEN).exists():
        raise OpenAlready
    today = timezone.localdate(at)
    people = _people(today)
    plan = Plan(made_at=at, made_by_id=by_id, state=PlanState.WAITING)
    lines = _lines(people, today)
    if not lines:
        return None
    plan.people = len({one for ids in people.values() for one in ids})
    plan.aged = sum(line.rows for line in lines if line.code == AGED)
    plan.needs_second = plan.people > choices.number(
        "people_above", today
    ) or plan.aged > choices.number("aged_above", today)
    if not plan.needs_second:
        plan.state, plan.decided_at = PlanState.APPROVED, at
    plan.save()
    for line in lines:
        line.plan = plan
    PlanLine.objects.bulk_create(lines)
    _batches(plan, people, [line.label for line in lines if line.code == AGED])
    events.record("retention.planned", at=at, actor_id=by_id, data={"plan_id": plan.pk})
    return plan


def _people(today: date) -> dict[str, list[int]]:
    """Return whose step is due, by step; whoever goes whole is in no other step.

    Who has nothing left to go by a step is in none.
    """
    steps = choices.steps(today)
    found = {END: due.due(code=END, days=steps[END], today=today)}
    whole = set(found[END])
    for code, days in {**steps, LEFT: choices.days_on(today)[LEFT]}.items():
        if code != END:
            ids = [one for one in due.due(code=code, days=days, today=today) if one not in whole]
            gone = due.already_gone(ids=ids, ways=list(due.ways_of(code)))
            found[code] = [one for one in ids if one not in gone]
    stopped = due.due(code=NAME, days=choices.days_on(today)[LEFT], today=today)
    found[NAME] = due.nameless([one for one in stopped if one not in set(found[LEFT])])
    return {code: ids for code, ids in found.items() if ids}


def _lines(people: dict[str, list[int]], today: date) -> list[PlanLine]:
    lines = []
    for code, ids in people.items():
        for way in due.ways_of(code):
            counted = due.rows_of(way, ids)
            stays = way.then == "anonymise" or (
                way.append_only and way.clock == "row" and code == END
            )
            lines.append(_line(way.label, code, counted, anonymises=stays))
        if code == NAME:
            lines.append(_line("identity.Person", code, due.Counted(len(ids)), anonymises=True))
    days = choices.days_on(today)
    for way in due.aged_ways():
        before = today - timedelta(days=days[way.code])
        lines.append(_line(way.label, AGED, due.too_old(way, before), anonymises=False))
    return [line for line in lines if line.rows]


def _line(label: str, code: str, counted: due.Counted, *, anonymises: bool) -> PlanLine:
    return PlanLine(
        label=label,
        code=code,
        anonymises=anonymises,
        rows=counted.rows,
        oldest=counted.oldest,
        newest=counted.newest,
    )


def _batches(plan: Plan, people: dict[str, list[int]], aged: Sequence[str]) -> None:
    batches: list[tuple[Batch, list[int]]] = []
    for code, ids in people.items():
        for start in range(0, len(ids), _IN_A_BATCH):
            some = ids[start : start + _IN_A_BATCH]
            batches.append((Batch(plan=plan, code=code), some))
    batches += [(Batch(plan=plan, code=AGED, label=label), []) for label in aged]
    for number, (batch, _) in enumerate(batches, 1):
        batch.number = number
    made = Batch.objects.bulk_create([batch for batch, _ in batches])
    Member.objects.bulk_create(
        (
            Member(batch=batch, person_id=person_id)
            for batch, (_, ids) in zip(made, batches, strict=True)
            for person_id in ids
        ),
        batch_size=5_000,
    )


@transaction.atomic
def approve(*, plan_id: int, by_id: int, why: str, at: datetime) -> None:
    """Let a plan be carried out tonight.

    Raises:
        NotNow: it waits no more, or the same person asked for it.
    """
    row = Plan.objects.select_for_update().filter(pk=plan_id, state=PlanState.WAITING).first()
    if row is None or row.made_by_id == by_id:
        raise NotNow
    row.state, row.decided_at, row.decided_by_id, row.why = PlanState.APPROVED, at, by_id, why
    row.save(update_fields=["state", "decided_at", "decided_by_id", "why"])
    events.record("retention.approved", at=at, actor_id=by_id, data={"plan_id": plan_id})


@transaction.atomic
def refuse(*, plan_id: int, by_id: int, why: str, at: datetime) -> None:
    """Let nothing go by a plan, also one approved whose night has not come. Raises NotNow."""
    changed = Plan.objects.filter(pk=plan_id, state__in=OPEN).update(
        state=PlanState.REFUSED, decided_at=at, decided_by_id=by_id, why=why
    )
    if not changed:
        raise NotNow
    _forget_members([plan_id])
    events.record("retention.refused", at=at, actor_id=by_id, data={"plan_id": plan_id})


@transaction.atomic
def let_lapse(*, at: datetime) -> int:
    """Let plans lapse that nobody has answered, or that are too old to be true."""
    old = list(
        Plan.objects.filter(state__in=OPEN, made_at__lt=at - _LASTS).values_list("pk", flat=True)
    )
    Plan.objects.filter(pk__in=old).update(state=PlanState.LAPSED)
    _forget_members(old)
    return len(old)


def _forget_members(plan_ids: Sequence[int]) -> None:
    Member.objects.filter(batch__plan_id__in=plan_ids).delete()
