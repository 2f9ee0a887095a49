# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which licences and languages an advertisement asks for, and the words that show it."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from jobunivers.science.requirements import licences
from jobunivers.science.requirements.demands import Demand, Level, demand_of
from jobunivers.science.requirements.languages import CODES as LANGUAGES
from jobunivers.science.requirements.languages import spoken
from jobunivers.science.requirements.texts import Text

__all__ = [
    "LANGUAGES",
    "VERSION",
    "Level",
    "Requirement",
    "find",
    "licence_codes",
    "required",
    "working_language",
]

VERSION = "req-1"
LICENCE, LANGUAGE = "licence", "language"
_RANK: dict[Level, int] = {"must": 0, "either": 1, "nice": 2}


class Requirement(NamedTuple):
    """A licence or language an advertisement asks for, and where (`text[start:end] == words`).

    `code` is a licence's (`science.matching.licences`) or ISO 639-1. `level` is "must", "either"
    (one of several will do) or "nice". `working`: the language spoken at work, by its own word.
    """

    kind: str
    code: str
    level: Level
    start: int
    end: int
    words: str
    confidence: float
    working: bool = False


def find(text: str) -> list[Requirement]:
    """Return what the text asks for, each licence and language once where it is surest.

    In the order of the text. What it says is not needed, or what the employer gives, is left out.
    At most 100,000 characters are read.
    """
    read = Text(text)
    best: dict[tuple[str, str], Requirement] = {}
    refused: set[tuple[str, str]] = set()
    for one in (*_licences(read, refused), *_languages(read, refused)):
        key = one.kind, one.code
        if key not in best or _order(one) < _order(best[key]):
            best[key] = one
    # "Not a demand" in one place and bare mention in another: then it is nice to have.
    kept = (one._replace(level="nice") if key in refused and one.level == "must" else one
            for key, one in best.items())  # fmt: skip
    return sorted(kept, key=lambda one: (one.start, one.kind, one.code))


def _order(one: Requirement) -> tuple[int, float, int]:
    return _RANK[one.level], -one.confidence, one.start


def _licences(text: Text, refused: set[tuple[str, str]]) -> Iterator[Requirement]:
    for one in licences.named(text):
        demand = demand_of(text.clause(one.start, one.end))
        if demand.meant == "no":
            refused |= {(LICENCE, code) for codes in one.sets for code in codes}
        if demand.meant in {"no", "offer"}:
            continue
        words = text.text[one.start : one.end]
        for code, either in licences.asked(one.sets):
            yield Requirement(
                LICENCE, code, _level(demand, either=either), one.start, one.end, words,
                demand.confidence,
            )  # fmt: skip


def _languages(text: Text, refused: set[tuple[str, str]]) -> Iterator[Requirement]:
    for one in spoken(text):
        demand = demand_of(one.clause)
        if demand.meant == "no":
            refused |= {(LANGUAGE, code) for _, _, code in one.names}
        if demand.meant in {"no", "offer"}:
            continue
        for start, end, code in one.names:
            yield Requirement(
                LANGUAGE, code, _level(demand, either=one.either), start, end,
                text.text[start:end], min(demand.confidence, one.confidence), one.working,
            )  # fmt: skip


def _level(demand: Demand, *, either: bool) -> Level:
    if demand.meant == "nice":
        return "nice"
    return "either" if either else "must"


def required(found: Iterable[Requirement], kind: str) -> list[str]:
    """Return the codes of a kind ("licence", "language") that are a must, in order."""
    return sorted(one.code for one in found if one.kind == kind and one.level == "must")


def working_language(found: Iterable[Requirement], written: str) -> str:
    """Return the language that is likely spoken at work, or "" when several would do.

    The one the text names as such; else the one it is written in, unless it says that this is
    one of several that will do.
    """
    spoken_there = [one for one in found if one.kind == LANGUAGE]
    named = [one.code for one in spoken_there if one.working and one.level == "must"]
    if named:
        return named[0]
    several = {one.code for one in spoken_there if one.level == "either"}
    return "" if written in several else written


def licence_codes() -> frozenset[str]:
    """Return the codes of licences that can be found."""
    return licences.CODES
