# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A policy: courses, readable rules, the ladder, and what is enough to be available for work."""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from jobunivers.science.segmentation.facts import Facts

DEFAULT = "default"  # the code of the rule that holds when no other does


class Op(StrEnum):
    """How a fact is compared; half-open, so that every value is on one side."""

    AT_LEAST = ">="
    BELOW = "<"
    IS = "="


class Talks(StrEnum):
    """The form of the talks; the first is in person in every course (LAB § 33)."""

    HER_CHOICE = "her_choice"
    IN_PERSON_OFFERED = "in_person_offered"


class Help(StrEnum):
    """What a step of the ladder brings, lowest first."""

    NONE = "none"
    ONE_CLOSER = "one_closer"
    CONSULTANT = "consultant"


HELPS = tuple(Help)


@dataclass(frozen=True, slots=True)
class Course:
    """A journey and what it holds. `closeness` 0 is on her own; no two are equally close."""

    code: str
    closeness: int
    consultant: bool
    pushes_per_week: float
    days_between_talks: int
    talks: Talks
    source: str = ""


@dataclass(frozen=True, slots=True)
class Condition:
    """A fact compared with a value; it never holds of a fact that is not known."""

    fact: str
    op: Op
    value: float

    def holds(self, facts: Facts) -> NDArray[np.bool_]:
        """Say of whom it holds (n bool)."""
        column = facts[self.fact]
        if self.op is Op.AT_LEAST:
            return np.asarray(column >= self.value)
        if self.op is Op.BELOW:
            return np.asarray(column < self.value)
        return np.asarray(column == self.value)


@dataclass(frozen=True, slots=True)
class Rule:
    """Who meets all conditions is offered the course, with the reason as she will read it."""

    code: str
    course: int  # place among the policy's courses
    conditions: tuple[Condition, ...]
    why_da: str
    why_en: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """A step of the ladder: reached after so many days and so many pushes without an answer."""

    code: str
    days: int
    unanswered: int
    help: Help
    why_da: str
    why_en: str


@dataclass(frozen=True, slots=True)
class Ladder:
    """Steps towards closer help; so many active weeks lead one step back."""

    steps: tuple[Step, ...]
    back_after_weeks: int
    cool_down_days: int


@dataclass(frozen=True, slots=True)
class Availability:
    """What activity is enough (rådighed), as a help to keep count; None is not asked for."""

    applications_per_week: float | None
    cv_within_days: int | None
    joblog_every_days: int | None
    login_every_days: int | None
    why_da: str
    why_en: str
    source: str


@dataclass(frozen=True, slots=True)
class Policy:
    """Everything that decides a course. Courses stand in the order of closeness."""

    courses: tuple[Course, ...]
    default: int  # place among the courses
    default_why_da: str
    default_why_en: str
    rules: tuple[Rule, ...]
    ladder: Ladder
    availability: Availability
    objection_days: int

    def place_of(self, code: str) -> int:
        """Return a course's place; -1 when the policy has none of that code."""
        return next((i for i, course in enumerate(self.courses) if course.code == code), -1)

    def rule_of(self, code: str) -> Rule | None:
        """Return the rule of a code; None for the default and for rules it does not have."""
        return next((rule for rule in self.rules if rule.code == code), None)

    def helped(self) -> NDArray[np.int64]:
        """Return the course of each step (0 is none) for each course of the rules."""
        last = len(self.courses) - 1
        with_one = next((i for i, course in enumerate(self.courses) if course.consultant), last)
        own = np.arange(last + 1)
        rows = [own]
        for step in self.ladder.steps:
            if step.help is Help.CONSULTANT:
                rows.append(np.maximum(own, with_one))
            elif step.help is Help.ONE_CLOSER:
                rows.append(np.minimum(own + 1, last))
            else:
                rows.append(own)
        return np.stack(rows)
