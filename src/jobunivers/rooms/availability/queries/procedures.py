# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The procedures that ship, by the day something happened; a case keeps the version of its own."""

import tomllib
from datetime import date
from functools import lru_cache
from pathlib import Path

from jobunivers.rooms.law import queries as law
from jobunivers.science.procedure import Procedure, read_procedure

_FILES = Path(__file__).parent.parent / "starter"


class NoProcedureOn(LookupError):  # noqa: N818 - it reads as what is missing
    """No procedure has been checked for what happens on a day."""

    def __init__(self, day: date) -> None:
        """Keep the day."""
        super().__init__(f"no procedure for {day}")
        self.day = day


@lru_cache(maxsize=1)
def procedures() -> tuple[Procedure, ...]:
    """Return all procedures, oldest first; BadProcedure when a file is wrong."""
    found = []
    for path in sorted(_FILES.glob("sanction-*.toml")):
        with path.open("rb") as file:
            found.append(read_procedure(tomllib.load(file)))
    return tuple(sorted(found, key=lambda one: one.since))


def procedure_on(day: date) -> Procedure:
    """Return the procedure of what happened on a day.

    Raises:
        NoProcedureOn: there is a gap.
    """
    for one in procedures():
        if one.holds_on(day):
            return one
    raise NoProcedureOn(day)


def procedure_of(version: str) -> Procedure | None:
    """Return the procedure of a version; None when no case has it, or it is no longer shipped."""
    return next((one for one in procedures() if one.version == version), None)


def rule_on(code: str, day: date) -> law.Rule | None:
    """Return a dated rule as it was on a day; None when the register has none."""
    try:
        return law.rule(code, on=day)
    except (law.NoRuleOn, law.UnknownRule):
        return None


def missing_rules(procedure: Procedure, kind: str, day: date) -> frozenset[str]:
    """Return the codes of rules that a kind of case stands on and the register lacks that day."""
    there = {one.code for one in law.rules(on=day)}
    return frozenset(code for code in procedure.all_rules(kind) if code not in there)
