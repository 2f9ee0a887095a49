# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The text of a PDF, in the order a person reads it: columns one after the other."""

from collections.abc import Sequence
from dataclasses import dataclass

import pypdfium2
from pypdfium2 import raw

from jobunivers.integrations.profiles.records import Document, TextLine, Unreadable

MOST_PAGES = 30
"""A CV has three; what stands after this many pages is not read."""
MOST_CHARACTERS = 200_000
_SAME_LINE = 0.5
"""Pieces whose middles lie within so much of a letter's height stand on one line."""
_APART, _WORD = 1.2, 0.25
"""A gap of so many letters' heights parts two pieces, or two words."""
_WIDE = 1.2
"""A gap of so many letters' heights between pieces is a tab, not a space."""
_HYPHENS, _LAST_CODE = frozenset({0x02, 0xAD, 0xFFFE}), 0x10FFFF
_LEAST_COLUMN = 4
"""Lines on either side of a gap before it parts two columns."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of text on a page: points from its lower left corner."""

    text: str
    left: float
    bottom: float
    right: float
    top: float

    @property
    def middle(self) -> float:
        """Return the height at which it stands."""
        return (self.bottom + self.top) / 2

    @property
    def height(self) -> float:
        """Return the height of its letters."""
        return max(1.0, self.top - self.bottom)


def read(data: bytes) -> Document:
    """Return the document's text.

    Raises:
        Unreadable: it is encrypted, broken, or holds pictures and no text.
    """
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        wanted = getattr(error, "err_code", None) == raw.FPDF_ERR_PASSWORD
        raise Unreadable("encrypted" if wanted else "broken") from None
    try:
        lines: list[TextLine] = []
        characters = 0
        for number in range(min(len(document), MOST_PAGES)):
            lines += _page(document, number)
            characters = sum(len(line.text) for line in lines)
            if characters > MOST_CHARACTERS:
                raise Unreadable("too_much")
        if not characters:
            raise Unreadable("images_only" if len(document) else "empty")
    finally:
        document.close()
    return Document("pdf", tuple(lines))


def _page(document: pypdfium2.PdfDocument, number: int) -> list[TextLine]:
    try:
        page = document[number]
    except pypdfium2.PdfiumError:
        return []  # one broken page does not lose the others
    text = page.get_textpage()
    try:
        pieces = _pieces(text)
    finally:
        text.close()
        page.close()
    lines = _reading_order(pieces)
    return [
        TextLine(_joined(line), number + 1, place, size=round(max(one.height for one in line), 1))
        for place, line in enumerate(lines, start=1)
    ]


def _pieces(page: pypdfium2.PdfTextPage) -> list[Piece]:
    """Return the runs of letters that stand close together on one line, in the file's order."""
    pieces: list[Piece] = []
    space = False
    for index in range(min(page.count_chars(), MOST_CHARACTERS + 1)):
        code = raw.FPDFText_GetUnicode(page, index)
        letter = "-" if code in _HYPHENS else chr(code) if code < _LAST_CODE else " "
        if letter.isspace() or not letter.isprintable():
            space = True
            continue
        box = page.get_charbox(index, loose=True)
        piece = Piece(letter, *box)
        if pieces and _continues(pieces[-1], piece):
            pieces[-1] = _together(pieces[-1], piece, space=space)
        else:
            pieces.append(piece)
        space = False
    return pieces


def _continues(before: Piece, piece: Piece) -> bool:
    if not _beside(before, piece):
        return False
    gap = piece.left - before.right
    return -before.height < gap < _APART * max(before.height, piece.height)


def _together(before: Piece, piece: Piece, *, space: bool) -> Piece:
    gap = piece.left - before.right
    between = " " if space or gap > _WORD * piece.height else ""
    return Piece(
        before.text + between + piece.text,
        before.left,
        min(before.bottom, piece.bottom),
        max(before.right, piece.right),
        max(before.top, piece.top),
    )


def _reading_order(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """Return the lines: what stands across the page first, then each column from the top."""
    rows = _rows(pieces)
    gutter = _gutter(rows)
    if gutter is None:
        return rows
    across = [row for row in rows if any(one.left < gutter < one.right for one in row)]
    first = max((row[0].middle for row in across), default=float("inf"))
    columns: list[list[Piece]] = []
    for left_side in (True, False):
        own = [one for row in rows if row not in across for one in row
               if (one.right <= gutter) == left_side]  # fmt: skip
        columns += _rows(own)
    top = [row for row in across if row[0].middle >= first - 1 or _above(row, columns)]
    return [*top, *columns, *(row for row in across if row not in top)]


def _above(row: list[Piece], columns: list[list[Piece]]) -> bool:
    return all(row[0].middle > column[0].middle for column in columns)


def _rows(pieces: Sequence[Piece]) -> list[list[Piece]]:
    rows: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda one: (-one.middle, one.left, one.text)):
        row = rows[-1] if rows else None
        if row and abs(row[0].middle - piece.middle) < _SAME_LINE * min(
            row[0].height, piece.height
        ):
            row.append(piece)
        else:
            rows.append([piece])
    return [sorted(row, key=lambda one: one.left) for row in rows]


def _beside(one: Piece, other: Piece) -> bool:
    return abs(one.middle - other.middle) < _SAME_LINE * min(one.height, other.height)


def _gutter(rows: Sequence[list[Piece]]) -> float | None:
    """Return where a strip without text parts the page in two columns; None when none does.

    A date in a margin beside its job is no column: then both sides stand on the same lines.
    """
    pieces = [one for row in rows for one in row]
    if not pieces:
        return None
    low, high = min(one.left for one in pieces), max(one.right for one in pieces)
    best: tuple[int, float] | None = None
    for share in range(20, 81, 2):
        at = low + (high - low) * share / 100
        crossed = sum(any(one.left < at < one.right for one in row) for row in rows)
        left = [row for row in rows if any(one.right <= at for one in row)]
        right = [row for row in rows if any(one.left >= at for one in row)]
        shared = [row for row in left if row in right]
        apart = min(len(left), len(right))
        if crossed > max(3, len(rows) // 10) or apart < _LEAST_COLUMN:
            continue
        if len(shared) > 0.6 * apart and not _two_texts(shared, at):
            continue
        if best is None or crossed < best[0]:
            best = (crossed, at)
    return best[1] if best else None


def _two_texts(shared: Sequence[list[Piece]], at: float) -> bool:
    """Return whether lines that stand side by side are two texts rather than dates and jobs."""
    sides = [[one.text for one in row if one.right <= at] for row in shared]
    dated = sum(any(character.isdigit() for text in side for character in text) for side in sides)
    return dated < len(shared) / 3


def _joined(row: Sequence[Piece]) -> str:
    text, end = "", 0.0
    for piece in row:
        if text:
            text += "\t" if piece.left - end > _WIDE * piece.height else " "
        text += piece.text
        end = piece.right
    return text.strip()
