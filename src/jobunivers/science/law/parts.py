# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A tree of plain values read piece by piece, with every mistake and its place."""

from datetime import date

from jobunivers.science import trees
from jobunivers.science.law.references import UnknownReference, label, parse
from jobunivers.science.trees import BadTree, Problem

__all__ = ["BadRegister", "Part", "Problem"]


class BadRegister(BadTree):
    """The rules cannot be used."""


class Part(trees.Part):
    """A piece of the tree, with what the law's rules are written in."""

    __slots__ = ()

    def text(self, name: str, *, needed: bool = True) -> str:
        """Return a text on one line."""
        return " ".join(super().text(name, needed=needed).split())

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
