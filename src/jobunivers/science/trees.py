# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A tree of plain values, from JSON or TOML, read piece by piece: every mistake with its place."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Self, TypeVar

Own = TypeVar("Own", bound="Part")


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake: where it stands, which, and what is wrong in words."""

    where: str  # such as "rules[2].version[0].from"
    code: str
    text: str


class BadTree(Exception):  # noqa: N818 - it reads as what it is
    """The tree cannot be used; `problems` says all that is wrong with it."""

    def __init__(self, problems: list[Problem]) -> None:
        """Keep the problems, and say them."""
        super().__init__("; ".join(f"{one.where}: {one.text}" for one in problems))
        self.problems = tuple(problems)


@dataclass(slots=True)
class Part:
    """A piece of the tree, where it stands, and the mistakes found so far."""

    value: object
    where: str
    problems: list[Problem] = field(default_factory=list)

    def place(self, name: str) -> str:
        """Return where something in this piece stands."""
        return f"{self.where}.{name}" if self.where and name else self.where or name

    def wrong(self, code: str, text: str, name: str = "") -> None:
        """Note a mistake."""
        self.problems.append(Problem(self.place(name), code, text))

    def get(self, name: str) -> object:
        """Return what stands under a name, or None."""
        return self.value.get(name) if isinstance(self.value, Mapping) else None

    def part(self, name: str) -> Self:
        """Return a piece of this one."""
        one = type(self)(self.get(name), self.place(name), self.problems)
        if not isinstance(one.value, Mapping):
            one.wrong("missing", "must be there, with its parts")
        return one

    def parts(self, name: str, *, needed: bool = True) -> Iterator[Self]:
        """Go through a list of pieces."""
        found = self.get(name)
        if found is None and not needed:
            return
        if not isinstance(found, list) or (needed and not found):
            self.wrong("missing", "must be a list with something in it", name)
            return
        for number, value in enumerate(found):
            one = type(self)(value, f"{self.place(name)}[{number}]", self.problems)
            if isinstance(value, Mapping):
                yield one
            else:
                one.wrong("missing", "must have parts with names")

    def text(self, name: str, *, needed: bool = True) -> str:
        """Return a text, trimmed."""
        found = self.get(name)
        if isinstance(found, str) and (found.strip() or not needed):
            return found.strip()
        if needed or found is not None:
            self.wrong("no_text", "must be a text", name)
        return ""

    def choice(self, name: str, choices: tuple[str, ...]) -> str:
        """Return one of some words."""
        found = self.get(name)
        if found in choices:
            return str(found)
        self.wrong("unknown", f"must be one of {', '.join(choices)}", name)
        return choices[0]
