# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A text in which a few letters are found quickly, and the clause around a place."""

import re
from collections.abc import Iterator
from typing import NamedTuple

LONGEST_READ = 100_000
"""Characters read of one text, as of skills: nobody writes a longer advertisement."""
_BEFORE, _AFTER = 160, 120
# Looked for one by one: on so short a piece that costs a tenth of one pattern for all.
_BREAKS = ("\n", "•", "·", "|", ". ", "! ", "? ", "; ")
_DASHES = (" - ", " – ")
_SHORTENED = (" evt", "(evt", " kat", "(kat", ".eks", " eks", " ca", " min")
_HEADING_BEFORE = 200
_MOST_ROWS = 12
_LONGEST_HEADING = 120


def small(text: str) -> str:
    """Return the text in small letters, as long as it was: "İ" alone would grow."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(low if len(low := one.lower()) == 1 else one for one in text)


class Clause(NamedTuple):
    """What stands before and after a place in its clause, in small letters, and its heading."""

    left: str
    right: str
    heading: str


class Text:
    """A text, and its bytes in small letters: searching bytes costs a third of searching text."""

    def __init__(self, text: str) -> None:
        self.text = text[:LONGEST_READ]
        self._bytes = self.text.encode("utf-8", "surrogatepass").lower()
        self._narrow = len(self._bytes) == len(self.text)

    def has(self, letters: bytes) -> bool:
        """Return whether these small ASCII letters stand anywhere."""
        return letters in self._bytes

    def places(self, letters: bytes) -> Iterator[int]:
        """Yield where these small ASCII letters stand, as offsets in the text."""
        at = self._bytes.find(letters)
        seen = place = 0
        while at >= 0:
            place += at - seen if self._narrow else self._width(seen, at)
            seen = at
            yield place
            at = self._bytes.find(letters, at + 1)

    def ends(self, pattern: re.Pattern[bytes]) -> Iterator[int]:
        """Yield where matches of a pattern in bytes end, as offsets in the text."""
        seen = place = 0
        for found in pattern.finditer(self._bytes):
            place += self._width(seen, found.end())
            seen = found.end()
            yield place

    def _width(self, start: int, end: int) -> int:
        return len(self._bytes[start:end].decode("utf-8", "surrogatepass"))

    def clause(self, start: int, end: int) -> Clause:
        """Return the clause around a place, and the heading above it if it is in a list."""
        before = self.text[max(0, start - _BEFORE) : start]
        after = self.text[end : end + _AFTER]
        begin = _last_break(before)
        heading = self._heading(start - len(before) + begin)
        right = after[: _first_break(after)]
        return Clause(small(before[begin:]), small(right), small(heading))

    def _heading(self, start: int) -> str:
        """Return the line above the list that a clause stands in, or what ends in a colon."""
        row = self.text.rfind("\n", 0, start) + 1
        if self.text.startswith("•", row):
            for _ in range(_MOST_ROWS):
                end = row - 1
                if end <= 0:
                    return ""
                row = self.text.rfind("\n", 0, end) + 1
                if not self.text.startswith("•", row):
                    return self.text[row:end] if end - row <= _LONGEST_HEADING else ""
            return ""
        above = self.text[max(row, start - _HEADING_BEFORE) : start]
        colon = above.rfind(":")
        if colon < 0 or re.search(r"[.!?](?:\s|$)", above[colon:]):
            return ""
        return above[:colon][-80:]


def _last_break(before: str) -> int:
    """Return where the clause begins that these words end."""
    if before.endswith((".", "!", "?", ";")):
        return len(before)
    begin = 0
    for mark in _BREAKS:
        at = before.rfind(mark)
        while at >= 0 and mark == ". " and before.endswith(_SHORTENED, 0, at):
            at = before.rfind(mark, 0, at)
        begin = max(begin, at + len(mark) if at >= 0 else 0)
    for dash in _DASHES:
        at = before.rfind(dash) + len(dash)
        if at >= len(dash) and before[at : at + 1].isupper():
            begin = max(begin, at)
    return begin


def _first_break(after: str) -> int:
    """Return where the clause ends that these words go on with."""
    end = len(after)
    for mark in _BREAKS:
        at = after.find(mark, 0, end)
        while at >= 0 and mark == ". " and after.endswith(_SHORTENED, 0, at):
            at = after.find(mark, at + 1, end)
        end = at if at >= 0 else end
    for dash in _DASHES:
        at = after.find(dash, 0, end)
        if at >= 0 and after[at + len(dash) : at + len(dash) + 1].isupper():
            end = at
    return end
