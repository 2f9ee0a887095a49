# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which skills a text speaks of, and the words that show it: the door from text to skills."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from jobunivers.science.danish import normalise, stem, stem_english
from jobunivers.science.skills_phrases import phrases
from jobunivers.science.skills_words import LEADING_VERBS, SMALL_WORDS, TOO_GENERAL

VERSION = "skills-2"

LONGEST_READ = 100_000
"""Characters read of one text: nobody writes a longer advertisement; robots do."""
SEVERAL_WORDS, ONE_WORD, NAME, SHORTENED, AS_NOUN = 0.9, 0.7, 0.8, 0.5, 0.8
"""Confidence of a label of several words, of one, of a proper name, without its first verb, and
with a noun for it ("koordinering af transport")."""
PHRASES, PHRASE = 0.75, 0.6
"""Confidence of what people write instead of the label: several words, one word."""
LEAST = 0.5
"""Less sure than this is not worth telling: "pension scheme" is not the skill of developing one."""
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
_ELLIPSIS = re.compile(r"-\s(?:og|eller|samt|and|or|&)\s")
_HALF = re.compile(r"[^\W\d_]{3,}$")
_WHOLE = re.compile(r"[^\W\d_]{6,}")
LONGEST_HALF = 40
SHORTEST_HALF = 4
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
        mains = {
            label.lower(): e.uri
            for e in reversed(ordered)
            for labels in e.labels.values()
            for label in labels[:1]
        }
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
            for uri, phrase in phrases(mains, lang):
                _plant_phrase(into, uri, _content(phrase, into))
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
        for place, (word, following) in enumerate(zip(words, (*words[1:], _BREAK), strict=False)):
            node = word.node
            if word.single is None and (node is None or following.stem not in node.further):
                continue
            if place < after:
                continue
            end, name = _longest(words, spots, place)
            if name is not None:
                skill = _found(text, words[place:end], spots[place:end], name)
                if skill.confidence >= LEAST:
                    found.append(skill)
                    after = end
        for one in _elliptic(text[:LONGEST_READ], names) if "- " in text else ():
            if not any(one.start < other.end and other.start < one.end for other in found):
                found.append(one)
        return sorted(found, key=lambda one: one.start)

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


def _elliptic(text: str, names: _Names) -> Iterator[SkillFound]:
    """Yield what a list leaves half unsaid: "plan-" in "plan- og projektledelse"."""
    for between in _ELLIPSIS.finditer(text):
        half = _HALF.search(text, max(0, between.start() - LONGEST_HALF), between.start())
        other = _WHOLE.match(text, between.end())
        if half is None or other is None:
            continue
        first, second = normalise(half[0]), normalise(other[0])
        for cut in range(SHORTEST_HALF, len(second) - SHORTEST_HALF + 1):
            whole = first + second[cut:]
            name = names.single.get(light(whole, names.lang))
            if name is not None and not name.capital:
                sure = round(1.0 - name.doubt - INFLECTED, 4)
                start, end = half.start(), between.start() + 1
                yield SkillFound(name.uri, start, end, text[start:end], sure)
                break


def _longest(
    words: Sequence[_Word], spots: Sequence[re.Match[str]], place: int
) -> tuple[int, _Name | None]:
    """Return the place after the longest name from here on and the name, or the next place."""
    taken: tuple[int, _Name | None] = (place + 1, None)
    first = words[place]
    following = spots[place + 1][0] if place + 1 < len(spots) else ""
    if first.single is not None and _fits(first.single, first, spots[place][0], following):
        taken = place + 1, first.single
    node, end = first.node, place + 1
    while node is not None:
        if node.name is not None:
            taken = end, node.name
        node = node.further.get(words[end].stem) if end < len(words) else None
        end += 1
    return taken


def _fits(name: _Name, word: _Word, raw: str, following: str) -> bool:
    """Return whether one word is meant: a proper name has its capital (Go, not go) and no ending.

    Names of languages have no ending either: "danske" is hardly ever the skill, nor is the first
    word of a name ("Dansk Journalistforbund").
    """
    label = name.plain[0]
    if name.capital:
        return raw != raw.lower() and word.plain in {label, f"{label}s"}
    if not label.endswith("sk"):
        return True
    return word.plain == label and not (raw[:1].isupper() and following[:1].isupper())


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
    if names.lang == "da":
        for noun in _nouns(plain[0]):
            doubt = round(1.0 - AS_NOUN + off, 4)
            _put(names, _Name(doubt, uri, (noun, *plain[1:]), capital=False))
    rest = plain[1:]
    if plain[0] in names.verbs and (len(rest) > 1 or _telling(rest[0], names, common)):
        _put(names, _Name(round(1.0 - SHORTENED + off, 4), uri, rest, capital=False))


def _plant_phrase(names: _Names, uri: str, words: Sequence[str]) -> None:
    """Add what people write instead of a label; where it is a label itself, the label stays."""
    plain = tuple(normalise(word) for word in words)
    if plain:
        sure = PHRASES if len(plain) > 1 else PHRASE
        _put(names, _Name(round(1.0 - sure, 4), uri, plain, capital=False))


def _nouns(verb: str) -> list[str]:
    """Return what a Danish verb may be called as a noun ("planlægge": planlægning, planlægelse)."""
    if not verb.endswith("e") or len(verb) <= LIGHT_ROOT:
        return []
    root = verb[:-1]
    single = root[:-1] if root[-1] == root[-2] else root
    return [single + ending for ending in ("ning", "ing", "else")]


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
