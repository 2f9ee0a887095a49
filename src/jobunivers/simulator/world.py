# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""How the simulated Denmark is set: its places, and the knobs that say how often things happen."""

import csv
import random
from bisect import bisect
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import accumulate
from typing import Generic, Literal, TypeVar

from jobunivers.simulator.words import TEXTS

Thing = TypeVar("Thing")
Body = Literal["full", "short"]


@dataclass(frozen=True, slots=True)
class Place:
    """A postal district and the kommune most of it lies in."""

    postal_code: str
    city: str
    municipality_code: str  # four digits
    municipality: str
    region: str  # "Midtjylland", without the word Region
    weight: float  # thousand people, roughly


# What each region advertises more or less of than the country (1.0). Assumptions, after the
# industry mix that everyone knows: offices and software in the capital, industry and
# farms in Jutland.
REGION_TILT: Mapping[str, Mapping[str, float]] = {
    "Hovedstaden": {"digital": 1.7, "business": 1.5, "hospitality": 1.25, "industry": 0.45,
                    "land": 0.25, "logistics": 0.9},
    "Sjælland": {"digital": 0.5, "business": 0.7, "building": 1.2, "land": 1.3, "care": 1.15},
    "Syddanmark": {"industry": 1.5, "land": 1.4, "logistics": 1.25, "digital": 0.75},
    "Midtjylland": {"industry": 1.35, "land": 1.25, "digital": 0.95},
    "Nordjylland": {"industry": 1.4, "land": 1.6, "digital": 0.65, "business": 0.8},
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """Every knob of the simulated labour market; shares are 0 … 1. Sources: README.md."""

    body: Body = "full"
    english_share: float = 0.08
    duplicate_share: float = 0.03  # the same advertisement again, from another source
    repost_share: float = 0.02  # the same job advertised anew some weeks later
    expired_share: float = 0.08  # the deadline has passed
    messy_share: float = 0.03  # something is missing or wrong, as in real life
    temporary_share: float = 0.14
    no_deadline_share: float = 0.05
    salary_amount_share: float = 0.12
    region_tilt: Mapping[str, Mapping[str, float]] = field(default_factory=lambda: REGION_TILT)
    employers_per_thousand: float = 0.5  # per sector and thousand people in a kommune

    def __post_init__(self) -> None:
        shares = {
            name: getattr(self, name)
            for name in self.__dataclass_fields__
            if name.endswith("share")
        }
        for name, share in shares.items():
            if not 0 <= share <= 1:
                raise ValueError(f"{name} is {share}; a share lies between 0 and 1")


class Weighted(Generic[Thing]):
    """Draws things by their weights in logarithmic time."""

    def __init__(self, things: Sequence[Thing], weights: Sequence[float]) -> None:
        if not things or len(things) != len(weights):
            raise ValueError("as many weights as things, and at least one")
        self.things = tuple(things)
        self._sums = list(accumulate(weights))
        self._total = self._sums[-1]

    def one(self, rng: random.Random) -> Thing:
        """Return one thing."""
        found = bisect(self._sums, rng.random() * self._total)
        return self.things[min(found, len(self.things) - 1)]


@cache
def all_places() -> tuple[Place, ...]:
    """Return the places of all 98 kommuner, weighted by population."""
    with (TEXTS / "places.csv").open(encoding="utf-8", newline="") as file:
        return tuple(
            Place(
                row["postal_code"], row["city"], row["municipality_code"], row["municipality"],
                row["region"], float(row["weight"]),
            )
            for row in csv.DictReader(file)
        )  # fmt: skip


# Where the regions' larger hospitals are; a region advertises there and not in every village.
HOSPITAL_TOWNS = frozenset(
    {
        "København Ø", "Herlev", "Hvidovre", "Hillerød", "Glostrup", "Rønne", "Køge", "Roskilde",
        "Slagelse", "Holbæk", "Næstved", "Nykøbing F", "Odense C", "Esbjerg", "Kolding", "Vejle",
        "Aabenraa", "Sønderborg", "Svendborg", "Aarhus N", "Viborg", "Randers C", "Horsens",
        "Herning", "Silkeborg", "Aalborg", "Hjørring", "Thisted", "Frederikshavn",
    }
)  # fmt: skip


def hospital_places(places: Sequence[Place]) -> Mapping[str, Weighted[Place]]:
    """Return the places with a hospital among `places`, by region."""
    found: dict[str, list[Place]] = {}
    for place in places:
        if place.city in HOSPITAL_TOWNS:
            found.setdefault(place.region, []).append(place)
    return {
        region: Weighted(there, [place.weight for place in there])
        for region, there in found.items()
    }


def leaning_towards(shares: Mapping[str, float]) -> tuple[Place, ...]:
    """Return all places reweighted so that each kommune code in `shares` gets its share."""
    places = all_places()
    rest = 1 - sum(shares.values())
    totals = dict.fromkeys(shares, 0.0)
    others = 0.0
    for place in places:
        if place.municipality_code in totals:
            totals[place.municipality_code] += place.weight
        else:
            others += place.weight
    missing = [code for code, total in totals.items() if not total]
    if missing or rest < 0:
        raise ValueError(f"unknown kommuner {missing} or shares above one")
    return tuple(
        replace(place, weight=place.weight * shares[code] / totals[code])
        if (code := place.municipality_code) in shares
        else replace(place, weight=place.weight * rest / others)
        for place in places
    )
