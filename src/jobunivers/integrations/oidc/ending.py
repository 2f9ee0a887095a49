# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A provider says that a session is over (OpenID Connect Back-Channel Logout 1.0)."""

from dataclasses import dataclass
from datetime import datetime

from jobunivers.integrations.oidc.knowing import Known
from jobunivers.integrations.oidc.proving import (
    NotProven,
    check_standing,
    digest_of,
    read_signed,
    subject_of,
    text,
)

EVENT = "http://schemas.openid.net/event/backchannel-logout"


@dataclass(frozen=True, slots=True)
class Ended:
    """What is over: one session by the provider's number, or all of a subject.

    `digest` and `ends_at` are as a `Proof`'s: the message counts once.
    """

    sid: str
    subject: str
    digest: str
    ends_at: datetime


def read(token: str, known: Known, *, issuer: str, client_id: str, at: datetime) -> Ended:
    """Return what a logout token ends (2.6).

    Raises:
        NotProven: it is not the provider's, not for us, late, or no logout token.
        Silent: the provider does not show its keys.
    """
    claims = read_signed(token, known)
    ends_at = check_standing(claims, issuer=issuer, client_id=client_id, at=at)
    events = claims.get("events")
    # With a nonce it could be an ID token that somebody passes off as this.
    if not isinstance(events, dict) or not isinstance(events.get(EVENT), dict) or "nonce" in claims:
        raise NotProven("event")
    if not text(claims, "jti", 255):
        raise NotProven("format")
    sid = text(claims, "sid", 255)
    subject = subject_of(claims) if "sub" in claims or not sid else ""
    return Ended(sid, subject, digest_of(token), ends_at)
