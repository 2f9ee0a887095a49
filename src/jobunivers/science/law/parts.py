# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A tree of plain values read piece by piece, with every mistake and its place."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from jobunivers.science.law.references import UnknownReference, label, parse


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake: where it stands, which, and what is wrong in words."""

    where: str  # such as "rules[2].version[0].from"
    code: str
    text: str


class BadRegister(Exception):  # noqa: N818 - it reads as what it is
    """The rules cannot be used; `problems` says all that is wrong with them."""

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

    def parts(self, name: str, *, needed: bool = True) -> Iterator["Part"]:
        """Go through a list of pieces."""
        found = self.get(name)
        if found is None and not needed:
            return
        if not isinstance(found, list) or (needed and not found):
            self.wrong("missing", "must be a list with something in it", name)
            return
        for number, value in enumerate(found):
            one = Part(value, f"{self.place(name)}[{number}]", self.problems)
            if isinstance(value, Mapping):
                yield one
            else:
                one.wrong("missing", "must be a table")

    def text(self, name: str, *, needed: bool = True) -> str:
        """Return a text, trimmed."""
        found = self.get(name)
        if isinstance(found, str) and (found.strip() or not needed):
            return " ".join(found.split())
        if needed or found is not None:
            self.wrong("no_text", "must be a text", name)
        return ""

    def both(self, name: str, *, needed: bool = True) -> tuple[str, str]:
        """Return a text in Danish and in English: `name_da`, `name_en`."""
        return self.text(f"{name}_da", needed=needed), self.text(f"{name}_en", needed=needed)

    def day(self, name: str, *, needed: bool = True) -> date | None:
        """Return a date, which may stand as a text."""
        found = self.get(name)
        if isinstance(found, str):
            try:
                return date.fromisoformat(found)
            except ValueError:
                pass
        elif type(found) is date:
            return found
        if needed or found is not None:
            self.wrong("no_date", "must be a date like 2026-02-01", name)
        return None

    def whole(self, name: str, least: int, most: int, *, needed: bool = True) -> int | None:
        """Return a whole number between two."""
        found = self.get(name)
        if found is None and not needed:
            return None
        if isinstance(found, bool) or not isinstance(found, int):
            self.wrong("no_number", "must be a whole number", name)
        elif not least <= found <= most:
            self.wrong("out_of_range", f"must be between {least} and {most}", name)
        else:
            return found
        return None

    def choice(self, name: str, choices: tuple[str, ...]) -> str:
        """Return one of some words."""
        found = self.get(name)
        if found in choices:
            return str(found)
        self.wrong("unknown", f"must be one of {', '.join(choices)}", name)
        return choices[0]

    def words(self, name: str, *, needed: bool = True) -> tuple[str, ...]:
        """Return a list of texts."""
        found = self.get(name)
        if found is None and not needed:
            return ()
        if not isinstance(found, list) or (needed and not found):
            self.wrong("missing", "must be a list of texts", name)
            return ()
        for number, one in enumerate(found):
            if not isinstance(one, str) or not one.strip():
                self.wrong("no_text", "must be a text", f"{name}[{number}]")
        return tuple(one for one in found if isinstance(one, str))

    def among(self, name: str, choices: tuple[str, ...]) -> tuple[str, ...]:
        """Return a list of words that are all known."""
        found = self.words(name)
        for number, one in enumerate(found):
            if one not in choices:
                text = f"{one!r} is unknown; must be one of {', '.join(choices)}"
                self.wrong("unknown", text, f"{name}[{number}]")
        return found

    def references(self, name: str, *, needed: bool = True) -> tuple[str, ...]:
        """Return a list of references to law as they are printed."""
        printed = []
        for number, one in enumerate(self.words(name, needed=needed)):
            try:
                printed.append(label(parse(one)))
            except UnknownReference as error:
                self.wrong("reference", str(error), f"{name}[{number}]")
        return tuple(printed)
