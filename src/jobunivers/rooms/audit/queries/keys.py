# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The key the chain is signed with; it is in the environment and never in the database."""

import hashlib
from base64 import b64decode, b64encode
from binascii import Error
from collections.abc import Mapping
from dataclasses import dataclass

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from django.conf import settings

_LENGTH = 32


class BadKey(ValueError):  # noqa: N818 - it reads as what is wrong
    """A key in the environment is not 32 bytes in base64."""


def key_id(public: Ed25519PublicKey) -> str:
    """Return what a key is called: the first 16 hexadecimal digits of its digest."""
    return hashlib.sha256(public.public_bytes_raw()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Signer:
    """The key in use."""

    key: Ed25519PrivateKey
    id: str

    def sign(self, digest: bytes) -> bytes:
        """Return the signature, 64 bytes."""
        return self.key.sign(digest)


def signer() -> Signer:
    """Return the key in use: `JOBUNIVERS_AUDIT_KEY`, else one made of the secret key.

    Raises:
        BadKey: the environment's is no key.
    """
    told = settings.AUDIT_KEY
    seed = _decoded(told) if told else _derived(settings.SECRET_KEY)
    key = Ed25519PrivateKey.from_private_bytes(seed)
    return Signer(key, key_id(key.public_key()))


def known_keys() -> Mapping[str, Ed25519PublicKey]:
    """Return the public keys whose signatures count, by name: the one in use and older ones.

    Raises:
        BadKey: one in the environment is no key.
    """
    found = [signer().key.public_key()]
    found += [Ed25519PublicKey.from_public_bytes(_decoded(one)) for one in settings.AUDIT_OLD_KEYS]
    return {key_id(one): one for one in found}


def holds(public: Ed25519PublicKey, signature: bytes, digest: bytes) -> bool:
    """Say whether the key made the signature of the digest."""
    try:
        public.verify(signature, digest)
    except InvalidSignature:
        return False
    return True


def public_text(public: Ed25519PublicKey) -> str:
    """Return a public key as the environment and an auditor write it."""
    return b64encode(public.public_bytes_raw()).decode()


def new_key() -> tuple[str, str]:
    """Return a new private key and its public one, as the environment writes them."""
    key = Ed25519PrivateKey.generate()
    return b64encode(key.private_bytes_raw()).decode(), public_text(key.public_key())


def _decoded(text: str) -> bytes:
    try:
        raw = b64decode(text, validate=True)
    except (Error, ValueError):
        raise BadKey(_WHAT) from None
    if len(raw) != _LENGTH:
        raise BadKey(_WHAT)
    return raw


_WHAT = "JOBUNIVERS_AUDIT_KEY and JOBUNIVERS_AUDIT_OLD_KEYS are 32 bytes in base64 each"


def _derived(secret: str) -> bytes:
    return hashlib.sha256(b"jobunivers audit chain 1\0" + secret.encode()).digest()
