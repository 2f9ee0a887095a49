# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What people are called: by generation, sex and origin. Lists and shares: texts/people.toml."""

import random
import tomllib
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from jobunivers.simulator import words
from jobunivers.simulator.world import Weighted

Sex = Literal["woman", "man"]
DANISH = "danish"
_MIDDLE_SHARE = 0.2
_MADE_SHARE = 0.45  # of the surnames below the top: farms and places put together


@dataclass(frozen=True, slots=True)
class Name:
    """A name, and what it was drawn from: never to be read by anything that ranks."""

    first: str
    last: str
    sex: Sex
    origin: str  # "danish" or a key of texts/names.toml
    tongues: tuple[str, ...]  # mother tongue first


@dataclass(frozen=True)
class Lists:
    """All that names and streets are made of."""

    starts: tuple[int, ...]  # first birth years of the generations
    first: Mapping[Sex, tuple[tuple[str, ...], ...]]
    top: Weighted[str]
    top_share: float
    usual: tuple[str, ...]
    farm_first: tuple[str, ...]
    farm_last: tuple[str, ...]
    street_fixed: tuple[str, ...]
    street_first: tuple[str, ...]
    street_last: tuple[str, ...]


@cache
def lists() -> Lists:
    """Return the lists, read once."""
    raw = tomllib.loads((words.TEXTS / "people.toml").read_text(encoding="utf-8"))
    shares: Mapping[str, float] = raw["surnames"]
    women, men = raw["first"]["women"], raw["first"]["men"]
    tail, streets = raw["tail"], raw["streets"]
    return Lists(
        starts=tuple(int(year) for year in women),
        first={
            "woman": tuple(tuple(text.split()) for text in women.values()),
            "man": tuple(tuple(text.split()) for text in men.values()),
        },
        top=Weighted(tuple(shares), tuple(shares.values())),
        top_share=sum(shares.values()) / 100,
        usual=tuple(tail["usual"].split()),
        farm_first=tuple(tail["first"].split()),
        farm_last=tuple(tail["last"].split()),
        street_fixed=tuple(streets["fixed"].split()),
        street_first=tuple(streets["first"].split()),
        street_last=tuple(streets["last"].split()),
    )


def one(rng: random.Random, items: tuple[str, ...]) -> str:
    """Return one of the items."""
    return items[int(rng.random() * len(items))]


def draw(rng: random.Random, birth_year: int) -> Name:
    """Return a name that suits somebody born that year."""
    sex: Sex = "woman" if rng.random() < 0.5 else "man"
    known = words.names()
    chance = rng.random()
    for origin, weight in known.minority_weights.items():
        chance -= weight
        if chance < 0:
            group = known.minorities[origin]
            first = one(rng, tuple(group["women" if sex == "woman" else "men"]))
            tongues = (*group["language"], "dansk", "engelsk")
            return Name(first, one(rng, tuple(group["last"])), sex, origin, tongues)
    found = lists()
    generation = max(0, bisect_right(found.starts, birth_year) - 1)
    first = one(rng, found.first[sex][generation])
    if rng.random() < 0.06:
        first = f"{first} {one(rng, found.first[sex][generation])}"
    tongues = ("dansk", "engelsk") if rng.random() < 0.88 else ("dansk",)
    if rng.random() < 0.2:
        tongues = (*tongues, "tysk")
    return Name(first, _danish_surname(rng, found), sex, DANISH, tongues)


def _danish_surname(rng: random.Random, found: Lists) -> str:
    if rng.random() >= found.top_share:
        return _rarer(rng, found)
    last = found.top.one(rng)
    return f"{_rarer(rng, found)} {last}" if rng.random() < _MIDDLE_SHARE else last


def _rarer(rng: random.Random, found: Lists) -> str:
    if rng.random() < _MADE_SHARE:
        first, last = one(rng, found.farm_first), one(rng, found.farm_last)
        return first + (last[1:] if first[-1] == last[0] else last)
    return one(rng, found.usual)


def street(rng: random.Random) -> str:
    """Return a street name put together of usual parts, or one that most towns have."""
    found = lists()
    if rng.random() < 0.25:
        return one(rng, found.street_fixed)
    first, last = one(rng, found.street_first), one(rng, found.street_last)
    return f"{first} Allé" if last == "allé" else first + last
