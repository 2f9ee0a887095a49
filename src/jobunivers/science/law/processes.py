# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Processes as data: for a kind of case the steps, who does them, by when, and which rule says so.

A step's deadline counts from a named day (`from`): what is not known of a citizen is said as
unknown, and no deadline is made up. What a step requires (`after`) are steps before it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from jobunivers.science.law.parts import BadRegister, Part
from jobunivers.science.law.register import GROUPS, Register

KINDS = ("required", "possible", "forbidden")
ACTORS = ("borger", "kommune", "a_kasse", "leder")
UNITS = ("days", "weeks", "months", "calendar_months")
DAYS_FROM = (
    "registered", "asked_for_help", "spell_began", "talk_missed", "event", "offer_given",
    "letter_sent", "decided", "first_talk",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Deadline:
    """So many days, weeks or months from a named day; the number may come from a rule's value."""

    amount: int | None
    unit: str
    from_day: str
    value: str = ""

    def on(self, day: date, amount: int) -> date:
        """Return the last day that is in time, counted from the named day."""
        if self.unit == "calendar_months":  # whole months after the month of the day
            return _months_later(day.replace(day=1), amount + 1) - timedelta(days=1)
        if self.unit == "months":
            return _months_later(day, amount)
        return day + timedelta(days=amount * (7 if self.unit == "weeks" else 1))


@dataclass(frozen=True, slots=True)
class ProcessStep:
    """One step: what is done or may not be done, by whom, and what is written down."""

    code: str
    kind: str
    who: str
    rule: str
    says_da: str
    says_en: str
    write_da: str
    write_en: str
    after: tuple[str, ...]
    deadline: Deadline | None

    def says(self, language: str) -> str:
        """Return what the step is."""
        return self.says_en if language == "en" else self.says_da

    def write(self, language: str) -> str:
        """Return what is written down, or nothing."""
        return self.write_en if language == "en" else self.write_da


@dataclass(frozen=True, slots=True)
class Process:
    """A kind of case with its steps in their order."""

    code: str
    groups: tuple[str, ...]
    name_da: str
    name_en: str
    about_da: str
    about_en: str
    steps: tuple[ProcessStep, ...]

    def name(self, language: str) -> str:
        """Return what the kind of case is called."""
        return self.name_en if language == "en" else self.name_da

    def about(self, language: str) -> str:
        """Return what it is about."""
        return self.about_en if language == "en" else self.about_da


def read_processes(body: object, register: Register) -> dict[str, Process]:
    """Return processes by code; raises BadRegister with every mistake, unknown rules among them."""
    whole = Part(body, "")
    found: dict[str, Process] = {}
    for one in whole.parts("processes"):
        process = _process(one, register)
        if process.code in found:
            one.wrong("twice", f"the process {process.code!r} stands here a second time", "code")
        found[process.code] = process
    if whole.problems:
        raise BadRegister(whole.problems)
    return found


def due(step: ProcessStep, register: Register, known: Mapping[str, date], on: date) -> date | None:
    """Return the last day for a step; None without a deadline or when its day is not known.

    Raises NoRuleOn when the number stands in a rule that does not hold on the day asked about.
    """
    if step.deadline is None or step.deadline.from_day not in known:
        return None
    amount = amount_of(step, register, on)
    return None if amount is None else step.deadline.on(known[step.deadline.from_day], amount)


def amount_of(step: ProcessStep, register: Register, on: date) -> int | None:
    """Return the number of a step's deadline on a day; None when the rule leaves it open."""
    if step.deadline is None:
        return None
    if not step.deadline.value:
        return step.deadline.amount
    value = register.rule(step.rule, on=on).values.get(step.deadline.value)
    return int(value) if isinstance(value, int | float) else None


def _process(one: Part, register: Register) -> Process:
    steps: list[ProcessStep] = []
    for part in one.parts("step"):
        step = _step(part, register)
        known = {earlier.code for earlier in steps}
        if step.code in known:
            part.wrong("twice", f"the step {step.code!r} stands here a second time", "code")
        for number, before in enumerate(step.after):
            if before not in known:
                part.wrong("order", f"{before!r} is no step before this one", f"after[{number}]")
        steps.append(step)
    name_da, name_en = one.both("name")
    about_da, about_en = one.both("about")
    return Process(
        code=one.text("code"), groups=one.among("groups", GROUPS), name_da=name_da,
        name_en=name_en, about_da=about_da, about_en=about_en, steps=tuple(steps),
    )  # fmt: skip


def _step(part: Part, register: Register) -> ProcessStep:
    rule = part.text("rule")
    if rule and rule not in register.lines:
        part.wrong("unknown", f"no rule is called {rule!r}", "rule")
    says_da, says_en = part.both("says")
    write_da, write_en = part.both("write", needed=False)
    return ProcessStep(
        code=part.text("code"), kind=part.choice("kind", KINDS), who=part.choice("who", ACTORS),
        rule=rule, says_da=says_da, says_en=says_en, write_da=write_da, write_en=write_en,
        after=part.words("after", needed=False), deadline=_deadline(part, register, rule),
    )  # fmt: skip


def _deadline(part: Part, register: Register, rule: str) -> Deadline | None:
    found = part.get("deadline")
    if found is None:
        return None
    one = Part(found, part.place("deadline"), part.problems)
    value = one.text("value", needed=False)
    amount = one.whole("amount", 0, 1000, needed=not value)
    if value and rule in register.lines:
        versions = register.lines[rule].versions
        keys = {key for version in versions for key in version.values}
        keys |= {local.key for version in versions for local in version.local}
        if value not in keys:
            one.wrong("unknown", f"the rule {rule!r} has no value {value!r}", "value")
    return Deadline(amount, one.choice("unit", UNITS), one.choice("from", DAYS_FROM), value)


def _months_later(day: date, months: int) -> date:
    """Return the same day so many months later; the month's last day when it has no such."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    for last in (day.day, 30, 29, 28):
        try:
            return date(year, month + 1, min(last, day.day))
        except ValueError:
            continue
    raise AssertionError  # every month has 28 days
