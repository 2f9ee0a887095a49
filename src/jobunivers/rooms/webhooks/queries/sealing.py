# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Secrets in the database: encrypted with the server's own key, for they must be used again."""

import base64
import hashlib

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings


def sealed(secret: str) -> bytes:
    """Return a secret as it is kept."""
    return _seal().encrypt(secret.encode())


def opened(kept: bytes) -> str | None:
    """Return a kept secret; None: it was sealed with a server's key that is gone."""
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
