# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the pages of guidance show: a kind of case as steps, with the rules of a day."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from jobunivers.rooms.law.queries.pages import RuleCard, card_of
from jobunivers.rooms.law.queries.rules import Rule, law, rules
from jobunivers.rooms.law.queries.words import ACTORS, DAYS, GROUPS, KINDS, UNITS
from jobunivers.science.law import Process, ProcessStep
from jobunivers.science.law.register import holding


@dataclass(frozen=True, slots=True)
class StepCard:
    """A step as a page shows it.

    `rule` is None when no rule holds on the day: the step may not be taken as law then.
    `due` is known only when the day it counts from is; `from_day` says which that is.
    """

    number: int
    code: str
    kind: str
    kind_name: str
    who: str
    says: str
    write: str
    rule: RuleCard | None
    rule_code: str
    amount: int | None
    unit: str
    from_day: str
    counts: bool
    due: date | None
    late: bool


@dataclass(frozen=True, slots=True)
class ProcessPage:
    """A kind of case on a day."""

    code: str
    name: str
    about: str
    groups: tuple[str, ...]
    steps: tuple[StepCard, ...]
    changed: tuple[str, ...]  # names of rules that are not what they were a day or stretch before
    since: date
    missing: tuple[str, ...]  # codes of rules that do not hold on the day


@dataclass(frozen=True, slots=True)
class ProcessLine:
    """A kind of case in the list."""

    code: str
    name: str
    about: str
    groups: tuple[str, ...]


def processes(*, language: str, group: str = "") -> list[ProcessLine]:
    """Return the kinds of cases in their order, of one group or of all."""
    return [
        ProcessLine(one.code, one.name(language), one.about(language), _groups(one))
        for one in law().processes.values()
        if not group or group in one.groups or "alle" in one.groups
    ]


def process_page(
    *, code: str, on: date, since: date, language: str, known: Mapping[str, date] | None = None
) -> ProcessPage | None:
    """Return a kind of case with the rules of a day, and which of them are new since another.

    `known` are days known of a citizen: deadlines are counted from them and from nothing else.
    """
    found = law()
    process = found.processes.get(code)
    if process is None:
        return None
    used = {step.rule for step in process.steps}
    on_day = {one.code: one for one in rules(on=on) if one.code in used}
    steps = tuple(
        _step(number, step, on_day.get(step.rule), known or {}, on=on, language=language)
        for number, step in enumerate(process.steps, start=1)
    )
    lines = [found.register.lines[one] for one in sorted(used)]
    changed = tuple(
        line.name(language)
        for line in lines
        if holding(line.versions, since) != holding(line.versions, on)
    )
    missing = tuple(line.name(language) for line in lines if line.code not in on_day)
    return ProcessPage(
        code=code, name=process.name(language), about=process.about(language),
        groups=_groups(process), steps=steps, changed=changed, since=since, missing=missing,
    )  # fmt: skip


def known_words(known: Mapping[str, date]) -> list[tuple[str, date]]:
    """Return the days that are known of a citizen as a page says them."""
    return [(str(DAYS[code]), day) for code, day in sorted(known.items()) if code in DAYS]


def day_before(on: date) -> date:
    """Return the day whose rules "yesterday's" are."""
    return on - timedelta(days=1)


def _step(
    number: int,
    step: ProcessStep,
    rule: Rule | None,
    known: Mapping[str, date],
    *,
    on: date,
    language: str,
) -> StepCard:
    amount, due = None, None
    if step.deadline is not None and rule is not None:
        value = rule.values.get(step.deadline.value) if step.deadline.value else None
        amount = int(value) if isinstance(value, int | float) else step.deadline.amount
        start = known.get(step.deadline.from_day)
        due = step.deadline.on(start, amount) if start and amount is not None else None
    return StepCard(
        number=number,
        code=step.code,
        kind=step.kind,
        kind_name=str(KINDS[step.kind]),
        who=str(ACTORS[step.who]),
        says=step.says(language),
        write=step.write(language),
        rule=card_of(rule, language) if rule else None,
        rule_code=step.rule,
        amount=amount,
        unit=str(UNITS[step.deadline.unit]) if step.deadline else "",
        from_day=str(DAYS[step.deadline.from_day]) if step.deadline else "",
        counts=step.deadline is not None,
        due=due,
        late=due is not None and due < on,
    )


def _groups(process: Process) -> tuple[str, ...]:
    return tuple(str(GROUPS[one]) for one in process.groups)
