# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Whether a statement is right, and what it says of how far somebody has come."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from jobunivers.science.xapi.problems import Problem
from jobunivers.science.xapi.shapes import VOIDED, statement_of, who

VERSIONS = ("1.0", "2.0")
_STATEMENTS = {spoken: statement_of(spoken) for spoken in VERSIONS}
_ADL = "http://adlnet.gov/expapi/verbs/"
# Verbs that say something of the whole of it; all others are kept as they are.
VERBS: Mapping[str, str] = {
    **{
        f"{_ADL}{name}": name
        for name in (
            "initialized", "launched", "progressed", "completed", "passed", "failed", "scored",
            "terminated", "experienced", "voided",
        )
    },
    "https://w3id.org/xapi/adl/verbs/abandoned": "abandoned",
    "https://w3id.org/xapi/adl/verbs/satisfied": "satisfied",
}  # fmt: skip
_THROUGH = frozenset({"completed", "passed", "satisfied"})
# cmi5 (9.5.5.1) counts per cent; the video profile counts from 0 to 1.
_PER_CENT = "https://w3id.org/xapi/cmi5/result/extensions/progress"
_SHARE = "https://w3id.org/xapi/video/extensions/progress"


@dataclass(frozen=True, slots=True)
class Said:
    """What a statement says of how far she has come.

    Attributes:
        share: from 0 to 1; 0 when it says nothing of it.
        score: from 0 to 1; None when it says none.
        through: she has come through it.
    """

    share: float
    score: float | None
    through: bool


def check(statement: Any, *, spoken: str) -> list[Problem]:
    """Return what is wrong with a statement where "1.0" or "2.0" is spoken; empty: nothing."""
    wrong: list[Problem] = []
    _STATEMENTS[spoken](statement, "", wrong)
    return wrong


def check_person(person: Any) -> list[Problem]:
    """Return what is wrong with an agent or a group; empty: nothing."""
    wrong: list[Problem] = []
    who(person, "", wrong)
    return wrong


def verb_of(statement: Mapping[str, Any]) -> str:
    """Return the short name of a right statement's verb; "" when it is none of `VERBS`."""
    return VERBS.get(statement["verb"]["id"], "")


def voided_by(statement: Mapping[str, Any]) -> str | None:
    """Return the statement that a right statement takes back; None: it takes none back."""
    voids = statement["verb"]["id"] == VOIDED
    return str(statement["object"]["id"]).lower() if voids else None


def activity_of(statement: Mapping[str, Any]) -> str:
    """Return the activity a right statement is about; "" when it is about something else."""
    target = statement["object"]
    return str(target["id"]) if target.get("objectType", "Activity") == "Activity" else ""


def said_of(statement: Mapping[str, Any]) -> Said | None:
    """Return what a right statement says of how far she has come; None: its verb says nothing."""
    verb = verb_of(statement)
    if verb in {"", "voided"}:
        return None
    result = statement.get("result", {})
    unfinished = result.get("completion") is False or result.get("success") is False
    through = (verb in _THROUGH and not unfinished) or result.get("completion") is True
    share = 1.0 if through else _share(result.get("extensions", {}))
    return Said(share=share, score=_score(result.get("score", {})), through=through)


def _share(extensions: Mapping[str, Any]) -> float:
    for name, whole in ((_PER_CENT, 100), (_SHARE, 1)):
        value = extensions.get(name)
        if isinstance(value, int | float) and not isinstance(value, bool):
            return min(max(value / whole, 0.0), 1.0)
    return 0.0


def _score(score: Mapping[str, Any]) -> float | None:
    """Return a score from 0 to 1; what is below nothing is nothing."""
    value = score.get("scaled")
    if value is None and {"raw", "min", "max"} <= set(score):
        value = (score["raw"] - score["min"]) / (score["max"] - score["min"])
    return None if value is None else min(max(float(value), 0.0), 1.0)
