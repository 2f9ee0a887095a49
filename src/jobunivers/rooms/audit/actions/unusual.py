# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Unusual looks are found and drawn; people decide what they mean, nothing follows by itself."""

import random
import secrets
from collections.abc import Mapping
from datetime import date, datetime, timedelta

from django.db import transaction

from jobunivers.foundation.events import actions as events
from jobunivers.rooms.audit.models import (
    LookDecision,
    LookRule,
    LookSample,
    LookState,
    SampledLook,
    UnusualLook,
)
from jobunivers.rooms.audit.queries.days import looks_of
from jobunivers.rooms.audit.queries.finding import Unusual, unusual_of
from jobunivers.rooms.audit.queries.rules import RULES, held_rules


class DecidedMeanwhile(Exception):  # noqa: N818 - it reads as what happened
    """Somebody else decided since the page was opened."""


class UnknownRule(LookupError):  # noqa: N818 - it reads as what is wrong
    """There is no such rule, or it has no such number."""


def find_unusual(*, day: date, at: datetime) -> int:
    """Find what the kommune's rules call unusual in a day's looks; safe to run again.

    Returns how many findings are new.
    """
    rules = held_rules()
    before = UnusualLook.objects.filter(day=day).count()
    found = unusual_of(day, rules)
    UnusualLook.objects.bulk_create(
        [_row(one, day, rules[one.rule].version, at) for one in found], ignore_conflicts=True
    )
    return UnusualLook.objects.filter(day=day).count() - before


def _row(one: Unusual, day: date, version: int, at: datetime) -> UnusualLook:
    return UnusualLook(
        staff_id=one.looks[0].staff_id,
        staff_role=one.looks[0].role,
        day=day,
        rule=one.rule,
        rule_version=version,
        citizen_id=one.citizen_id,
        looks=len(one.looks),
        first_at=min(look.at for look in one.looks),
        last_at=max(look.at for look in one.looks),
        facts=dict(one.facts),
        found_at=at,
    )


@transaction.atomic
def set_rule(
    *, code: str, on: bool, limits: Mapping[str, int], by_id: int, why: str, at: datetime
) -> LookRule:
    """Let a rule work otherwise from now on; what was found before stays as it is.

    Raises:
        UnknownRule: there is no such rule, or a number is not one of its own.
    """
    rule = RULES.get(code)
    if rule is None or set(limits) != set(rule.limits):
        raise UnknownRule(code)
    made = LookRule.objects.create(
        code=code, on=on, limits=dict(limits), by_id=by_id, at=at, why=why
    )
    events.record("audit.look_rule_set", at=at, actor_id=by_id, data={"rule": code})
    return made


@transaction.atomic
def decide(
    *,
    subject: UnusualLook | SampledLook,
    state: LookState,
    note: str,
    by_id: int,
    at: datetime,
    after: int | None = None,
) -> LookDecision:
    """Say what a look means, in words; every decision is kept.

    Args:
        subject: what was found, or drawn.
        state: what it is.
        note: why, in the officer's words.
        by_id: who decides.
        at: when.
        after: the newest decision that was on the page; None: nobody asks.

    Raises:
        DecidedMeanwhile: there is a newer one.
    """
    locked = type(subject).objects.select_for_update().get(pk=subject.pk)
    own = (
        {"unusual_id": subject.pk}
        if isinstance(subject, UnusualLook)
        else {"sampled_id": subject.pk}
    )
    newest = LookDecision.objects.filter(**own).order_by("-pk").first()
    if newest is not None and (newest.state, newest.note, newest.by_id) == (state, note, by_id):
        return newest
    if after is not None and after != (newest.pk if newest else 0):
        raise DecidedMeanwhile
    made = LookDecision.objects.create(**own, state=state, note=note, by_id=by_id, at=at)
    locked.state = state
    locked.save(update_fields=["state"])
    events.record(
        "audit.look_decided", at=at, actor_id=by_id, citizen_id=subject.citizen_id,
        data={**own, "state": str(state)},
    )  # fmt: skip
    return made


@transaction.atomic
def draw_sample(*, month: date, at: datetime, seed: str = "") -> LookSample | None:
    """Draw a month's looks by lot, once; None: it is drawn already, or the rule is off.

    A member of staff, a citizen and a day are one, so that whoever looks often is not drawn more
    for it. The seed is kept: with it anybody draws the same again.
    """
    first = month.replace(day=1)
    rule = held_rules()["sample"]
    if not rule.on or LookSample.objects.filter(month=first).exists():
        return None
    cases = cases_of(first)
    size = min(rule.limits["size"], len(cases))
    seed = seed or secrets.token_hex(16)
    sample = LookSample.objects.create(
        month=first, seed=seed, size=size, population=len(cases), drawn_at=at
    )
    drawn = random.Random(seed).sample(sorted(cases), size)  # noqa: S311 - drawn again by its seed
    SampledLook.objects.bulk_create(
        SampledLook(
            sample=sample, place=place, staff_id=staff, citizen_id=citizen, day=day,
            looks=cases[staff, citizen, day],
        )
        for place, (staff, citizen, day) in enumerate(drawn, start=1)
    )  # fmt: skip
    return sample


def cases_of(first: date) -> dict[tuple[int, int, date], int]:
    """Return a month's members of staff, citizens and days, with the looks of each."""
    after = (first + timedelta(days=32)).replace(day=1)
    cases: dict[tuple[int, int, date], int] = {}
    for number in range((after - first).days):
        day = first + timedelta(days=number)
        for one in looks_of(day):
            key = (one.staff_id, one.citizen_id, day)
            cases[key] = cases.get(key, 0) + 1
    return cases
