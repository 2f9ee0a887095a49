# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""How a case stands: which steps are required, possible, forbidden, or not known yet, and why.

A missing fact is never guessed: the step says what to find out. Whatever is known once stays so
when more is found out (`tests/test_standing.py` holds it to that).
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from jobunivers.science.procedure import days as counting
from jobunivers.science.procedure.procedure import (
    Condition,
    Days,
    Deadline,
    Fact,
    Facts,
    Need,
    Procedure,
    Reference,
    Step,
    Truth,
)


class State(StrEnum):
    """How a step stands now."""

    DONE = "done"
    REQUIRED = "required"
    POSSIBLE = "possible"
    FORBIDDEN = "forbidden"
    UNKNOWN = "unknown"  # something must be found out first
    NO_RULE = "no_rule"  # the dated rules have a gap on the day it happened


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a step stands so: what must be, beside what is; or a deadline; or a rule.

    `conditions` are those of one need, none of which holds (or is known to).
    """

    kind: str  # "fact" | "deadline" | "rule"
    code: str
    conditions: tuple[Condition, ...] = ()
    day: date | None = None


@dataclass(frozen=True, slots=True)
class StepNow:
    """A step, how it stands, why, and which facts would settle it."""

    step: Step
    state: State
    reasons: tuple[Reason, ...] = ()
    find_out: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DeadlineNow:
    """A deadline with its last day, where the day it is counted from is known."""

    deadline: Deadline
    last_day: date | None
    passed: bool


@dataclass(frozen=True, slots=True)
class Standing:
    """All steps that concern a case, its deadlines, and every fact as it is taken.

    `asked`: the facts that people are asked to set, as far as is known now.
    """

    steps: tuple[StepNow, ...]
    deadlines: tuple[DeadlineNow, ...]
    facts: Facts
    asked: tuple[Fact, ...] = ()

    def step(self, code: str) -> StepNow | None:
        """Return a step; None when it does not concern the case."""
        return next((one for one in self.steps if one.step.code == code), None)

    def cited(self, references: Iterable[Reference]) -> tuple[str, ...]:
        """Return the places in the law that hold in the case; those that may, while it is open."""
        return tuple(
            one.words
            for one in references
            if one.when is None or _any(one.when, self.facts) is not False
        )

    def allows(self, code: str) -> bool:
        """Say whether a step may be taken now; one that is done may be taken again."""
        found = self.step(code)
        if found is None:
            return False
        again = found.state == State.DONE and not found.reasons
        return again or found.state in {State.REQUIRED, State.POSSIBLE}


def last_day(deadline: Deadline, days: Days) -> date | None:
    """Return the last day of a deadline; None when its first day is not known."""
    start = days.get(deadline.start)
    if start is None:
        return None
    if deadline.unit == "days":
        found = counting.after_days(start, deadline.count)
    elif deadline.unit == "working_days":
        found = counting.after_working_days(start, deadline.count)
    else:
        found = counting.end_of_full_months(start, deadline.count)
    return counting.next_working_day(found) if deadline.moved else found


def standing(
    procedure: Procedure,
    *,
    kind: str,
    facts: Facts,
    days: Days,
    on: date,
    missing_rules: Collection[str] = (),
) -> Standing:
    """Return how a case stands on a day.

    Args:
        procedure: the one that held when it happened.
        kind: of the case.
        facts: what is known; a fact that is not there is not known.
        days: the days of the case that are known, such as `event_on`.
        on: today.
        missing_rules: codes of rules that the dated register lacks on the day it happened.
    """
    deadlines = tuple(
        DeadlineNow(one, last, last is not None and on > last)
        for one in procedure.deadlines
        for last in [last_day(one, days)]
    )
    by_code = {one.deadline.code: one for one in deadlines}
    known: dict[str, Truth] = {}
    for fact in procedure.facts_of(kind):
        if fact.passed:
            deadline = by_code[fact.passed]
            known[fact.code] = None if deadline.last_day is None else deadline.passed
        else:
            known[fact.code] = facts.get(fact.code)
    missing = frozenset(missing_rules)
    steps = tuple(
        _now(step, known, by_code, missing.intersection(procedure.rules_of(step, kind)))
        for step in procedure.steps_of(kind)
        if _all(step.when, known) is not False
    )
    asked = tuple(
        one
        for one in procedure.facts_of(kind)
        if not one.given and _all(one.when, known) is not False
    )
    return Standing(steps, deadlines, known, asked)


def _now(
    step: Step, known: Facts, deadlines: dict[str, DeadlineNow], missing: frozenset[str]
) -> StepNow:
    now = _ahead(step, known, deadlines, missing)
    if not _is_done(step, known):
        return now
    # What was done stays done; what would stop it now is still said.
    return StepNow(step, State.DONE, now.reasons, now.find_out)


def _ahead(
    step: Step, known: Facts, deadlines: dict[str, DeadlineNow], missing: frozenset[str]
) -> StepNow:
    late = deadlines.get(step.before)
    forbidden = [_reason(need) for need in step.needs if _any(need, known) is False]
    if late is not None and late.passed:
        forbidden.append(Reason("deadline", step.before, day=late.last_day))
    if forbidden:
        return StepNow(step, State.FORBIDDEN, tuple(forbidden))
    if missing:
        gaps = tuple(Reason("rule", code) for code in sorted(missing))
        return StepNow(step, State.NO_RULE, gaps)
    open_needs = [one for one in (*step.when, *step.needs) if _any(one, known) is None]
    if open_needs:
        facts = tuple(dict.fromkeys(_unknown(open_needs, known)))
        return StepNow(step, State.UNKNOWN, tuple(map(_reason, open_needs)), facts)
    return StepNow(step, State.REQUIRED if step.required else State.POSSIBLE)


def _is_done(step: Step, known: Facts) -> bool:
    if step.settles:
        return all(known.get(code) is not None for code in step.settles)
    return bool(step.done) and _all(step.done, known) is True


def _reason(need: Need) -> Reason:
    return Reason("fact", need.any[0].fact, need.any)


def _unknown(needs: Iterable[Need], known: Facts) -> Iterable[str]:
    return (one.fact for need in needs for one in need.any if known.get(one.fact) is None)


def _any(need: Need, known: Facts) -> Truth:
    found = [_holds(one, known) for one in need.any]
    return True if True in found else None if None in found else False


def _all(needs: Iterable[Need], known: Facts) -> Truth:
    found = [_any(one, known) for one in needs]
    return False if False in found else None if None in found else True


def _holds(condition: Condition, known: Facts) -> Truth:
    value = known.get(condition.fact)
    return None if value is None else value is condition.value
