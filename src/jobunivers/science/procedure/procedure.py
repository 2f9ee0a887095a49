# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A procedure: facts, deadlines and steps, as people wrote them in a file."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

Unit = Literal["days", "working_days", "full_months"]
Truth = bool | None
"""True, false, or not known."""


@dataclass(frozen=True, slots=True)
class Condition:
    """A fact that must be so."""

    fact: str
    value: bool


@dataclass(frozen=True, slots=True)
class Need:
    """One of these conditions must hold."""

    any: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Reference:
    """A place in the law, and when it is the one that holds: another order is for other groups."""

    words: str
    when: Need | None = None


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of case, and the dated rules and law that are its own.

    `duties`: the law that says she had to; it stands with the fact that says so.
    """

    code: str
    rules: tuple[str, ...] = ()
    references: tuple[Reference, ...] = ()
    duties: tuple[Reference, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """Something that is true, false or not known of a case.

    Attributes:
        code: never renamed; the words are the user's.
        evidence: whoever says that it is true must say what shows it.
        given: it comes from the case itself, and nobody sets it by hand.
        passed: the deadline whose end makes it true ("" for a fact that people set).
        when: it is asked for only when all of these hold.
        of_duty: the law that says she had to is the kind's.
        references: the law it comes from.
        only: the kinds of case it is for; empty: all.
    """

    code: str
    of_duty: bool = False
    evidence: bool = False
    given: bool = False
    passed: str = ""
    when: tuple[Need, ...] = ()
    references: tuple[Reference, ...] = ()
    only: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """A last day, counted from a day of the case.

    `moved` lets it end on the next working day when offices are closed on its last day.
    """

    code: str
    start: str
    count: int
    unit: Unit
    moved: bool = False
    rule: str = ""
    references: tuple[Reference, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """Something that may follow.

    Attributes:
        code: never renamed.
        needs: all must hold, or the step is forbidden.
        when: it concerns the case only when all of these hold.
        required: it must be done once it can be; otherwise it may be.
        done: it is done when all of these hold; empty: never.
        settles: it is done when these facts are known, whichever way.
        before: the deadline after whose last day it is forbidden.
        rules: codes of the dated rules it stands on: without them the step is stopped.
        of_kind: it also stands on the rules of the kind of case.
        references: the law, to be read.
        only: the kinds of case it is for; empty: all.
    """

    code: str
    needs: tuple[Need, ...] = ()
    when: tuple[Need, ...] = ()
    required: bool = False
    done: tuple[Need, ...] = ()
    settles: tuple[str, ...] = ()
    before: str = ""
    rules: tuple[str, ...] = ()
    of_kind: bool = False
    references: tuple[Reference, ...] = ()
    only: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Procedure:
    """All of it, for a stretch of time: `until` is the first day it no longer holds."""

    code: str
    version: str
    since: date
    until: date | None
    kinds: tuple[Kind, ...]
    days: tuple[str, ...]
    facts: tuple[Fact, ...]
    deadlines: tuple[Deadline, ...]
    steps: tuple[Step, ...]

    def holds_on(self, day: date) -> bool:
        """Say whether it is the procedure of things that happened on a day."""
        return self.since <= day and (self.until is None or day < self.until)

    def kind(self, code: str) -> Kind:
        """Return a kind of case; KeyError when there is none of that code."""
        return {one.code: one for one in self.kinds}[code]

    def rules_of(self, step: Step, kind: str) -> tuple[str, ...]:
        """Return the codes of the dated rules that a step of a case stands on."""
        return step.rules + (self.kind(kind).rules if step.of_kind else ())

    def all_rules(self, kind: str) -> tuple[str, ...]:
        """Return the codes of all dated rules that a kind of case stands on, each once."""
        steps = (code for step in self.steps_of(kind) for code in self.rules_of(step, kind))
        counted = (one.rule for one in self.deadlines if one.rule)
        return tuple(dict.fromkeys((*steps, *counted)))

    def facts_of(self, kind: str) -> tuple[Fact, ...]:
        """Return the facts that a kind of case asks for, in their order."""
        return tuple(one for one in self.facts if not one.only or kind in one.only)

    def steps_of(self, kind: str) -> tuple[Step, ...]:
        """Return the steps of a kind of case, in their order."""
        return tuple(one for one in self.steps if not one.only or kind in one.only)


Facts = Mapping[str, Truth]
Days = Mapping[str, date]
