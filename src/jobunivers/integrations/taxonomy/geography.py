# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Regions, kommuner and postcodes of Denmark.

Read are: plain tables (`kommuner.csv`, `postnumre.csv`, `kommuner_simpl.geojson`) and what
Klimadatastyrelsen publishes: lists as JSON (`kommuner.json`, `postnumre.json`) and DAGI as GeoJSON
(`kommuner.geojson`, `postnumre.geojson`), with `kode`/`nr`, `navn` and `visueltcenter`.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, TypeVar

import orjson

from jobunivers.integrations.taxonomy.records import (
    BadRow,
    Geography,
    KommuneRecord,
    Parsed,
    Polygon,
    PostcodeRecord,
    RegionRecord,
)
from jobunivers.integrations.taxonomy.shapes import Shape
from jobunivers.integrations.taxonomy.tables import (
    BadCellError,
    MissingFileError,
    UnknownLayoutError,
    checksum_of,
    files_in,
    number,
    read_table,
    refuse_twice,
    require_columns,
    require_folder,
)

R = TypeVar("R", KommuneRecord, PostcodeRecord)

# Region codes of Danmarks Administrative Geografiske Inddeling (ISO 3166-2 has their last digits).
REGIONS = {
    "1081": "Nordjylland",
    "1082": "Midtjylland",
    "1083": "Syddanmark",
    "1084": "Hovedstaden",
    "1085": "Sjælland",
}
KOMMUNE_COLUMNS = (
    ("kode", "navn", "region", "lat", "lon"),
    ("code", "name", "region_code", "lat", "lon"),
)
POSTCODE_COLUMNS = (
    ("postnr", "by", "lat", "lon", "kommunekode"),
    ("postcode", "city", "lat", "lon", "kommune_code"),
)
# The box around Denmark and its part of the North Sea, degrees: postal areas reach out there.
# A point outside it is a slip of the pen.
SOUTH, NORTH, WEST, EAST = 54.4, 58.3, 3.2, 16.6

# The polygons are simplified: a point this near outside is on a quay or a beach, not at sea.
COAST_KM = 1.0

Fields = Mapping[str, Any]
Layouts = tuple[tuple[str, ...], ...]


def read_geography(folder: Path) -> Geography:
    """Read a folder of places; kommuner must be there, polygons and postcodes may.

    Raises:
        MissingFileError: no folder, or no kommuner in it.
        UnknownLayoutError: a file's columns are none that we know.
    """
    paths = files_in(require_folder(folder), lambda name: bool(_NAME.fullmatch(name)))
    kommuner = [path for path in paths if path.name.lower().startswith("kommuner")]
    if not kommuner:
        raise MissingFileError(f"{folder} holds no kommuner (kommuner.csv, .json or .geojson).")
    shapes = [path for path in kommuner if path.suffix.lower() == ".geojson"]
    lists = [path for path in kommuner if path not in shapes] or shapes
    postcodes = [path for path in paths if path not in kommuner]
    polygons, bad = _polygons(shapes)
    parsed = _read(lists[0], KOMMUNE_COLUMNS, lambda fields: _kommune(fields, polygons))
    land = {code: Shape.of(areas) for code, areas in polygons.items()}
    named = tuple(path.name for path in {*lists[:1], *shapes})
    return Geography(
        regions=_regions(parsed.records, lists[0]),
        kommuner=Parsed(
            parsed.records, parsed.bad + bad, parsed.read + len(bad), 0, tuple(sorted(named))
        ),
        postcodes=_read(postcodes[0], POSTCODE_COLUMNS, lambda fields: _postcode(fields, land))
        if postcodes
        else Parsed(),
        checksum=checksum_of(paths),
    )


_NAME = re.compile(r"(kommuner(_simpl)?|postnumre)\.(csv|json|geojson)")


def _regions(kommuner: tuple[KommuneRecord, ...], path: Path) -> Parsed[RegionRecord]:
    codes = dict.fromkeys(kommune.region_code for kommune in kommuner)
    records = tuple(RegionRecord(code, REGIONS[code]) for code in sorted(codes))
    return Parsed(records, (), len(records), 0, (path.name,))


def _read(path: Path, layouts: Layouts, read: Callable[[Fields], R]) -> Parsed[R]:
    """Read every row or feature, setting aside what cannot be read and codes that come twice."""
    records: dict[str, R] = {}
    rows, bad = _rows(path, layouts)
    total = len(bad)
    for line, fields in rows:
        total += 1
        try:
            record = read(fields)
            refuse_twice(record.code, records)
            records[record.code] = record
        except BadCellError as error:
            bad.append(BadRow(path.name, line, error.reason, str(error)))
    return Parsed(tuple(records.values()), tuple(bad), total, 0, (path.name,))


def _rows(path: Path, layouts: Layouts) -> tuple[list[tuple[int, Fields]], list[BadRow]]:
    """Return the rows of a table, or the members of a JSON list (line 0: JSON counts no lines)."""
    if path.suffix.lower() == ".csv":
        table = read_table(path)
        require_columns(table, layouts)
        return [(row.line, row.cells) for row in table.rows], list(table.bad)
    return [(0, fields) for fields in _members(path)], []


def _members(path: Path) -> Iterator[Fields]:
    """Yield the objects of a JSON list, or the properties of a GeoJSON collection's features.

    Raises:
        UnknownLayoutError: the file is neither.
    """
    content = _json(path)
    features = content.get("features") if isinstance(content, dict) else None
    members = features if isinstance(features, list) else content
    if not isinstance(members, list) or not all(isinstance(m, dict) for m in members):
        raise UnknownLayoutError(f"{path.name}: expected a JSON list or a GeoJSON collection.")
    for member in members:
        yield member.get("properties") or {} if features else member


def _json(path: Path) -> Any:
    try:
        return orjson.loads(path.read_bytes())
    except orjson.JSONDecodeError as error:
        raise UnknownLayoutError(f"{path.name} is not JSON: {error}.") from error


def _code(fields: Fields, *names: str) -> str:
    """Return four digits; spreadsheets eat the leading zero."""
    written = str(next((fields[name] for name in names if fields.get(name)), ""))
    if not re.fullmatch(r"\d{3,4}", written):
        raise BadCellError("bad_code", f"{names[0]} is {written!r}, not three or four digits.")
    return written.zfill(4)


def _points(fields: Fields) -> list[tuple[float, float]]:
    """Return the points (lat, lon) that a row offers, those outside Denmark left out.

    Raises:
        BadCellError: there is none in Denmark, or one is no number.
    """
    pairs: list[tuple[Any, Any]] = [
        (fields.get("lat"), fields.get("lon")),
        (fields.get("lat_poly"), fields.get("lon_poly")),
        (fields.get("visueltcenter_y"), fields.get("visueltcenter_x")),
        tuple(reversed((fields.get("visueltcenter") or (None, None))[:2])),
    ]
    points = [
        (number(str(lat), "lat"), number(str(lon), "lon"))
        for lat, lon in pairs
        if lat not in {None, ""} and lon not in {None, ""}
    ]
    at_home = [(y, x) for y, x in points if SOUTH <= y <= NORTH and WEST <= x <= EAST]
    if not at_home:
        raise BadCellError("point_abroad", f"No point in Denmark among {points}.")
    return at_home


def _land_point(points: list[tuple[float, float]], shape: Shape | None) -> tuple[float, float]:
    """Return the first point inside the kommune, else the nearest one moved to its coast.

    Postal areas reach into the sea, so one point in seven lies in the water, some far out.
    """
    if shape is None:
        return points[0]
    for lat, lon in points:
        if shape.contains(lat, lon):
            return lat, lon
    distance, lat, lon = min(shape.nearest(*point) for point in points)
    if distance > COAST_KM:
        return round(lat, 5), round(lon, 5)
    return min(points, key=lambda point: shape.nearest(*point)[0])


def _kommune(fields: Fields, polygons: Mapping[str, tuple[Polygon, ...]]) -> KommuneRecord:
    code = _code(fields, "kode", "code")
    # navn_dst is the name as Statistics Denmark and the kommune itself write it today.
    name = str(fields.get("navn_dst") or fields.get("navn") or fields.get("name") or "").strip()
    if not name:
        raise BadCellError("no_label", f"Kommune {code} has no name.")
    lat, lon = _points(fields)[0]
    return KommuneRecord(
        code=code,
        name=name,
        region_code=_region(fields),
        lat=lat,
        lon=lon,
        polygons=polygons.get(code, ()),
    )


def _region(fields: Fields) -> str:
    written = str(
        fields.get("regionskode") or fields.get("region_code") or fields.get("region") or ""
    )
    plain = written.removeprefix("Region ").strip()
    code = {name: code for code, name in REGIONS.items()}.get(plain, written.lstrip("0"))
    if code not in REGIONS:
        raise BadCellError("bad_region", f"The region {written!r} is not known.")
    return code


def _postcode(fields: Fields, shapes: Mapping[str, Shape]) -> PostcodeRecord:
    code = _code(fields, "postnr", "nr", "postcode")
    city = str(fields.get("by") or fields.get("navn") or fields.get("city") or "").strip()
    if not city:
        raise BadCellError("no_label", f"Postcode {code} has no name.")
    points = _points(fields)
    kommuner = [
        _code(k, "kode") for k in fields.get("kommuner") or () if isinstance(k, Mapping)
    ] or [_code(fields, "kommunekode", "kommune_code")]
    others = re.findall(r"\d{3,4}", str(fields.get("andre_kommuner") or ""))
    lat, lon = _land_point(points, shapes.get(kommuner[0]))
    return PostcodeRecord(
        code=code,
        city=city,
        lat=lat,
        lon=lon,
        kommune_code=kommuner[0],
        other_kommuner=tuple(kommuner[1:]) or tuple(other.zfill(4) for other in others),
    )


def _polygons(paths: list[Path]) -> tuple[dict[str, tuple[Polygon, ...]], tuple[BadRow, ...]]:
    """Return kommune code → polygons from GeoJSON features."""
    found: dict[str, tuple[Polygon, ...]] = {}
    bad: list[BadRow] = []
    for path in paths[:1]:
        content = _json(path)
        features = content.get("features", []) if isinstance(content, dict) else []
        for feature in features:
            try:
                code = _code(feature.get("properties") or {}, "kode")
                found[code] = found.get(code, ()) + _shape(feature.get("geometry") or {})
            except BadCellError as error:
                bad.append(BadRow(path.name, 0, error.reason, str(error)))
    return found, tuple(bad)


def _shape(geometry: Fields) -> tuple[Polygon, ...]:
    kind, coordinates = geometry.get("type"), geometry.get("coordinates")
    if kind == "Polygon":
        coordinates = [coordinates]
    elif kind != "MultiPolygon":
        raise BadCellError("no_polygon", f"The geometry is {kind!r}, not a polygon.")
    try:
        return tuple(
            tuple(tuple((float(p[0]), float(p[1])) for p in ring) for ring in polygon)
            for polygon in coordinates or ()
        )
    except (TypeError, ValueError, IndexError):
        raise BadCellError("no_polygon", "The coordinates are not pairs of numbers.") from None
