# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Statistics Denmark's classifications: DISCO-08 (occupations) and DB07 (industries), and NACE.

Statistics Denmark publishes each as a CSV with the columns SEKVENS, KODE, NIVEAU, TITEL and notes
(https://www.dst.dk/da/Statistik/dokumentation/nomenklaturer). Eurostat publishes NACE with Level,
Code and Description; a plain table of level, code and title_<language> is read as well.
"""

import re
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from jobunivers.integrations.taxonomy.records import BadRow, DiscoRecord, IndustryRecord, Parsed
from jobunivers.integrations.taxonomy.tables import (
    BadCellError,
    MissingFileError,
    Row,
    Table,
    UnknownLayoutError,
    files_in,
    read_table,
    refuse_twice,
    require_columns,
    require_folder,
)

R = TypeVar("R", DiscoRecord, IndustryRecord)

DST = ("KODE", "NIVEAU", "TITEL")
EUROSTAT = ("Level", "Code", "Description")
PLAIN = ("level", "code", "title_da")
# How many digits a DISCO-08 code has on each level; spreadsheets eat the leading zero of soldiers.
DISCO_DIGITS = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6}
INDUSTRY = {
    1: re.compile(r"[A-V]"),
    2: re.compile(r"\d{2}"),
    3: re.compile(r"\d{2}\.\d"),
    4: re.compile(r"\d{2}\.\d{2}"),
    5: re.compile(r"\d{2}\.\d{2}\.\d{2}"),
}
LANGUAGE = re.compile(r"[_-]([a-z]{2})\.csv$")
INDUSTRY_LETTERS = re.compile(r"[A-Za-z]")


def read_disco(folder: Path) -> Parsed[DiscoRecord]:
    """Read the DISCO-08 table in the folder (or the file itself).

    Raises:
        MissingFileError: no folder, or no such table in it.
        UnknownLayoutError: the table's columns are none that we know.
    """
    table = _find(folder, "DISCO-08", ("disco",), [DST], lambda first: not _is_letter(first))
    return _parse(table, _disco)


def read_industries(folder: Path) -> Parsed[IndustryRecord]:
    """Read the NACE or DB07 table in the folder (or the file itself).

    Raises:
        MissingFileError: no folder, or no such table in it.
        UnknownLayoutError: the table's columns are none that we know.
    """
    hints = ("nace", "db07", "db25")
    table = _find(folder, "NACE or DB07", hints, [DST, EUROSTAT, PLAIN], _is_letter)
    written = LANGUAGE.search(table.name.lower())
    language = written[1] if written else "da"
    if "Description" in table.columns:
        return _parse(table, lambda row: _eurostat(row, language))
    if "TITEL" in table.columns:
        return _parse(table, _db07)
    titles = [name for name in table.columns if name.startswith("title_")]
    return _parse(table, lambda row: _plain(row, titles))


def _is_letter(code: str) -> bool:
    """Industries begin with section A, occupations with a digit: so one folder can hold both."""
    return bool(INDUSTRY_LETTERS.match(code))


def _find(
    place: Path,
    what: str,
    hints: tuple[str, ...],
    layouts: list[tuple[str, ...]],
    begins: Callable[[str], bool],
) -> Table:
    """Return the table that is named like this, or else the only one that looks like it."""
    if place.is_file():
        table = read_table(place)
        require_columns(table, layouts)
        return table
    csvs = files_in(require_folder(place), lambda name: name.endswith(".csv"))
    named = [path for path in csvs if any(hint in path.name.lower() for hint in hints)]
    if named:
        table = read_table(named[0])
        require_columns(table, layouts)
        return table
    for path in csvs:
        table = read_table(path)
        try:
            layout = layouts[require_columns(table, layouts)]
        except UnknownLayoutError:
            continue
        code = "KODE" if layout is DST else "Code" if layout is EUROSTAT else "code"
        if table.rows and begins(table.rows[0][code]):
            return table
    expected = " or ".join(", ".join(layout) for layout in layouts)
    raise MissingFileError(f"{place} holds no {what} table (a CSV with the columns {expected}).")


def _parse(table: Table, read: Callable[[Row], R]) -> Parsed[R]:
    """Read every row, setting aside what cannot be read and codes that come twice."""
    records: dict[str, R] = {}
    bad = list(table.bad)
    for row in table.rows:
        try:
            record = read(row)
            refuse_twice(record.code, records)
            records[record.code] = record
        except BadCellError as error:
            bad.append(BadRow(table.name, row.line, error.reason, str(error)))
    files = (table.name,)
    return Parsed(tuple(records.values()), tuple(bad), table.read, 0, files, table.checksum)


def _level(written: str) -> int:
    if written not in {"1", "2", "3", "4", "5"}:
        raise BadCellError("bad_level", f"The level is {written!r}, not 1 to 5.")
    return int(written)


def _title(written: str) -> str:
    if not written:
        raise BadCellError("no_label", "The title is empty.")
    return " ".join(written.split())


def _disco(row: Row) -> DiscoRecord:
    level = _level(row["NIVEAU"])
    code = row["KODE"].zfill(DISCO_DIGITS[level])
    if not code.isdecimal() or len(code) != DISCO_DIGITS[level]:
        detail = f"KODE is {row['KODE']!r}; level {level} has {DISCO_DIGITS[level]} digits."
        raise BadCellError("bad_code", detail)
    includes = "\n".join(filter(None, [row["INKLUDERER"], row["INKLUDERER_OGSÅ"]]))
    return DiscoRecord(
        code=code,
        level=level,
        label=_title(row["TITEL"]),
        notes=row["GENERELLE_NOTER"],
        includes=includes,
        excludes=row["EKSKLUDERER"],
    )


def _industry(level: str, code: str, labels: dict[str, str]) -> IndustryRecord:
    depth = _level(level)
    if not INDUSTRY[depth].fullmatch(code):
        digits = code.replace(".", "")
        # Codes are also written without points: 011100.
        code = ".".join(part for part in (digits[:2], digits[2:4], digits[4:]) if part)
    if not INDUSTRY[depth].fullmatch(code):
        raise BadCellError("bad_code", f"The code {code!r} is not one of level {depth}.")
    return IndustryRecord(code=code, level=depth, labels=labels)


def _db07(row: Row) -> IndustryRecord:
    return _industry(row["NIVEAU"], row["KODE"], {"da": _title(row["TITEL"])})


def _eurostat(row: Row, language: str) -> IndustryRecord:
    return _industry(row["Level"], row["Code"], {language: _title(row["Description"])})


def _plain(row: Row, titles: list[str]) -> IndustryRecord:
    labels = {name.removeprefix("title_"): row[name] for name in titles if row[name]}
    _title(next(iter(labels.values()), ""))
    return _industry(row["level"], row["code"], labels)
