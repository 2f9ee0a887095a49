# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""How good a model is in real use, for each group: rooms say what came of it, and who is in which.

A room that keeps what came of a model's choices offers an `Outcome`; a room that knows a citizen's
course or place offers a `Division`. Both in their `apps.py`; whoever counts knows no room.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.functional import Promise

Text = Promise | str


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What came of a model's choices about citizens of the kommune worked for.

    Attributes:
        code: of the model in the register.
        name: in rows, never renamed; unlike all others of the model.
        called: what it is called, `meaning`: what it says, in a sentence.
        of: (at) → a citizen and a value for each choice that something came of.
        share: each value is 0 or 1; otherwise any number, 0 being best.
    """

    code: str
    name: str
    called: Text
    meaning: Text
    of: Callable[[datetime], Iterable[tuple[int, float]]]
    share: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Division:
    """Into which groups citizens of the kommune worked for fall.

    Attributes:
        code: of the dimension, in `words.DIMENSIONS`.
        groups: (citizens) → each one's group; who is in none is left out.
        called: (group, language) → its name.
        everywhere: the groups are the same in every kommune, so the country's are counted too.
    """

    code: str
    groups: Callable[[Sequence[int]], Mapping[int, str]]
    called: Callable[[str, str], str]
    everywhere: bool = False


_outcomes: dict[tuple[str, str], Outcome] = {}
_divisions: dict[str, Division] = {}


def offer_outcome(outcome: Outcome) -> None:
    """Let what came of a model's choices be counted."""
    _outcomes[outcome.code, outcome.name] = outcome


def offer_division(division: Division) -> None:
    """Let what is counted be divided."""
    _divisions[division.code] = division


def outcomes() -> list[Outcome]:
    """Return every outcome, by model and name."""
    return [_outcomes[key] for key in sorted(_outcomes)]


def divisions() -> list[Division]:
    """Return every division by code."""
    return [_divisions[code] for code in sorted(_divisions)]


def outcome(code: str, name: str) -> Outcome | None:
    """Return one outcome; None: no room offers it any more."""
    return _outcomes.get((code, name))


def division(code: str) -> Division | None:
    """Return one division; None: no room offers it."""
    return _divisions.get(code)
