# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where one record ends and the next begins: lines, JSON values, marked-up blocks.

Every framer is a generator over a `ByteSource` that holds one record and one chunk in memory,
goes on after a record that cannot be read, and ends with one frame "truncated" if the source did.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from jobunivers.integrations.jobads.options import ORIGINAL_LIMIT
from jobunivers.integrations.jobads.source import ByteSource


@dataclass(frozen=True, slots=True)
class Frame:
    """The bytes of one record, or (`reason`) why they are not a record."""

    position: int  # 1-based: the line, or the number of the element
    raw: bytes
    reason: str = ""  # "", "too_large", "truncated", "gz_damaged", "xml_forbidden"
    last: bool = False  # the source ended here, without an end of line
    nested: bool = False  # one of an envelope's members


class Held:
    """The bytes of the record being read; beyond the limit only the beginning is kept."""

    __slots__ = ("_data", "_limit", "too_large")

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self.clear()

    def clear(self) -> None:
        """Forget what is held, for the next record."""
        self._data = bytearray()
        self.too_large = False

    def add(self, piece: bytes) -> None:
        """Add the record's next bytes."""
        if self.too_large:
            return
        self._data += piece
        if len(self._data) > self._limit:
            self.too_large = True
            self._data = self._data[:ORIGINAL_LIMIT]

    def bytes(self) -> bytes:
        """Return what is held."""
        return bytes(self._data)

    def frame(self, position: int, *, last: bool = False, nested: bool = False) -> Frame:
        """Return what is held as a frame and forget it."""
        frame = Frame(position, self.bytes(), "too_large" if self.too_large else "", last, nested)
        self.clear()
        return frame


def lines(source: ByteSource, limit: int, *, blank: bool = False) -> Iterator[Frame]:
    """Yield each line without its end, blank ones only if asked; positions are line numbers."""
    held = Held(limit)
    number = 1
    for chunk in source.chunks():
        pieces = chunk.split(b"\n")
        held.add(pieces[0])
        for piece in pieces[1:]:
            frame = held.frame(number)
            if blank or frame.raw.strip():
                yield frame
            number += 1
            held.add(piece)
    rest = held.frame(number, last=True)
    if rest.raw.strip() and not source.damage:
        yield rest
    elif source.damage:
        yield Frame(number, rest.raw, source.damage)


_XMLNS = re.compile(rb"""\bxmlns(?::[\w.\-]+)?\s*=\s*(?:"[^"<]*"|'[^'<]*')""")
_OUTER_TAG = re.compile(rb"<(/?)[A-Za-z_][^<>]*?(/?)>")
_XML_TOKEN = (
    rb"<!\[CDATA\[|<!--|(?i:<!DOCTYPE|<!ENTITY)"
    rb"|<(?P<close>/?)(?:[\w.\-]+:)?(?:%s)(?=[\s/>])[^<>]*>"
)
_LONGEST_TOKEN = 8_192  # a start tag with its attributes and namespaces


class _Blocks:
    """Finds the elements of one name in XML text, without parsing what is around them."""

    def __init__(self, name: bytes, limit: int) -> None:
        self._token = re.compile(_XML_TOKEN % name)
        self._held = Held(limit)
        self._outer = Held(limit=64 * 1024)
        self._depth = 0
        self._outer_depth = 0
        self._until = b""  # inside CDATA or a comment: what ends it
        self.count = 0
        self.forbidden = False

    def feed(self, data: bytes, *, end: bool) -> tuple[list[Frame], bytes]:
        """Return the elements that end in `data`, and the bytes to give again with more."""
        found: list[Frame] = []
        at = 0
        while not self.forbidden:
            if self._until:
                stop = data.find(self._until, at)
                if stop < 0:
                    keep = len(data) if end else max(at, len(data) - 2)
                    self._pass(data[at:keep])
                    return found, data[keep:]
                stop += len(self._until)
                self._pass(data[at:stop])
                self._until, at = b"", stop
                continue
            token = self._token.search(data, at)
            if token is None:
                break
            self._pass(data[at : token.start()])
            at = token.end()
            self._take(token, found)
        keep = len(data)
        if not end and (tag := data.rfind(b"<", max(at, keep - _LONGEST_TOKEN))) >= 0:
            keep = tag
        self._pass(data[at:keep])
        return found, data[max(keep, at) :]

    def _pass(self, piece: bytes) -> None:
        if self._depth:
            self._held.add(piece)
            return
        for tag in _OUTER_TAG.finditer(piece):
            self._outer_depth += -1 if tag[1] else 0 if tag[2] else 1
        if b"xmlns" in piece:
            self._outer.add(piece)

    def _take(self, token: re.Match[bytes], found: list[Frame]) -> None:
        text = token[0]
        if text.startswith(b"<!"):
            self._until = {b"<![": b"]]>", b"<!-": b"-->"}.get(text[:3], b"")
            self.forbidden = not self._until
            if self._depth:
                self._held.add(text)
            return
        if token["close"]:
            self._depth = max(0, self._depth - 1)
        elif not text.endswith(b"/>"):
            self._depth += 1
        self._held.add(text)
        if self._depth == 0:
            self.count += 1
            found.append(self._held.frame(self.count))

    def namespaces(self) -> bytes:
        """Return the xmlns attributes of the elements around the records."""
        declared = {one.split(b"=")[0].strip(): one for one in _XMLNS.findall(self._outer.bytes())}
        return b" ".join(declared.values())

    def rest(self) -> Frame | None:
        """Return what was begun and not ended when the source stopped."""
        if self._depth or self._until or self._outer_depth > 0:
            return Frame(self.count + 1, self._held.bytes(), "truncated")
        return None


def xml_elements(source: ByteSource, limit: int, name: bytes) -> Iterator[tuple[Frame, bytes]]:
    """Yield each element called `name`, with the xmlns attributes that stand around it.

    Each element is later parsed by itself, so that one broken advertisement does not take the
    rest of a file with it. A document type or entity declaration refuses the whole source: no
    advertisement needs one, and they are how XML is made to explode or to read other files.
    """
    blocks = _Blocks(name, limit)
    data = b""
    for chunk in source.chunks():
        found, data = blocks.feed(data + chunk, end=False)
        for frame in found:
            yield frame, blocks.namespaces()
        if blocks.forbidden:
            yield Frame(blocks.count + 1, source.head[:2_000], "xml_forbidden"), b""
            return
    found, _ = blocks.feed(data, end=True)
    for frame in found:
        yield frame, blocks.namespaces()
    if blocks.forbidden:
        yield Frame(blocks.count + 1, source.head[:2_000], "xml_forbidden"), b""
    elif rest := blocks.rest():
        yield Frame(rest.position, rest.raw, source.damage or rest.reason), b""
    elif source.damage:
        yield Frame(blocks.count + 1, b"", source.damage), b""


_SCRIPT = re.compile(rb"""(?i)<script\b[^>]*\btype\s*=\s*["']?application/ld\+json\b[^>]*>""")
_SCRIPT_END = re.compile(rb"(?i)</script\s*>")


def html_scripts(source: ByteSource, limit: int) -> Iterator[Frame]:
    """Yield what stands in each `<script type="application/ld+json">` of one or many pages."""
    held = Held(limit)
    count, inside, data = 0, False, b""
    for chunk in source.chunks():
        data += chunk
        while match := (_SCRIPT_END if inside else _SCRIPT).search(data):
            if inside:
                held.add(data[: match.start()])
                count += 1
                yield held.frame(count)
            data, inside = data[match.end() :], not inside
        tag = data.rfind(b"<", max(0, len(data) - _LONGEST_TOKEN))
        keep = tag if tag >= 0 else len(data)
        if inside:
            held.add(data[:keep])
        data = data[keep:]
    if inside or source.damage:
        held.add(data if inside else b"")
        yield Frame(count + 1, held.bytes(), source.damage or "truncated")
