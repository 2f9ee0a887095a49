# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""CVs as files: PDF and Word from the laid-out lines, and plain text.

Both formats in a few dozen lines of our own, as simple programs write them; libraries for writing
would be dependencies that nothing but the simulator needs. The PDF uses Helvetica, which every
reader has, in the Western alphabet: letters outside it lose their marks (Yılmaz, Nguyễn), as on
many real forms. Word keeps them.
"""

import io
import random
import textwrap
import unicodedata
import zipfile
from collections.abc import Sequence
from xml.sax.saxutils import escape

from jobunivers.simulator.population import cv_layout
from jobunivers.simulator.population.cv import Cv
from jobunivers.simulator.population.cv_layout import Line

_SIZES = {"name": 18, "heading": 13, "strong": 10.5, "text": 10.5, "bullet": 10.5, "space": 10.5}
_PAGE = (595, 842)  # A4 in points
_MARGIN, _LEADING = 62, 1.38
_WIDE = 0.5  # of Helvetica's size, how wide a letter is on average
_OTHER_LETTERS = str.maketrans({"ı": "i", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D"})
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TYPES = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-'
    'officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_RELATIONS = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
    'relationships/officeDocument" Target="word/document.xml"/></Relationships>'
)


def text(rng: random.Random, cv: Cv) -> bytes:
    """Return the CV as a text file in UTF-8."""
    return cv_layout.text(rng, cv).encode()


def docx(rng: random.Random, cv: Cv) -> bytes:
    """Return the CV as a Word file."""
    body = "".join(_paragraph(line) for line in cv_layout.lines(rng, cv))
    document = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        f'<w:document xmlns:w="{_WORD}"><w:body>{body}<w:sectPr>'
        '<w:pgSz w:w="11906" w:h="16838"/></w:sectPr></w:body></w:document>'
    )
    found = io.BytesIO()
    with zipfile.ZipFile(found, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in (
            ("[Content_Types].xml", _TYPES),
            ("_rels/.rels", _RELATIONS),
            ("word/document.xml", document),
        ):
            # A date of their own would make two files of the same CV differ.
            archive.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), content)
    return found.getvalue()


def _paragraph(line: Line) -> str:
    bold = "<w:b/>" if line.kind in {"name", "heading", "strong"} else ""
    size = round(2 * _SIZES[line.kind])
    run = f'<w:rPr>{bold}<w:sz w:val="{size}"/></w:rPr>'
    said = f'<w:t xml:space="preserve">{escape(line.text)}</w:t>'
    return f"<w:p><w:r>{run}{said}</w:r></w:p>"


def pdf(rng: random.Random, cv: Cv) -> bytes:
    """Return the CV as a PDF of one page or more."""
    return _document([_stream(page) for page in _pages(cv_layout.lines(rng, cv))])


def _pages(lines: Sequence[Line]) -> list[list[tuple[float, Line]]]:
    """Return the lines of each page with their heights, long ones wrapped."""
    pages: list[list[tuple[float, Line]]] = [[]]
    height = float(_PAGE[1] - _MARGIN)
    for line in lines:
        size = _SIZES[line.kind]
        width = int((_PAGE[0] - 2 * _MARGIN) / (size * _WIDE))
        for part in textwrap.wrap(line.text, width) or [""]:
            height -= size * _LEADING
            if height < _MARGIN:
                pages.append([])
                height = _PAGE[1] - _MARGIN - size * _LEADING
            pages[-1].append((height, Line(part, line.kind)))
    return pages


def _stream(page: Sequence[tuple[float, Line]]) -> bytes:
    """Return the operators that write one page."""
    written = [b"BT"]
    for height, line in page:
        font = "F2" if line.kind in {"name", "heading", "strong"} else "F1"
        words = (
            western(line.text).replace(b"\\", rb"\\").replace(b"(", rb"\(").replace(b")", rb"\)")
        )
        place = f"/{font} {_SIZES[line.kind]} Tf 1 0 0 1 {_MARGIN} {height:.1f} Tm "
        written.append(place.encode() + b"(" + words + b") Tj")
    return b"\n".join([*written, b"ET"])


def western(words: str) -> bytes:
    """Return the words in Windows-1252, letters outside it without their marks."""
    found = bytearray()
    for letter in words.translate(_OTHER_LETTERS):
        try:
            found += letter.encode("cp1252")
        except UnicodeEncodeError:
            plain = unicodedata.normalize("NFD", letter)[:1]
            found += plain.encode("cp1252", "replace")
    return bytes(found)


def _document(streams: Sequence[bytes]) -> bytes:
    """Return a PDF of pages with these contents: catalogue, pages, fonts, then page by page."""
    font = "<< /Type /Font /Subtype /Type1 /BaseFont /{} /Encoding /WinAnsiEncoding >>"
    kids = " ".join(f"{5 + 2 * at} 0 R" for at in range(len(streams)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(streams)} >>".encode(),
        font.format("Helvetica").encode(),
        font.format("Helvetica-Bold").encode(),
    ]
    for at, stream in enumerate(streams):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {_PAGE[0]} {_PAGE[1]}] /Resources "
            f"<< /Font << /F1 3 0 R /F2 4 0 R >> >> /Contents {6 + 2 * at} 0 R >>".encode()
        )
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
    out = bytearray(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n")
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1, table,
    )  # fmt: skip
    return bytes(out)
