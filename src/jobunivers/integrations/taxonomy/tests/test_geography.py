# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
import json
from pathlib import Path

import pytest

from jobunivers.integrations.taxonomy.geography import read_geography
from jobunivers.integrations.taxonomy.shapes import Shape
from jobunivers.integrations.taxonomy.tables import MissingFileError, UnknownLayoutError
from jobunivers.testing import shared_data

SQUARE = [[[10.0, 56.0], [10.2, 56.0], [10.2, 56.2], [10.0, 56.2], [10.0, 56.0]]]


def official_folder(folder: Path) -> Path:
    """Lists as JSON and areas as GeoJSON, as Klimadatastyrelsen publishes them."""
    kommuner = [
        {"kode": "0751", "navn": "Aarhus", "regionskode": "1082", "visueltcenter": [10.1, 56.1]}
    ]
    postcodes = [
        {
            "nr": "8000",
            "navn": "Aarhus C",
            "visueltcenter": [10.15, 56.15],
            "kommuner": [{"kode": "0751", "navn": "Aarhus"}],
        },
        {
            "nr": "8001",
            "navn": "Bugten",
            "visueltcenter": [10.6, 56.1],
            "kommuner": [{"kode": "0751"}],
        },
        {"nr": "80", "navn": "Forkert", "visueltcenter": [10.1, 56.1], "kommuner": []},
        {
            "nr": "8002",
            "navn": "Rom",
            "visueltcenter": [12.5, 41.9],
            "kommuner": [{"kode": "0751"}],
        },
    ]
    areas = {
        "type": "FeatureCollection",
        "features": [
            {
                "properties": {"kode": "0751"},
                "geometry": {"type": "Polygon", "coordinates": SQUARE},
            },
            {"properties": {"kode": "0741"}, "geometry": None},
        ],
    }
    (folder / "kommuner.json").write_text(json.dumps(kommuner))
    (folder / "postnumre.json").write_text(json.dumps(postcodes))
    (folder / "kommuner.geojson").write_text(json.dumps(areas))
    return folder


def test_the_official_lists_are_read(tmp_path: Path) -> None:
    geography = read_geography(official_folder(tmp_path))

    [aarhus] = geography.kommuner.records
    assert (aarhus.code, aarhus.region_code, len(aarhus.polygons)) == ("0751", "1082", 1)
    assert [bad.reason for bad in geography.kommuner.bad] == ["no_polygon"]
    assert [bad.reason for bad in geography.postcodes.bad] == ["bad_code", "point_abroad"]


def test_a_postcode_out_at_sea_is_moved_to_its_kommunes_coast(tmp_path: Path) -> None:
    centre, bay = read_geography(official_folder(tmp_path)).postcodes.records

    assert (centre.lat, centre.lon) == (56.15, 10.15)
    assert (bay.lat, bay.lon) == pytest.approx((56.1, 10.2), abs=1e-4)


def test_a_folder_without_kommuner_is_refused(tmp_path: Path) -> None:
    with pytest.raises(MissingFileError, match="holds no kommuner"):
        read_geography(tmp_path)


def test_an_unknown_layout_names_what_was_expected_and_found(tmp_path: Path) -> None:
    (tmp_path / "kommuner.csv").write_text("a,b\n1,2\n")

    with pytest.raises(UnknownLayoutError, match=r"expected the columns kode, navn.*found a, b"):
        read_geography(tmp_path)


def test_half_a_json_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "kommuner.json").write_text('[{"kode": "0751"')

    with pytest.raises(UnknownLayoutError, match="is not JSON"):
        read_geography(tmp_path)


def test_a_lake_is_not_in_the_area_and_an_island_is() -> None:
    lake = ((10.05, 56.05), (10.1, 56.05), (10.1, 56.1), (10.05, 56.1))
    island = ((11.0, 56.0), (11.1, 56.0), (11.1, 56.1))
    shape = Shape.of([(tuple((x, y) for x, y in SQUARE[0]), lake), (island,)])

    assert shape.contains(56.15, 10.15)
    assert not shape.contains(56.07, 10.07)
    assert shape.contains(56.02, 11.08)
    assert not shape.contains(57.0, 10.1)


def test_the_distance_to_a_border_is_in_kilometres() -> None:
    shape = Shape.of([(tuple((x, y) for x, y in SQUARE[0]),)])

    km, lat, lon = shape.nearest(56.3, 10.1)

    assert km == pytest.approx(11.12, abs=0.01)
    assert (lat, lon) == pytest.approx((56.2, 10.1))


def test_the_real_geography_is_read_whole() -> None:
    geography = read_geography(shared_data("geography"))

    assert len(geography.regions.records) == 5
    assert (len(geography.kommuner.records), geography.kommuner.bad) == (99, ())
    assert (len(geography.postcodes.records), geography.postcodes.bad) == (1_089, ())
    by_code = {kommune.code: kommune for kommune in geography.kommuner.records}
    assert by_code["0751"].name == "Aarhus"


def test_no_real_postcode_lies_at_sea() -> None:
    geography = read_geography(shared_data("geography"))
    shapes = {k.code: Shape.of(k.polygons) for k in geography.kommuner.records}

    furthest = max(
        0.0
        if shapes[p.kommune_code].contains(p.lat, p.lon)
        else shapes[p.kommune_code].nearest(p.lat, p.lon)[0]
        for p in geography.postcodes.records
    )

    assert furthest < 1.0
