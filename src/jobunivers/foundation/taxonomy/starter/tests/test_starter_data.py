# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The starter taxonomy and the starter places can be trusted as they lie in the files."""

import csv
import re
from collections import Counter
from pathlib import Path

import pytest

from jobunivers.testing import shared_data

STARTER = Path(__file__).resolve().parents[1]
PLACES = STARTER.parents[1] / "places" / "starter"

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
KINDS = {"knowledge", "skill", "language", "licence", "tool", "transversal"}
# Words that no Danish title contains, so that a column filled in the wrong order is noticed.
ENGLISH_ONLY = re.compile(
    r"\b(the|and|of|with|worker|workers|driver|nurse|teacher|skills)\b", re.IGNORECASE
)


def rows(name: str, folder: Path = STARTER) -> list[dict[str, str]]:
    """Read one starter file; every cell is text."""
    with (folder / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def listed(cell: str) -> list[str]:
    """Split a list cell; the empty cell is the empty list."""
    return cell.split("|") if cell else []


def doubled(values: list[str]) -> list[str]:
    """Name the values that occur more than once, whatever their case."""
    return [value for value, times in Counter(v.casefold() for v in values).items() if times > 1]


def unit_groups() -> set[str]:
    """Give the four-digit ISCO-08 codes of the file."""
    return {row["code"] for row in rows("isco_groups.csv") if len(row["code"]) == 4}


def test_there_are_enough_occupations_and_skills_for_most_vacancies() -> None:
    assert len(rows("occupations.csv")) >= 180
    assert len(rows("skills.csv")) >= 450
    assert len(rows("synonyms.csv")) >= 150


def test_isco_is_whole() -> None:
    sizes = Counter(len(row["code"]) for row in rows("isco_groups.csv"))
    assert sizes == {1: 10, 2: 43, 3: 130, 4: 436}
    codes = {row["code"] for row in rows("isco_groups.csv")}
    assert not [code for code in codes if len(code) > 1 and code[:-1] not in codes]


def test_isco_codes_are_the_official_ones() -> None:
    official = shared_data("taxonomy", "isco_groups_da.csv")
    with official.open(encoding="utf-8", newline="") as file:
        known = {row["code"] for row in csv.DictReader(file)}
    assert {row["code"] for row in rows("isco_groups.csv")} == known


def test_every_occupation_lies_in_a_real_unit_group() -> None:
    groups = unit_groups()
    assert not [row["slug"] for row in rows("occupations.csv") if row["isco"] not in groups]


@pytest.mark.parametrize("name", ["occupations.csv", "skills.csv", "areas.csv"])
def test_slugs_are_ascii_and_each_is_used_once(name: str) -> None:
    slugs = [row["slug"] for row in rows(name)]
    assert not [slug for slug in slugs if not SLUG.fullmatch(slug)]
    assert not doubled(slugs)


@pytest.mark.parametrize("name", ["occupations.csv", "skills.csv"])
def test_a_danish_name_points_at_one_thing_only(name: str) -> None:
    names = [n for row in rows(name) for n in [row["label_da"], *listed(row["alt_da"])]]
    assert not doubled(names)
    assert not doubled([row["label_en"] for row in rows(name)])


def test_every_occupation_has_names_and_skills_that_exist() -> None:
    skills = {row["slug"] for row in rows("skills.csv")}
    for row in rows("occupations.csv"):
        essential, optional = listed(row["essential"]), listed(row["optional"])
        together = essential + optional
        assert 8 <= len(together) <= 15, row["slug"]
        assert len(essential) >= 5, row["slug"]
        assert len(set(together)) == len(together), row["slug"]
        assert set(together) <= skills, row["slug"]
        assert len(listed(row["alt_da"])) >= 3, row["slug"]
        assert row["label_en"], row["slug"]
        assert row["alt_en"], row["slug"]


def test_every_skill_is_of_a_known_kind_and_named_in_both_languages() -> None:
    for row in rows("skills.csv"):
        assert row["kind"] in KINDS, row["slug"]
        assert row["label_da"], row["slug"]
        assert row["alt_da"], row["slug"]
        assert row["label_en"], row["slug"]


def test_the_danish_of_occupations_and_groups_is_danish() -> None:
    titles = [row["label_da"] for row in rows("occupations.csv")]
    titles += [row["title_da"] for row in rows("isco_groups.csv")]
    titles += [row["name_da"] for row in rows("areas.csv")]
    assert not [title for title in titles if ENGLISH_ONLY.search(title)]


@pytest.mark.parametrize(
    "name", ["occupations.csv", "skills.csv", "isco_groups.csv", "areas.csv", "synonyms.csv"]
)
def test_no_cell_has_loose_spaces_or_an_empty_list_item(name: str) -> None:
    for row in rows(name):
        for cell in row.values():
            assert cell == cell.strip()
            assert all(item and item == item.strip() for item in listed(cell)), row


def test_areas_share_the_unit_groups_out_without_gap_or_overlap() -> None:
    prefixes = [prefix for row in rows("areas.csv") for prefix in listed(row["isco_prefixes"])]
    homes = {unit: [p for p in prefixes if unit.startswith(p)] for unit in unit_groups()}
    assert not {unit: found for unit, found in homes.items() if len(found) != 1}
    assert not [p for p in prefixes if not any(unit.startswith(p) for unit in homes)]


def test_a_synonym_leads_to_an_occupation_or_to_another_synonym() -> None:
    table = {row["word"]: listed(row["means"]) for row in rows("synonyms.csv")}
    assert len(table) == len(rows("synonyms.csv"))
    names = {
        name.casefold()
        for row in rows("occupations.csv")
        for name in [row["label_da"], *listed(row["alt_da"])]
    }
    for word, means in table.items():
        assert word == word.lower()
        assert word not in [m.casefold() for m in means], word
        assert {m.casefold() for m in means} <= names | set(table), word


def test_all_98_kommuner_are_there_in_their_regions() -> None:
    kommuner = rows("kommuner.csv", PLACES)
    assert len({row["code"] for row in kommuner}) == 98
    assert len({row["slug"] for row in kommuner}) == 98
    assert not [row["slug"] for row in kommuner if not SLUG.fullmatch(row["slug"])]
    assert len({(row["region_code"], row["region_da"], row["region_en"]) for row in kommuner}) == 5
    assert not [row["code"] for row in kommuner if not re.fullmatch(r"0\d{3}", row["code"])]
    assert not [row["code"] for row in kommuner if not in_denmark(row)]


def test_kommune_codes_and_regions_are_the_official_ones() -> None:
    official = shared_data("geography", "kommuner.csv")
    with official.open(encoding="utf-8", newline="") as file:
        known = {row["kode"].zfill(4): f"Region {row['region']}" for row in csv.DictReader(file)}
    del known["0411"]  # Christiansø belongs to no kommune.
    assert {row["code"]: row["region_da"] for row in rows("kommuner.csv", PLACES)} == known


def test_every_postcode_has_a_city_a_point_and_a_kommune() -> None:
    codes = {row["code"] for row in rows("kommuner.csv", PLACES)}
    postcodes = rows("postnumre.csv", PLACES)
    assert len(postcodes) >= 1_089
    assert not doubled([row["postcode"] for row in postcodes])
    for row in postcodes:
        assert re.fullmatch(r"\d{4}", row["postcode"])
        assert row["city"], row
        assert row["kommune_code"] in codes | {"0411"}, row
        assert in_denmark(row), row


def in_denmark(row: dict[str, str]) -> bool:
    """Say whether the row's point lies in the rectangle around Denmark."""
    return 54.5 < float(row["lat"]) < 57.8 and 8.0 < float(row["lon"]) < 15.3
