# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""JSON as strictly as a log of other people's evidence needs it."""

import json
import math
from collections.abc import Iterable
from typing import Any

from jobunivers.science.xapi.problems import Problem

DEEPEST = 32
_LARGEST_INTEGER = 10**30


class Unreadable(Exception):  # noqa: N818 - it reads as what is wrong
    """A body that cannot be read; `problem` says why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.words)
        self.problem = problem


class _TwiceError(ValueError):
    """A property stands twice in an object."""


class _NotFiniteError(ValueError):
    """A number that is none."""


def read(body: bytes) -> Any:
    """Return what a body says.

    Raises:
        Unreadable: it is not JSON (RFC 8259) in UTF-8, says a property twice, holds NaN or a
            number too large, a character that PostgreSQL or UTF-8 cannot keep, or is nested more
            than `DEEPEST` deep.
    """
    try:
        said = json.loads(
            body.decode("utf-8"),
            object_pairs_hook=_once,
            parse_constant=_not_a_number,
            parse_float=_finite,
            parse_int=_whole,
        )
    except _TwiceError as wrong:
        raise Unreadable(Problem(str(wrong), "twice")) from wrong
    except _NotFiniteError as wrong:
        raise Unreadable(Problem("", "number")) from wrong
    except RecursionError as wrong:
        raise Unreadable(Problem("", "depth")) from wrong
    except ValueError as wrong:
        raise Unreadable(Problem("", "json")) from wrong
    _look_through(said)
    return said


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) != len(pairs):
        seen: set[str] = set()
        for name, _value in pairs:
            if name in seen:
                raise _TwiceError(name[:80])
            seen.add(name)
    return made


def _not_a_number(text: str) -> float:
    raise _NotFiniteError(text)


def _finite(text: str) -> float:
    number = float(text)
    if not math.isfinite(number):
        raise _NotFiniteError(text[:20])
    return number


def _whole(text: str) -> int:
    number = int(text) if len(text) <= 32 else _LARGEST_INTEGER  # noqa: PLR2004 - digits
    if not -_LARGEST_INTEGER < number < _LARGEST_INTEGER:
        raise _NotFiniteError(text[:20])
    return number


def _look_through(said: Any) -> None:
    """Look at every level and every text once; nothing calls itself, so nothing is too deep."""
    level: list[Any] = [said]
    for _depth in range(DEEPEST):
        level = [inner for one in level for inner in _inside(one)]
        if not level:
            return
    raise Unreadable(Problem("", "depth"))


def _inside(one: Any) -> Iterable[Any]:
    if isinstance(one, str):
        if not _can_be_kept(one):
            raise Unreadable(Problem("", "text"))
        return ()
    if isinstance(one, dict):
        if not all(map(_can_be_kept, one)):
            raise Unreadable(Problem("", "text"))
        return one.values()
    return one if isinstance(one, list) else ()


def _can_be_kept(text: str) -> bool:
    """Say whether a text has no NUL and no half of a surrogate pair."""
    if "\0" in text:
        return False
    try:
        return text.isascii() or bool(text.encode())
    except UnicodeEncodeError:
        return False
