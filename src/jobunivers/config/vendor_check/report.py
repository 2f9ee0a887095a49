# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What came of each check, for a person and for a program."""

import json
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from enum import StrEnum

from jobunivers.config.vendor_check.walking import Failed


class Outcome(StrEnum):
    """What came of a check."""

    PASSED = "passed"
    FAILED = "failed"
    NOT_TRIED = "not tried"


@dataclass(frozen=True, slots=True)
class Line:
    """One check, what came of it, and why."""

    check: str
    outcome: Outcome
    why: str = ""


def tried(check: str, act: Callable[[], str]) -> Line:
    """Return the line of a check: what it says when it holds, or why it does not."""
    try:
        return Line(check, Outcome.PASSED, act())
    except Failed as failed:
        return Line(check, Outcome.FAILED, str(failed))


def not_tried(check: str, why: str) -> Line:
    """Return the line of a check that there was no way to try."""
    return Line(check, Outcome.NOT_TRIED, why)


def as_text(lines: Sequence[Line]) -> str:
    """Return the report for a person."""
    told = [f"{one.outcome:>9}  {one.check}{f': {one.why}' if one.why else ''}" for one in lines]
    counts = ", ".join(f"{sum(x.outcome == one for x in lines)} {one}" for one in Outcome)
    return "\n".join([*told, "", f"{counts}."])


def as_json(lines: Sequence[Line]) -> str:
    """Return the report for a program."""
    return json.dumps([asdict(one) for one in lines], ensure_ascii=False, indent=2)


def failed(lines: Sequence[Line]) -> bool:
    """Say whether any check did not hold."""
    return any(one.outcome == Outcome.FAILED for one in lines)
