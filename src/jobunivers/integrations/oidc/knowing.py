# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a provider says of itself, and its keys: asked for once an hour, and when a key is new."""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from joserfc.errors import JoseError
from joserfc.jwk import ECKey, RSAKey

from jobunivers.integrations.oidc.asking import Silent, told_by

FRESH_SECONDS = 3600.0
# Whoever sends tokens by unknown keys makes us ask no oftener than this.
BETWEEN_SECONDS = 10.0
LEAST_BITS = 2048
MOST_KEYS = 30
ALGORITHMS = ("RS256", "PS256", "ES256")
Key = RSAKey | ECKey
_NEEDED = ("authorization_endpoint", "token_endpoint", "jwks_uri")
_MORE = ("userinfo_endpoint", "end_session_endpoint")


@dataclass(frozen=True, slots=True)
class Metadata:
    """Where a provider is asked what (OpenID Connect Discovery 1.0)."""

    authorization: str
    token: str
    keys: str
    userinfo: str
    end_session: str
    says_who_answers: bool
    secret_in_body: bool


class Known:
    """What is known of one provider; shared by all requests of a process."""

    def __init__(self, issuer: str, clock: Callable[[], float] = time.monotonic) -> None:
        self._issuer = issuer
        self._clock = clock
        self._lock = threading.Lock()
        self._metadata: Metadata | None = None
        self._asked_at = self._keys_at = float("-inf")
        self._keys: dict[str, Key] = {}

    def metadata(self) -> Metadata:
        """Return where the provider is asked; raise Silent."""
        with self._lock:
            now = self._clock()
            if self._metadata is None or now - self._asked_at > FRESH_SECONDS:
                self._metadata = _read(self._issuer)
                self._asked_at = now
            return self._metadata

    def key(self, kid: str) -> Key | None:
        """Return the key a token names, asking anew for one that is not known; raise Silent.

        A token that names none is proven by the only key there is.
        """
        address = self.metadata().keys
        with self._lock:
            since = self._clock() - self._keys_at
            if since > FRESH_SECONDS or (
                _named(self._keys, kid) is None and since > BETWEEN_SECONDS
            ):
                self._keys = _read_keys(told_by("GET", address))
                self._keys_at = self._clock()
            return _named(self._keys, kid)


def _named(keys: dict[str, Key], kid: str) -> Key | None:
    if kid:
        return keys.get(kid)
    return next(iter(keys.values())) if len(keys) == 1 else None


def _read(issuer: str) -> Metadata:
    told = told_by("GET", f"{issuer.rstrip('/')}/.well-known/openid-configuration")
    # Whoever says to be another is not the one we trust (Discovery 4.3).
    if told.get("issuer") != issuer:
        raise Silent("another issuer")
    addresses = {name: _address(told, name, issuer) for name in (*_NEEDED, *_MORE)}
    if not all(addresses[name] for name in _NEEDED):
        raise Silent("an address is missing")
    methods = told.get("token_endpoint_auth_methods_supported")
    in_body = isinstance(methods, list) and "client_secret_basic" not in methods
    return Metadata(
        authorization=addresses["authorization_endpoint"],
        token=addresses["token_endpoint"],
        keys=addresses["jwks_uri"],
        userinfo=addresses["userinfo_endpoint"],
        end_session=addresses["end_session_endpoint"],
        says_who_answers=told.get("authorization_response_iss_parameter_supported") is True,
        secret_in_body=in_body and "client_secret_post" in methods if methods else False,
    )


def _address(told: dict[str, Any], name: str, issuer: str) -> str:
    """Return an address, as safe as the issuer's own; "" when there is none."""
    value = told.get(name, "")
    if not isinstance(value, str):
        return ""
    try:
        parts = urlsplit(value)
    except ValueError:
        return ""
    safe = parts.scheme == "https" or parts.scheme == urlsplit(issuer).scheme
    return value if safe and parts.hostname and not parts.fragment else ""


def _read_keys(told: dict[str, Any]) -> dict[str, Key]:
    keys = told.get("keys")
    if not isinstance(keys, list) or len(keys) > MOST_KEYS:
        raise Silent("no keys")
    found: dict[str, Key] = {}
    for one in keys:
        if isinstance(one, dict) and one.get("use", "sig") == "sig":
            key = _key(one)
            if key is not None:
                found[str(one.get("kid", ""))] = key
    return found


def _key(told: dict[str, Any]) -> Key | None:
    """Return a key that is strong enough: RSA of 2,048 bits or more, or the curve P-256."""
    try:
        if told.get("kty") == "RSA":
            key = RSAKey.import_key({name: told[name] for name in ("kty", "n", "e")})
            return key if key.raw_value.key_size >= LEAST_BITS else None
        if told.get("kty") == "EC" and told.get("crv") == "P-256":
            return ECKey.import_key({name: told[name] for name in ("kty", "crv", "x", "y")})
    except (JoseError, ValueError, KeyError, TypeError):
        return None
    return None
