# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a tool has signed, read with its public keys: what it says, or why it is not believed."""

import json
from base64 import urlsafe_b64decode
from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any

from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import RSAKey

from jobunivers.rooms.launching.queries.signing import ALGORITHM

LEAST_BITS, MOST_BITS = 2048, 8192
LONGEST = 400_000
_PARTS = 3
_HEAD, _SAID = 0, 1
# Clocks differ by a little.
_LEEWAY_SECONDS = 10
_LONGEST_LIFE_SECONDS = 3_600
_LAST_SECOND = 1e11


class NotBelieved(Exception):  # noqa: N818 - it reads as what happened
    """A token is not believed: "format", "algorithm", "key", "signature", or what it says.

    What it says is wrong: "issuer", "audience", "late" (or without an end), "early", "again",
    "deployment", "claims" (anything else).
    """

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def header_of(text: str) -> dict[str, Any]:
    """Return what a token says of itself, unproven; NotBelieved("format")."""
    return _part(text, _HEAD)


def unproven(text: str) -> dict[str, Any]:
    """Return what a token says before anybody has proven it; NotBelieved("format")."""
    return _part(text, _SAID)


def _part(text: str, number: int) -> dict[str, Any]:
    parts = text.split(".")
    if len(parts) != _PARTS or len(text) > LONGEST or not text.isascii():
        raise NotBelieved("format")
    packed = parts[number]
    try:
        said = json.loads(urlsafe_b64decode(packed + "=" * (-len(packed) % 4)))
    except (ValueError, RecursionError) as error:
        raise NotBelieved("format") from error
    if not isinstance(said, dict):
        raise NotBelieved("format")
    return said


def read_signed(text: str, keys: Mapping[str, Any]) -> dict[str, Any]:
    """Return the claims of a token that one of the keys of a JWK set has signed.

    Raises:
        NotBelieved: it is no token, by another algorithm, or by none of these keys ("key": by a
            key that is not among them, so that who asks may look for newer ones).
    """
    header = header_of(text)
    if header.get("alg") != ALGORITHM:
        raise NotBelieved("algorithm")
    key = _key(header.get("kid"), keys.get("keys") or [])
    try:
        claims = jwt.decode(text, key, algorithms=[ALGORITHM]).claims
    except JoseError as error:
        raise NotBelieved("signature") from error
    except (ValueError, RecursionError) as error:
        raise NotBelieved("format") from error
    if not isinstance(claims, dict):
        raise NotBelieved("claims")
    return claims


def check(
    claims: Mapping[str, Any], *, issuer: str, audiences: Collection[str], at: datetime
) -> datetime:
    """Check whose a token is, for whom and until when; return its end.

    Raises:
        NotBelieved: what it says is wrong.
    """
    if claims.get("iss") != issuer:
        raise NotBelieved("issuer")
    meant = claims.get("aud")
    meant = meant if isinstance(meant, list) else [meant]
    if not any(isinstance(one, str) and one in audiences for one in meant):
        raise NotBelieved("audience")
    now, ends, made = at.timestamp(), _number(claims, "exp"), _number(claims, "iat")
    if ends is None or ends <= now - _LEEWAY_SECONDS:
        raise NotBelieved("late")
    if ends > now + _LONGEST_LIFE_SECONDS or (made is not None and made > now + _LEEWAY_SECONDS):
        raise NotBelieved("early")
    begins = _number(claims, "nbf")
    if "nbf" in claims and (begins is None or begins > now + _LEEWAY_SECONDS):
        raise NotBelieved("early")
    return datetime.fromtimestamp(ends + _LEEWAY_SECONDS, tz=at.tzinfo)


def _number(claims: Mapping[str, Any], name: str) -> float | None:
    value = claims.get(name)
    if not isinstance(value, int | float) or isinstance(value, bool):
        return None
    return float(value) if abs(value) < _LAST_SECOND else None


def is_strong(key: Mapping[str, Any]) -> bool:
    """Say whether a key of a JWK set can be read and is long enough."""
    read = _read(key)
    return read is not None and LEAST_BITS <= read.raw_value.key_size <= MOST_BITS


def _key(kid: object, keys: list[dict[str, Any]]) -> RSAKey:
    """Return the key a token names; the only one, where it names none."""
    fit = [key for key in keys if (key.get("kid") == kid if kid else len(keys) == 1)]
    read = _read(fit[0]) if fit else None
    if read is None:
        raise NotBelieved("key")
    return read


def _read(key: Mapping[str, Any]) -> RSAKey | None:
    try:
        return RSAKey.import_key({name: key[name] for name in ("kty", "n", "e")})
    except (JoseError, ValueError, KeyError, TypeError):
        return None
