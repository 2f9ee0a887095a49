# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What rules are made of: a rule looks at one value and writes down what is wrong with it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from jobunivers.science.xapi import values
from jobunivers.science.xapi.problems import Problem

Wrong = list[Problem]
Rule = Callable[[Any, str, Wrong], None]
_MOST_WRONG = 20  # who sends more is told of these first


@dataclass(frozen=True, slots=True)
class Shape:
    """An object with these properties and no others.

    Attributes:
        rules: the property → how its value must be.
        needed: those that must be there.
        also: what holds between the properties, looked at when each of them is right.
    """

    rules: Mapping[str, Rule]
    needed: tuple[str, ...] = ()
    also: tuple[Rule, ...] = field(default=())

    def __call__(self, value: Any, place: str, wrong: Wrong) -> None:
        """Look at an object."""
        if not isinstance(value, dict):
            add(wrong, place, "null" if value is None else "kind")
            return
        before = len(wrong)
        for name in self.needed:
            if name not in value:
                add(wrong, inside(place, name), "missing")
        for name, inner in value.items():
            rule = self.rules.get(name)
            if rule is None:
                # Its name is the sender's own text, so it stands in no place that is kept.
                add(wrong, inside(place, "?"), "unknown")
            else:
                rule(inner, inside(place, name), wrong)
        if len(wrong) == before:
            for holds in self.also:
                holds(value, place, wrong)


def inside(place: str, name: str) -> str:
    """Return the place of a property."""
    return f"{place}.{name}" if place else name


def add(wrong: Wrong, place: str, code: str) -> None:
    """Write one thing down."""
    if len(wrong) < _MOST_WRONG:
        wrong.append(Problem(place, code))


def text(value: Any, place: str, wrong: Wrong) -> None:
    """Look at a text."""
    if not isinstance(value, str):
        add(wrong, place, "null" if value is None else "kind")


def truth(value: Any, place: str, wrong: Wrong) -> None:
    """Look at true or false."""
    if not isinstance(value, bool):
        add(wrong, place, "null" if value is None else "kind")


def number(value: Any, place: str, wrong: Wrong) -> None:
    """Look at a number."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        add(wrong, place, "null" if value is None else "kind")


def size(value: Any, place: str, wrong: Wrong) -> None:
    """Look at a number of bytes."""
    if isinstance(value, bool) or not isinstance(value, int):
        add(wrong, place, "null" if value is None else "kind")
    elif value < 0:
        add(wrong, place, "range")


def scaled(value: Any, place: str, wrong: Wrong) -> None:
    """Look at a score from -1 to 1."""
    before = len(wrong)
    number(value, place, wrong)
    if len(wrong) == before and not -1 <= value <= 1:
        add(wrong, place, "range")


def written(right: Callable[[str], bool], code: str) -> Rule:
    """Return the rule of a text that is written in a certain way."""

    def rule(value: Any, place: str, wrong: Wrong) -> None:
        if not isinstance(value, str):
            add(wrong, place, "null" if value is None else "kind")
        elif not right(value):
            add(wrong, place, code)

    return rule


def one_of(*allowed: str) -> Rule:
    """Return the rule of a text that is one of these, letter by letter."""
    return written(frozenset(allowed).__contains__, "choice")


def each(rule: Rule, *, at_least: int = 0) -> Rule:
    """Return the rule of a list whose items are all right."""

    def look(value: Any, place: str, wrong: Wrong) -> None:
        if not isinstance(value, list):
            add(wrong, place, "null" if value is None else "kind")
            return
        if len(value) < at_least:
            add(wrong, place, "empty")
        for index, item in enumerate(value):
            rule(item, f"{place}[{index}]", wrong)

    return look


def one_or_each(rule: Rule) -> Rule:
    """Return the rule of what may stand alone or in a list (1.0.3, part 2, 2.4.6.2)."""
    many = each(rule)

    def look(value: Any, place: str, wrong: Wrong) -> None:
        (many if isinstance(value, list) else rule)(value, place, wrong)

    return look


def language_map(value: Any, place: str, wrong: Wrong) -> None:
    """Look at texts by their language."""
    if not isinstance(value, dict):
        add(wrong, place, "null" if value is None else "kind")
        return
    for tag, said in value.items():
        if not values.is_language(tag):
            add(wrong, place, "language")
        text(said, place, wrong)


def extensions(value: Any, place: str, wrong: Wrong) -> None:
    """Look at extensions: whatever stands in them, their names are IRIs."""
    if not isinstance(value, dict):
        add(wrong, place, "null" if value is None else "kind")
    elif not all(map(values.is_iri, value)):
        add(wrong, place, "iri")


iri = written(values.is_iri, "iri")
uuid = written(values.is_uuid, "uuid")
language = written(values.is_language, "language")
duration = written(values.is_duration, "duration")
timestamp = written(lambda said: values.moment(said) is not None, "timestamp")
