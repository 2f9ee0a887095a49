# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""From the bytes of a file to what it tells: the only way in."""

import orjson

from jobunivers.integrations.profiles.documents import child, plain
from jobunivers.integrations.profiles.formats import (
    europass_json,
    europass_profile,
    europass_xml,
    json_resume,
    own,
)
from jobunivers.integrations.profiles.formats.trees import name_of, parse_xml
from jobunivers.integrations.profiles.records import Document, ProfileTold, Unreadable

LARGEST = 5 * 1024 * 1024
"""Bytes of a file; a CV with a photograph has two million."""
SUFFIXES = (".pdf", ".docx", ".odt", ".txt", ".xml", ".json")
"""How the names of files end that can be read; what a file is, is seen from the file itself."""
_OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"RIFF", b"II*\x00", b"MM\x00*", b"BM")


def read(data: bytes) -> ProfileTold | Document:
    """Return what a file tells, or its text when it is a CV in PDF, Word or plain text.

    What it is, is seen from its content; its name is not asked.

    Raises:
        Unreadable: with the reason; nothing else is raised, whatever the bytes are.
    """
    if not data.strip():
        raise Unreadable("empty")
    if len(data) > LARGEST:
        raise Unreadable("too_large")
    try:
        found = _read(data)
    except RecursionError:
        raise Unreadable("broken") from None
    if found.is_empty if isinstance(found, ProfileTold) else not found.lines:
        raise Unreadable("nothing_found")
    return found


def _read(data: bytes) -> ProfileTold | Document:
    head = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n")
    if b"%PDF-" in data[:1024]:
        return child.read_apart(data, "pdf")
    if head.startswith(b"PK"):
        return child.read_apart(data, "word")
    if head.startswith(_OLD_WORD):
        # Word before 2007, and what Word locks with a password, look the same from outside.
        locked = "EncryptedPackage".encode("utf-16-le") in data
        raise Unreadable("encrypted" if locked else "old_word")
    if head.startswith(_PICTURES):
        raise Unreadable("images_only")
    if head.startswith(b"{\\rtf"):
        raise Unreadable("old_word")
    if head[:1] in {b"{", b"["}:
        return _json(data)
    if head.startswith(b"<"):
        return _xml(data)
    return plain.read(data)


def _json(data: bytes) -> ProfileTold:
    try:
        tree: object = orjson.loads(data.removeprefix(b"\xef\xbb\xbf"))
    except orjson.JSONDecodeError:
        raise Unreadable("broken") from None
    if own.is_one(tree):
        return own.read(tree)
    if europass_json.is_one(tree):
        return europass_json.read(tree)
    if json_resume.is_one(tree):
        return json_resume.read(tree)
    raise Unreadable("wrong_type")


def _xml(data: bytes) -> ProfileTold:
    root = parse_xml(data)
    if name_of(root) == europass_xml.ROOT:
        return europass_xml.read(root)
    if name_of(root) == europass_profile.ROOT:
        return europass_profile.read(root)
    raise Unreadable("wrong_type")
