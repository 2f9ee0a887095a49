# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""From Danish text to index terms: folding, words, stems and the parts of compounds.

The same chain runs when a document is written and when a person searches. It runs here and
not in tantivy, because tantivy's `split_compound` knows no linking s ("sundhedsplejerske"),
replaces the word by its parts (so that the whole word no longer scores highest) and cannot
see that "lager- og logistikmedarbejder" says "lagermedarbejder". Each distinct word is
analysed once and remembered, so the cost per document is one look-up a word.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

import tantivy

from jobunivers.foundation.search.lexicon import Lexicon

ANALYSIS_VERSION = 1  # raise it when the chain changes: every index is then rebuilt
MAX_TEXT = 100_000  # characters of one field that are indexed: 2 MB "descriptions" exist
MAX_WORD = 64
_MEMORY = 400_000  # distinct words remembered before starting over (about 60 MB)

_TOKEN = re.compile(rf"\.net\b|[^\W_]{{1,{MAX_WORD}}}(?:\+\+|#)?")
_LETTERS = (
    ("ä", "æ"),
    ("ö", "ø"),
    ("é", "e"),
    ("è", "e"),
    ("ê", "e"),
    ("ü", "y"),
    ("ß", "ss"),
    ("\xad", ""),  # soft hyphen, common in pasted advertisements
    ("’", "'"),
    ("‐", "-"),
    ("‑", "-"),
)
_ELLIPSIS = re.compile(
    r"((?:[^\W_]{2,40}-(?:\s?[,/]\s?|\s(?:og|eller|samt|and|or)\s|,\s(?:og|eller)\s)){1,4})([^\W_]{6,60})"
)
_HEADS = re.compile(r"([^\W_]{2,40})-")
_JOINED = re.compile(r"([^\W_]{2,40})-([^\W_]{3,40})")

# What carries no meaning in a search. "it" is left out on purpose: in Danish it is a trade.
_STOP_WORDS = """
af alle alt anden andet andre at blev blive bliver da de dem den denne der deres det dette
dig din dine disse dit dog du efter eller en end er et for fra ham han hans har havde have
hende hendes her hos hun hvad hvem hver hvilken hvis hvor hvordan hvorfor i ikke ind ja jeg
jer jeres kan kom kommer kun kunne lad man mange med meget men mener mig min mine mit mod må
når nej noget nogen nogle nu og også om op os over på samt se selv sig sin sine sit skal
skulle som så til ud under var ved vi vil ville vor vore vores være været a an and are as be
been but by has he his in into is its my of on or our she so than that the their them then
there these they this those to was we were what when where which who will with you your
"""
STOP_WORDS = frozenset(_STOP_WORDS.split())


def fold(text: str) -> str:
    """Return text in the one spelling that is compared: lower case, aa as å, ä as æ, ö as ø."""
    return clean(text).replace("aa", "å")


def clean(text: str) -> str:
    """Return text in lower case with one form for each letter, but aa still as written."""
    if text.isascii():
        return text.lower()
    text = unicodedata.normalize("NFKC", text).lower()
    for letter, read in _LETTERS:  # seven times as quick as str.translate
        if letter in text:
            text = text.replace(letter, read)
    return text


def words(folded: str) -> list[str]:
    """Return the words of text that is folded or cleaned; "c#", "c++" and ".net" are words."""
    found: list[str] = _TOKEN.findall(folded)
    return found


@lru_cache(maxsize=1)
def _stemmer() -> tantivy.TextAnalyzer:
    return (
        tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace())
        .filter(tantivy.Filter.stemmer("danish"))
        .build()
    )


class Analyser:
    """Turns text into terms with one lexicon; not shared between threads that write."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self._stems: dict[str, str] = {}
        self._parts: dict[str, tuple[str, ...]] = {}
        self._constituents = lexicon.words
        self._constituent_stems = frozenset(
            self.stem(word)
            for word in lexicon.words
            if len(word) > 4  # noqa: PLR2004 shorter stems match anything
        )

    def stem(self, word: str) -> str:
        """Return the stem of a folded word, or "" for a stop word."""
        known = self._stems.get(word)
        if known is not None:
            return known
        if word in STOP_WORDS:
            stem = ""
        elif word.isalpha():
            analysed = _stemmer().analyze(word)
            stem = analysed[0] if analysed else word
        else:
            stem = word
        if len(self._stems) >= _MEMORY:
            self._stems.clear()
        self._stems[word] = stem
        return stem

    def stems(self, text: str) -> list[str]:
        """Return the stems of a text in order, then those of compounds written with a hyphen."""
        folded = fold(text[:MAX_TEXT])
        known, found = self._stems.get, []
        for word in words(folded):
            stem = known(word)
            if stem is None:
                stem = self.stem(word)
            if stem:
                found.append(stem)
        for group in self.ellipses(folded):
            found += [stem for word in group[:-1] if (stem := self.stem(word))]
        return found

    def ellipses(self, folded: str) -> list[tuple[str, ...]]:
        """Return what "lager- og logistikmedarbejder" says in full, the written word last."""
        if "-" not in folded:
            return []
        return [self._complete(match) for match in _ELLIPSIS.finditer(folded)]

    def _complete(self, match: re.Match[str]) -> tuple[str, ...]:
        heads, last = _HEADS.findall(match[1]), match[2]
        pieces = self.split(last)
        return (*(head + pieces[-1] for head in heads), last) if pieces else (last,)

    def parts(self, text: str) -> list[str]:
        """Return the stems of the parts of every compound in a short text, and hyphens closed."""
        folded = fold(text[:MAX_TEXT])
        found: list[str] = []
        for word in words(folded):
            found += self.all_parts(word)
        for first, second in _JOINED.findall(folded):
            found.append(self.stem(first + second))
        return [stem for stem in found if stem]

    def all_parts(self, word: str) -> tuple[str, ...]:
        """Return the stems of a compound's parts, and of their parts in turn."""
        known = self._parts.get(word)
        if known is not None:
            return known
        found: list[str] = []
        for piece in self.split(word):
            found.append(self.stem(piece))
            found += self.all_parts(piece)
        if len(self._parts) >= _MEMORY:
            self._parts.clear()
        self._parts[word] = tuple(stem for stem in found if stem)
        return self._parts[word]

    def split(self, word: str) -> tuple[str, ...]:
        """Return a compound as its fewest known parts, without linking s or e; else nothing."""
        if not 7 <= len(word) <= 48 or not word.isalpha():  # noqa: PLR2004 shorter are never compounds worth it
            return ()
        return self._divide(word, 4) or ()

    def _divide(self, word: str, most: int) -> tuple[str, ...] | None:
        best: tuple[str, ...] | None = None
        for cut in range(len(word) - 3, 2, -1):
            head = self._head(word[:cut])
            if head is None:
                continue
            tail = word[cut:]
            if tail in self._constituents or self._known_stem(tail):
                return (head, tail)
            if most > 2:  # noqa: PLR2004 a tail needs two parts itself
                rest = self._divide(tail, most - 1)
                if rest and (best is None or len(rest) + 1 < len(best)):
                    best = (head, *rest)
        return best

    def _known_stem(self, tail: str) -> bool:
        return len(tail) > 4 and self.stem(tail) in self._constituent_stems  # noqa: PLR2004 as above

    def _head(self, head: str) -> str | None:
        if head in self._constituents:
            return head
        bare = head[:-1]
        linked = head[-1] in "se" and len(bare) > 2 and bare in self._constituents  # noqa: PLR2004
        return bare if linked else None


def joined(terms: Iterable[str]) -> str:
    """Return terms as the text that the index's whitespace tokenizer takes apart again."""
    return " ".join(terms)
