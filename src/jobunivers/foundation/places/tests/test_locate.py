# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

from jobunivers.foundation.places import actions, queries
from jobunivers.foundation.places.locator import KommunePlace, Located, Locator, PostcodePlace
from jobunivers.foundation.places.starter import FOLDER, ensure
from jobunivers.foundation.places.tests.cast import MONDAY
from jobunivers.integrations.taxonomy.geography import read_geography
from jobunivers.integrations.taxonomy.shapes import Shape
from jobunivers.testing import shared_data

pytestmark = pytest.mark.django_db

AARHUS, COPENHAGEN, ODENSE, VEJLE = "0751", "0101", "0461", "0630"


@pytest.mark.parametrize(
    ("words", "kommune", "precision"),
    [
        ({"city": "8000 Aarhus C"}, AARHUS, "postcode"),
        ({"city": "Århus"}, AARHUS, "city"),
        ({"city": "ARHUS"}, AARHUS, "city"),
        ({"city": "Aarhus N, Danmark"}, AARHUS, "city"),
        ({"city": "Vestergade 12, 8000 Aarhus C"}, AARHUS, "postcode"),
        ({"postal_code": "DK-8000"}, AARHUS, "postcode"),
        ({"postal_code": "8000 Aarhus C"}, AARHUS, "postcode"),
        ({"postal_code": " 8000 ", "city": "århus c."}, AARHUS, "postcode"),
        ({"city": "Kbh. Ø"}, COPENHAGEN, "city"),
        ({"city": "Copenhagen"}, COPENHAGEN, "city"),
        ({"city": "Kobenhavn"}, COPENHAGEN, "city"),
        ({"city": "Østerbro"}, COPENHAGEN, "city"),
        ({"municipality": "Københavns Kommune"}, COPENHAGEN, "kommune"),
        ({"municipality": "751"}, AARHUS, "kommune"),
        ({"municipality": "0751"}, AARHUS, "kommune"),
        ({"city": "Kgs. Lyngby"}, "0173", "city"),
        ({"city": "Nykøbing Falster"}, "0376", "city"),
        ({"city": "Guldborgsund"}, "0376", "kommune"),
        ({"municipality": "Bornholms Regionskommune"}, "0400", "kommune"),
        ({"municipality": "Høje Taastrup"}, "0169", "kommune"),
        ({"lat": 56.15, "lon": 10.2}, AARHUS, "point"),
        ({"lat": 10.2, "lon": 56.15}, AARHUS, "point"),
        ({"lat": 0.0, "lon": 0.0, "postal_code": "5000"}, ODENSE, "postcode"),
    ],
)
def test_messy_words_are_understood(
    words: dict[str, str | float], kommune: str, precision: str
) -> None:
    found = queries.locate(**words)  # type: ignore[arg-type]

    assert (found.kommune_code, found.precision, found.country) == (kommune, precision, "DK")
    assert found.lat is not None
    assert found.lon is not None


@pytest.mark.parametrize(
    ("words", "country"),
    [
        ({"country": "SE", "postal_code": "8000"}, "SE"),
        ({"country": "Tyskland"}, "DE"),
        ({"city": "Malmö"}, "SE"),
        ({"city": "Oslo", "postal_code": "0150"}, "NO"),
        ({"city": "Hamborg, Tyskland"}, "DE"),
        ({"city": "Nuuk"}, "GL"),
        ({"postal_code": "S-211 20"}, "SE"),
        ({"postal_code": "24937"}, ""),
        ({"lat": 48.85, "lon": 2.35}, ""),
    ],
)
def test_places_abroad_are_said_to_be_abroad(words: dict[str, str | float], country: str) -> None:
    found = queries.locate(**words)  # type: ignore[arg-type]

    assert (found.precision, found.country, found.known) == ("abroad", country, False)


@pytest.mark.parametrize(
    ("words", "how"),
    [
        ({}, "nothing"),
        ({"city": "Gotham"}, "unknown_city"),
        ({"city": "Nykøbing"}, "ambiguous"),
        ({"city": "København eller Aarhus"}, "several_places"),
        ({"lat": 55.60, "lon": 13.0}, "coordinates_outside"),
        ({"lat": 56.046, "lon": 12.694}, "coordinates_outside"),
        ({"lat": 54.783, "lon": 9.436}, "coordinates_outside"),
    ],
)
def test_the_unknown_is_said_to_be_unknown(words: dict[str, str | float], how: str) -> None:
    found = queries.locate(**words)  # type: ignore[arg-type]

    assert (found.precision, found.how, found.known) == ("unknown", how, False)


@pytest.mark.parametrize(
    ("words", "precision", "region"),
    [
        ({"city": "Region Sjælland"}, "region", "1085"),
        ({"region": "Midtjylland"}, "region", "1082"),
        ({"city": "Hele landet"}, "country", ""),
        ({"country": "Danmark"}, "country", ""),
    ],
)
def test_wide_places_are_no_kommune(words: dict[str, str], precision: str, region: str) -> None:
    found = queries.locate(**words)  # type: ignore[arg-type]

    assert (found.precision, found.region_code, found.known) == (precision, region, False)


def test_a_contradiction_is_told() -> None:
    town = queries.locate(postal_code="8000", city="København K")
    point = queries.locate(postal_code="8000", lat=55.68, lon=12.57)
    kommune = queries.locate(postal_code="8000", municipality="Odense")

    assert (town.kommune_code, town.warnings) == (AARHUS, ("city_disagrees",))
    assert (point.kommune_code, point.warnings) == (AARHUS, ("coordinates_disagree",))
    assert (kommune.kommune_code, kommune.warnings) == (AARHUS, ("municipality_disagrees",))


def test_an_unknown_postcode_leaves_the_town_to_decide() -> None:
    found = queries.locate(postal_code="9999", city="Vejle")

    assert (found.kommune_code, found.warnings) == (VEJLE, ("postcode_unknown",))


def test_coordinates_keep_the_postcode_that_was_said() -> None:
    found = queries.locate(postal_code="8000", lat=56.16, lon=10.21)

    assert (found.precision, found.postal_code, found.lat) == ("point", "8000", 56.16)


def test_a_kommune_tells_towns_of_one_name_apart() -> None:
    found = queries.locate(city="Nykøbing", municipality="Morsø")

    assert found.kommune_code == "0773"


def square(west: float) -> Shape:
    ring = ((west, 56.0), (west + 0.2, 56.0), (west + 0.2, 56.2), (west, 56.2))
    return Shape.of([(ring,)])


@pytest.fixture
def two_kommuner() -> Locator:
    return Locator(
        kommuner={
            "0001": KommunePlace("0001", "Vest", "vest", "1082", 56.1, 10.1),
            "0002": KommunePlace("0002", "Øst", "oest", "1082", 56.1, 10.3),
        },
        postcodes={"8000": PostcodePlace("8000", "Vestby", 56.1, 10.19, "0001")},
        regions={"1082": "Midtjylland"},
        shapes={"0001": square(10.0), "0002": square(10.2)},
    )


def test_the_polygon_decides_not_the_nearest_point(two_kommuner: Locator) -> None:
    assert two_kommuner.kommune_at(56.1, 10.21) == "0002"
    assert two_kommuner.kommune_at(56.1, 10.19) == "0001"


def test_a_quay_just_outside_the_coast_belongs_to_its_kommune(two_kommuner: Locator) -> None:
    assert two_kommuner.kommune_at(56.1, 10.42) == "0002"
    assert two_kommuner.kommune_at(56.1, 10.60) == ""


def test_the_same_question_gets_the_same_answer(two_kommuner: Locator) -> None:
    assert two_kommuner.locate(city="Vestby") == two_kommuner.locate(city="Vestby")
    assert two_kommuner.locate(city="Nordby") == Located(how="unknown_city")


def test_the_starter_is_loaded_once_and_only_where_nothing_better_is() -> None:
    assert ensure(at=MONDAY) is False
    assert len(queries.kommuner()) == 98


def test_every_starter_postcode_finds_its_kommune() -> None:
    posts = read_geography(FOLDER).postcodes.records

    found = [queries.locate(postal_code=post.code, city=post.city) for post in posts]

    assert [f.kommune_code for f in found] == [post.kommune_code for post in posts]


def test_every_real_postcode_lies_in_its_kommune() -> None:
    geography = read_geography(shared_data("geography"))
    actions.import_geography(geography=geography, at=MONDAY, allow_loss=True)

    by_point = [queries.locate(lat=p.lat, lon=p.lon) for p in geography.postcodes.records]
    same = sum(
        found.kommune_code in {post.kommune_code, *post.other_kommuner}
        for found, post in zip(by_point, geography.postcodes.records, strict=True)
    )

    # The rest are streets of Copenhagen and Frederiksberg on the simplified border.
    assert len(geography.postcodes.records) - same <= 8
    assert all(found.known for found in by_point)
