# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Two files of JSON lines: `documents.jsonl` and `provisions.jsonl`.

The status that the source gives is not read: it says "in force" of orders repealed long ago.
What holds is derived from the texts themselves (`rooms.law.actions.importing`).
"""

import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import IO

from jobunivers.integrations.law.records import Bad, DocumentRecord, ProvisionRecord

KINDS = ("LOV", "LBK", "BEK", "VEJ", "CIR")
DOCUMENTS, PROVISIONS = "documents.jsonl", "provisions.jsonl"
_ID = re.compile(r"(\d{4}):(\d{1,5})")
_CONTROL = re.compile("[\x00-\x1f\x7f]")
_LONGEST_LINE, _LONGEST_TEXT = 2_000_000, 400_000


class NoLaw(Exception):  # noqa: N818 - it reads as what is wrong
    """The folder does not hold what is to be read; the message says what is missing."""


def files_of(folder: Path) -> tuple[Path, Path]:
    """Return the two files of a folder; raises NoLaw."""
    documents, provisions = folder / DOCUMENTS, folder / PROVISIONS
    for path in (documents, provisions):
        if not path.is_file():
            raise NoLaw(f"there is no file {path.name} in {folder}")
    return documents, provisions


def read_documents(stream: IO[bytes]) -> Iterator[DocumentRecord | Bad]:
    """Read documents, one line at a time."""
    for line, fields in _lines(stream, DOCUMENTS):
        if isinstance(fields, Bad):
            yield fields
            continue
        try:
            yield _document(fields)
        except ValueError as error:
            yield Bad(DOCUMENTS, line, str(error))


def read_provisions(stream: IO[bytes]) -> Iterator[ProvisionRecord | Bad]:
    """Read provisions, one line at a time."""
    for line, fields in _lines(stream, PROVISIONS):
        if isinstance(fields, Bad):
            yield fields
            continue
        try:
            yield _provision(fields, line)
        except ValueError as error:
            yield Bad(PROVISIONS, line, str(error))


def _lines(stream: IO[bytes], name: str) -> Iterator[tuple[int, dict[str, object] | Bad]]:
    number = 0
    while raw := stream.readline(_LONGEST_LINE):
        number += 1
        if not raw.strip():
            continue
        if len(raw) >= _LONGEST_LINE:
            while not raw.endswith(b"\n") and (raw := stream.readline(_LONGEST_LINE)):
                pass
            yield number, Bad(name, number, "the line is too long")
            continue
        try:
            found = json.loads(raw)
        except ValueError:  # no UTF-8 is a ValueError too
            yield number, Bad(name, number, "no JSON")
            continue
        if isinstance(found, dict):
            yield number, found
        else:
            yield number, Bad(name, number, "no JSON object")


def _document(fields: dict[str, object]) -> DocumentRecord:
    year, number = _number(fields.get("id"))
    kind = _text(fields, "short_name")[:3].upper()
    if kind not in KINDS:
        raise ValueError(f"{kind or 'nothing'!r} is no kind of document that is read")
    title = _text(fields, "title")
    if not title:
        raise ValueError("no title")
    try:
        issued_on = date.fromisoformat(_text(fields, "issued_date"))
    except ValueError:
        raise ValueError("issued_date is no date") from None
    source = _text(fields, "url")[:300]
    return DocumentRecord(kind, number, year, title, issued_on, source)


def _provision(fields: dict[str, object], line: int) -> ProvisionRecord:
    year, number = _number(fields.get("law_id"))
    section = re.sub(r"\s", "", _text(fields, "section")).lower()
    reference = _text(fields, "provision_ref")
    text = _text(fields, "content")
    if not section or len(section) > 20:  # noqa: PLR2004 - what the column holds
        raise ValueError("no section")
    if not reference or len(reference) > 40:  # noqa: PLR2004
        raise ValueError("no provision_ref")
    if not text:
        raise ValueError("no content")
    if len(text) > _LONGEST_TEXT:
        raise ValueError(f"content is longer than {_LONGEST_TEXT:,} characters")
    chapter, heading = _text(fields, "chapter")[:20], _text(fields, "title")
    return ProvisionRecord(year, number, reference, section, chapter, heading, text, line)


def _number(value: object) -> tuple[int, int]:
    found = _ID.fullmatch(value) if isinstance(value, str) else None
    if found is None or not int(found[2]):
        raise ValueError("the document's id is not year:number")
    return int(found[1]), int(found[2])


def _text(fields: dict[str, object], name: str) -> str:
    value = fields.get(name)
    if not isinstance(value, str):
        return ""
    whole = value.encode("utf-8", "replace").decode()
    return " ".join(_CONTROL.sub(" ", whole).split())
