# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A value encrypted and opened again: what is stored, and what it is bound to.

Text is stored as `e1.<key's name>.<nonce, ciphertext and tag in base64>`, bytes as `e1`, one byte
with the length of the key's name, the name, and the rest. What a value is about (table, column and
kommune) is authenticated with it: moved to another column or kommune it does not open.
"""

import base64
import binascii
import os

from cryptography.exceptions import InvalidTag
from django.conf import settings

from jobunivers.foundation.crypto.keys import KeyRing, cipher, hash_with, read_keys

MARK = "e1"
_NONCE = 12
_PARTS = 3


class CannotOpen(Exception):  # noqa: N818 - it reads as what happened
    """A stored value cannot be opened: its key is not given, or it was changed."""


def ring() -> KeyRing:
    """Return the keys of this installation."""
    return read_keys(str(settings.DATA_KEYS))


def seal_text(plain: str, *, about: str, whose: str) -> str:
    """Return a text as it is stored; an empty one stays empty, so that constraints can see it."""
    if not plain:
        return ""
    key = ring().current
    sealed = _sealed(key.secret, plain.encode(), about, whose)
    return f"{MARK}.{key.name}.{base64.urlsafe_b64encode(sealed).decode()}"


def open_text(stored: str, *, about: str, whose: str) -> str:
    """Return the text of what is stored.

    Raises:
        CannotOpen: it is not encrypted, its key is not given, or it was changed or moved.
    """
    if not stored:
        return ""
    parts = stored.split(".")
    if len(parts) != _PARTS or parts[0] != MARK:
        raise CannotOpen(f"A value of {about} is not encrypted.")
    try:
        sealed = base64.urlsafe_b64decode(parts[2])
    except (binascii.Error, ValueError) as error:
        raise CannotOpen(f"A value of {about} is damaged.") from error
    return _opened(parts[1], sealed, about, whose).decode()


def seal_bytes(plain: bytes, *, about: str, whose: str) -> bytes:
    """Return bytes as they are stored."""
    key = ring().current
    return bytes_head(key.name) + _sealed(key.secret, plain, about, whose)


def open_bytes(stored: bytes, *, about: str, whose: str) -> bytes:
    """Return the bytes of what is stored; raise CannotOpen as `open_text`."""
    head = len(MARK) + 1
    if stored[: len(MARK)] != MARK.encode() or len(stored) < head:
        raise CannotOpen(f"A value of {about} is not encrypted.")
    end = head + stored[head - 1]
    return _opened(stored[head:end].decode("ascii", "replace"), stored[end:], about, whose)


def bytes_head(name: str) -> bytes:
    """Return what stored bytes begin with when they are encrypted with the key of this name."""
    return MARK.encode() + bytes([len(name)]) + name.encode()


def keyed_hash(text: str, *, about: str) -> str:
    """Return the hash that a text is found by, with the current key."""
    return hash_with(ring().current, text, about)


def keyed_hashes(text: str, *, about: str) -> list[str]:
    """Return a text's hashes with every key that is given: rows may lie under any of them."""
    return [hash_with(key, text, about) for key in ring().keys]


def _sealed(secret: bytes, plain: bytes, about: str, whose: str) -> bytes:
    nonce = os.urandom(_NONCE)
    return nonce + cipher(secret, about).encrypt(nonce, plain, _bound(about, whose))


def _opened(name: str, sealed: bytes, about: str, whose: str) -> bytes:
    key = ring().named(name)
    if key is None:
        raise CannotOpen(
            f"A value of {about} is encrypted with the key {name!r}, which is not given "
            "(JOBUNIVERS_DATA_KEYS)."
        )
    try:
        return cipher(key.secret, about).decrypt(
            sealed[:_NONCE], sealed[_NONCE:], _bound(about, whose)
        )
    except (InvalidTag, ValueError) as error:
        raise CannotOpen(
            f"A value of {about} does not open with the key {name!r}: the key is another one, or "
            "the value was changed or moved."
        ) from error


def _bound(about: str, whose: str) -> bytes:
    return f"{about}|{whose}".encode()
