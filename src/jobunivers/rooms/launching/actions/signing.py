# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A kommune's keys: made at the first need, exchanged before they are old."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from cryptography.fernet import InvalidToken

from jobunivers.rooms.launching.models import SigningKey
from jobunivers.rooms.launching.queries import signing

# A new key signs after this long; the old one still proves what it has signed.
SIGNS_FOR = timedelta(days=90)
PROVES_FOR = SIGNS_FOR + timedelta(days=2)


def key_set(*, at: datetime) -> dict[str, list[dict[str, Any]]]:
    """Return the kommune's public keys, the one that signs first (RFC 7517)."""
    _signer(at=at)
    told = []
    for row in SigningKey.objects.filter(made_at__gt=at - PROVES_FOR).order_by("-made_at", "-pk"):
        try:
            told.append(signing.public_key(row.kid, bytes(row.sealed)))
        except InvalidToken:  # sealed with a server's key that is gone
            continue
    return {"keys": told}


def sign(claims: Mapping[str, Any], *, at: datetime) -> str:
    """Return claims as a JWT signed by the kommune's newest key."""
    row = _signer(at=at)
    return signing.signed(claims, kid=row.kid, sealed=bytes(row.sealed))


def _signer(*, at: datetime) -> SigningKey:
    row = SigningKey.objects.order_by("-made_at", "-pk").first()
    if row is not None and row.made_at > at - SIGNS_FOR and _signs(row):
        return row
    SigningKey.objects.filter(made_at__lte=at - PROVES_FOR).delete()
    kid, sealed = signing.new_key()
    return SigningKey.objects.create(kid=kid, sealed=sealed, made_at=at)


def _signs(row: SigningKey) -> bool:
    """Tell whether a key can be opened, and is not of a time when shorter ones were made."""
    try:
        return signing.is_strong(row.kid, bytes(row.sealed))
    except InvalidToken:
        return False
