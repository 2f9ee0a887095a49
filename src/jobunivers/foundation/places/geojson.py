# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The kommuner as one small GeoJSON for the map, the same bytes until the places change."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

import orjson

from jobunivers.foundation.places.models import KommuneArea

# Three decimals are about 100 m by 60 m: a pixel on a map of the whole country. Rounding, unlike
# a simplification of each kommune by itself, moves a shared border the same way for both sides.
DECIMALS = 3
SMALLEST_RING = 4  # three corners, and the first again

Ring = list[list[float]]


@dataclass(frozen=True, slots=True)
class MapLayer:
    """GeoJSON as bytes, and a strong etag in quotation marks."""

    body: bytes
    etag: str


def layer_of(areas: Iterable[KommuneArea]) -> MapLayer:
    """Return one feature for each kommune: its polygons, or its point where there are none."""
    features = [
        {
            "type": "Feature",
            "id": int(area.code),
            "properties": {
                "code": area.code,
                "name": area.name,
                "slug": area.slug,
                "region": area.region.code,
            },
            "geometry": _geometry(area),
        }
        for area in areas
    ]
    body = orjson.dumps({"type": "FeatureCollection", "features": features})
    digest = hashlib.sha256(body).hexdigest()[:20]
    return MapLayer(body, f'"{digest}"')


def _geometry(area: KommuneArea) -> dict[str, object]:
    polygons = [kept for polygon in area.polygons if (kept := _rounded(polygon))]
    if polygons:
        return {"type": "MultiPolygon", "coordinates": polygons}
    return {"type": "Point", "coordinates": [area.lon, area.lat]}


def _rounded(polygon: list[Ring]) -> list[Ring]:
    """Return the polygon with round numbers; nothing when its outer ring has shrunk to a line."""
    rings = [_rounded_ring(ring) for ring in polygon]
    if not rings or len(rings[0]) < SMALLEST_RING:
        return []
    return [ring for ring in rings if len(ring) >= SMALLEST_RING]


def _rounded_ring(ring: Ring) -> Ring:
    points: Ring = []
    for lon, lat in ring:
        point = [round(lon, DECIMALS), round(lat, DECIMALS)]
        if not points or points[-1] != point:
            points.append(point)
    return points
