# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Placing: the rules decide, the ladder moves slowly, and what stands is kept in between.

One evaluation sees each person's facts and what was remembered of her (`Standing`). Rules: the
first that holds. Ladder: one step at a time. Whatever the machine would move waits until the
cool-down since her last move is over (being placed for the first time is none). What she says of
herself (her wish, how she gets along digitally), another policy and the end of a choice made by
staff do not wait. Who is absent stays where she is.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Self, TypedDict

import numpy as np
from numpy.typing import ArrayLike, NDArray

from jobunivers.science.segmentation.facts import Facts
from jobunivers.science.segmentation.policy import DEFAULT, Policy

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]
NOBODY = -1  # no course: not placed yet, or nobody chose one
KEPT_RULE = -2  # the rule that decided before still stands


class Kind(IntEnum):
    """What made a move; 0 is no move."""

    NONE = 0
    FIRST = 1
    RULE = 2
    STEP = 3
    BACK = 4
    WISH = 5  # she has said something else of what she wants or how she gets along
    POLICY = 6
    OVERRIDE = 7
    OVERRIDE_ENDED = 8


class Remembered(TypedDict):
    """What was remembered of one person, as it is kept with a move."""

    course: str | None  # None: not placed yet
    step: int
    days_since_move: int
    wish: float | None
    readiness: float | None
    same_policy: bool
    override: str | None  # a course chosen by staff that holds now
    was_override: bool  # such a course held when last looked


NEW: Remembered = {
    "course": None,
    "step": 0,
    "days_since_move": 0,
    "wish": None,
    "readiness": None,
    "same_policy": True,
    "override": None,
    "was_override": False,
}


@dataclass(frozen=True, slots=True)
class Standing:
    """What is remembered of n people; courses by their place in the policy, -1 is none."""

    course: Ints
    known: Bools  # placed before, though the policy may have lost the course
    step: Ints
    days_since_move: Ints
    wish: NDArray[np.float64]
    readiness: NDArray[np.float64]
    same_policy: Bools
    override: Ints
    was_override: Bools

    @classmethod
    def new(cls, size: int) -> Self:
        """Return the standing of people who are placed for the first time."""
        return cls.of_columns(
            course=np.full(size, NOBODY),
            known=np.zeros(size, dtype=bool),
            step=np.zeros(size, dtype=np.int64),
            days_since_move=np.zeros(size, dtype=np.int64),
            wish=np.full(size, np.nan),
            readiness=np.full(size, np.nan),
            same_policy=np.ones(size, dtype=bool),
            override=np.full(size, NOBODY),
            was_override=np.zeros(size, dtype=bool),
        )

    @classmethod
    def of_columns(
        cls,
        *,
        course: ArrayLike,
        known: ArrayLike,
        step: ArrayLike,
        days_since_move: ArrayLike,
        wish: ArrayLike,
        readiness: ArrayLike,
        same_policy: ArrayLike,
        override: ArrayLike,
        was_override: ArrayLike,
    ) -> Self:
        """Return the standing from columns of one length, each brought to its type."""
        return cls(
            course=np.asarray(course, dtype=np.int64),
            known=np.asarray(known, dtype=np.bool_),
            step=np.asarray(step, dtype=np.int64),
            days_since_move=np.asarray(days_since_move, dtype=np.int64),
            wish=np.asarray(wish, dtype=np.float64),
            readiness=np.asarray(readiness, dtype=np.float64),
            same_policy=np.asarray(same_policy, dtype=np.bool_),
            override=np.asarray(override, dtype=np.int64),
            was_override=np.asarray(was_override, dtype=np.bool_),
        )

    def take(self, rows: Ints) -> Self:
        """Return what is remembered of some of the people."""
        return type(self)(
            *(np.asarray(getattr(self, name)[rows]) for name in self.__dataclass_fields__)
        )

    @classmethod
    def of_rows(cls, policy: Policy, rows: Sequence[Remembered]) -> Self:
        """Return the standing from what was kept, as `row` gives it."""
        return cls.of_columns(
            course=[policy.place_of(row["course"] or "") for row in rows],
            known=[row["course"] is not None for row in rows],
            step=[row["step"] for row in rows],
            days_since_move=[row["days_since_move"] for row in rows],
            wish=[np.nan if row["wish"] is None else row["wish"] for row in rows],
            readiness=[np.nan if (v := row["readiness"]) is None else v for row in rows],
            same_policy=[row["same_policy"] for row in rows],
            override=[policy.place_of(row["override"] or "") for row in rows],
            was_override=[row["was_override"] for row in rows],
        )

    def row(self, policy: Policy, row: int, course: str | None = None) -> Remembered:
        """Return what was remembered of one person; `course` names one the policy has lost."""

        def code(place: int) -> str | None:
            return None if place < 0 else policy.courses[place].code

        wish, readiness = float(self.wish[row]), float(self.readiness[row])
        return {
            "course": code(int(self.course[row])) or course,
            "step": int(self.step[row]),
            "days_since_move": int(self.days_since_move[row]),
            "wish": None if np.isnan(wish) else wish,
            "readiness": None if np.isnan(readiness) else readiness,
            "same_policy": bool(self.same_policy[row]),
            "override": code(int(self.override[row])),
            "was_override": bool(self.was_override[row]),
        }


@dataclass(frozen=True, slots=True)
class Placed:
    """Where n people stand after the evaluation; courses and rules by place in the policy."""

    course: Ints
    rule: Ints  # -1 the default, -2 the one that decided before
    step: Ints
    kind: Ints  # Kind; 0 is no move
    pointed: Ints  # the course the rules and the ladder point to, were nothing held back
    pointed_rule: Ints

    @property
    def moved(self) -> Bools:
        """Say who moved, to another course or step."""
        return np.asarray(self.kind != Kind.NONE)


def decide(policy: Policy, facts: Facts) -> Ints:
    """Return the first rule that holds of each person; -1 is the default."""
    found = np.full(len(facts), -1, dtype=np.int64)
    open_ = np.ones(len(facts), dtype=bool)
    for number, rule in enumerate(policy.rules):
        holds = open_.copy()
        for condition in rule.conditions:
            holds &= condition.holds(facts)
        found[holds] = number
        open_ &= ~holds
    return found


def courses_of(policy: Policy, rules: Ints) -> Ints:
    """Return the course of each rule."""
    return np.array([*(rule.course for rule in policy.rules), policy.default])[rules]


def next_step(policy: Policy, facts: Facts, step: Ints) -> Ints:
    """Return where the ladder leads each person from her step: one up, one back, or nowhere."""
    target = np.zeros(len(facts), dtype=np.int64)
    for number, one in enumerate(policy.ladder.steps, start=1):
        silent = (facts["days_inactive"] >= one.days) & (facts["unanswered"] >= one.unanswered)
        target[silent] = number
    up = target > step
    back = ~up & (step > 0) & (facts["active_weeks"] >= policy.ladder.back_after_weeks)
    return step + up.astype(np.int64) - back.astype(np.int64)


def place(policy: Policy, facts: Facts, standing: Standing | None = None) -> Placed:
    """Return where each person stands now. The same for one as for many."""
    if standing is None:
        standing = Standing.new(len(facts))
    step = np.minimum(standing.step, len(policy.ladder.steps))
    said = _differs(facts["wish"], standing.wish)
    said |= _differs(facts["readiness"], standing.readiness)
    wished = said & standing.known
    ended = standing.was_override & (standing.override < 0)
    changed = ~standing.same_policy | (standing.known & (standing.course < 0))
    chosen = standing.override >= 0
    here = facts["absent"] != 1
    free = standing.days_since_move >= policy.ladder.cool_down_days
    climbs = standing.known & free & here & ~chosen
    moves = ~standing.known | wished | ended | (here & (free | changed))

    rule, helped = decide(policy, facts), policy.helped()
    climbed = next_step(policy, facts, step)
    after = np.where(climbs, climbed, step)
    pointed = helped[climbed, courses_of(policy, rule)]
    course = np.where(moves, helped[after, courses_of(policy, rule)], standing.course)
    lost = course < 0  # absent, and her course is no longer there
    course = np.where(lost, helped[after, courses_of(policy, rule)], course)
    course = np.where(chosen, standing.override, course)
    kind = _kinds(
        {
            Kind.FIRST: ~standing.known,
            Kind.OVERRIDE: chosen,
            Kind.OVERRIDE_ENDED: ended,
            Kind.WISH: wished,
            Kind.POLICY: changed,
            Kind.STEP: after > standing.step,
            Kind.BACK: after < standing.step,
        }
    )
    same = standing.known & (course == standing.course) & (after == standing.step)
    return Placed(
        course=course,
        rule=np.where((moves | lost) & ~chosen, rule, KEPT_RULE),
        step=after,
        kind=np.where(same, Kind.NONE, kind),
        pointed=pointed,
        pointed_rule=rule,
    )


def again(
    policy: Policy, facts: Mapping[str, float | None], standing: Remembered
) -> tuple[str, str | None, int, Kind]:
    """Make a decision again from what was kept: course, rule (None: as before), step, kind."""
    placed = place(policy, Facts.of_rows([facts]), Standing.of_rows(policy, [standing]))
    rule = int(placed.rule[0])
    return (
        policy.courses[int(placed.course[0])].code,
        None if rule == KEPT_RULE else rule_code(policy, rule),
        int(placed.step[0]),
        Kind(int(placed.kind[0])),
    )


def rule_code(policy: Policy, rule: int) -> str:
    """Return the code of a rule by its place; -1 is the default."""
    return DEFAULT if rule < 0 else policy.rules[rule].code


def _differs(now: NDArray[np.float64], then: NDArray[np.float64]) -> Bools:
    return np.asarray((now != then) & ~(np.isnan(now) & np.isnan(then)))


def _kinds(why: Mapping[Kind, Bools]) -> Ints:
    """Return the first kind that applies to each; what is left is a rule's move."""
    return np.select(list(why.values()), [int(kind) for kind in why], default=int(Kind.RULE))
