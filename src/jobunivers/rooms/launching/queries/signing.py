# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Keys and signatures: the one place that knows JOSE."""

import base64
import hashlib
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings
from joserfc import jwt
from joserfc.jwk import RSAKey

ALGORITHM = "RS256"
# As strong as 128 bits (NIST SP 800-57): what ASVS 5.0, 11.2.3 asks of what we make ourselves.
LEAST_OWN_BITS = 3072
_FERNET = b"gAAAA"


def new_key() -> tuple[str, bytes]:
    """Return a new private key as its identifier and its text for the encrypted column."""
    key = _generated(LEAST_OWN_BITS)
    return key.thumbprint()[:40], key.as_pem(private=True)


def _generated(bits: int) -> RSAKey:
    return RSAKey.generate_key(bits, {"use": "sig", "alg": ALGORITHM}, private=True)


def is_strong(kid: str, sealed: bytes) -> bool:
    """Tell whether a key of ours is as long as those we make today: shorter ones sign no more."""
    return bool(_opened(kid, sealed).raw_value.key_size >= LEAST_OWN_BITS)


def public_key(kid: str, sealed: bytes) -> dict[str, Any]:
    """Return what anybody may know of a key, as a JWK (RFC 7517)."""
    told = _opened(kid, sealed).as_dict(private=False)
    return {**told, "kid": kid, "use": "sig", "alg": ALGORITHM}


def signed(claims: Mapping[str, Any], *, kid: str, sealed: bytes) -> str:
    """Return claims as a signed JWT."""
    header = {"alg": ALGORITHM, "kid": kid, "typ": "JWT"}
    return jwt.encode(header, dict(claims), _opened(kid, sealed), algorithms=[ALGORITHM])


def digest(secret: str) -> str:
    """Return what is kept of a random secret: its SHA-256."""
    return hashlib.sha256(secret.encode()).hexdigest()


def challenge_of(verifier: str) -> str:
    """Return the S256 challenge of a PKCE verifier (RFC 7636)."""
    hashed = hashlib.sha256(verifier.encode()).digest()
    return base64.urlsafe_b64encode(hashed).decode().rstrip("=")


def _opened(kid: str, sealed: bytes) -> RSAKey:
    return _read(kid, sealed, (str(settings.SECRET_KEY), *map(str, settings.SECRET_KEY_FALLBACKS)))


@lru_cache(maxsize=128)
def _read(kid: str, sealed: bytes, secrets: tuple[str, ...]) -> RSAKey:
    """Return a key, kept: to read one checks its primes, which takes 50 ms."""
    # Keys of before the column was encrypted are so inside, with the server's own key.
    pem = _seal(secrets).decrypt(sealed) if sealed.startswith(_FERNET) else sealed
    return RSAKey.import_key(pem, {"kid": kid, "use": "sig"})


def _seal(secrets: tuple[str, ...] = ()) -> MultiFernet:
    """Return what encrypts keys in the database: made of the server's key and its older ones."""
    return MultiFernet([Fernet(_fernet_key(one)) for one in secrets or (settings.SECRET_KEY,)])


def _fernet_key(secret: str) -> bytes:
    made = hashlib.sha256(b"jobunivers.launching.key:" + secret.encode()).digest()
    return base64.urlsafe_b64encode(made)
