# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Acts and orders that a text names by their titles."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

WORDS = re.compile(r"\w+")
HEAD = re.compile(r"^\s*§[^.]{0,12}\.")
_FEWEST = 2  # "lov" alone names nothing
_EMPTY = frozenset({"m", "v", "mv", "mm", "og", "om", "af", "i", "den", "det", "en", "for", "til"})


@dataclass(frozen=True, slots=True)
class Named:
    """A document that may be named: its key, its title, whether it has ended."""

    key: int
    title: str
    ended: bool = False


def named_in(text: str, acts: Iterable[Named]) -> set[int]:
    """Return the documents whose name stands in a text, as running words.

    Several bear one name when an act was consolidated again: those still in force are meant then,
    and all of them when none is.
    """
    words = " ".join(WORDS.findall(text.lower()))
    padded = f" {words} "
    found: dict[str, list[Named]] = {}
    for act in acts:
        for name in names_of(act.title):
            if f" {name} " in padded:
                found.setdefault(name, []).append(act)
    chosen: set[int] = set()
    for same in found.values():
        living = [act.key for act in same if not act.ended]
        chosen.update(living or [act.key for act in same])
    return chosen


def names_of(title: str) -> list[str]:
    """Return the names a title gives: the act's own, a name in brackets, a short one of its own."""
    name = title.strip().removeprefix("Bekendtgørelse af ").lower()
    given = re.findall(r"\(([^()]*lov(?:en)?)\)", name)
    bare = re.sub(r"\([^()]*\)", " ", name)
    found = []
    for one in (bare, *given):
        words = WORDS.findall(one)
        while words and words[-1] in _EMPTY:
            words.pop()
        if len(words) >= _FEWEST or (words and words[0].endswith("loven")):
            found.append(" ".join(words))
    return found


def near_citations(text: str, words: int = 14) -> str:
    """Return the words around a text's paragraph signs; the whole text when it cites nothing.

    The sign that a provision begins with is its own. What is said close to a citation is what is
    cited; the rest of a provision is its own matter.
    """
    body = HEAD.sub("", text, count=1)
    parts = body.split("§")
    if len(parts) == 1:
        return text
    near = []
    for before, after in pairwise(parts):
        near += before.split()[-words:] + after.split()[:words]
    return " ".join(near)
