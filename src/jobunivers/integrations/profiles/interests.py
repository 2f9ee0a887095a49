# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a source tells of somebody's interests: the fields of a list, and nothing else.

Wishes, courses, skills and interests are read. Health, union, religion and the like are never
kept, wherever they stand: what was left out is named by its kind, so that she can be told.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

import orjson

from jobunivers.integrations.profiles import values
from jobunivers.integrations.profiles.records import Unreadable

__all__ = ["InterestTold", "InterestsTold", "Unreadable", "read_akasse", "read_file", "read_social"]

Kind = Literal["wish", "course", "skill", "interest"]
LONGEST, MOST = 120, 40
LARGEST = 1024 * 1024
_DEEPEST = 4

# The beginnings of words that say what is never used, by kind; as field names and in free text.
_NEVER: Mapping[str, str] = {
    "health": "helbred|sygdom|sygemeld|syge(?:historie|fravær)|diagnos|handicap|health|disabilit"
    "|medicin|depression|psykiatr|allergi",
    "union": "fagforening|fagforbund|trade.?union|unionmember",
    "religion": "religio|kirke|menighed|moske|moské|trosretning|faith|imam|synagog",
    "politics": "politi(?:k|sk|c)|parti(?:medlem|$|\b)|party",
    "origin": "etni|ethnic|nationalit|race|racial|herkomst|hudfarve",
    "sexuality": "seksu|sexual|orientering|lgbt",
    "crime": "straf|criminal|dom(?:felde|me\b)",
    "number": "cpr|personnummer|ssn|nationalid",
    "benefit": "ydelse|dagpenge|kontanthjælp|benefit",
}
_PATTERNS = {code: re.compile(rf"(?:^|\b|_|-)(?:{text})") for code, text in _NEVER.items()}
_CPR = re.compile(r"\b[0-9]{6}[- ]?[0-9]{4}\b")


@dataclass(frozen=True, slots=True)
class InterestTold:
    """One thing a source tells."""

    kind: Kind
    words: str


@dataclass(frozen=True, slots=True)
class InterestsTold:
    """What a source tells that may be used, and the kinds of what was left out."""

    items: tuple[InterestTold, ...] = ()
    left_out: tuple[str, ...] = ()


# A source's field → what it is about.
_AKASSE: Mapping[str, Kind] = {
    "jobmaal": "wish",
    "stillingsbetegnelser": "wish",
    "jobønsker": "wish",
    "kurser": "course",
}
_SOCIAL: Mapping[str, Kind] = {
    "desiredjobs": "wish",
    "jobtitles": "wish",
    "courses": "course",
    "certifications": "course",
    "skills": "skill",
    "interests": "interest",
    "topics": "interest",
}
# What the same answers hold for other purposes, or for their own: not asked for, not mentioned.
_PASSED_BY = frozenset(
    ("beskaeftigelse", "uddannelse", "koerekort", "akassekode", "opdateret", "kravtiljobsoegning",
     "id", "sub", "name", "updated_at", "$schema", "meta", "basics", "work", "education",
     "version")
)  # fmt: skip
_NAMES = ("navn", "name", "stillingsbetegnelse", "title", "titel")


def read_akasse(data: object) -> InterestsTold:
    """Return what an unemployment fund tells: goals, jobs she is to look for, courses."""
    return _read(data, _AKASSE)


def read_social(data: object) -> InterestsTold:
    """Return what a profile on a network tells: wished jobs, courses, skills, interests."""
    return _read(data, _SOCIAL)


def read_file(data: bytes) -> InterestsTold:
    """Return what a file of a profile on a network tells.

    Raises:
        Unreadable: empty, too_large, wrong_type (no JSON object) or nothing_found.
    """
    if not data.strip():
        raise Unreadable("empty")
    if len(data) > LARGEST:
        raise Unreadable("too_large")
    try:
        whole = orjson.loads(data)
    except orjson.JSONDecodeError:
        raise Unreadable("wrong_type") from None
    if not isinstance(whole, dict):
        raise Unreadable("wrong_type")
    told = read_social(whole)
    if not told.items:
        raise Unreadable("nothing_found")
    return told


def _read(data: object, fields: Mapping[str, Kind]) -> InterestsTold:
    items: dict[tuple[str, str], InterestTold] = {}
    left_out: dict[str, None] = {}
    for name, value in _fields(data, _DEEPEST, fields):
        never = never_used(name)
        if never or name not in fields:
            if never or name not in _PASSED_BY:
                left_out[never or "other"] = None
            continue
        for words in _words(value):
            kind = fields[name]
            # A title of a job may speak of a church or a union; free words are about herself.
            of_text = _number_in(words) if kind == "wish" else never_used(words)
            if of_text:
                left_out[of_text] = None
            elif len(items) < MOST:
                items.setdefault((kind, words.casefold()), InterestTold(kind, words))
    return InterestsTold(tuple(items.values()), tuple(sorted(left_out)))


def never_used(text: str) -> str:
    """Return the kind of a name or text that is never used; "" for all others."""
    plain = text.casefold()
    for code, pattern in _PATTERNS.items():
        if pattern.search(plain):
            return code
    return _number_in(text)


def _number_in(text: str) -> str:
    return "number" if _CPR.search(text) else ""


def _fields(data: object, depth: int, fields: Mapping[str, Kind]) -> Iterator[tuple[str, object]]:
    """Yield an object's fields, and those inside its objects that are no field of ours."""
    if not isinstance(data, Mapping) or depth == 0:
        return
    for name, value in list(data.items())[:200]:
        plain = str(name).casefold()
        yield plain, value
        if plain not in fields and not never_used(plain) and isinstance(value, Mapping):
            yield from _fields(value, depth - 1, fields)


def _words(value: object) -> Iterator[str]:
    """Yield the texts of a value: a text, a list of texts, or of objects with a name."""
    some = value if isinstance(value, list) else [value]
    for one in some[:200]:
        named = one
        if isinstance(one, Mapping):
            named = next((one[name] for name in _NAMES if name in one), "")
        if isinstance(named, str) and (words := values.clipped(named, LONGEST)):
            yield words


Reader = Callable[[object], InterestsTold]
READERS: Mapping[str, Reader] = {"akasse": read_akasse, "social": read_social}
"""How each source's answer is read."""
