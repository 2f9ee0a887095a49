# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from pathlib import Path

import pytest

from jobunivers.integrations.taxonomy import tables
from jobunivers.integrations.taxonomy.tables import read_table


def test_a_cell_may_span_lines_and_the_next_row_keeps_its_line_number(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text('x,y\n"one\ntwo",1\nthree,2\n')

    table = read_table(path)

    assert [(row.line, row["x"]) for row in table.rows] == [(2, "one\ntwo"), (4, "three")]


def test_a_lost_quotation_mark_sets_the_rest_aside(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tables, "LONGEST_CELL", 50)
    path = tmp_path / "a.csv"
    path.write_text('x,y\na,1\n"b,2\n' + "c,3\n" * 50)

    table = read_table(path)

    assert [row["x"] for row in table.rows] == ["a"]
    assert [(bad.line, bad.reason) for bad in table.bad] == [(3, "unreadable")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_danish_letters_survive_any_usual_encoding(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.csv"
    path.write_text("navn;x\nRødovre;1\n", encoding=encoding)

    assert read_table(path).rows[0]["navn"] == "Rødovre"


def test_a_changed_file_has_another_checksum(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("x\n1\n")
    before = tables.checksum_of([path])
    path.write_text("x\n2\n")

    assert tables.checksum_of([path]) != before


def test_an_empty_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("")

    with pytest.raises(tables.UnknownLayoutError, match="is empty"):
        read_table(tmp_path / "a.csv")
