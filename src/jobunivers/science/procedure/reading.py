# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading a procedure from a file's content: whole, or refused with every mistake named."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from jobunivers.science.procedure.procedure import (
    Condition,
    Deadline,
    Fact,
    Kind,
    Need,
    Procedure,
    Reference,
    Step,
    Unit,
)

FORMAT = 1
_CODE = re.compile(r"[a-z][a-z0-9_]{1,39}")
_RULE = re.compile(r"[a-z][a-z0-9_.]{1,79}")
_UNITS: tuple[Unit, ...] = ("days", "working_days", "full_months")
_MOST = 400
_TOP = {"format", "code", "version", "since", "until", "kinds", "days", "facts", "deadlines",
        "steps"}  # fmt: skip
_KIND = {"code", "rules", "references", "duties"}
_FACT = {"code", "evidence", "given", "passed", "when", "references", "only", "of_duty"}
_DEADLINE = {"code", "start", "count", "unit", "moved", "rule", "references"}
_STEP = {
    *("code", "needs", "when", "required", "done", "settles", "before", "rules", "of_kind"),
    *("references", "only"),
}


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake, and where it is: `steps[2].needs[0].fact`."""

    where: str
    text: str


class BadProcedure(Exception):  # noqa: N818 - it reads as what it is
    """The procedure cannot be used; `problems` says all that is wrong with it."""

    def __init__(self, problems: list[Problem]) -> None:
        """Keep the problems, and say them."""
        super().__init__("; ".join(f"{one.where}: {one.text}" for one in problems))
        self.problems = tuple(problems)


@dataclass(slots=True)
class _Reader:
    """What is read, and the mistakes found so far."""

    problems: list[Problem] = field(default_factory=list)

    def wrong(self, where: str, text: str) -> None:
        self.problems.append(Problem(where, text))

    def keys(self, value: Mapping[str, object], known: set[str], where: str) -> None:
        for key in value:
            if key not in known:
                self.wrong(f"{where}.{key}" if where else key, "nobody knows this word")

    def code(self, value: object, where: str, pattern: re.Pattern[str] = _CODE) -> str:
        if isinstance(value, str) and pattern.fullmatch(value):
            return value
        self.wrong(where, "must be small letters, digits and _")
        return ""

    def texts(self, value: object, where: str) -> tuple[str, ...]:
        if value is None:
            return ()
        if isinstance(value, list) and all(isinstance(one, str) and one for one in value):
            return tuple(value)
        self.wrong(where, "must be a list of words")
        return ()

    def cited(self, value: object, where: str) -> tuple[Reference, ...]:
        """Read places in the law: "LAS § 36", or "not activity_ready: BEK 19/2026 § 12"."""
        found = []
        for one in self.texts(value, where):
            said, colon, place = one.partition(": ")
            found.append(Reference(place, self.need(said, where)) if colon else Reference(one))
        return tuple(found)

    def flag(self, value: object, where: str) -> bool:
        if value is None or isinstance(value, bool):
            return bool(value)
        self.wrong(where, "must be true or false")
        return False

    def rows(self, value: object, where: str) -> Iterator[tuple[Mapping[str, object], str]]:
        if not isinstance(value, list) or not value:
            self.wrong(where, "must be a list with something in it")
            return
        for number, one in enumerate(value):
            if isinstance(one, Mapping):
                yield one, f"{where}[{number}]"
            else:
                self.wrong(f"{where}[{number}]", "must be an object")

    def day(self, value: object, where: str) -> date | None:
        if type(value) is date:
            return value
        self.wrong(where, "must be a day, such as 2026-02-01")
        return None

    def needs(self, value: object, where: str) -> tuple[Need, ...]:
        if value is None:
            return ()
        if not isinstance(value, list):
            self.wrong(where, "must be a list")
            return ()
        return tuple(self.need(one, f"{where}[{number}]") for number, one in enumerate(value))

    def need(self, value: object, where: str) -> Need:
        """Read "fact", "not fact", or a list of such of which one must hold."""
        several = value if isinstance(value, list) else [value]
        found = []
        for one in several:
            words = one.split() if isinstance(one, str) else []
            negated = len(words) == 2 and words[0] == "not"  # noqa: PLR2004 - not and a fact
            if len(words) != 1 + negated:
                self.wrong(where, 'must be "fact" or "not fact", or a list of such')
                continue
            found.append(Condition(self.code(words[-1], where), not negated))
        if not found:
            self.wrong(where, "must name a fact")
            found.append(Condition("", value=True))
        return Need(tuple(found))


def read_procedure(value: object) -> Procedure:
    """Return the procedure that a file's content describes.

    Raises:
        BadProcedure: with every mistake and where it is.
    """
    reader = _Reader()
    if not isinstance(value, Mapping):
        raise BadProcedure([Problem("", "must be an object")])
    reader.keys(value, _TOP, "")
    if value.get("format") != FORMAT:
        reader.wrong("format", f"must be {FORMAT}")
    version = value.get("version")
    if not isinstance(version, str) or not version:
        reader.wrong("version", "must be a word")
    since = reader.day(value.get("since"), "since")
    until = None if value.get("until") is None else reader.day(value["until"], "until")
    if since and until and until <= since:
        reader.wrong("until", "must be after since")
    found = Procedure(
        code=reader.code(value.get("code"), "code"),
        version=str(version),
        since=since or date.min,
        until=until,
        kinds=tuple(_kind(reader, *one) for one in reader.rows(value.get("kinds"), "kinds")),
        days=reader.texts(value.get("days"), "days"),
        facts=tuple(_fact(reader, *one) for one in reader.rows(value.get("facts"), "facts")),
        deadlines=tuple(
            _deadline(reader, *one) for one in reader.rows(value.get("deadlines"), "deadlines")
        ),
        steps=tuple(_step(reader, *one) for one in reader.rows(value.get("steps"), "steps")),
    )
    _check(reader, found)
    if reader.problems:
        raise BadProcedure(reader.problems)
    return found


def _kind(reader: _Reader, row: Mapping[str, object], where: str) -> Kind:
    reader.keys(row, _KIND, where)
    return Kind(
        reader.code(row.get("code"), f"{where}.code"),
        _rules(reader, row, where),
        reader.cited(row.get("references"), f"{where}.references"),
        reader.cited(row.get("duties"), f"{where}.duties"),
    )


def _rules(reader: _Reader, row: Mapping[str, object], where: str) -> tuple[str, ...]:
    found = reader.texts(row.get("rules"), f"{where}.rules")
    for rule in found:
        reader.code(rule, f"{where}.rules", _RULE)
    return found


def _fact(reader: _Reader, row: Mapping[str, object], where: str) -> Fact:
    reader.keys(row, _FACT, where)
    passed = row.get("passed")
    return Fact(
        code=reader.code(row.get("code"), f"{where}.code"),
        of_duty=reader.flag(row.get("of_duty"), f"{where}.of_duty"),
        evidence=reader.flag(row.get("evidence"), f"{where}.evidence"),
        given=reader.flag(row.get("given"), f"{where}.given") or passed is not None,
        passed="" if passed is None else reader.code(passed, f"{where}.passed"),
        when=reader.needs(row.get("when"), f"{where}.when"),
        references=reader.cited(row.get("references"), f"{where}.references"),
        only=reader.texts(row.get("only"), f"{where}.only"),
    )


def _deadline(reader: _Reader, row: Mapping[str, object], where: str) -> Deadline:
    reader.keys(row, _DEADLINE, where)
    count, unit, rule = row.get("count"), row.get("unit"), row.get("rule")
    if type(count) is not int or not 0 <= count <= _MOST:
        reader.wrong(f"{where}.count", f"must be a whole number from 0 to {_MOST}")
        count = 0
    if unit not in _UNITS:
        reader.wrong(f"{where}.unit", f"must be one of {', '.join(_UNITS)}")
    return Deadline(
        code=reader.code(row.get("code"), f"{where}.code"),
        start=reader.code(row.get("start"), f"{where}.start"),
        count=count,
        unit=next((one for one in _UNITS if one == unit), "days"),
        moved=reader.flag(row.get("moved"), f"{where}.moved"),
        rule="" if rule is None else reader.code(rule, f"{where}.rule", _RULE),
        references=reader.cited(row.get("references"), f"{where}.references"),
    )


def _step(reader: _Reader, row: Mapping[str, object], where: str) -> Step:
    reader.keys(row, _STEP, where)
    before = row.get("before")
    return Step(
        code=reader.code(row.get("code"), f"{where}.code"),
        needs=reader.needs(row.get("needs"), f"{where}.needs"),
        when=reader.needs(row.get("when"), f"{where}.when"),
        required=reader.flag(row.get("required"), f"{where}.required"),
        done=reader.needs(row.get("done"), f"{where}.done"),
        settles=reader.texts(row.get("settles"), f"{where}.settles"),
        before="" if before is None else reader.code(before, f"{where}.before"),
        rules=_rules(reader, row, where),
        of_kind=reader.flag(row.get("of_kind"), f"{where}.of_kind"),
        references=reader.cited(row.get("references"), f"{where}.references"),
        only=reader.texts(row.get("only"), f"{where}.only"),
    )


def _check(reader: _Reader, found: Procedure) -> None:
    """Name what points at nothing, stands twice, or asks a kind of case for what it lacks."""
    _once(reader, "kinds", [one.code for one in found.kinds])
    _once(reader, "facts", [one.code for one in found.facts])
    _once(reader, "deadlines", [one.code for one in found.deadlines])
    _once(reader, "steps", [one.code for one in found.steps])
    _cited(reader, found)
    deadlines = {one.code for one in found.deadlines}
    for number, fact in enumerate(found.facts):
        if fact.passed and fact.passed not in deadlines:
            reader.wrong(f"facts[{number}].passed", f"there is no deadline {fact.passed}")
        _kinds(reader, found, fact.only, f"facts[{number}].only")
        for need in fact.when:
            for one in need.any:
                if one.fact and one.fact not in [each.code for each in found.facts]:
                    reader.wrong(f"facts[{number}].when", f"there is no fact {one.fact}")
    for number, deadline in enumerate(found.deadlines):
        if deadline.start and deadline.start not in found.days:
            reader.wrong(f"deadlines[{number}].start", f"there is no day {deadline.start}")
    for number, step in enumerate(found.steps):
        if step.before and step.before not in deadlines:
            reader.wrong(f"steps[{number}].before", f"there is no deadline {step.before}")
        _kinds(reader, found, step.only, f"steps[{number}].only")
        _facts_of_step(reader, found, step, f"steps[{number}]")


def _cited(reader: _Reader, found: Procedure) -> None:
    """Name what a place in the law is made to depend on and nobody knows."""
    facts = {one.code for one in found.facts}
    parts = (
        ("kinds", [(*one.references, *one.duties) for one in found.kinds]),
        ("facts", [one.references for one in found.facts]),
        ("deadlines", [one.references for one in found.deadlines]),
        ("steps", [one.references for one in found.steps]),
    )
    for name, rows in parts:
        for number, references in enumerate(rows):
            asked = [each.fact for one in references if one.when for each in one.when.any]
            for fact in asked:
                if fact and fact not in facts:
                    reader.wrong(f"{name}[{number}].references", f"there is no fact {fact}")


def _once(reader: _Reader, name: str, codes: list[str]) -> None:
    for number, code in enumerate(codes):
        if code and code in codes[:number]:
            reader.wrong(f"{name}[{number}].code", f"{code} stands there twice")


def _kinds(reader: _Reader, found: Procedure, only: tuple[str, ...], where: str) -> None:
    for kind in only:
        if kind not in [one.code for one in found.kinds]:
            reader.wrong(where, f"there is no kind {kind}")


def _facts_of_step(reader: _Reader, found: Procedure, step: Step, where: str) -> None:
    parts = (("needs", step.needs), ("when", step.when), ("done", step.done))
    asked = [(name, [one.fact for need in needs for one in need.any]) for name, needs in parts]
    asked.append(("settles", list(step.settles)))
    for kind in step.only or [one.code for one in found.kinds]:
        there = {one.code for one in found.facts_of(kind)}
        for name, facts in asked:
            for fact in facts:
                if fact and fact not in there:
                    problem = Problem(f"{where}.{name}", f"{kind} has no fact {fact}")
                    if problem not in reader.problems:
                        reader.problems.append(problem)
