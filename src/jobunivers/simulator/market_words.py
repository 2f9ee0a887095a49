# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the simulated market says of itself, read from texts/market: firms, solutions and content.

Knows nothing of Django: what an offer is made of, as words and numbers.
"""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from jobunivers.simulator.words import TEXTS

FOLDER = TEXTS / "market"
_LESSONS = ("applying", "talking", "working", "digital")
# A shelf's own category, where it is not called the same.
_CATEGORIES = {"samtalen": "samtale"}
_INVENTED_DA = "Opdigtet til demoen: stedet og menneskene findes ikke."
_INVENTED_EN = "Made up for the demo: the place and the people do not exist."


@dataclass(frozen=True, slots=True, kw_only=True)
class Firm:
    """A made-up firm."""

    key: str
    name: str
    cvr: str
    da: str
    en: str
    says: Mapping[str, str]  # statements, code → text


@dataclass(frozen=True, slots=True, kw_only=True)
class Goods:
    """An offer as the texts tell of it.

    Attributes:
        vendor: key of a firm; empty for content of the shared library or of a kommune.
        kommune: code of the kommune whose own it is; empty for what all share.
        in_days, clock: when an event begins, counted from the day it is loaded.
        skills: Danish labels of competences.
    """

    key: str
    kind: str
    da: str
    en: str
    sum_da: str
    sum_en: str
    way: str
    about_da: str = ""
    about_en: str = ""
    vendor: str = ""
    kommune: str = ""
    format: str = "virtual"
    level: str = "basic"
    languages: tuple[str, ...] = ("da",)
    minutes: int | None = None
    skills: tuple[str, ...] = ()
    shelves: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    kommuner: tuple[str, ...] = ()
    address: str = ""
    in_days: int | None = None
    clock: str = ""
    seats: int | None = None
    data: tuple[str, ...] = ()
    price: str = ""
    statements: Mapping[str, str] = field(default_factory=dict)
    steps: Sequence[Mapping[str, Any]] = ()


@dataclass(frozen=True, slots=True)
class Said:
    """What somebody may say of some offers, named by key, or of all of some kinds."""

    of: frozenset[str]
    kinds: frozenset[str]
    stars: int
    words: str


@cache
def firms() -> tuple[Firm, ...]:
    """Return the firms of the market."""
    read = _read("vendors")
    return tuple(
        Firm(
            key=one["key"],
            name=one["name"],
            cvr=one["cvr"],
            da=one["da"],
            en=one["en"],
            says=read["says"][one["says"]],
        )
        for one in read["vendor"]
    )


@cache
def goods() -> tuple[Goods, ...]:
    """Return everything there is to take: solutions of the market first, then content."""
    lessons = [one for name in _LESSONS for one in _read(f"lessons_{name}")["lesson"]]
    return (
        *(_solution(one) for one in _read("solutions")["offer"]),
        *(_content(one, "lesson") for one in lessons),
        *(_content(one, "article") for one in _read("articles")["article"]),
        *(_meeting(one) for one in _read("meeting")["meet"]),
    )


@cache
def sayings() -> tuple[Said, ...]:
    """Return what people may say of offers."""
    return tuple(
        Said(
            frozenset(one.get("of", ())),
            frozenset(one.get("kinds", ())),
            one["stars"],
            one["words"],
        )
        for one in _read("ratings")["said"]
    )


def _read(name: str) -> dict[str, Any]:
    with (FOLDER / f"{name}.toml").open("rb") as file:
        return tomllib.load(file)


def _common(told: Mapping[str, Any]) -> dict[str, Any]:
    """Return what all offers tell in the same words."""
    shelves = tuple(told["shelves"])
    named = [_CATEGORIES.get(shelf, shelf) for shelf in shelves]
    plain = ("key", "da", "en", "sum_da", "sum_en", "level", "minutes", "seats", "in_days", "clock")
    lists = ("languages", "skills", "kommuner", "data")
    return {
        **{name: told[name] for name in plain if name in told},
        **{name: tuple(told[name]) for name in lists if name in told},
        "shelves": shelves,
        "categories": tuple(dict.fromkeys([*named, *told.get("also", ())])),
    }


def _solution(told: Mapping[str, Any]) -> Goods:
    firm = next(one for one in firms() if one.key == told["vendor"])
    ai = {f"ai{end}": told[key] for end, key in (("", "ai_da"), ("_en", "ai_en")) if key in told}
    return Goods(
        **_common(told),
        kind=told["kind"],
        vendor=firm.key,
        about_da=told["about_da"],
        about_en=told["about_en"],
        way=told["way"],
        format=told.get("format", "virtual"),
        address=told.get("address", ""),
        price=told["price"],
        statements={**firm.says, **ai},
    )


def _content(told: Mapping[str, Any], kind: str) -> Goods:
    asked = [_question(one) for one in told.get("ask", ())]
    return Goods(
        **_common(told),
        kind=kind,
        way="own",
        steps=[*(_step(one) for one in told["steps"]), *asked],
    )


def _meeting(told: Mapping[str, Any]) -> Goods:
    return Goods(
        **_common(told),
        kind=told["kind"],
        kommune=told["kommune"],
        about_da=f"{told['about_da']}\n\n*{_INVENTED_DA}*",
        about_en=f"{told['about_en']}\n\n*{_INVENTED_EN}*",
        way="contact",
        format=told.get("format", "physical" if told["kommune"] else "mixed"),
        address=told.get("place", ""),
        kommuner=(told["kommune"],) if told["kommune"] else (),
    )


def _step(parts: Sequence[str]) -> dict[str, str]:
    title_da, title_en, text_da, text_en = parts
    return {"title_da": title_da, "title_en": title_en, "text_da": text_da, "text_en": text_en}


def _question(told: Mapping[str, Any]) -> dict[str, Any]:
    danish, english = told["q"]
    choices = [
        {"right": right, "da": da, "en": en, "say_da": say_da, "say_en": say_en}
        for right, da, en, say_da, say_en in told["a"]
    ]
    # The right answer stands first in the texts, but not always on the page.
    turn = len(danish) % len(choices)
    return {
        "question_da": danish,
        "question_en": english,
        "choices": [*choices[turn:], *choices[:turn]],
    }
