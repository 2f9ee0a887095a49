# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a provider has signed: whose, for whom, until when (OpenID Connect Core 3.1.3.7)."""

import hashlib
import json
from base64 import urlsafe_b64decode
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from joserfc import jwt
from joserfc.errors import JoseError

from jobunivers.integrations.oidc.knowing import ALGORITHMS, Known

LONGEST = 100_000
LEEWAY_SECONDS = 60.0
_LONGEST_LIFE_SECONDS = 24 * 3600.0
_LAST_SECOND = 1e11
_PARTS = 3
_LONGEST_SUBJECT = 255


class NotProven(Exception):  # noqa: N818 - it reads as what happened
    """Nobody is logged in by this answer, and why.

    "refused" (she or the provider said no), "state", "code", "format", "algorithm", "key",
    "signature", "issuer", "audience", "late", "early", "nonce", "subject", "level", "old" (she
    was to be asked anew, and was not), "again" (it has counted before), "event".
    """

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def digest_of(text: str) -> str:
    """Return what is kept of a token, so that it counts once."""
    return hashlib.sha256(text.encode()).hexdigest()


def read_signed(text: str, known: Known) -> dict[str, Any]:
    """Return the claims of a token that the provider has signed.

    Raises:
        NotProven: by another algorithm, another key, or it is no token.
        Silent: the provider does not show its keys.
    """
    header = _header(text)
    if header.get("alg") not in ALGORITHMS:
        raise NotProven("algorithm")
    kid = header.get("kid", "")
    key = known.key(kid) if isinstance(kid, str) else None
    if key is None:
        raise NotProven("key")
    try:
        claims = jwt.decode(text, key, algorithms=list(ALGORITHMS)).claims
    except JoseError as error:
        raise NotProven("signature") from error
    except (ValueError, TypeError, RecursionError) as error:
        raise NotProven("format") from error
    if not isinstance(claims, dict):
        raise NotProven("format")
    return claims


def check_standing(
    claims: Mapping[str, Any], *, issuer: str, client_id: str, at: datetime
) -> datetime:
    """Check who says it, to whom and until when; return when it counts no more.

    Raises:
        NotProven: "issuer", "audience", "late" or "early".
    """
    if claims.get("iss") != issuer:
        raise NotProven("issuer")
    meant = claims.get("aud")
    meant = meant if isinstance(meant, list) else [meant]
    party = claims.get("azp", client_id if len(meant) == 1 else None)
    if client_id not in meant or party != client_id:
        raise NotProven("audience")
    now, ends, made = at.timestamp(), number(claims, "exp"), number(claims, "iat")
    if ends is None or ends <= now - LEEWAY_SECONDS:
        raise NotProven("late")
    if made is None or made > now + LEEWAY_SECONDS or ends > now + _LONGEST_LIFE_SECONDS:
        raise NotProven("early")
    begins = number(claims, "nbf") if "nbf" in claims else made
    if begins is None or begins > now + LEEWAY_SECONDS:
        raise NotProven("early")
    return datetime.fromtimestamp(ends + LEEWAY_SECONDS, tz=at.tzinfo)


def subject_of(claims: Mapping[str, Any]) -> str:
    """Return who is meant, as the provider calls her; NotProven("subject")."""
    subject = claims.get("sub")
    if not isinstance(subject, str) or not 0 < len(subject) <= _LONGEST_SUBJECT:
        raise NotProven("subject")
    if not subject.isascii() or not subject.isprintable():
        raise NotProven("subject")
    return subject


def number(claims: Mapping[str, Any], name: str) -> float | None:
    """Return a claim that is a moment in seconds; None for whatever else."""
    value = claims.get(name)
    if not isinstance(value, int | float) or isinstance(value, bool):
        return None
    return float(value) if abs(value) < _LAST_SECOND else None


def text(claims: Mapping[str, Any], name: str, longest: int) -> str:
    """Return a claim that is a text, on one line; "" for whatever else."""
    value = claims.get(name)
    if not isinstance(value, str) or "\0" in value:
        return ""
    return " ".join(value.split())[:longest]


def _header(token: str) -> dict[str, Any]:
    parts = token.split(".")
    if len(parts) != _PARTS or len(token) > LONGEST or not token.isascii():
        raise NotProven("format")
    try:
        said = json.loads(urlsafe_b64decode(parts[0] + "=" * (-len(parts[0]) % 4)))
    except (ValueError, RecursionError) as error:
        raise NotProven("format") from error
    if not isinstance(said, dict):
        raise NotProven("format")
    return said
