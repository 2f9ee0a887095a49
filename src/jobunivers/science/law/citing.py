# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which paragraphs a provision cites, and the words it says around each citation.

Whoever cites a paragraph says in a few words what it is about, often in other words than the
paragraph's own: "visiteret til kategori 3 efter § 12 i lov om sygedagpenge".
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from jobunivers.science.law.naming import HEAD, WORDS, Named, names_of
from jobunivers.science.law.references import packed

AROUND = 25
"""Words on each side of a citation that are taken to tell what it is about."""

# "126 i lov" is § 126; "13i" and "13 h" bear letters.
_NUMBER = r"\d{1,4}(?:\s?[a-hj-zæøå](?![a-zæøå])|i\b)?"
_CITED = re.compile(rf"§§?\s*({_NUMBER}(?:\s*(?:,|og|eller)\s*{_NUMBER}(?!\.))*)", re.IGNORECASE)
_SECTION = re.compile(_NUMBER, re.IGNORECASE)
_PART = (
    r"(?:\s*[-–]\s*\d+(?:\s?[a-hj-z]\b)?)?"
    r"(?:\s*,?\s*(?:jf\.\s*)?(?:stk|nr|litra|pkt)\.?\s*\d*[a-z]?"
    r"(?:\s*(?:[-–,]|og|eller)\s*\d+(?!\.\s*pkt))*"
    r"|\s*,?\s*\d+\.\s*(?:og\s*\d+\.\s*)?pkt\.)*"
)
_TAIL = re.compile(
    rf"{_PART}(?:\s*(?:,|og|eller|samt|,?\s*jf\.)\s*(?:efter\s*)?(?:§§?\s*)?{_NUMBER}{_PART})*"
    r"\s*,?\s*i\s+(?=lov|bekendtg|samme)",
    re.IGNORECASE,
)
_LONGEST_TAIL, _LONGEST_NAME, _BEFORE = 260, 200, 60


@dataclass(frozen=True, slots=True)
class Cited:
    """A paragraph that is cited: the document's key, "35a", and the words around."""

    document: int
    section: str
    near: str


class Names:
    """What documents are called: the living ones of a name, or all when none lives."""

    def __init__(self, acts: Iterable[Named]) -> None:
        """Take the names that titles give."""
        found: dict[str, list[Named]] = {}
        for act in acts:
            for name in names_of(act.title):
                found.setdefault(name, []).append(act)
        self._keys = {
            name: [one.key for one in same if not one.ended] or [one.key for one in same]
            for name, same in found.items()
        }
        self._longest = max((len(name.split()) for name in found), default=0)

    def beginning(self, text: str) -> list[int]:
        """Return the documents whose name a text begins with, the longest such name's."""
        words = WORDS.findall(text[:_LONGEST_NAME].lower())[: self._longest]
        for many in range(len(words), 0, -1):
            keys = self._keys.get(" ".join(words[:many]))
            if keys:
                return keys
        return []

    def called(self, name: str) -> list[int]:
        """Return the documents of this very name."""
        return self._keys.get(name, [])


def citations(text: str, *, own: int, names: Names) -> Iterator[Cited]:
    """Go through what a provision of the document `own` cites.

    "lovens § 12" is of the act that was named last; without one it names nothing. What stands
    without an act is the document's own.
    """
    body = HEAD.sub("", text, count=1)
    last: list[int] = []
    for found in _CITED.finditer(body):
        documents = _documents(body, found, last, own, names)
        if documents and documents != [own]:
            last = documents
        near = _around(body, found.start(), found.end()) if documents else ""
        for section in _SECTION.findall(found[1]):
            for document in documents:
                yield Cited(document, packed(section), near)


def _documents(
    body: str, found: re.Match[str], last: list[int], own: int, names: Names
) -> list[int]:
    before = WORDS.findall(body[max(0, found.start() - _BEFORE) : found.start()].lower())
    if before and before[-1].endswith("lovens"):
        return names.called(before[-1].removesuffix("s")) or last
    after = body[found.end() : found.end() + _LONGEST_TAIL]
    tail = _TAIL.match(after)
    if tail is None:
        return [own]
    rest = body[found.end() + tail.end() :]
    return last if rest.lower().startswith("samme") else names.beginning(rest)


def _around(body: str, start: int, end: int) -> str:
    return " ".join([*body[:start].split()[-AROUND:], *body[end:].split()[:AROUND]])
