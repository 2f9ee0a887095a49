# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which skills a text speaks of, and the words that show it: the door from text to skills."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from jobunivers.science.danish import normalise, stem, stem_english
from jobunivers.science.skills_words import LEADING_VERBS, SMALL_WORDS, TOO_GENERAL

VERSION = "skills-1"

LONGEST_READ = 100_000
"""Characters read of one text: nobody writes a longer advertisement; robots do."""
SEVERAL_WORDS, ONE_WORD, NAME, SHORTENED = 0.9, 0.7, 0.8, 0.5
"""Confidence of a label of several words, of one, of a proper name, and without its first verb."""
INFLECTED = 0.05
"""Taken off when the text's words are not the label's own forms, and for an alternative label."""
SHORTEST_WORD = 4
"""A one-word label shorter than this must be a name with a capital (SQL, SAP), or is ignored."""
LANGUAGES = ("da", "en")


@dataclass(frozen=True, slots=True)
class SkillEntry:
    """A skill and its names: language → labels, the main one first. `kind` is free text."""

    uri: str
    labels: Mapping[str, tuple[str, ...]]
    kind: str = ""


class SkillFound(NamedTuple):
    """A skill, where the text shows it (`text[start:end] == words`), and how sure it is, 0 to 1."""

    uri: str
    start: int
    end: int
    words: str
    confidence: float


class _Name(NamedTuple):
    """One way to write a skill, at the end of a path of stems; the least one is the best."""

    doubt: float
    """1 − confidence, so that the order of tuples prefers the surest, then the least URI."""
    uri: str
    plain: tuple[str, ...]
    capital: bool


class _Node:
    """A step in the tree of stems of names of several words."""

    __slots__ = ("further", "name")

    def __init__(self) -> None:
        self.further: dict[str, _Node] = {}
        self.name: _Name | None = None


class _Names:
    """All names in one language: a tree for several words, a table for single ones."""

    def __init__(self, lang: str) -> None:
        self.lang = lang
        self.stem: Callable[[str], str] = stem_english if lang == "en" else stem
        self.small = SMALL_WORDS[lang]
        self.verbs = LEADING_VERBS[lang]
        self.root = _Node()
        self.single: dict[str, _Name] = {}
        self.words: dict[str, _Word] = {}


class _Word(NamedTuple):
    """A word's forms for comparing, and the names it is or begins; kept per word.

    Stems are Snowball's, in one spelling. A break has no form and ends every match.
    """

    stem: str
    plain: str
    single: _Name | None
    node: _Node | None


_BRACKETS = re.compile(r"\([^)]*\)")
_TOKEN = re.compile(r"[.]?[^\W_]+(?:[+#]+|(?:['’.&-][^\W_]+)+)?|[.!?;:,()|•·*\n\r/]")
_BREAK = _Word("", "", None, None)
MOST_CACHED = 50_000


class SkillFinder:
    """All names of all skills, ready to be found in texts; build once."""

    def __init__(self, names: Mapping[str, _Names]) -> None:
        self._names = dict(names)

    @classmethod
    def build(cls, entries: Iterable[SkillEntry]) -> "SkillFinder":
        """Return a finder over the entries' Danish and English labels, in whatever order."""
        names = {lang: _Names(lang) for lang in LANGUAGES}
        ordered = sorted(entries, key=lambda e: e.uri)
        for lang, into in names.items():
            labels = [
                (e.uri, label, not place)
                for e in ordered
                for place, label in enumerate(e.labels.get(lang, ()))
            ]
            content = [_content(label, into) for _, label, _ in labels]
            common = Counter(
                stem for words in content for stem in {into.stem(normalise(w)) for w in words}
            )
            for (uri, _, preferred), words in zip(labels, content, strict=True):
                _plant(into, uri, words, common, preferred=preferred)
        return cls(names)

    def find(self, text: str, lang: str = "da") -> list[SkillFound]:
        """Return the skills the text names, in its order and not overlapping, longest first choice.

        Offsets count characters of `text`. Words between that say nothing ("og", "med") do not
        matter, inflection neither; a match never crosses a comma or the end of a sentence.
        Any language but English is read as Danish. At most 100,000 characters are read.
        """
        names = self._names["en" if lang == "en" else "da"]
        words, spots = _read(text[:LONGEST_READ], names)
        found: list[SkillFound] = []
        after = 0
        # Most words begin no name; only the others are looked at.
        for place in [i for i, word in enumerate(words) if word.single or word.node]:
            if place < after:
                continue
            end, name = _longest(words, spots, place)
            if name is not None:
                found.append(_found(text, words[place:end], spots[place:end], name))
                after = end
        return found

    def find_once(self, text: str, lang: str = "da") -> list[SkillFound]:
        """Return each skill once, at the place where it is surest (then first), in text order."""
        best: dict[str, SkillFound] = {}
        for skill in self.find(text, lang):
            if skill.uri not in best or skill.confidence > best[skill.uri].confidence:
                best[skill.uri] = skill
        return sorted(best.values(), key=lambda s: (s.start, s.uri))


def _read(text: str, names: _Names) -> tuple[list[_Word], list[re.Match[str]]]:
    """Return the words that say something, and breaks, with their places in the text."""
    known = names.words
    if len(known) > MOST_CACHED:
        known.clear()
    words: list[_Word] = []
    spots: list[re.Match[str]] = []
    for spot in _TOKEN.finditer(text):
        raw = spot[0]
        word = known.get(raw)
        if word is None:
            word = known[raw] = _word(raw, names)
        if word.stem or not word.plain:
            words.append(word)
            spots.append(spot)
    return words, spots


def _word(raw: str, names: _Names) -> _Word:
    if len(raw) == 1 and not raw.isalnum():
        return _BREAK
    plain = normalise(raw)
    if not plain:
        return _BREAK
    if plain in names.small:
        return _Word("", plain, None, None)
    stemmed = names.stem(plain)
    single = names.single.get(light(plain, names.lang))
    return _Word(stemmed, plain, single, names.root.further.get(stemmed))


def _longest(
    words: Sequence[_Word], spots: Sequence[re.Match[str]], place: int
) -> tuple[int, _Name | None]:
    """Return the place after the longest name from here on and the name, or the next place."""
    taken: tuple[int, _Name | None] = (place + 1, None)
    first = words[place]
    if first.single is not None and _fits(first.single, first, spots[place][0]):
        taken = place + 1, first.single
    node, end = first.node, place + 1
    while node is not None:
        if node.name is not None:
            taken = end, node.name
        node = node.further.get(words[end].stem) if end < len(words) else None
        end += 1
    return taken


def _fits(name: _Name, word: _Word, raw: str) -> bool:
    """Return whether one word is meant: a proper name has its capital (Go, not go) and no ending.

    Names of languages have no ending either: "danske" is hardly ever the skill.
    """
    label = name.plain[0]
    if name.capital:
        return raw != raw.lower() and word.plain in {label, f"{label}s"}
    return word.plain == label or not label.endswith("sk")


def _found(
    text: str, words: Sequence[_Word], spots: Sequence[re.Match[str]], name: _Name
) -> SkillFound:
    start, end = spots[0].start(), spots[-1].end()
    same = tuple(word.plain for word in words) == name.plain
    confidence = round(1.0 - name.doubt - (0.0 if same else INFLECTED), 4)
    return SkillFound(name.uri, start, end, text[start:end], confidence)


_ENDINGS_DA = (
    "ernes",
    "erne",
    "enes",
    "ene",
    "ers",
    "ens",
    "ets",
    "er",
    "en",
    "et",
    "es",
    "e",
    "s",
)
_ENDINGS_EN = ("es", "s")
LIGHT_ROOT = 4


def light(word: str, lang: str) -> str:
    """Return the word without one inflectional ending, carefully: for single words.

    Snowball makes "aftaleret" (contract law) equal to "aftale"; this does not.
    """
    for ending in _ENDINGS_EN if lang == "en" else _ENDINGS_DA:
        if word.endswith(ending) and len(word) - len(ending) >= LIGHT_ROOT:
            return word[: -len(ending)]
    return word


def _content(label: str, names: _Names) -> list[str]:
    """Return the label's words that say something, brackets left out."""
    words = _TOKEN.findall(_BRACKETS.sub(" ", label))
    words = [w for w in words if len(w) > 1 or w.isalnum()]
    return [w for w in words if normalise(w) not in names.small]


def _plant(
    names: _Names, uri: str, words: Sequence[str], common: Mapping[str, int], *, preferred: bool
) -> None:
    """Add a label, and one of several words again without its first, empty verb."""
    if not words:
        return
    off = 0.0 if preferred else INFLECTED
    plain = tuple(normalise(w) for w in words)
    if len(plain) == 1:
        capital = words[0] != words[0].lower()
        if plain[0] in TOO_GENERAL or (len(plain[0]) < SHORTEST_WORD and not capital):
            return
        sure = NAME if capital else ONE_WORD
        _put(names, _Name(round(1.0 - sure + off, 4), uri, plain, capital))
        return
    _put(names, _Name(round(1.0 - SEVERAL_WORDS + off, 4), uri, plain, capital=False))
    rest = plain[1:]
    if plain[0] in names.verbs and (len(rest) > 1 or _telling(rest[0], names, common)):
        _put(names, _Name(round(1.0 - SHORTENED + off, 4), uri, rest, capital=False))


def _telling(word: str, names: _Names, common: Mapping[str, int]) -> bool:
    """Return whether one word alone is special enough to stand for a whole phrase."""
    return (
        len(word) >= LEAST_TELLING
        and word not in TOO_GENERAL
        and common[names.stem(word)] <= MOST_SHARED
    )


LEAST_TELLING = 10
MOST_SHARED = 3
"""A word that more labels share says too little without its verb ("processer", "ressourcer")."""


def _put(names: _Names, name: _Name) -> None:
    if len(name.plain) == 1:
        key = light(name.plain[0], names.lang)
        names.single[key] = min(name, names.single.get(key, name))
        return
    node = names.root
    for word in name.plain:
        node = node.further.setdefault(names.stem(word), _Node())
    node.name = name if node.name is None else min(name, node.name)
