# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The bytes of a source as a stream: unpacked, without byte order mark, never all in memory."""

import codecs
import itertools
import zlib
from collections.abc import Iterator
from typing import Protocol

CHUNK = 64 * 1024
_GZIP = b"\x1f\x8b"
_ARCHIVES = (b"PK\x03\x04", b"BZh", b"\xfd7zXZ", b"7z\xbc\xaf", b"Rar!", b"\x28\xb5\x2f\xfd")
_LONGEST_MARK = max(map(len, _ARCHIVES))
_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_OPENERS = b"<{[\"' \r\n\t"


class Readable(Protocol):
    """What a stream of bytes must be able to do: an open file, a response, an unpacker."""

    def read(self, size: int, /) -> bytes:
        """Return up to `size` bytes; none means the end."""
        ...


class ByteSource:
    """A stream of UTF-8 or one-byte text, unpacked if it was gzipped.

    `head` is the beginning (up to 64 KiB), for guessing; `damage` says, when the stream has
    been read to its end, that it ended too early ("truncated") or was broken ("gz_damaged").
    """

    def __init__(self, stream: Readable) -> None:
        self.damage = ""
        self.archive = False
        self._chunks = self._utf8(self._unpacked(stream))
        self.head = b""
        while len(self.head) < CHUNK and (more := next(self._chunks, b"")):
            self.head += more

    def chunks(self) -> Iterator[bytes]:
        """Yield the text in pieces of at most a few hundred KiB; to be used once."""
        yield self.head
        yield from self._chunks

    def _unpacked(self, stream: Readable) -> Iterator[bytes]:
        first = b""
        # A slow stream gives a few bytes at a time: what it holds must not depend on how many.
        while len(first) < _LONGEST_MARK and (more := _read(stream)):
            first += more
        self.archive = first.startswith(_ARCHIVES)
        if first[:2] == _GZIP:
            yield from self._gunzip(first, stream)
            return
        while first:
            yield first
            first = _read(stream)

    def _gunzip(self, data: bytes, stream: Readable) -> Iterator[bytes]:
        unpacker = zlib.decompressobj(wbits=31)
        while data:
            try:
                plain = unpacker.decompress(data, CHUNK)
            except zlib.error:
                self.damage = "gz_damaged"
                return
            if plain:
                yield plain
            if unpacker.eof:
                # Several gzip members after each other are one file; padding after it is not.
                data = unpacker.unused_data or _read(stream)
                if data[:2] != _GZIP:
                    return
                unpacker = zlib.decompressobj(wbits=31)
            else:
                data = unpacker.unconsumed_tail or _read(stream)
        self.damage = "truncated"

    def _utf8(self, chunks: Iterator[bytes]) -> Iterator[bytes]:
        first = b""
        while len(first) < 4 and (more := next(chunks, b"")):  # noqa: PLR2004
            first += more
        encoding = _wide_encoding(first)
        if encoding:
            decoder = codecs.getincrementaldecoder(encoding)(errors="replace")
            yield from filter(None, (
                decoder.decode(chunk).encode("utf-8", "replace")
                for chunk in itertools.chain((first,), chunks)
            ))  # fmt: skip
            return
        yield from filter(None, (first.removeprefix(codecs.BOM_UTF8),))
        yield from chunks


def _read(stream: Readable) -> bytes:
    return stream.read(CHUNK) or b""


def _wide_encoding(head: bytes) -> str:
    """Return the two- or four-byte encoding that the first bytes betray, or ""."""
    for bom, encoding in _BOMS:
        if head.startswith(bom):
            return encoding
    if head[:1] and head[0] in _OPENERS and head[1:2] == b"\0" and head[2:3] != b"\0":
        return "utf-16-le"
    if head[:1] == b"\0" and head[1:2] and head[1] in _OPENERS:
        return "utf-16-be"
    return ""
