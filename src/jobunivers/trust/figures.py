# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Measured figures as a benchmark writes them: read whole or refused whole, with what is wrong.

The format is in README.md beside this file.
"""

import json
import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import datetime

DIMENSIONS = ("sex", "age", "origin", "kommune")
_GROUP = re.compile(rf"({'|'.join(DIMENSIONS)}):\S.*")
_LONGEST = {"code": 40, "version": 40, "name": 60, "group": 60, "command": 300}
_NEEDED = frozenset({"code", "version", "name", "value", "measured_at", "command"})


class BadFigures(ValueError):  # noqa: N818 - it reads as what they are
    """The file cannot be used; the message says where and why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """One figure of one version of a model, over everybody or over one group.

    `group` is "" for everybody, else dimension and value: "sex:woman", "age:50-59",
    "origin:arabic", "kommune:0751". `low` and `high` bound the 95 % interval; `baseline` is
    what the simplest alternative gets on the same questions.
    """

    code: str
    version: str
    name: str
    value: float
    measured_at: datetime
    command: str
    group: str = ""
    low: float | None = None
    high: float | None = None
    baseline: float | None = None

    @property
    def key(self) -> tuple[str, str, str, str, datetime]:
        """Return what tells this figure from all others."""
        return self.code, self.version, self.name, self.group, self.measured_at


_KNOWN = frozenset(field.name for field in fields(Measured))


def read(text: str) -> list[Measured]:
    """Return the figures of a JSON list of objects.

    Raises:
        BadFigures: it is no such list; an object lacks something, has something unknown, or a
            value that cannot be; the same figure stands twice.
    """
    try:
        found = json.loads(text)
    except ValueError as error:
        raise BadFigures(f"This is not JSON: {error}.") from None
    if not isinstance(found, list):
        raise BadFigures("The file must hold a list of objects.")
    figures = [_figure(place, one) for place, one in enumerate(found, start=1)]
    seen: set[object] = set()
    for place, one in enumerate(figures, start=1):
        if one.key in seen:
            raise BadFigures(f"Figure {place}: the same figure stands further up.")
        seen.add(one.key)
    return figures


def _figure(place: int, one: object) -> Measured:
    if not isinstance(one, dict):
        raise BadFigures(f"Figure {place}: not an object.")
    if unknown := sorted(set(one) - _KNOWN):
        raise BadFigures(f"Figure {place}: unknown field {unknown[0]!r}.")
    if missing := sorted(_NEEDED - set(one)):
        raise BadFigures(f"Figure {place}: {missing[0]!r} is missing.")
    value, low, high, baseline = (
        _number(place, one, name) for name in ("value", "low", "high", "baseline")
    )
    if value is None:
        raise BadFigures(f"Figure {place}: 'value' must be a number.")
    if (low is not None and low > value) or (high is not None and high < value):
        raise BadFigures(f"Figure {place}: the value lies outside its interval.")
    group = _text(place, one, "group")
    if group and not _GROUP.fullmatch(group):
        wanted = ", ".join(DIMENSIONS)
        raise BadFigures(f"Figure {place}: 'group' must be {wanted}, a colon and a value.")
    return Measured(
        code=_text(place, one, "code"),
        version=_text(place, one, "version"),
        name=_text(place, one, "name"),
        group=group,
        value=value,
        low=low,
        high=high,
        baseline=baseline,
        measured_at=_moment(place, one["measured_at"]),
        command=_text(place, one, "command"),
    )


def _text(place: int, one: Mapping[str, object], name: str) -> str:
    text = one.get(name, "")
    # PostgreSQL has no text with a NUL in it.
    if not isinstance(text, str) or "\0" in text or (name in _NEEDED and not text.strip()):
        raise BadFigures(f"Figure {place}: {name!r} must be a text.")
    if len(text) > _LONGEST[name]:
        raise BadFigures(f"Figure {place}: {name!r} is longer than {_LONGEST[name]} characters.")
    return text


def _number(place: int, one: Mapping[str, object], name: str) -> float | None:
    number = one.get(name)
    if number is None:
        return None
    if isinstance(number, bool) or not isinstance(number, int | float):
        raise BadFigures(f"Figure {place}: {name!r} must be a number.")
    try:
        exact = float(number)
    except OverflowError:
        exact = math.inf
    if not math.isfinite(exact):
        raise BadFigures(f"Figure {place}: {name!r} must be a finite number.")
    return exact


def _moment(place: int, said: object) -> datetime:
    try:
        moment = datetime.fromisoformat(said) if isinstance(said, str) else None
    except ValueError:
        moment = None
    if moment is None or moment.utcoffset() is None:
        raise BadFigures(
            f"Figure {place}: 'measured_at' must be a moment with a time zone,"
            " such as 2026-11-25T18:00:00+00:00."
        )
    return moment
