# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a person typed, as clauses. Anything can be typed; nothing is a syntax error.

"Quoted words" are a phrase, a minus at the start of a word or phrase leaves it out, and all
other signs are only what stands between words.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from jobunivers.foundation.search.text import STOP_WORDS, Analyser, clean, fold, words

MAX_TYPED = 400  # characters; the rest of a pasted page is not a search
MAX_CLAUSES = 12
_LONGEST_SYNONYM = 3  # words

_QUOTES = str.maketrans({"“": '"', "”": '"', "„": '"', "»": '"', "«": '"', "\x00": " "})
_QUOTED = re.compile(r'((?<!\S)-)?"([^"]*)"')
_NEGATED = re.compile(r"(?<!\S)-(?=[^\W_]|\.net)(\S+)")


@dataclass(frozen=True, slots=True)
class Clause:
    """One thing asked for: any of the alternatives, each of which needs all its words (folded)."""

    surface: str  # as typed, in lower case
    alternatives: tuple[tuple[str, ...], ...]
    phrase: bool = False
    negative: bool = False

    @property
    def word(self) -> str:
        """Return the word typed, or "" when it is more than a word."""
        first = self.alternatives[0]
        return first[0] if len(first) == 1 and not self.phrase else ""

    def also(self, *more: tuple[str, ...]) -> "Clause":
        """Return the clause with further alternatives."""
        fresh = tuple(one for one in more if one and one not in self.alternatives)
        return replace(self, alternatives=self.alternatives + fresh)


def typed(text: str) -> str:
    """Return what was typed as far as it is read: one line, lower case, no more than fits."""
    flat = " ".join(text[: MAX_TYPED * 2].encode("utf-8", "ignore").decode("utf-8").split())
    return clean(flat[:MAX_TYPED].translate(_QUOTES)).strip()


def parse(text: str, analyser: Analyser) -> tuple[Clause, ...]:
    """Return the clauses of what was typed; none when it says nothing."""
    found: list[Clause] = []
    rest = typed(text)
    for minus, phrase in _QUOTED.findall(rest):
        found += _phrase(phrase, negative=bool(minus))
    rest = _QUOTED.sub(" ", rest)
    for negated in _NEGATED.findall(rest):
        found += _phrase(negated, negative=True)
    found = _plain(_NEGATED.sub(" ", rest), analyser) + found
    return _with_synonyms(tuple(found[:MAX_CLAUSES]), analyser)


def _phrase(text: str, *, negative: bool) -> list[Clause]:
    inside = tuple(word for word in words(fold(text)) if word not in STOP_WORDS)
    if not inside:
        return []
    phrase = len(inside) > 1
    return [Clause(clean(text), (inside,), phrase=phrase, negative=negative)]


def _plain(text: str, analyser: Analyser) -> list[Clause]:
    folded = fold(text)
    found = []
    for group in analyser.ellipses(folded):
        *heads, last = group
        found.append(Clause(last, tuple((word,) for word in (last, *heads))))
        # The words are taken out of the text, since together they are one thing.
        folded = re.sub(rf"\S*-[^\"]*?{re.escape(last)}", " ", folded, count=1)
    if found:
        return found + [Clause(word, ((word,),)) for word in words(folded) if _says(word)]
    return [Clause(word, ((fold(word),),)) for word in words(text) if _says(fold(word))]


def _says(word: str) -> bool:
    return word not in STOP_WORDS


def _with_synonyms(clauses: tuple[Clause, ...], analyser: Analyser) -> tuple[Clause, ...]:
    synonyms = analyser.lexicon.synonyms
    found: list[Clause] = []
    place = 0
    while place < len(clauses):
        for length in range(min(_LONGEST_SYNONYM, len(clauses) - place), 0, -1):
            run = clauses[place : place + length]
            typed_words = tuple(clause.word for clause in run)
            values = _values(synonyms, typed_words)
            if values and all(typed_words) and not any(clause.negative for clause in run):
                surface = " ".join(clause.surface for clause in run)
                alternatives = (typed_words, *(run[0].alternatives[1:] if length == 1 else ()))
                found.append(Clause(surface, alternatives).also(*values))
                place += length
                break
        else:
            found.append(clauses[place])
            place += 1
    return tuple(found)


def _values(
    synonyms: Mapping[str, tuple[str, ...]], run: tuple[str, ...]
) -> tuple[tuple[str, ...], ...]:
    values = synonyms.get(" ".join(run)) or synonyms.get("-".join(run)) or ()
    return tuple(tuple(word for word in words(value) if word not in STOP_WORDS) for value in values)
