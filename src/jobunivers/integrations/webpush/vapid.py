# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Saying who we are to a push service (VAPID, RFC 8292): a token signed for that service alone."""

import hashlib
import json
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Self
from urllib.parse import urlsplit

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import (
    decode_dss_signature,
    encode_dss_signature,
)

from jobunivers.integrations.webpush.encryption import CURVE, decode, encode, public_bytes

VALID = timedelta(hours=12)  # a push service refuses more than 24
_ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551  # of P-256
_LENGTH = 32


class Refused(ValueError):  # noqa: N818 - it reads as what happened
    """A token that is not signed, old, or for another service."""


@dataclass(frozen=True, slots=True)
class Keys:
    """Our pair of keys, as the private number (never shown)."""

    number: int

    @classmethod
    def read(cls, text: str) -> Self:
        """Return the keys of a private key written as base64url (32 bytes)."""
        number = int.from_bytes(decode(text), "big")
        if not 0 < number < _ORDER:
            raise ValueError("not a private key of P-256")
        return cls(number)

    @classmethod
    def made_of(cls, secret: str) -> Self:
        """Return the keys that belong to a secret: the same on every machine that has it."""
        made = hashlib.sha512(b"jobunivers web push\0" + secret.encode()).digest()
        return cls(int.from_bytes(made, "big") % (_ORDER - 1) + 1)

    @property
    def private(self) -> ec.EllipticCurvePrivateKey:
        """Return the key that signs."""
        return ec.derive_private_key(self.number, CURVE)

    @property
    def public(self) -> str:
        """Return the public key as browsers ask for it (`applicationServerKey`)."""
        return encode(public_bytes(self.private.public_key()))

    def __repr__(self) -> str:
        """Keep the number to ourselves."""
        return "Keys(…)"


def origin_of(endpoint: str) -> str:
    """Return the scheme and host of an address."""
    parts = urlsplit(endpoint)
    return f"{parts.scheme}://{parts.netloc}"


def authorization(endpoint: str, keys: Keys, *, contact: str, at: datetime) -> str:
    """Return the header that says who sends to this endpoint."""
    claims = {
        "aud": origin_of(endpoint),
        "exp": int((at + VALID).timestamp()),
        "sub": contact,
    }
    head = encode(json.dumps({"typ": "JWT", "alg": "ES256"}, separators=(",", ":")).encode())
    body = encode(json.dumps(claims, separators=(",", ":")).encode())
    signed = f"{head}.{body}"
    r, s = decode_dss_signature(keys.private.sign(signed.encode(), ec.ECDSA(hashes.SHA256())))
    signature = r.to_bytes(_LENGTH, "big") + s.to_bytes(_LENGTH, "big")
    return f"vapid t={signed}.{encode(signature)}, k={keys.public}"


def verified(header: str, *, origin: str, at: datetime) -> dict[str, object]:
    """Return the claims of a header, as a push service checks them.

    Raises:
        Refused: the signature does not hold, or the token is old or for another service.
    """
    scheme, _space, rest = header.partition(" ")
    parts = dict(part.strip().split("=", 1) for part in rest.split(",") if "=" in part)
    try:
        signed, _dot, signature = parts["t"].rpartition(".")
        raw = decode(signature)
        r, s = int.from_bytes(raw[:_LENGTH], "big"), int.from_bytes(raw[_LENGTH:], "big")
        key = ec.EllipticCurvePublicKey.from_encoded_point(CURVE, decode(parts["k"]))
        key.verify(encode_dss_signature(r, s), signed.encode(), ec.ECDSA(hashes.SHA256()))
        claims: dict[str, object] = json.loads(decode(signed.split(".")[1]))
    except (KeyError, ValueError, InvalidSignature):
        raise Refused("not signed") from None
    expires = claims.get("exp")
    if scheme.lower() != "vapid" or claims.get("aud") != origin:
        raise Refused("for another service")
    if not isinstance(expires, int) or not 0 < expires - at.timestamp() <= 24 * 60 * 60:
        raise Refused("too old, or for too long")
    return claims
