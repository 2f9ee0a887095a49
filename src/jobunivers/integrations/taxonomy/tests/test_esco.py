# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
import csv
from collections import Counter
from pathlib import Path

import pytest

from jobunivers.integrations.taxonomy.esco import read_esco
from jobunivers.integrations.taxonomy.tables import MissingFileError, UnknownLayoutError
from jobunivers.testing import shared_data

NURSE = "http://data.europa.eu/esco/occupation/nurse"
COOK = "http://data.europa.eu/esco/occupation/cook"
CARE = "http://data.europa.eu/esco/skill/care"
GREEK = "http://data.europa.eu/esco/skill/greek"


def write(path: Path, *rows: list[str]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows(rows)


CONCEPT = ["conceptType", "conceptUri", "iscoGroup", "preferredLabel", "altLabels"]
LATER = ["hiddenLabels", "status", "modifiedDate", "description"]


def official_folder(folder: Path) -> Path:
    """The portal's layout, Danish and English in folders of their own, as they unpack."""
    da, en = folder / "ESCO v1.2.0 da", folder / "ESCO v1.2.0 en"
    write(
        da / "occupations_da.csv",
        [*CONCEPT, *LATER],
        ["Occupation", NURSE, "2221", "sygeplejerske", "plejer\nsygepl.", "", "released", "", "Et"],
        ["Occupation", COOK, "5120", "kok", "", "", "obsolete", "", ""],
    )
    write(
        en / "occupations_en.csv",
        [*CONCEPT, *LATER],
        ["Occupation", NURSE, "2221", "nurse", "RN", "", "released", "", "One"],
    )
    write(
        da / "skills_da.csv",
        [
            "conceptType",
            "conceptUri",
            "skillType",
            "reuseLevel",
            "preferredLabel",
            "altLabels",
            *LATER,
        ],
        ["K", CARE, "skill/competence", "cross-sector", "yde omsorg", "", "", "released", "", "X"],
        ["K", GREEK, "knowledge", "transversal", "græsk", "", "", "released", "", ""],
    )
    write(
        da / "ISCOGroups_da.csv",
        ["conceptType", "conceptUri", "code", "preferredLabel"],
        ["ISCOGroup", "http://data.europa.eu/esco/isco/C2221", "2221", "Sygeplejearbejde"],
    )
    relations = (
        ["occupationUri", "relationType", "skillType", "skillUri"],
        [NURSE, "essential", "skill/competence", CARE],
    )
    write(da / "occupationSkillRelations_da.csv", *relations)
    write(en / "occupationSkillRelations_en.csv", *relations)
    write(
        da / "broaderRelationsSkillPillar_da.csv",
        ["conceptType", "conceptUri", "broaderType", "broaderUri"],
        ["K", CARE, "SkillGroup", "http://data.europa.eu/esco/skill/S3.1.0"],
        ["K", CARE, "KnowledgeSkillCompetence", GREEK],
        ["K", GREEK, "SkillGroup", "http://data.europa.eu/esco/skill/L1"],
    )
    return folder


def test_the_portals_download_is_read_in_all_its_languages(tmp_path: Path) -> None:
    esco = read_esco(official_folder(tmp_path))

    nurse, cook = esco.occupations.records
    assert nurse.labels == {"da": "sygeplejerske", "en": "nurse"}
    assert nurse.alts == {"da": ("plejer", "sygepl."), "en": ("RN",)}
    assert nurse.descriptions == {"da": "Et", "en": "One"}
    assert (nurse.isco, nurse.obsolete, cook.obsolete) == ("2221", False, True)
    assert (esco.occupations.read, esco.occupations.merged) == (3, 1)
    assert esco.edition == "1.2.0"


def test_skills_know_their_groups_and_what_is_broader(tmp_path: Path) -> None:
    care, greek = read_esco(official_folder(tmp_path)).skills.records

    assert (care.groups, care.broader, care.reuse) == (("S3.1.0",), (GREEK,), "cross-sector")
    assert (care.kind, greek.kind) == ("skill", "language")


def test_relations_in_two_languages_count_once(tmp_path: Path) -> None:
    relations = read_esco(official_folder(tmp_path)).relations

    assert [(r.occupation, r.skill, r.essential) for r in relations.records] == [
        (NURSE, CARE, True)
    ]
    assert (relations.read, relations.merged) == (2, 1)


def test_bad_rows_are_set_aside_with_line_and_reason(tmp_path: Path) -> None:
    write(
        tmp_path / "occupations_da.csv",
        CONCEPT,
        ["Occupation", NURSE, "2221", "syge\nplejerske", ""],
        ["Occupation", NURSE, "2221", "igen", ""],
        ["Occupation", "", "2221", "uden adresse", ""],
        ["Occupation", COOK, "22215", "kok", ""],
        ["Occupation", COOK, "5120", "", ""],
        ["Occupation", COOK],
    )

    occupations = read_esco(tmp_path).occupations

    assert {(bad.line, bad.reason) for bad in occupations.bad} == {
        (4, "duplicate"),
        (5, "no_identifier"),
        (6, "bad_code"),
        (7, "no_label"),
        (8, "columns"),
    }
    assert occupations.read == len(occupations.records) + len(occupations.bad) == 6


def test_essential_wins_when_a_pair_is_said_twice(tmp_path: Path) -> None:
    write(tmp_path / "occupations_da.csv", CONCEPT, ["Occupation", NURSE, "2221", "s", ""])
    write(
        tmp_path / "occupationSkillRelations.csv",
        ["occupationUri", "relationType", "skillUri"],
        [NURSE, "optional", CARE],
        [NURSE, "essential", CARE],
        [NURSE, "perhaps", GREEK],
    )

    relations = read_esco(tmp_path).relations

    assert [(r.skill, r.essential, r.line) for r in relations.records] == [(CARE, True, 2)]
    assert [(bad.line, bad.reason) for bad in relations.bad] == [
        (3, "duplicate"),
        (4, "bad_relation"),
    ]


def test_an_unknown_layout_names_what_was_expected_and_found(tmp_path: Path) -> None:
    write(tmp_path / "occupations_da.csv", ["id", "titel"], ["1", "kok"])

    with pytest.raises(UnknownLayoutError, match=r"expected .*preferredLabel.* found id, titel"):
        read_esco(tmp_path)


def test_a_folder_that_is_not_there_is_said_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(MissingFileError, match="There is no folder"):
        read_esco(tmp_path / "nowhere")


def test_the_real_danish_esco_is_read_whole() -> None:
    esco = read_esco(shared_data("taxonomy"))

    assert len(esco.occupations.records) == 2_942
    assert len(esco.groups.records) == 619
    assert len(esco.skills.records) == 13_485
    assert Counter(s.kind for s in esco.skills.records) == {
        "skill": 10_478,
        "knowledge": 2_902,
        "transversal": 104,
        "language": 1,
    }
    assert (esco.relations.read, len(esco.relations.records)) == (118_433, 118_418)
    assert Counter(bad.reason for bad in esco.relations.bad) == {"duplicate": 15}
    assert [esco.occupations.bad, esco.groups.bad, esco.skills.bad] == [(), (), ()]
