# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The text of a Word file (.docx) or an OpenDocument text (.odt): XML in a zip.

Fifty lines of our own on lxml, not a library: a library unfolds the whole archive, and here
nothing is unfolded that is not asked for and no more of it than a CV can be.
"""

import io
import zipfile
import zlib
from collections.abc import Iterator

from lxml import etree

from jobunivers.integrations.profiles.formats.trees import name_of, parse_xml
from jobunivers.integrations.profiles.records import Document, TextLine, Unreadable

LONGEST_XML = 20 * 1024 * 1024
"""Bytes of text with its markup; a thesis has less, and it is read in one piece."""
_FILES = {"docx": "word/document.xml", "odt": "content.xml"}
_BREAKS = frozenset({"br", "cr", "line-break"})
_TABS = frozenset({"tab"})
_PARAGRAPHS = frozenset({"p", "h"})


def read(data: bytes) -> Document:
    """Return the text of a document, a line for each paragraph, cell and line break.

    Raises:
        Unreadable: the archive is broken, encrypted or holds no document.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
            kind = next((kind for kind, name in _FILES.items() if name in names), "")
            if not kind:
                raise Unreadable("encrypted" if "EncryptedPackage" in names else "wrong_type")
            xml = _member(archive, _FILES[kind])
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError):
        raise Unreadable("broken") from None
    except RuntimeError:  # the zip's own password
        raise Unreadable("encrypted") from None
    lines = [line for paragraph in _paragraphs(parse_xml(xml)) for line in _lines(paragraph)]
    numbered = [TextLine(text, 1, number, bold=bold)
                for number, (text, bold) in enumerate(lines, start=1)]  # fmt: skip
    return Document(kind, tuple(numbered))


def _member(archive: zipfile.ZipFile, name: str) -> bytes:
    # What the archive says of its size is not trusted: so much is unfolded and no more.
    with archive.open(name) as member:
        xml = member.read(LONGEST_XML + 1)
    if len(xml) > LONGEST_XML:
        raise Unreadable("too_much")
    return xml


def _paragraphs(root: etree._Element) -> Iterator[etree._Element]:
    for element in root.iter():
        # Word tells a text box twice, the second time for old programs.
        outside = not any(name_of(above) == "Fallback" for above in element.iterancestors())
        if name_of(element) in _PARAGRAPHS and outside:
            yield element


def _lines(paragraph: etree._Element) -> list[tuple[str, bool]]:
    pieces: list[str] = []
    marked = False
    for element in paragraph.iter():
        name = name_of(element)
        if element is not paragraph and _paragraph_of(element) is not paragraph:
            continue  # a box within: it is a paragraph of its own
        if name in _BREAKS:
            pieces.append("\n")
        elif name in _TABS:
            pieces.append("\t")
        elif name in {"t", "p", "h", "span", "a"} and element.text:
            pieces.append(element.text)
        elif name == "b" and (element.get(_value(element)) or "1") not in {"0", "false"}:
            marked = True
        if name in {"span", "a", "line-break", "tab", "s"} and element is not paragraph:
            pieces.append(element.tail or "")
    text = "".join(pieces).replace("\xa0", " ")
    return [(line.strip(), marked) for line in text.split("\n") if line.strip()]


def _paragraph_of(element: etree._Element) -> etree._Element | None:
    return next(
        (above for above in (element, *element.iterancestors()) if name_of(above) in _PARAGRAPHS),
        None,
    )


def _value(element: etree._Element) -> str:
    return f"{str(element.tag).rpartition('}')[0]}}}val"
