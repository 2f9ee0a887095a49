# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The keys that personal fields are encrypted with: several at once, the first is used for new.

No Django here: settings read their keys through this file.
"""

import base64
import binascii
import hashlib
import hmac
import re
import secrets
from dataclasses import dataclass, field
from functools import lru_cache

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

BYTES = 32
_NAME = re.compile(r"[a-z0-9-]{1,20}")


class BadKeys(ValueError):  # noqa: N818 - it reads as what happened
    """What stands in JOBUNIVERS_DATA_KEYS is no list of keys; the text says what is wrong."""


@dataclass(frozen=True, slots=True)
class DataKey:
    """A key and its name; the name stands in clear text in each value."""

    name: str
    secret: bytes = field(repr=False)

    @property
    def check(self) -> str:
        """Return what proves that it is the same key, and tells nothing of it."""
        return hmac.digest(
            self.secret, b"jobunivers.data-key:" + self.name.encode(), "sha256"
        ).hex()


@dataclass(frozen=True, slots=True)
class KeyRing:
    """All keys that are known; the first encrypts, each of them decrypts."""

    keys: tuple[DataKey, ...]

    @property
    def current(self) -> DataKey:
        """Return the key that new values are encrypted with."""
        return self.keys[0]

    def named(self, name: str) -> DataKey | None:
        """Return the key of a name, None when it is not given."""
        return next((one for one in self.keys if one.name == name), None)


@lru_cache(maxsize=8)
def read_keys(text: str) -> KeyRing:
    """Return the keys that stand as `name:base64` between commas, the current one first.

    Raises:
        BadKeys: none, a name twice, or something that is no key of 32 bytes.
    """
    found: list[DataKey] = []
    for one in (part.strip() for part in text.split(",") if part.strip()):
        name, _, encoded = one.partition(":")
        if not _NAME.fullmatch(name):
            raise BadKeys("the name of a key is 1-20 of a-z, 0-9 and -, then a colon and the key")
        try:
            secret = base64.urlsafe_b64decode(encoded + "=" * (-len(encoded) % 4))
        except (binascii.Error, ValueError) as error:
            raise BadKeys(f"the key {name!r} is not base64") from error
        if len(secret) != BYTES:
            raise BadKeys(f"the key {name!r} has {len(secret)} bytes, not {BYTES}")
        found.append(DataKey(name, secret))
    if not found:
        raise BadKeys("there is no key")
    if len({one.name for one in found}) < len(found):
        raise BadKeys("two keys have the same name")
    return KeyRing(tuple(found))


def new_key(name: str) -> str:
    """Return a new random key as it is written in JOBUNIVERS_DATA_KEYS."""
    return f"{name}:{base64.urlsafe_b64encode(secrets.token_bytes(BYTES)).decode().rstrip('=')}"


@lru_cache(maxsize=1024)
def cipher(secret: bytes, about: str) -> AESGCM:
    """Return AES-256-GCM with a key of a column's own, made of the data key (RFC 5869).

    So a nonce would have to come twice in one column before it did harm: 2^32 values a key.
    """
    return AESGCM(_derived(secret, b"jobunivers.field:" + about.encode()))


def hash_with(key: DataKey, text: str, about: str) -> str:
    """Return a keyed hash of a text, the same for the same text of the same column and key."""
    derived = _hash_key(key.secret, about)
    return f"{key.name}.{hmac.digest(derived, text.encode(), hashlib.sha256).hex()}"


@lru_cache(maxsize=256)
def _hash_key(secret: bytes, about: str) -> bytes:
    return _derived(secret, b"jobunivers.hash:" + about.encode())


def _derived(secret: bytes, info: bytes) -> bytes:
    return HKDF(algorithm=SHA256(), length=BYTES, salt=None, info=info).derive(secret)
