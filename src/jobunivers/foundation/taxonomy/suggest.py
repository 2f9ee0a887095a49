# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Suggestions while somebody types, from a text that the process keeps in memory.

All names in one language stand in one long text, a line each, the best first; looking through it
with the interpreter's own text search takes about a millisecond for the whole of ESCO, needs no
index to be kept, and finds beginnings of names, then beginnings of words, then any part of a word
(a Danish compound hides the word one thinks of: "plejer" in "sygeplejerske").
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from jobunivers.foundation.taxonomy.models import STARTER, Occupation, Skill
from jobunivers.foundation.text import fold

SHORTEST_INSIDE = 3  # fewer letters than this are inside nearly everything


@dataclass(frozen=True, slots=True)
class Entry:
    """A name of a concept in use, in one language."""

    uri: str
    text: str
    language: str
    preferred: bool
    label: str  # the concept's own name in that language
    place: str  # occupations: ISCO code; skills: kind


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A concept that what was typed may mean; `matched` is the name that fitted."""

    uri: str
    label: str
    matched: str
    place: str  # occupations: ISCO code; skills: kind


@dataclass(frozen=True, slots=True)
class Suggester:
    """Names in the order in which they are offered, and the text that is looked through."""

    entries: tuple[Entry, ...]
    text: str  # "\n word word\n word …": every word has a space before it
    starts: tuple[int, ...]  # where each entry's line begins

    @classmethod
    def of(cls, entries: Iterable[Entry]) -> "Suggester":
        """Prepare the text: own names before other names, shorter before longer."""
        folded = [(fold(entry.text), entry) for entry in entries]
        ranked = sorted(
            ((words, entry) for words, entry in folded if words),
            key=lambda pair: (not pair[1].preferred, len(pair[0]), pair[0], pair[1].uri),
        )
        lines = ["\n " + words for words, _entry in ranked]
        starts, position = [], 0
        for line in lines:
            starts.append(position)
            position += len(line)
        return cls(tuple(e for _w, e in ranked), "".join(lines) + "\n", tuple(starts))

    def suggest(self, text: str, limit: int) -> list[Suggestion]:
        """Return the best concepts for what has been typed so far, each once."""
        words = fold(text).split()
        if not words or limit < 1:
            return []
        found: dict[str, Suggestion] = {}
        for number in self._matches(" ".join(words), words):
            entry = self.entries[number]
            found.setdefault(entry.uri, Suggestion(entry.uri, entry.label, entry.text, entry.place))
            if len(found) >= limit:
                break
        return list(found.values())

    def _matches(self, phrase: str, words: list[str]) -> Iterator[int]:
        """Yield line numbers, best kind of match first; a line may come more than once."""
        yield from self._lines(f"\n {phrase}\n")
        yield from self._lines(f"\n {phrase}")
        longest = max(words, key=len)
        for number in self._lines(f" {longest}"):
            line = self._line(number)
            if all(f" {word}" in line for word in words):
                yield number
        if len(longest) >= SHORTEST_INSIDE:
            for number in self._lines(longest):
                line = self._line(number)
                if all(word in line for word in words):
                    yield number

    def _lines(self, wanted: str) -> Iterator[int]:
        """Yield the number of every line that holds the text, once each and in order."""
        position = self.text.find(wanted)
        while position >= 0:
            number = bisect_right(self.starts, position) - 1
            yield number
            after = number + 1
            if after >= len(self.starts):
                return
            position = self.text.find(wanted, self.starts[after])

    def _line(self, number: int) -> str:
        end = self.starts[number + 1] if number + 1 < len(self.starts) else len(self.text)
        return self.text[self.starts[number] : end]


def entries_of(model: type[Occupation] | type[Skill], language: str | None) -> Iterator[Entry]:
    """Yield every name by which a concept in use can be called, in one language or in all.

    The starter's names go on as names of the ESCO concept that took over: they are the words
    that people write in vacancies.
    """
    place = "isco" if model is Occupation else "kind"
    columns = ("uri", "label_da", "label_en", "other_labels", "alts", place)
    rows = list(model.objects.filter(retired_at=None).order_by("pk").values_list(*columns))
    labels: dict[tuple[str, str], str] = {}
    places: dict[str, str] = {}
    for uri, danish, english, others, alts, where in rows:
        places[uri] = where
        names = {"da": danish, "en": english, **others}
        for spoken in names if language is None else (language,):
            label = names.get(spoken) or danish or english
            labels[uri, spoken] = label
            yield Entry(uri, label, spoken, preferred=True, label=label, place=where)
            for alt in alts.get(spoken, ()):
                yield Entry(uri, alt, spoken, preferred=False, label=label, place=where)
    yield from _inherited(model, language, labels, places)


def _inherited(
    model: type[Occupation] | type[Skill],
    language: str | None,
    labels: dict[tuple[str, str], str],
    places: dict[str, str],
) -> Iterator[Entry]:
    handed_over = model.objects.filter(source=STARTER, retired_at__isnull=False)
    rows = handed_over.exclude(successor_uri="").order_by("pk")
    for uri, danish, english, alts in rows.values_list(
        "successor_uri", "label_da", "label_en", "alts"
    ):
        for spoken, own in (("da", danish), ("en", english)):
            label = labels.get((uri, spoken))
            if label is None or language not in {None, spoken}:
                continue
            for name in (own, *alts.get(spoken, ())):
                if name != label:
                    yield Entry(uri, name, spoken, preferred=False, label=label, place=places[uri])
