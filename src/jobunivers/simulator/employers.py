# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Invented employers: names by grammar, and CVR numbers that can belong to nobody."""

import random
from dataclasses import dataclass

from jobunivers.simulator.words import Sector, names
from jobunivers.simulator.world import Place, World

CVR_WEIGHTS = (2, 7, 6, 5, 4, 3, 2, 1)  # the modulus-11 check of the Danish business register
_COMPANY_FORMS = frozenset({"A/S", "ApS", "I/S"})
# Kommuner whose official name is not "<name> Kommune".
_KOMMUNE_NAMES = {
    "København": "Københavns Kommune",
    "Bornholm": "Bornholms Regionskommune",
    "Vesthimmerland": "Vesthimmerlands Kommune",
}


@dataclass(frozen=True, slots=True)
class Employer:
    """Who advertises. A public employer has a real name and an invented number."""

    name: str
    short: str  # without the company form, as people say it
    cvr: str
    stem: str  # the invented place name that its workplaces are called after
    public: bool


def passes_modulus(cvr: str) -> bool:
    """Return whether eight digits could be a real CVR number."""
    return sum(int(d) * w for d, w in zip(cvr, CVR_WEIGHTS, strict=True)) % 11 == 0


def invented_cvr(rng: random.Random) -> str:
    """Return eight digits that fail the modulus check, so that no company has them."""
    cvr = str(rng.randrange(10_000_000, 99_999_999))
    if passes_modulus(cvr):
        return cvr[:-1] + str((int(cvr[-1]) + 1) % 10)
    return cvr


def kommune_name(place: Place) -> str:
    """Return what the kommune calls itself."""
    return _KOMMUNE_NAMES.get(place.municipality, f"{place.municipality} Kommune")


def stem(rng: random.Random) -> str:
    """Return an invented place name such as "Regnspovetoft"."""
    words = names()
    first = words.stem_first[int(rng.random() * len(words.stem_first))]
    last = words.stem_last[int(rng.random() * len(words.stem_last))]
    return first + last


def invented_name(rng: random.Random, sector: Sector, root: str = "") -> str:
    """Return the name of a private employer of the sector; `root` is its invented place name."""
    surnames = rng.sample(names().firm_surname, 2)
    pattern = sector.names[int(rng.random() * len(sector.names))]
    return pattern.format(stem=root or stem(rng), surname=surnames[0], surname2=surnames[1])


class Employers:
    """The employers of a world, invented when first needed and met again later."""

    def __init__(self, rng: random.Random, world: World) -> None:
        self._rng = rng
        self._per_thousand = world.employers_per_thousand
        self._known: dict[tuple[str, str, int], Employer] = {}
        self._public_cvr: dict[str, str] = {}

    def one(self, sector: Sector, place: Place, people: float, *, public: bool) -> Employer:
        """Return an employer of this sector in this kommune of `people` thousand."""
        slots = 2 + int(people * self._per_thousand)
        draw = int(self._rng.random() * slots)
        key = (sector.key + "+" * public, place.municipality_code, draw)
        found = self._known.get(key)
        if found is None:
            found = self._public(sector, place) if public else self._private(sector)
            self._known[key] = found
        return found

    def _public(self, sector: Sector, place: Place) -> Employer:
        name = f"Region {place.region}" if sector.owner == "region" else kommune_name(place)
        if name not in self._public_cvr:
            self._public_cvr[name] = invented_cvr(self._rng)
        return Employer(name, name, self._public_cvr[name], stem(self._rng), public=True)

    def _private(self, sector: Sector) -> Employer:
        root = stem(self._rng)
        name = invented_name(self._rng, sector, root)
        words = name.split(" ")
        short = " ".join(words[:-1]) if words[-1] in _COMPANY_FORMS else name
        return Employer(name, short, invented_cvr(self._rng), root, public=False)
