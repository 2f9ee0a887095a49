# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What others may ask of the map; all answers come from the process's own memory."""

from jobunivers.foundation.places import cache
from jobunivers.foundation.places.geojson import MapLayer
from jobunivers.foundation.places.locator import KommunePlace, Located, PostcodePlace
from jobunivers.foundation.places.suggest import Place
from jobunivers.foundation.text import danish_sort_key

__all__ = ["KommunePlace", "Located", "MapLayer", "Place", "PostcodePlace"]

# On every map and in every address register, but no kommune: the Ministry of Defence administers
# the islands (lov om Christiansø). Things may lie there; nobody runs a job centre.
CHRISTIANSOE = "0411"


def locate(
    *,
    postal_code: str = "",
    city: str = "",
    municipality: str = "",
    region: str = "",
    lat: float | None = None,
    lon: float | None = None,
    country: str = "",
) -> Located:
    """Return where this is, from whatever the source says; unknown is said as unknown.

    Words may be messy ("8000 Århus C", "DK-8000", "Kbh. Ø", "Aarhus Kommune"); coordinates are
    WGS84 degrees. `precision` "abroad" means that the place is certainly not in Denmark.
    """
    return cache.locator.get().locate(
        postal_code=postal_code,
        city=city,
        municipality=municipality,
        region=region,
        lat=lat,
        lon=lon,
        country=country,
    )


def suggest_places(text: str, limit: int = 8) -> list[Place]:
    """Return the places that what was typed may mean: towns, kommuner, regions, postcodes."""
    return cache.finder.get().suggest(text, limit)


def place_by_key(key: str) -> Place | None:
    """Return the place that a suggestion's key names; None when there is no such place."""
    return cache.finder.get().by_key.get(key)


def kommuner() -> list[KommunePlace]:
    """Return the 98 kommuner in Danish order of their names."""
    known = cache.locator.get().kommuner.values()
    return sorted(
        (place for place in known if place.code != CHRISTIANSOE),
        key=lambda place: danish_sort_key(place.name),
    )


def kommune(code: str) -> KommunePlace | None:
    """Return the kommune with the four-digit code."""
    return cache.locator.get().kommuner.get(code)


def postcode(code: str) -> PostcodePlace | None:
    """Return the postcode with its town, point and kommune; None when there is no such postcode."""
    return cache.locator.get().postcodes.get(code)


def regions() -> list[tuple[str, str]]:
    """Return code and name of the regions in Danish order of their names."""
    return sorted(cache.locator.get().regions.items(), key=lambda pair: danish_sort_key(pair[1]))


def has_borders() -> bool:
    """Say whether the borders of the kommuner have been imported, so that the map shows them."""
    return b'"MultiPolygon"' in map_geojson().body


def map_geojson() -> MapLayer:
    """Return the kommuner for the map as GeoJSON bytes, with an etag that changes with them."""
    return cache.layer.get()
