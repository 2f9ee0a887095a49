# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Languages, licences and listed skills."""

import re
from collections.abc import Iterator, Sequence

from jobunivers.science.cv.records import Found, LineLike, Place
from jobunivers.science.cv.words import FLUENCY, LANGUAGES
from jobunivers.science.requirements import licences
from jobunivers.science.requirements.texts import Text

_LONGEST_SKILL, _MOST_WORDS = 60, 6
_NAME = re.compile(rf"\b({'|'.join(sorted(LANGUAGES, key=len, reverse=True))})\b", re.IGNORECASE)
_FLUENCY = [(re.compile(pattern, re.IGNORECASE), level) for pattern, level in FLUENCY]
_NOT = re.compile(r"\b(?:ingen|ikke|uden|intet|no|not|without)\b", re.IGNORECASE)
_SPLIT = re.compile(r"[,;|•·●▪◦‣∙○■\t\uf0b7]+|\s+[–—-]\s+|\s/\s")
_BULLET = re.compile(r"^\s*[-–—*]\s*")
_RATING = re.compile(
    r"\s*(?:\((?:ekspert|superbruger|rutineret|avanceret|expert|advanced|øvet|begynder|god)[^)]*\)"
    r"|[:–-]\s*(?:ekspert|superbruger|rutineret|avanceret|expert|advanced|øvet|begynder|god)\w*)$"
    r"|\s*[★☆●○⬤]+$",
    re.IGNORECASE,
)
_DRIVING = re.compile(r"kørekort|driving|\bkategori\b|\bkat\.", re.IGNORECASE)
_LETTERS = re.compile(
    r"^[\s:]*(?:kategori|kat\.?|category)?\s*[A-E](?:E|1)?(?:\s*[,/+&og]+\s*[A-E]E?)*\b",
    re.IGNORECASE,
)


def place_of(line: LineLike) -> Place:
    """Return where a line stands."""
    return Place(line.page, line.number, line.text.strip())


def languages(lines: Sequence[LineLike], *, listed: bool) -> Iterator[Found]:
    """Yield the languages lines name: all where they are listed, elsewhere only with a level."""
    for line in lines:
        names = list(_NAME.finditer(line.text))
        for number, name in enumerate(names):
            end = names[number + 1].start() if number + 1 < len(names) else len(line.text)
            level = _level(line.text[name.end() : end]) or _level(line.text[: names[0].start()])
            if level or listed:
                fields = {"code": LANGUAGES[name[1].casefold()], "level": level}
                yield Found(kind="language", fields=fields, place=place_of(line), sure=listed)


def _level(text: str) -> str:
    return next((level for pattern, level in _FLUENCY if pattern.search(text)), "")


def held(lines: Sequence[LineLike], *, listed: bool) -> Iterator[Found]:
    """Yield the licences lines name as hers; one that a line says she lacks is not."""
    for line in lines:
        text = line.text
        if listed and _LETTERS.match(text):
            text = f"Kørekort {text}"  # under the heading the word itself is left out
        if _NOT.search(text):
            continue
        for one in licences.named(Text(text)):
            if len(one.sets) > 1:
                continue  # "B eller C" says neither
            for code in sorted(one.sets[0]):
                if code in licences.CODES:
                    yield Found(kind="licence", fields={"code": code}, place=place_of(line),
                                sure=listed or _DRIVING.search(text) is not None)  # fmt: skip


def skills(lines: Sequence[LineLike]) -> Iterator[Found]:
    """Yield the skills of a list; sentences are left to whoever understands text."""
    for line in lines:
        text = _BULLET.sub("", line.text)
        label, colon, after = text.partition(":")
        if colon and after.strip() and len(label.split()) <= _MOST_WORDS // 2:
            text = after
        if text.rstrip().endswith(".") and len(text.split()) > _MOST_WORDS:
            continue
        for part in _SPLIT.split(text):
            words = _balanced(_RATING.sub("", part.strip(" .:")).strip())
            short = len(words) <= _LONGEST_SKILL and len(words.split()) <= _MOST_WORDS
            if short and sum(c.isalpha() for c in words) > 1:
                yield Found(kind="competence", fields={"words": words}, place=place_of(line))


def _balanced(words: str) -> str:
    """Return words without a bracket that lost its other half."""
    return words if words.count("(") == words.count(")") else words.strip("()")
