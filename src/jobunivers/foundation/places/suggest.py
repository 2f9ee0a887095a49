# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Places to choose from while somebody types: towns, postcodes, kommuner, regions."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from jobunivers.foundation.places import names
from jobunivers.foundation.places.locator import Locator, PostcodePlace
from jobunivers.foundation.text import danish_sort_key, fold

Kind = Literal["town", "postcode", "kommune", "region"]

SMALL_PART = 4
_ORDER: dict[str, int] = {"town": 0, "kommune": 1, "region": 2, "postcode": 3}


@dataclass(frozen=True, slots=True)
class Place:
    """A place that can be searched in; `key` stands in addresses and finds it again."""

    key: str  # "by:aarhus-c:0751", "postnr:8000", "kommune:0751", "region:1082"
    kind: Kind
    name: str  # "Aarhus C", "8000 Aarhus C", "Aarhus", "Midtjylland"
    within: str  # the kommune or region around it; empty for a region
    kommune_codes: tuple[str, ...]
    lat: float | None
    lon: float | None


@dataclass(frozen=True, slots=True)
class PlaceFinder:
    """All places, and the beginnings of their words in sorted order."""

    by_key: dict[str, Place]
    beginnings: tuple[tuple[str, int, str, str], ...]  # words, rank, sort key, place's key

    @classmethod
    def of(cls, locator: Locator) -> "PlaceFinder":
        """Prepare everything the locator knows."""
        places = [*_towns(locator), *_postcodes(locator), *_kommuner(locator), *_regions(locator)]
        beginnings = []
        for place in places:
            words = fold(place.name).split()
            spellings = {" ".join(words), names.canonical(place.name)}
            for spelling in spellings:
                rank = _ORDER[place.kind]
                sort = danish_sort_key(place.name)
                beginnings.append((spelling, rank, sort, place.key))
            beginnings.extend(
                (
                    " ".join(words[i:]),
                    10 + _ORDER[place.kind],
                    danish_sort_key(place.name),
                    place.key,
                )
                for i in range(1, len(words))
            )
        return cls({place.key: place for place in places}, tuple(sorted(beginnings)))

    def suggest(self, text: str, limit: int) -> list[Place]:
        """Return places whose name, or a word of it, begins like this; towns first."""
        wanted = {fold(text), names.canonical(text)} - {""}
        hits: dict[str, tuple[bool, int, str]] = {}
        for words in wanted:
            for spelling, rank, sort, key in self._beginning(words):
                score = (spelling != words, rank, sort)
                hits[key] = min(hits.get(key, score), score)
        best = sorted(hits, key=lambda key: (hits[key], key))
        return [self.by_key[key] for key in best[: max(limit, 0)]]

    def _beginning(self, words: str) -> Iterator[tuple[str, int, str, str]]:
        start = bisect_left(self.beginnings, (words,))
        for number in range(start, len(self.beginnings)):
            if not self.beginnings[number][0].startswith(words):
                return
            yield self.beginnings[number]


def _slug(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", fold(name)).strip("-")


def _towns(locator: Locator) -> Iterator[Place]:
    towns: dict[tuple[str, str], list[PostcodePlace]] = {}
    for post in locator.postcodes.values():
        towns.setdefault((post.city, post.kommune_code), []).append(post)
        base, _, district = post.city.rpartition(" ")
        if base and fold(district) in names.DISTRICTS - {"f", "m", "sjaelland"}:
            # "København" is no postal town, but everybody types it.
            towns.setdefault((base, post.kommune_code), []).append(post)
    sizes: dict[str, int] = {}
    for (city, _kommune), posts in towns.items():
        sizes[city] = max(sizes.get(city, 0), len(posts))
    for (city, kommune), posts in towns.items():
        # A few of a big town's postcodes may lie across a kommune border: no town of their own.
        if len(posts) * SMALL_PART < sizes[city]:
            continue
        codes = sorted({post.kommune_code for post in posts})
        within = locator.kommuner[kommune].name if kommune in locator.kommuner else ""
        yield Place(
            f"by:{_slug(city)}:{kommune}",
            "town",
            city,
            within,
            tuple(codes),
            sum(post.lat for post in posts) / len(posts),
            sum(post.lon for post in posts) / len(posts),
        )


def _postcodes(locator: Locator) -> Iterator[Place]:
    for post in locator.postcodes.values():
        kommune = locator.kommuner.get(post.kommune_code)
        yield Place(
            f"postnr:{post.code}",
            "postcode",
            f"{post.code} {post.city}",
            kommune.name if kommune else "",
            (post.kommune_code,),
            post.lat,
            post.lon,
        )


def _kommuner(locator: Locator) -> Iterator[Place]:
    for kommune in locator.kommuner.values():
        within = locator.regions.get(kommune.region_code, "")
        code = (kommune.code,)
        yield Place(
            f"kommune:{kommune.code}",
            "kommune",
            kommune.name,
            within,
            code,
            kommune.lat,
            kommune.lon,
        )


def _regions(locator: Locator) -> Iterator[Place]:
    for code, name in locator.regions.items():
        inside = [k.code for k in locator.kommuner.values() if k.region_code == code]
        yield Place(f"region:{code}", "region", name, "", tuple(sorted(inside)), None, None)
