# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
import json
from dataclasses import replace

import pytest
from django.core.management import CommandError, call_command

from jobunivers.foundation.places import actions, queries
from jobunivers.foundation.places.models import KommuneArea, Postcode, Region
from jobunivers.foundation.places.starter import FOLDER
from jobunivers.foundation.places.tests.cast import MONDAY, TUESDAY
from jobunivers.foundation.taxonomy.models import Dataset
from jobunivers.integrations.taxonomy.geography import read_geography
from jobunivers.integrations.taxonomy.records import Parsed
from jobunivers.testing import shared_data

pytestmark = pytest.mark.django_db


@pytest.fixture
def empty(db: None) -> None:
    for model in (Postcode, KommuneArea, Region, Dataset):
        model.objects.all().delete()


@pytest.mark.usefixtures("empty")
def test_the_real_geography_is_imported_once() -> None:
    geography = read_geography(shared_data("geography"))

    first = actions.import_geography(geography=geography, at=MONDAY)
    again = actions.import_geography(geography=geography, at=TUESDAY)

    assert {kind: counts.added for kind, counts in first.counts.items()} == {
        "regions": 5,
        "kommuner": 99,
        "postcodes": 1_089,
    }
    assert first.adds_up
    assert not again.touched
    assert Dataset.objects.get().imported_at == MONDAY
    assert len(queries.kommuner()) == 98
    assert KommuneArea.objects.filter(polygons=[]).count() == 0


@pytest.mark.usefixtures("empty")
def test_a_changed_file_updates_and_a_lost_postcode_is_retired() -> None:
    geography = read_geography(FOLDER)
    actions.import_geography(geography=geography, at=MONDAY)
    first, *others = geography.postcodes.records
    moved = (replace(others[0], city="Nyby"), *others[1:])
    changed = replace(
        geography, postcodes=Parsed(moved, (), len(moved), 0, ("p.csv",)), checksum="x"
    )

    report = actions.import_geography(geography=changed, at=TUESDAY)

    assert (report.counts["postcodes"].changed, report.counts["postcodes"].retired) == (1, 1)
    assert Postcode.objects.get(code=first.code).retired_at == TUESDAY
    assert queries.postcode(first.code) is None
    assert queries.locate(city="Nyby").postal_code == others[0].code


def test_the_starter_says_how_its_kommuner_are_written_in_addresses() -> None:
    slugs = {k.code: k.slug for k in queries.kommuner()}

    assert (slugs["0751"], slugs["0101"], slugs["0400"]) == ("aarhus", "koebenhavn", "bornholm")


@pytest.mark.parametrize(
    ("typed", "name", "kind"),
    [
        ("aarh", "Aarhus", "town"),
        ("århus c", "Aarhus C", "town"),
        ("8000", "8000 Aarhus C", "postcode"),
        ("kbh", "København", "town"),
        ("midt", "Midtjylland", "region"),
        ("lyngby-t", "Lyngby-Taarbæk", "kommune"),
    ],
)
def test_places_are_suggested_while_typing(typed: str, name: str, kind: str) -> None:
    first = queries.suggest_places(typed)[0]

    assert (first.name, first.kind) == (name, kind)
    assert queries.place_by_key(first.key) == first


def test_a_kommune_of_a_towns_name_can_be_chosen_too() -> None:
    kinds = {(p.name, p.kind) for p in queries.suggest_places("odense", limit=20)}

    assert {("Odense", "town"), ("Odense", "kommune")} <= kinds


@pytest.mark.parametrize("typed", ["", "  ", "xyzzy", "🙂"])
def test_nothing_is_suggested_for_nothing(typed: str) -> None:
    assert queries.suggest_places(typed) == []


def test_a_region_holds_its_kommuner() -> None:
    region = queries.place_by_key("region:1081")

    assert region is not None
    assert "0851" in region.kommune_codes
    assert len(region.kommune_codes) == 11


def test_kommuner_are_in_danish_order() -> None:
    names = [kommune.name for kommune in queries.kommuner()]

    assert names[0] == "Albertslund"
    assert names[-1] in {"Aarhus", "Aalborg", "Aabenraa"}
    assert names.index("Ærø") < names.index("Aabenraa")


def test_the_map_of_the_starter_has_points() -> None:
    layer = json.loads(queries.map_geojson().body)

    assert {f["geometry"]["type"] for f in layer["features"]} == {"Point"}
    assert len(layer["features"]) == 98


def test_the_map_of_the_real_geography_is_small_and_changes_its_etag() -> None:
    before = queries.map_geojson().etag
    geography = read_geography(shared_data("geography"))

    actions.import_geography(geography=geography, at=MONDAY, allow_loss=True)

    layer = queries.map_geojson()
    features = json.loads(layer.body)["features"]
    assert layer.etag != before
    assert {f["geometry"]["type"] for f in features} == {"MultiPolygon"}
    assert len(layer.body) < 220_000
    assert queries.map_geojson() is layer


def test_the_command_says_what_is_missing_in_one_line() -> None:
    with pytest.raises(CommandError, match="There is no folder"):
        call_command("import_geography", "/nowhere")


def test_the_command_accounts_for_every_row(capsys: pytest.CaptureFixture[str]) -> None:
    call_command("import_geography", str(FOLDER))

    said = capsys.readouterr().out
    assert "every row is accounted for" in said
    assert "postcodes" in said
