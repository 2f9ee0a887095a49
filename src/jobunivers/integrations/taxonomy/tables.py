# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading tables as offices publish them: any delimiter, a byte-order mark, lines inside cells."""

import csv
import hashlib
import io
from collections.abc import Callable, Container, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from jobunivers.integrations.taxonomy.records import BadRow

if TYPE_CHECKING:
    from _csv import Reader

# ESCO's longest cells are a few thousand characters. A cell of a megabyte is a lost quotation mark.
LONGEST_CELL = 1_000_000
DELIMITERS = (",", ";", "\t")


class ImportRefusedError(Exception):
    """The files cannot be imported; the message says why in one line a person can act on."""


class MissingFileError(ImportRefusedError):
    """The folder, or a file that it must hold, is not there."""


class UnknownLayoutError(ImportRefusedError):
    """The file's columns are none that we know."""


class BadCellError(ValueError):
    """A row cannot be used; carries the reason's code and a sentence."""

    def __init__(self, reason: str, detail: str) -> None:
        super().__init__(detail)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Row:
    """One record of a table; cells are stripped and absent columns read as empty text."""

    line: int
    cells: dict[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells.get(column, "")


@dataclass(frozen=True, slots=True)
class Table:
    """A table read whole: column names, rows, and the rows whose cells do not fit the header."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    bad: tuple[BadRow, ...]
    checksum: str = ""

    @property
    def read(self) -> int:
        """The number of rows in the file, good and bad."""
        return len(self.rows) + len(self.bad)


def text_of(path: Path) -> str:
    """Return the file's text: UTF-8 with or without mark, UTF-16 with mark, else Windows-1252."""
    raw = path.read_bytes()
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return raw.decode("utf-16")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("cp1252", errors="replace")


def read_table(path: Path) -> Table:
    """Read a delimited file with a header line.

    Raises:
        MissingFileError: there is no such file.
        UnknownLayoutError: the file is empty.
    """
    if not path.is_file():
        raise MissingFileError(f"There is no file {path}.")
    text = text_of(path)
    header = text.split("\n", 1)[0]
    if not header.strip():
        raise UnknownLayoutError(f"{path.name} is empty or begins with an empty line.")
    delimiter = max(DELIMITERS, key=header.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    columns = tuple(name.strip() for name in next(reader))
    rows: list[Row] = []
    bad: list[BadRow] = []
    for line, cells in _records(reader, path.name, bad):
        if len(cells) == len(columns):
            filled = (cell.strip() for cell in cells)
            rows.append(Row(line, dict(zip(columns, filled, strict=True))))
        else:
            detail = f"The row has {len(cells)} cells; the header has {len(columns)}."
            bad.append(BadRow(path.name, line, "columns", detail))
    return Table(path.name, columns, tuple(rows), tuple(bad), checksum_of([path]))


def _records(reader: "Reader", name: str, bad: list[BadRow]) -> Iterator[tuple[int, list[str]]]:
    """Yield each record with its first line; a lost quotation mark ends it as a bad row."""
    previous = csv.field_size_limit(LONGEST_CELL)
    try:
        while True:
            line = reader.line_num + 1
            try:
                cells = next(reader)
            except StopIteration:
                return
            except csv.Error as error:
                bad.append(BadRow(name, line, "unreadable", f"From here on: {error}."))
                return
            if any(cell.strip() for cell in cells):
                yield line, cells
    finally:
        csv.field_size_limit(previous)


def require_columns(table: Table, layouts: Sequence[Sequence[str]]) -> int:
    """Return the number of the first layout whose columns the table has.

    Raises:
        UnknownLayoutError: no layout fits; names the columns expected and found.
    """
    for number, layout in enumerate(layouts):
        if set(layout) <= set(table.columns):
            return number
    expected = " or ".join(", ".join(layout) for layout in layouts)
    found = ", ".join(table.columns)
    raise UnknownLayoutError(f"{table.name}: expected the columns {expected}; found {found}.")


def require_folder(folder: Path) -> Path:
    """Return the folder, or say that there is none.

    Raises:
        MissingFileError: the folder is not there.
    """
    if not folder.is_dir():
        raise MissingFileError(f"There is no folder {folder}.")
    return folder


def files_in(folder: Path, fits: Callable[[str], bool]) -> list[Path]:
    """Return the files in the folder, or one folder down, whose lower-case name `fits`, by name.

    One folder down because each language of an ESCO download unpacks to a folder of its own.
    """
    found = [*require_folder(folder).glob("*"), *folder.glob("*/*")]
    return sorted(path for path in found if path.is_file() and fits(path.name.lower()))


def checksum_of(paths: Sequence[Path]) -> str:
    """Return a digest of the files' names and contents, by which a changed download is known."""
    digest = hashlib.sha256()
    for path in sorted(paths):
        digest.update(path.name.encode() + b"\0")
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def lines(cell: str, separators: str = "\n") -> tuple[str, ...]:
    """Return the distinct non-empty entries of a list inside a cell, in their order."""
    for separator in separators[1:]:
        cell = cell.replace(separator, separators[0])
    entries = (" ".join(entry.split()) for entry in cell.split(separators[0]))
    return tuple(dict.fromkeys(entry for entry in entries if entry))


def number(cell: str, name: str) -> float:
    """Return a number written with a point or a comma.

    Raises:
        BadCellError: the cell holds no number.
    """
    try:
        return float(cell.replace(",", "."))
    except ValueError:
        raise BadCellError("bad_number", f"{name} is {cell!r}, not a number.") from None


def refuse_twice(key: str, known: Container[str]) -> None:
    """Refuse a key that came before.

    Raises:
        BadCellError: it did.
    """
    if key in known:
        raise BadCellError("duplicate", f"{key} was there before.")
