# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A CV as plain text."""

from jobunivers.integrations.profiles.records import Document, TextLine, Unreadable

_LEAST_READABLE = 0.9


def read(data: bytes) -> Document:
    """Return the lines of a text in UTF-8, UTF-16 or Windows' own; raises Unreadable."""
    text = _decoded(data)
    readable = sum(c.isprintable() or c in "\n\r\t\f" for c in text)
    if not text or readable < _LEAST_READABLE * len(text):
        raise Unreadable("wrong_type")
    lines = (line.strip() for line in text.replace("\f", "\n").splitlines())
    return Document(
        "text", tuple(TextLine(line, 1, n) for n, line in enumerate(lines, start=1) if line)
    )


def _decoded(data: bytes) -> str:
    if data[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")
