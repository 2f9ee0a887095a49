# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Why one person is where she is, and the smallest changes that would lead elsewhere."""

import math
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from jobunivers.science.segmentation.facts import FACTS, Bent, Facts, Turn
from jobunivers.science.segmentation.placing import (
    KEPT_RULE,
    Placed,
    Standing,
    decide,
    place,
    rule_code,
)
from jobunivers.science.segmentation.policy import Condition, Op, Policy


@dataclass(frozen=True, slots=True)
class Held:
    """A condition that held, and the value it held of."""

    fact: str
    op: Op
    value: float
    was: float


@dataclass(frozen=True, slots=True)
class Change:
    """If this one fact were so, and nothing else changed, the course would be another."""

    fact: str
    op: Op
    value: float
    was: float | None  # None: not known today
    course: str
    closer: bool
    hers: bool  # she can do it; else only time or other facts can


@dataclass(frozen=True, slots=True)
class Rung:
    """A step of the ladder from where she stands: what is left until it is reached."""

    code: str
    number: int  # 1 is the first step
    days_left: int
    unanswered_left: int


@dataclass(frozen=True, slots=True)
class Explanation:
    """Where she stands and why; the course that waits for the cool-down, if one does."""

    course: str
    rule: str
    held: tuple[Held, ...]
    step: int
    absent: bool
    waiting_course: str | None  # what the rules and the ladder point to, held back for now
    waiting_days: int  # until the cool-down is over
    next_rung: Rung | None
    back_weeks_left: int | None  # active weeks until a step back; None when on no step
    changes: tuple[Change, ...]


def held_by(policy: Policy, rule: str, facts: Facts, row: int) -> tuple[Held, ...]:
    """Return the conditions of a rule with the values of one person; the default has none."""
    found = policy.rule_of(rule)
    if found is None:
        return ()
    return tuple(Held(c.fact, c.op, c.value, float(facts[c.fact][row])) for c in found.conditions)


def explain(
    policy: Policy,
    facts: Facts,
    row: int = 0,
    standing: Standing | None = None,
    rule: str | None = None,
) -> Explanation:
    """Return why one of the people stands where she does; `rule` is the one that decided before."""
    mine = facts.take(np.array([row]))
    remembered = Standing.new(1) if standing is None else standing.take(np.array([row]))
    placed = place(policy, mine, remembered)
    decided = int(placed.rule[0])
    code = rule_code(policy, decided) if decided != KEPT_RULE else rule
    code = code or rule_code(policy, int(placed.pointed_rule[0]))
    course, pointed = int(placed.course[0]), int(placed.pointed[0])
    waits = pointed != course and not remembered.override[0] >= 0
    left = policy.ladder.cool_down_days - int(remembered.days_since_move[0])
    return Explanation(
        course=policy.courses[course].code,
        rule=code,
        held=held_by(policy, code, mine, 0),
        step=int(placed.step[0]),
        absent=bool(mine["absent"][0] == 1),
        waiting_course=policy.courses[pointed].code if waits else None,
        waiting_days=max(left, 0) if remembered.known[0] else 0,
        next_rung=_next_rung(policy, mine, int(placed.step[0])),
        back_weeks_left=_back_left(policy, mine, int(placed.step[0])),
        changes=changes(policy, mine, placed),
    )


def changes(policy: Policy, one: Facts, placed: Placed) -> tuple[Change, ...]:
    """Return, for each fact and each other course, the smallest change that leads there.

    What she can do herself comes first; then the nearest. The ladder is left where it stands.
    """
    step, now = int(placed.step[0]), int(placed.course[0])
    helped, found = policy.helped()[step], dict[tuple[str, int], Change]()
    by_rule = [*(rule.course for rule in policy.rules), policy.default]
    for condition in _turned(policy):
        if not _possible(condition, one):
            continue
        value = _just(condition)
        led = int(helped[by_rule[int(decide(policy, one.changed(condition.fact, value))[0])]])
        if led == now:
            continue
        change = _change(policy, condition, one, led, now)
        key = (condition.fact, led)
        if key not in found or _far(change) < _far(found[key]):
            found[key] = change
    return tuple(
        sorted(found.values(), key=lambda c: (not c.hers, policy.place_of(c.course), c.fact))
    )


def _turned(policy: Policy) -> Iterator[Condition]:
    """Yield every condition of the policy and its opposite, each once."""
    seen = set()
    for rule in policy.rules:
        for one in rule.conditions:
            for turned in (one, *_opposites(one)):
                if turned not in seen:
                    seen.add(turned)
                    yield turned


def _opposites(one: Condition) -> list[Condition]:
    if one.op is Op.AT_LEAST:
        return [Condition(one.fact, Op.BELOW, one.value)]
    if one.op is Op.BELOW:
        return [Condition(one.fact, Op.AT_LEAST, one.value)]
    others = range(len(FACTS[one.fact].levels))
    return [Condition(one.fact, Op.IS, float(n)) for n in others if n != one.value]


def _possible(condition: Condition, one: Facts) -> bool:
    """Say whether the change can be: it is not so already, and no time runs backwards."""
    if condition.holds(one)[0]:
        return False
    fact, was = FACTS[condition.fact], float(one[condition.fact][0])
    if condition.op is Op.BELOW and condition.value <= 0:
        return False
    return not (fact.turn is Turn.TIME and not math.isnan(was) and _just(condition) < was)


def _just(condition: Condition) -> float:
    """Return the value nearest the threshold of which the condition holds."""
    if condition.op is not Op.BELOW:
        return condition.value
    if FACTS[condition.fact].levels:
        return condition.value - 1
    return math.nextafter(condition.value, -math.inf)


def _change(policy: Policy, condition: Condition, one: Facts, led: int, now: int) -> Change:
    was = float(one[condition.fact][0])
    fact = FACTS[condition.fact]
    less = fact.bent is not Bent.NEITHER and led > now  # nobody is advised to do less
    return Change(
        fact=condition.fact,
        op=condition.op,
        value=condition.value,
        was=None if math.isnan(was) else was,
        course=policy.courses[led].code,
        closer=led > now,
        hers=fact.turn is Turn.HERS and not less,
    )


def _far(change: Change) -> float:
    return abs(change.value - (change.was or 0.0))


def _next_rung(policy: Policy, one: Facts, step: int) -> Rung | None:
    if step >= len(policy.ladder.steps):
        return None
    rung = policy.ladder.steps[step]
    days, silent = (_or_none(float(one[code][0])) for code in ("days_inactive", "unanswered"))
    return Rung(
        code=rung.code,
        number=step + 1,
        days_left=max(0, math.ceil(rung.days - days)),
        unanswered_left=max(0, math.ceil(rung.unanswered - silent)),
    )


def _back_left(policy: Policy, one: Facts, step: int) -> int | None:
    if not step:
        return None
    weeks = _or_none(float(one["active_weeks"][0]))
    return max(0, math.ceil(policy.ladder.back_after_weeks - weeks))


def _or_none(value: float) -> float:
    return 0.0 if math.isnan(value) else value
