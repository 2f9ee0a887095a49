# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What people type in the search box, for benchmarks: words, slips of the finger, places."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jobunivers.simulator import noise, words
from jobunivers.simulator.words import Occupation
from jobunivers.simulator.world import Place, Weighted, all_places

# What people call work when they do not know its title.
EVERYDAY = (
    "rengøring", "lager", "sosu", "butik", "chauffør", "kontor", "køkken", "fabrik", "ufaglært",
    "fritidsjob", "deltid", "hjemmearbejde", "børnehave", "plejehjem", "it", "regnskab", "salg",
    "håndværker", "natarbejde", "weekend", "aftenjob", "elev", "studiejob", "vikar", "truck",
    "engelsk", "warehouse", "cleaning", "job uden uddannelse", "arbejde med dyr", "udendørs",
    "flexjob", "barselsvikariat", "pædagog vikar", "kundeservice hjemmefra", "skole", "sygehus",
)  # fmt: skip
RADII_KM = (5, 10, 15, 20, 30, 50, 100)
_FOLDED = (("æ", "ae"), ("ø", "oe"), ("å", "aa"))


@dataclass(frozen=True, slots=True)
class Search:
    """One search. Empty words or place means that the box was left empty."""

    words: str
    place: str  # town or postal code as typed
    radius_km: int | None


def searches(
    rng: random.Random,
    n: int,
    *,
    places: Sequence[Place] | None = None,
    occupations: Sequence[Occupation] | None = None,
) -> Iterator[Search]:
    """Yield `n` searches, the same for the same `rng` state."""
    there = places or all_places()
    towns = Weighted(there, [place.weight for place in there])
    trades = occupations or words.occupations()
    trade = Weighted(trades, [one.weight for one in trades])
    for _ in range(n):
        draw = rng.random()
        typed = "" if draw < 0.12 else _typed(rng, trade.one(rng))
        placed = draw < 0.12 or rng.random() < 0.55
        place = _place(rng, towns.one(rng)) if placed else ""
        radius = rng.choice(RADII_KM) if placed and rng.random() < 0.8 else None
        yield Search(typed, place, radius)


def _typed(rng: random.Random, trade: Occupation) -> str:
    draw = rng.random()
    if draw < 0.3:
        text = rng.choice(EVERYDAY)
    elif draw < 0.7:
        text = rng.choice((trade.da, trade.plural, *trade.nicknames))
    elif draw < 0.85:
        text = rng.choice(trade.skills)
    elif draw < 0.95:
        text = f"{trade.da} {rng.choice(('deltid', 'aften', 'vikar', 'fuldtid', 'elev'))}"
    else:
        # Typed half, as when suggestions are asked for.
        text = trade.da[: max(2, len(trade.da) // 2)]
    return misspelt(rng, text) if rng.random() < 0.15 else text


def misspelt(rng: random.Random, text: str) -> str:
    """Return the text with one slip: a letter lost, doubled or swapped, or foreign keys."""
    if len(text) < 4:
        return text
    at = rng.randrange(1, len(text) - 1)
    kind = rng.randrange(4)
    if kind == 0:
        return text[:at] + text[at + 1 :]
    if kind == 1:
        return text[:at] + text[at] + text[at:]
    if kind == 2:
        return text[:at] + text[at + 1] + text[at] + text[at + 2 :]
    for letter, keys in _FOLDED:
        text = text.replace(letter, keys)
    return text


def _place(rng: random.Random, place: Place) -> str:
    draw = rng.random()
    if draw < 0.3:
        return place.postal_code
    if draw < 0.4:
        return noise.town(place.city).lower()
    if draw < 0.5:
        return place.municipality
    return noise.town(place.city)
