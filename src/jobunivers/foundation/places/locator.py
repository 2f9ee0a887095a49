# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""From whatever a source says of a place to a kommune and a point; unknown is said, not guessed."""

import math
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from jobunivers.foundation.places import names
from jobunivers.foundation.text import fold
from jobunivers.integrations.taxonomy.shapes import Shape

Precision = Literal[
    "point", "postcode", "city", "kommune", "region", "country", "abroad", "unknown"
]

# The polygons are simplified: quays, bridges and beaches may lie this far outside.
SHORE_KM = 3.0
# Without polygons the nearest postal point decides. Rural postal areas are about this wide.
NEAREST_KM = 8.0
# Two sources for one place further apart than this contradict each other.
CONTRADICTION_KM = 25.0
# A name belongs to a kommune when nearly all its postcodes do: Frederiksberg C reaches a little
# into Copenhagen.
CLEARLY = 0.8
SHORTEST_LOOSE = 4

SOUTH, NORTH, WEST, EAST = 54.4, 57.9, 7.9, 15.4  # the box around Denmark's land, degrees
_FOUR_DIGITS = re.compile(r"(?<!\d)(\d{4})(?!\d)")
_DANISH_CODE = re.compile(r"\bDK\s*[-–]?\s*(?=\d{3,4}\b)", re.IGNORECASE)
_FOREIGN_CODE = re.compile(r"^\s*([A-Z]{1,2})\s*[-–]\s*\d", re.IGNORECASE)
_FIVE_DIGITS = re.compile(r"^\s*(\d{5}|\d{3}\s\d{2})\s*$")
_CAR_SIGNS = {"S": "SE", "N": "NO", "D": "DE", "F": "FR", "A": "AT", "B": "BE", "I": "IT"}
_BETWEEN_PLACES = re.compile(r"\s*(?:[,;/|()]|\s(?:eller|og|samt|or|and|-|–)\s)\s*")


@dataclass(frozen=True, slots=True)
class Located:
    """Where something is, how exactly, and which of the source's words told so.

    `kommune_code` is empty unless the kommune is known. `precision` "country": somewhere in
    Denmark; "abroad": certainly not in Denmark. `lat`, `lon` are WGS84 degrees.
    """

    kommune_code: str = ""
    lat: float | None = None
    lon: float | None = None
    precision: Precision = "unknown"
    how: str = "nothing"
    country: str = ""  # ISO 3166-1 alpha-2 where known
    region_code: str = ""
    postal_code: str = ""
    city: str = ""
    warnings: tuple[str, ...] = ()

    @property
    def known(self) -> bool:
        """Say whether the kommune is known."""
        return bool(self.kommune_code)

    def warned(self, *codes: str) -> "Located":
        """Return the same with further warnings."""
        return replace(self, warnings=(*self.warnings, *codes)) if codes else self


@dataclass(frozen=True, slots=True)
class KommunePlace:
    """A kommune as the locator knows it."""

    code: str
    name: str
    slug: str
    region_code: str
    lat: float
    lon: float


@dataclass(frozen=True, slots=True)
class PostcodePlace:
    """A postcode as the locator knows it."""

    code: str
    city: str
    lat: float
    lon: float
    kommune_code: str
    other_kommuner: tuple[str, ...] = ()


@dataclass(slots=True, eq=False)
class Locator:
    """Everything needed to locate, prepared once; about 20,000 numbers and 3,000 names."""

    kommuner: Mapping[str, KommunePlace]
    postcodes: Mapping[str, PostcodePlace]
    regions: Mapping[str, str]
    shapes: Mapping[str, Shape]
    _boxes: list[tuple[str, tuple[float, float, float, float]]] = field(init=False)
    _cities: dict[str, tuple[PostcodePlace, ...]] = field(init=False)
    _kommune_names: dict[str, str] = field(init=False)
    _loose: dict[str, str] = field(init=False)
    _points: NDArray[np.float64] = field(init=False)
    _codes: tuple[str, ...] = field(init=False)
    _by_words: Callable[[str, str, str, str], Located] = field(init=False)

    def __post_init__(self) -> None:
        """Prepare the indexes."""
        self._boxes = [(code, shape.box) for code, shape in self.shapes.items()]
        self._cities = _city_index(self.postcodes.values())
        self._kommune_names = {}
        for kommune in self.kommuner.values():
            name = names.canonical(kommune.name)
            for form in (name, name + "s", name.removesuffix("s")):
                self._kommune_names.setdefault(form, kommune.code)
        self._loose = _loose_index([*self._cities, *self._kommune_names])
        codes = [post.kommune_code for post in self.postcodes.values()]
        points = [(post.lat, post.lon) for post in self.postcodes.values()]
        codes += [kommune.code for kommune in self.kommuner.values()]
        points += [(kommune.lat, kommune.lon) for kommune in self.kommuner.values()]
        self._codes = (*codes, *("" for _ in names.ACROSS_THE_BORDER))
        self._points = np.array([*points, *names.ACROSS_THE_BORDER]).reshape(-1, 2)
        self._by_words = lru_cache(maxsize=20_000)(self._by_words_uncached)

    def locate(
        self,
        *,
        postal_code: str = "",
        city: str = "",
        municipality: str = "",
        region: str = "",
        lat: float | None = None,
        lon: float | None = None,
        country: str = "",
    ) -> Located:
        """Return where this is; see `Located`. Words and coordinates must not contradict."""
        land = names.country_code(country)
        if land not in {"", "DK"}:
            return Located(precision="abroad", how="country", country=land)
        said = self._by_words(postal_code, city, municipality, region)
        if lat is not None and lon is not None:
            said = self._with_point(said, lat, lon, at_home=land == "DK")
        if said.precision == "unknown" and land == "DK":
            return replace(said, precision="country", how="country", country="DK")
        return said

    def kommune_at(self, lat: float, lon: float) -> str:
        """Return the code of the kommune that the point lies in, or nothing."""
        if self.shapes:
            return self._by_polygon(lat, lon)
        return self._by_nearest(lat, lon)

    def _by_polygon(self, lat: float, lon: float) -> str:
        margin = 0.06  # degrees; more than SHORE_KM in both directions
        near = []
        for code, (west, south, east, north) in self._boxes:
            if west <= lon <= east and south <= lat <= north:
                if self.shapes[code].contains(lat, lon):
                    return code
                near.append(code)
            elif west - margin <= lon <= east + margin and south - margin <= lat <= north + margin:
                near.append(code)
        distances = [(self.shapes[code].nearest(lat, lon)[0], code) for code in near]
        distance, code = min(distances, default=(math.inf, ""))
        return code if distance <= SHORE_KM else ""

    def _by_nearest(self, lat: float, lon: float) -> str:
        if not len(self._points):
            return ""
        shrink = math.cos(math.radians(lat))
        north, east = (self._points - [lat, lon]).T * 111.2
        distances = np.hypot(north, east * shrink)
        best = int(distances.argmin())
        return self._codes[best] if distances[best] <= NEAREST_KM else ""

    def _with_point(self, said: Located, lat: float, lon: float, *, at_home: bool) -> Located:
        """Return what the words and the point say together."""
        if not _usable(lat, lon):
            return said.warned("coordinates_unusable")
        how = "coordinates"
        if WEST <= lat <= EAST and SOUTH <= lon <= NORTH:
            lat, lon, how = lon, lat, "coordinates_swapped"
        code = self.kommune_at(lat, lon)
        if not code:
            return self._outside(said, lat, lon)
        if said.precision == "abroad" and not at_home:
            return Located(how="contradiction", warnings=("coordinates_disagree",))
        if said.known and said.kommune_code != code and _km(said, lat, lon) > CONTRADICTION_KM:
            return said.warned("coordinates_disagree")
        place = Located(code, lat, lon, "point", how, "DK", self.kommuner[code].region_code)
        return replace(place, postal_code=said.postal_code, city=said.city, warnings=said.warnings)

    def _outside(self, said: Located, lat: float, lon: float) -> Located:
        if said.known:
            return said.warned("coordinates_outside")
        if said.precision != "unknown":
            return said
        if SOUTH <= lat <= NORTH and WEST <= lon <= EAST:
            return replace(said, how="coordinates_outside")
        return Located(precision="abroad", how="coordinates")

    def _by_words_uncached(
        self, postal_code: str, city: str, municipality: str, region: str
    ) -> Located:
        """Return what the words say, the most exact first."""
        kommune = self._kommune(municipality)
        code, town = self._split(postal_code, city)
        place = self._by_city(town, kommune) if town else Located()
        if not place.known and (abroad := self._abroad(postal_code, town)):
            return abroad
        if code in self.postcodes:
            return self._by_code(self.postcodes[code], place, kommune)
        warnings = ("postcode_unknown",) if code else ()
        if place.known:
            return place.warned(*warnings)
        if kommune:
            return self._at_kommune(kommune, "municipality").warned(*warnings)
        for words in (town, municipality, region):
            if found := self._wide(words):
                return found.warned(*warnings)
        return place.warned(*warnings)

    def _split(self, postal_code: str, city: str) -> tuple[str, str]:
        """Return the four digits and the name, wherever the two were written."""
        written = _DANISH_CODE.sub("", postal_code).strip()
        town = _DANISH_CODE.sub("", city).strip()
        digits = _FOUR_DIGITS.findall(written)
        if not digits and written.isdecimal() and len(written) == len("999"):
            digits = ["0" + written]  # a spreadsheet ate the zero of 0999
        inside = [found for found in _FOUR_DIGITS.findall(town) if found in self.postcodes]
        if inside:
            # What stands after the code is the town; before it stands the street.
            before, after = town.rsplit(inside[-1], 1)
            town = after.strip(" ,-–") or before.strip(" ,-–")
        if not town and digits:
            town = _FOUR_DIGITS.sub("", written).strip(" ,-–")
        elif not town and not digits:
            town = "" if any(c.isdigit() for c in written) else written
        return (digits or inside or [""])[-1], town

    def _abroad(self, postal_code: str, town: str) -> Located | None:
        """Return that the words name a place abroad, if they do."""
        for part in (town, *_BETWEEN_PLACES.split(town)):
            name = names.canonical(part)
            # Two letters are a country only in a field for countries: "se" is a word.
            land = names.CITIES.get(name) or names.COUNTRIES.get(name)
            if land:
                return Located(precision="abroad", how="city", country=land)
        if sign := _FOREIGN_CODE.match(postal_code):
            letters = sign[1].upper()
            land = _CAR_SIGNS.get(letters, letters)
            if land != "DK" and land.lower() in names.ISO_CODES:
                return Located(precision="abroad", how="postcode", country=land)
        if _FIVE_DIGITS.match(postal_code):
            return Located(precision="abroad", how="postcode")
        return None

    def _by_code(self, post: PostcodePlace, place: Located, kommune: str) -> Located:
        code = kommune if kommune in post.other_kommuner else post.kommune_code
        found = self._at(code, post.lat, post.lon, "postcode", "postcode")
        found = replace(found, postal_code=post.code, city=post.city)
        near = {post.kommune_code, *post.other_kommuner}
        warnings = []
        if place.known and place.kommune_code not in near:
            warnings.append("city_disagrees")
        if kommune and kommune not in near:
            warnings.append("municipality_disagrees")
        return found.warned(*warnings)

    def _by_city(self, town: str, kommune: str) -> Located:
        """Return the one place that the name, or one of its parts, means."""
        whole = self._named(town, kommune)
        if whole.known or whole.how == "ambiguous":
            return whole
        parts = [part for part in _BETWEEN_PLACES.split(town) if part]
        found = [place for part in parts if (place := self._named(part, kommune)).known]
        if not found:
            return whole
        if len({place.kommune_code for place in found}) > 1:
            return Located(how="several_places", country="DK")
        return found[0]

    def _named(self, town: str, kommune: str) -> Located:
        name = names.canonical(town)
        if name not in self._cities and name not in self._kommune_names:
            name = self._loose.get(names.loose(name), name)
        posts = self._cities.get(name, ())
        if kommune:
            posts = (
                tuple(p for p in posts if kommune in (p.kommune_code, *p.other_kommuner)) or posts
            )
        if not posts:
            code = self._kommune_names.get(name, "")
            return self._at_kommune(code, "city") if code else Located(how="unknown_city")
        shares = Counter(post.kommune_code for post in posts)
        code, count = min(shares.items(), key=lambda item: (-item[1], item[0]))
        if kommune in shares:
            code = kommune
        elif count < CLEARLY * len(posts):
            return Located(how="ambiguous", country="DK")
        here = [post for post in posts if post.kommune_code == code] or list(posts)
        lat = sum(post.lat for post in here) / len(here)
        lon = sum(post.lon for post in here) / len(here)
        only = here[0].code if len(posts) == 1 else ""
        found = self._at(code, lat, lon, "city", "city")
        return replace(found, city=here[0].city if only else town.strip(), postal_code=only)

    def _kommune(self, municipality: str) -> str:
        """Return the code of the kommune written as a code or as a name."""
        written = municipality.strip()
        if written.isdecimal() and written.zfill(4) in self.kommuner:
            return written.zfill(4)
        name = names.canonical(written)
        return self._kommune_names.get(name) or self._kommune_names.get(
            self._loose.get(names.loose(name), ""), ""
        )

    def _wide(self, words: str) -> Located | None:
        """Return the region or the country that the words name."""
        name = fold(words).removeprefix("region ").removesuffix(" region")
        code = names.REGION_NAMES.get(name, "")
        if code in self.regions:
            return Located(precision="region", how="region", country="DK", region_code=code)
        if name in names.DENMARK:
            return Located(precision="country", how="country", country="DK")
        return None

    def _at_kommune(self, code: str, how: str) -> Located:
        kommune = self.kommuner[code]
        return self._at(code, kommune.lat, kommune.lon, "kommune", how)

    def _at(self, code: str, lat: float, lon: float, precision: Precision, how: str) -> Located:
        kommune = self.kommuner.get(code)
        region = kommune.region_code if kommune else ""
        return Located(code, lat, lon, precision, how, "DK", region)


def _usable(lat: float, lon: float) -> bool:
    """Return whether the numbers can be a place at all; 0, 0 is what empty fields become."""
    if not (math.isfinite(lat) and math.isfinite(lon)) or (lat == 0 and lon == 0):
        return False
    furthest_north, furthest_east = 90, 180
    return abs(lat) <= furthest_north and abs(lon) <= furthest_east


def _km(place: Located, lat: float, lon: float) -> float:
    north = (lat - (place.lat or 0.0)) * 111.2
    east = (lon - (place.lon or 0.0)) * 111.2 * math.cos(math.radians(lat))
    return math.hypot(north, east)


def _city_index(postcodes: Iterable[PostcodePlace]) -> dict[str, tuple[PostcodePlace, ...]]:
    """Return canonical town → its postcodes; a town of several districts also by its bare name."""
    found: dict[str, list[PostcodePlace]] = {}
    bare: dict[str, list[PostcodePlace]] = {}
    for post in postcodes:
        name = names.canonical(post.city)
        found.setdefault(name, []).append(post)
        town, _, district = name.rpartition(" ")
        if town and district in names.DISTRICTS:
            bare.setdefault(town, []).append(post)
    merged = {**bare, **found}
    return {name: tuple(posts) for name, posts in merged.items()}


def _loose_index(known: Iterable[str]) -> dict[str, str]:
    """Return plain spelling → canonical name, where only one name is spelt so."""
    found: dict[str, set[str]] = {}
    for name in known:
        plain = names.loose(name)
        if len(plain) >= SHORTEST_LOOSE:
            found.setdefault(plain, set()).add(name)
    return {plain: same.pop() for plain, same in found.items() if len(same) == 1}
