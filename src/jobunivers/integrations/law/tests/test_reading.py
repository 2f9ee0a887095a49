# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Law texts are read line by line; a bad one is told and harms no other."""

import io
import json
from datetime import date
from pathlib import Path

import pytest

from jobunivers.integrations.law import Bad, DocumentRecord, ProvisionRecord, jsonl
from jobunivers.testing import shared_data

GOOD = {"law_id": "2026:46", "section": "14 a", "provision_ref": "4:14a", "content": "§ 14 a. Ord."}


def read(*lines: bytes) -> list[ProvisionRecord | Bad]:
    return list(jsonl.read_provisions(io.BytesIO(b"\n".join(lines) + b"\n")))


def test_a_provision_is_read_with_its_section_packed() -> None:
    (one,) = read(json.dumps(GOOD).encode())

    assert isinstance(one, ProvisionRecord)
    assert (one.year, one.number, one.section, one.text) == (2026, 46, "14a", "§ 14 a. Ord.")


@pytest.mark.parametrize(
    "line",
    [
        b"\xff\xfe", b"null", b"{", b"[1]", b'"x"',
        json.dumps({**GOOD, "law_id": "46/2026"}).encode(),
        json.dumps({**GOOD, "law_id": 46}).encode(),
        json.dumps({**GOOD, "section": ""}).encode(),
        json.dumps({**GOOD, "provision_ref": "x" * 41}).encode(),
        json.dumps({**GOOD, "content": " \u0000 "}).encode(),
        json.dumps({**GOOD, "content": "x" * 400_001}).encode(),
        b'{"content": "' + b"x" * 2_100_000 + b'"}',
    ],
)  # fmt: skip
def test_a_bad_line_is_told_and_the_next_one_is_read(line: bytes) -> None:
    bad, good = read(line, json.dumps(GOOD).encode())

    assert isinstance(bad, Bad)
    assert bad.reason
    assert isinstance(good, ProvisionRecord)
    assert good.line == 2


def test_a_document_of_a_kind_nobody_knows_is_told() -> None:
    row = {"id": "2026:1", "short_name": "DBL", "title": "T", "issued_date": "2026-01-01"}
    good = {**row, "short_name": "BEK H#LOKDOK04"}
    lines = "\n".join(map(json.dumps, (row, {**good, "issued_date": "i går"}, good))).encode()

    first, second, third = jsonl.read_documents(io.BytesIO(lines))

    assert isinstance(first, Bad)
    assert isinstance(second, Bad)
    assert third == DocumentRecord("BEK", 1, 2026, "T", date(2026, 1, 1), "")


def test_a_folder_without_the_files_is_told(tmp_path: Path) -> None:
    with pytest.raises(jsonl.NoLaw, match=r"documents\.jsonl"):
        jsonl.files_of(tmp_path)


def test_real_law_is_read_but_for_the_few_that_cannot_be() -> None:
    folder = shared_data("law")
    with (folder / "provisions.jsonl").open("rb") as stream:
        found = list(jsonl.read_provisions(stream))
    with (folder / "documents.jsonl").open("rb") as stream:
        documents = list(jsonl.read_documents(stream))

    assert sum(isinstance(one, Bad) for one in found) < len(found) / 200
    assert sum(isinstance(one, Bad) for one in documents) < len(documents) / 50
