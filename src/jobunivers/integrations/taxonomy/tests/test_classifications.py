# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from pathlib import Path

import pytest

from jobunivers.integrations.taxonomy.classifications import read_disco, read_industries
from jobunivers.integrations.taxonomy.tables import MissingFileError, UnknownLayoutError
from jobunivers.testing import shared_data

DST = '"SEKVENS";"KODE";"NIVEAU";"TITEL";"GENERELLE_NOTER";"INKLUDERER";"INKLUDERER_OGSÅ"'


def test_statistics_denmarks_file_is_read_in_its_old_encoding(tmp_path: Path) -> None:
    text = f'{DST}\n1;"22";2;"Sundhedsarbejde";"";"pleje";"omsorg"\n2;"1";"x";"Ledelse";"";"";""\n'
    (tmp_path / "DISCO_08.csv").write_bytes(text.encode("cp1252"))

    parsed = read_disco(tmp_path)

    [code] = parsed.records
    assert (code.code, code.label, code.includes) == ("22", "Sundhedsarbejde", "pleje\nomsorg")
    assert [(bad.line, bad.reason) for bad in parsed.bad] == [(3, "bad_level")]


def test_industries_and_occupations_of_one_layout_are_told_apart(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(f"{DST}\n1;A;1;Landbrug;;;\n2;01.11.00;5;Korn;;;\n", "utf-8")
    (tmp_path / "b.csv").write_text(f"{DST}\n1;1;1;Ledelse;;;\n", "utf-8")

    assert [code.code for code in read_industries(tmp_path).records] == ["A", "01.11.00"]
    assert [code.code for code in read_disco(tmp_path).records] == ["1"]


def test_industry_codes_without_points_get_them(tmp_path: Path) -> None:
    (tmp_path / "db07.csv").write_text(f"{DST}\n1;011100;5;Korn;;;\n", "utf-8")

    assert [code.code for code in read_industries(tmp_path).records] == ["01.11.00"]


def test_eurostats_layout_is_read_in_its_language(tmp_path: Path) -> None:
    (tmp_path / "NACE_REV2_en.csv").write_text("Order,Level,Code,Description\n1,1,A,Farming\n")

    assert read_industries(tmp_path).records[0].labels == {"en": "Farming"}


def test_soldiers_get_their_zero_back(tmp_path: Path) -> None:
    (tmp_path / "disco.csv").write_text(f"{DST}\n1;11000;5;Officer;;;\n", "utf-8")

    assert read_disco(tmp_path).records[0].code == "011000"


def test_a_wrong_file_is_refused_naming_its_columns(tmp_path: Path) -> None:
    (tmp_path / "disco.csv").write_text("a,b\n1,2\n")

    with pytest.raises(UnknownLayoutError, match=r"expected the columns KODE.* found a, b"):
        read_disco(tmp_path)
    with pytest.raises(MissingFileError, match="holds no NACE"):
        read_industries(tmp_path)


def test_the_real_classifications_are_read_whole() -> None:
    disco, nace = read_disco(shared_data("taxonomy")), read_industries(shared_data("taxonomy"))

    assert (len(disco.records), disco.bad) == (1_171, ())
    assert (len(nace.records), nace.bad) == (996, ())
