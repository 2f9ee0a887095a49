# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Danish words made comparable: one spelling, stems, and compounds taken apart.

Pure functions; what a compound is made of is learned from a vocabulary that the caller gives
(the taxonomy's labels, say), never from a fixed list.
"""

import functools
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping

import snowballstemmer

SHORTEST_PART = 3
LEAST_NEIGHBOURS = 3
"""A piece counts as a word when it is met together with so many different known words."""
SHORTEST_LEARNED = 5
"""Shorter endings that several words share are mostly inflections, not words."""
LONGEST_WORD = 40
MOST_CACHED = 50_000
"""Words remembered: a long import meets endless different ones."""
LINKS = ("", "s", "e", "es")
"""What Danish puts between the parts of a compound (arbejdSformidling, barnEseng)."""

_WORD = re.compile(r"[^\W_]+(?:[+#]+|(?:['’.&][^\W_]+)+)?")
_FOLD = {"ö": "ø", "ä": "æ", "ü": "y", "’": "'", "`": "'", "´": "'", "\xad": ""}
_UNUSUAL = re.compile(r"[^\x00-\x5f\x61-\x7fæøå]")
"""What is neither ASCII (but the backtick) nor a Danish letter; little of a text is."""


def normalise(text: str) -> str:
    """Return the text in one spelling: lower case, aa as å, ö/ä as ø/æ, other accents dropped.

    The length may change; offsets into the text belong to `tokens`' caller.
    """
    folded = unicodedata.normalize("NFKC", text).casefold()
    return _UNUSUAL.sub(_usual, folded).replace("aa", "å")


def _usual(found: re.Match[str]) -> str:
    return _spelled(found[0])


@functools.lru_cache(maxsize=4_096)
def _spelled(character: str) -> str:
    """Return one character in the one spelling: ö as ø, é as e, a combining accent as nothing."""
    if character in _FOLD:
        return _FOLD[character]
    return "".join(
        c for c in unicodedata.normalize("NFD", character) if not unicodedata.combining(c)
    )


def tokens(text: str) -> list[str]:
    """Return the normalised words of the text, in order ("c++", "c#" and ".net" kept whole)."""
    return _WORD.findall(normalise(text))


_STEMMER = snowballstemmer.stemmer("danish")
_STEMMER_EN = snowballstemmer.stemmer("english")


@functools.lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """Return the stem of a normalised Danish word (Snowball)."""
    if len(word) <= SHORTEST_PART or not word.isalpha():
        return word
    return str(_STEMMER.stemWord(word))


@functools.lru_cache(maxsize=50_000)
def stem_english(word: str) -> str:
    """Return the stem of a normalised English word (Snowball)."""
    return str(_STEMMER_EN.stemWord(word))


class Compounds:
    """Takes compounds apart with the words of a vocabulary; build once, ask as often as needed."""

    def __init__(self, parts: Mapping[str, int]) -> None:
        """Take the known parts and in how many words each was met."""
        self.parts = dict(parts)
        self._stems = {stem(part) for part in self.parts}
        self._cache: dict[str, tuple[str, ...]] = {}

    @classmethod
    def learn(cls, texts: Iterable[str]) -> "Compounds":
        """Return what the texts teach: their words, and endings that several words share.

        "medarbejder" is learned from "lagermedarbejder", "butiksmedarbejder" and "dagmedarbejder"
        when lager, butik and dag are words, even if nobody writes it alone.
        """
        words = Counter(w for text in texts for w in set(tokens(text)) if w.isalpha())
        known = {
            w: n
            for w, n in words.items()
            if len(w) > SHORTEST_PART or (len(w) == SHORTEST_PART and n >= LEAST_NEIGHBOURS)
        }
        known |= _learn(known, list(known), ends=True)
        return cls(known | _learn(known, list(known), ends=False))

    def split(self, word: str) -> tuple[str, ...]:
        """Return the parts of a normalised word, fewest and longest first choice; (word,) if none.

        The last part may be inflected ("sygeplejersker" as "sygeplejerske").
        """
        found = self._cache.get(word)
        if found is None:
            if len(self._cache) > MOST_CACHED:
                self._cache.clear()
            found = self._cache[word] = self._split(word)
        return found

    def _split(self, word: str) -> tuple[str, ...]:
        if not 2 * SHORTEST_PART <= len(word) <= LONGEST_WORD or not word.isalpha():
            return (word,)
        best: dict[int, tuple[float, tuple[str, ...]]] = {0: (0.0, ())}
        size = len(word)
        for end in range(SHORTEST_PART, size + 1):
            options = []
            for start in range(end - SHORTEST_PART + 1):
                piece = word[start:end]
                if start not in best or (start == 0 and end == size):
                    continue
                part = self._last(piece) if end == size else _unlinked(piece, self.parts)
                if part:
                    # Few parts first; a short part must earn its place.
                    cost = best[start][0] + 1.0 + 2.0 / len(part)
                    options.append((cost, (*best[start][1], part)))
            if options:
                best[end] = min(options)
        return best[size][1] if size in best else (word,)

    def _last(self, piece: str) -> str:
        if piece in self.parts:
            return piece
        return piece if len(piece) > SHORTEST_PART + 1 and stem(piece) in self._stems else ""


def _unlinked(piece: str, known: Mapping[str, int]) -> str:
    """Return the known word that the piece is, with or without a linking sound; "" if none."""
    for link in LINKS:
        word = piece.removesuffix(link) if link else piece
        if len(word) >= SHORTEST_PART and word in known and (not link or word != piece):
            return word
    return ""


def _learn(known: Mapping[str, int], words: Iterable[str], *, ends: bool) -> dict[str, int]:
    """Return the endings (or beginnings) that are met with several known words as the rest."""
    rests: dict[str, set[str]] = {}
    for word in words:
        for cut in range(SHORTEST_PART, len(word) - SHORTEST_PART + 1):
            piece, rest = (word[cut:], word[:cut]) if ends else (word[:cut], word[cut:])
            if not ends:  # what is learned is the word, not its linking s
                piece = piece.removesuffix("s")
            other = _unlinked(rest, known) if ends else rest if rest in known else ""
            if other and len(piece) >= SHORTEST_LEARNED - (not ends) and piece not in known:
                rests.setdefault(piece, set()).add(other)
    learned = {p: len(r) for p, r in rests.items() if len(r) >= LEAST_NEIGHBOURS}
    if ends:  # "sassistent" is assistent behind a linking s
        return {p: n for p, n in learned.items() if p[1:] not in known and p[1:] not in learned}
    return learned


def variants(word: str, compounds: Compounds) -> list[str]:
    """Return what a searched word may also be written as, the word itself first.

    Its stem, the parts of a compound with their stems, and the parts written apart.
    """
    plain = normalise(word)
    parts = compounds.split(plain)
    found = [plain, stem(plain)]
    if len(parts) > 1:
        found.append(" ".join(parts))
        found.extend(form for part in parts for form in (part, stem(part)))
    return list(dict.fromkeys(found))
