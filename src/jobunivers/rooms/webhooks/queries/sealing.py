# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Secrets of endpoints: they must be used again, so the column keeps them encrypted.

Those of before the column did so are encrypted a second time, inside, with the server's own key.
"""

import base64
import hashlib

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings

_FERNET = b"gAAAA"


def sealed(secret: str) -> bytes:
    """Return a secret as the encrypted column takes it."""
    return secret.encode()


def opened(kept: bytes) -> str | None:
    """Return a kept secret; None: it was sealed with a server's key that is gone."""
    if not bytes(kept).startswith(_FERNET):
        return bytes(kept).decode()
    try:
        return _seal().decrypt(bytes(kept)).decode()
    except InvalidToken:
        return None


def _seal() -> MultiFernet:
    keys = (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)
    return MultiFernet([Fernet(_key(str(one))) for one in keys])


def _key(secret: str) -> bytes:
    made = hashlib.sha256(b"jobunivers.webhooks.secret:" + secret.encode()).digest()
    return base64.urlsafe_b64encode(made)
