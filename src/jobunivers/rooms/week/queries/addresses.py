# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The secret part of a calendar's address: made and proved with the server's key, never stored.

A token is 16 random bytes and a mark of 16 bytes over them. The random part lies in the row; the
mark is made anew each time she wants to see her address. Who copies the database lacks the mark,
who guesses is refused before the database is asked.
"""

import base64
import binascii

from django.conf import settings
from django.utils.crypto import constant_time_compare, salted_hmac

NONCE_BYTES = 16
_MARK_BYTES = 16
_LENGTH = 43  # 32 bytes in base64 without its filling


def token_of(nonce: bytes, municipality_id: int) -> str:
    """Return the secret part of an address."""
    return _written(nonce + _mark(nonce, municipality_id, settings.SECRET_KEY))


def nonce_of(token: str, municipality_id: int) -> bytes | None:
    """Return the random part of a token that we have made; None for every other text.

    The time it takes says nothing of how much was right. Tokens of a key that has been exchanged
    hold as long as that key stands among `SECRET_KEY_FALLBACKS`.
    """
    told = _read(token)
    nonce, mark = told[:NONCE_BYTES], told[NONCE_BYTES:]
    keys = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    proved = [constant_time_compare(mark, _mark(nonce, municipality_id, str(key))) for key in keys]
    return nonce if any(proved) and _written(told) == token else None


def _mark(nonce: bytes, municipality_id: int, key: str) -> bytes:
    value = f"{municipality_id}:{nonce.hex()}"
    made = salted_hmac("jobunivers.week.calendar", value, secret=key, algorithm="sha256")
    return made.digest()[:_MARK_BYTES]


def _written(told: bytes) -> str:
    return base64.urlsafe_b64encode(told).decode().rstrip("=")


def _read(token: str) -> bytes:
    if len(token) != _LENGTH or not token.isascii():
        return b""
    try:
        return base64.urlsafe_b64decode(f"{token}=")
    except (binascii.Error, ValueError):
        return b""
