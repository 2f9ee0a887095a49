# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""CSV rows that may span lines, with the text they came from and a bound on their size."""

import csv
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass

from jobunivers.integrations.jobads.framing import Frame
from jobunivers.integrations.jobads.options import ReadOptions
from jobunivers.integrations.jobads.values.text import decode


@dataclass(frozen=True, slots=True)
class CsvRow:
    """One row: its cells, or (`frame`, `reason`) what was wrong with it."""

    position: int  # the line it begins on
    text: str
    cells: list[str]
    warnings: tuple[str, ...] = ()
    reason: str = ""
    frame: Frame | None = None
    last: bool = False  # the file ended here without an end of line


class Comma(csv.excel):
    """Comma-separated, as Excel writes it."""


class Semicolon(csv.excel):
    """Semicolon-separated, as a Danish Excel writes it."""

    delimiter = ";"


class Tab(csv.excel):
    """Tab-separated."""

    delimiter = "\t"


class Bar(csv.excel):
    """Separated by vertical bars."""

    delimiter = "|"


def dialect_of(first_line: str) -> type[csv.excel]:
    """Return the dialect whose delimiter stands most often in the header."""
    kinds: tuple[type[csv.excel], ...] = (Comma, Semicolon, Tab, Bar)
    return max(kinds, key=lambda kind: first_line.count(kind.delimiter))


# A quoted cell that goes on for longer than this was never closed: the longest description that is
# kept, in lines of the usual length, is far below.
_MOST_LINES = 5_000


class _UnclosedError(Exception):
    """A quoted cell goes on beyond what a row can be."""


class _Rows:
    """Hands lines to the CSV reader and remembers which it took for the row at hand."""

    def __init__(self, frames: Iterator[Frame], options: ReadOptions) -> None:
        self._frames = frames
        self._options = options
        self._waiting: deque[Frame] = deque()
        self.taken: list[Frame] = []
        self.texts: list[str] = []
        self.warnings: tuple[str, ...] = ()
        self._size = 0

    def next_frame(self) -> Frame | None:
        """Return the next line, those put back first."""
        return self._waiting.popleft() if self._waiting else next(self._frames, None)

    def begin(self, frame: Frame) -> None:
        """Begin a row with this line."""
        self.taken, self.texts, self.warnings, self._size = [], [], (), 0
        self._waiting.appendleft(frame)

    def __iter__(self) -> Iterator[str]:
        """Yield lines as the CSV reader asks for them; raise when a row cannot be that long."""
        while True:
            frame = self.next_frame()
            if frame is None:
                raise _UnclosedError
            if (
                frame.reason
                or len(self.taken) >= _MOST_LINES
                or self._size > self._options.max_record_bytes
            ):
                self._waiting.appendleft(frame)
                raise _UnclosedError
            text, warnings = decode(frame.raw, self._options.encoding)
            self.taken.append(frame)
            self.texts.append(text.removesuffix("\r").replace("\r", " "))
            self.warnings += warnings
            self._size += len(frame.raw)
            yield self.texts[-1] + "\n"

    def put_back(self) -> None:
        """Keep only the row's first line and read the others again."""
        self._waiting.extendleft(reversed(self.taken[1:]))
        del self.taken[1:], self.texts[1:]


def csv_rows(frames: Iterator[Frame], head: bytes, options: ReadOptions) -> Iterator[CsvRow]:
    """Yield the rows of a CSV file whose frames are its lines.

    A quotation mark that is never closed would swallow the rest of the file. Then the line that
    opened it is set aside, and the lines after it are read again.
    """
    dialect = dialect_of(decode(head.partition(b"\n")[0], options.encoding)[0])
    csv.field_size_limit(max(csv.field_size_limit(), 2 * options.max_record_bytes))
    rows = _Rows(frames, options)
    while (frame := rows.next_frame()) is not None:
        if frame.reason:
            yield CsvRow(frame.position, "", [], frame=frame)
        elif frame.raw.strip():
            rows.begin(frame)
            yield _row(rows, dialect)


def _row(rows: _Rows, dialect: type[csv.excel]) -> CsvRow:
    cells: list[str] = []
    reason = ""
    try:
        cells = next(csv.reader(iter(rows), dialect))
    except csv.Error:
        reason = "unreadable"
    except _UnclosedError:
        reason = "truncated" if rows.taken[0].last else "unclosed_quote"
        rows.put_back()
    return CsvRow(
        position=rows.taken[0].position,
        text="\n".join(rows.texts),
        cells=cells,
        warnings=tuple(dict.fromkeys(rows.warnings)),
        reason=reason,
        last=rows.taken[-1].last,
    )
