# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The dated rules: values and words that hold from a day to a day, each with its paragraph."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

Value = int | float | str | bool | tuple[str, ...]
GROUPS = (
    "alle", "dagpenge", "kontanthjaelp_job", "kontanthjaelp_akt", "aabenlyst_udd",
    "uddannelsesparat", "ledighedsydelse",
)  # fmt: skip
BASES = ("law", "commentary")


class UnknownRule(Exception):  # noqa: N818 - it reads as what it is
    """No rule has this code."""

    def __init__(self, code: str) -> None:
        """Keep the code."""
        super().__init__(f"no rule is called {code!r}")
        self.code = code


class NoRuleOn(Exception):  # noqa: N818 - it reads as what it is
    """The rule is known, but no version of it holds on the day: nothing may be concluded."""

    def __init__(self, code: str, day: date, *, nearest: tuple[date, ...] = ()) -> None:
        """Keep which rule and which day; `nearest` are days near it on which versions begin."""
        super().__init__(f"no version of the rule {code!r} holds on {day.isoformat()}")
        self.code, self.day, self.nearest = code, day, nearest


@dataclass(frozen=True, slots=True)
class Local:
    """A value that the law leaves to the kommune, and between what it must be."""

    key: str
    least: int
    most: int
    says_da: str
    says_en: str

    def says(self, language: str) -> str:
        """Return what the value is, in the language."""
        return self.says_en if language == "en" else self.says_da


@dataclass(frozen=True, slots=True)
class RuleVersion:
    """What a rule says in a stretch of days; `valid_until` is the first day it no longer holds.

    `basis` tells whether the words were checked against the text of the law or rest on
    commentary; `checked_on` and `review_by` are the days it was and shall be looked at.
    """

    code: str
    number: int
    valid_from: date
    valid_until: date | None
    says_da: str
    says_en: str
    references: tuple[str, ...]
    groups: tuple[str, ...]
    values: Mapping[str, Value]
    local: tuple[Local, ...]
    basis: str
    note_da: str
    note_en: str
    source: str
    checked_on: date
    review_by: date

    def holds_on(self, day: date) -> bool:
        """Say whether the version holds on a day."""
        return self.valid_from <= day and (self.valid_until is None or day < self.valid_until)

    def says(self, language: str) -> str:
        """Return what the rule says, in the language."""
        return self.says_en if language == "en" else self.says_da

    def note(self, language: str) -> str:
        """Return the remark of whoever wrote it down."""
        return self.note_en if language == "en" else self.note_da


@dataclass(frozen=True, slots=True)
class RuleLine:
    """A rule through the years: its name, its topic, its versions from the oldest on."""

    code: str
    topic: str
    name_da: str
    name_en: str
    versions: tuple[RuleVersion, ...]

    def name(self, language: str) -> str:
        """Return what the rule is called."""
        return self.name_en if language == "en" else self.name_da

    def on(self, day: date) -> RuleVersion:
        """Return the version of a day; raises NoRuleOn."""
        for version in self.versions:
            if version.holds_on(day):
                return version
        nearest = tuple(version.valid_from for version in self.versions)
        raise NoRuleOn(self.code, day, nearest=nearest)


@dataclass(frozen=True, slots=True)
class Changed:
    """How a rule differs between two days; None: it does not hold on that day."""

    line: RuleLine
    before: RuleVersion | None
    after: RuleVersion | None


@dataclass(frozen=True, slots=True)
class Register:
    """All rules, by code."""

    lines: Mapping[str, RuleLine]

    def rule(self, code: str, *, on: date) -> RuleVersion:
        """Return a rule as it holds on a day; raises UnknownRule or NoRuleOn."""
        if code not in self.lines:
            raise UnknownRule(code)
        return self.lines[code].on(on)

    def rules(
        self, *, on: date, code_prefix: str = "", group: str = ""
    ) -> list[tuple[RuleLine, RuleVersion]]:
        """Return the rules of a day in the register's order; of one group: those for all too."""
        return [
            (line, version)
            for code, line in self.lines.items()
            if code.startswith(code_prefix)
            and (version := holding(line.versions, on)) is not None
            and (not group or group in version.groups or "alle" in version.groups)
        ]

    def changes(self, first: date, second: date) -> list[Changed]:
        """Return the rules that are not the same on two days."""
        pairs = (
            Changed(line, holding(line.versions, first), holding(line.versions, second))
            for line in self.lines.values()
        )
        return [pair for pair in pairs if pair.before != pair.after]

    def days(self) -> list[date]:
        """Return the days on which a version begins or ends, in order."""
        return sorted(
            {
                day
                for line in self.lines.values()
                for version in line.versions
                for day in (version.valid_from, version.valid_until)
                if day is not None
            }
        )


def holding(versions: Iterable[RuleVersion], day: date) -> RuleVersion | None:
    """Return the version that holds on a day, or None."""
    return next((version for version in versions if version.holds_on(day)), None)
