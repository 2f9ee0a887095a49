# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A code made for a vendor, exchanged for tokens, and the agreed data asked for with them."""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils.crypto import constant_time_compare

from jobunivers.identity.models import Person
from jobunivers.rooms.launching.actions import handing
from jobunivers.rooms.launching.actions.signing import sign
from jobunivers.rooms.launching.models import AccessToken, HandOver, LoginCode, OidcClient
from jobunivers.rooms.launching.queries.asking import Asked
from jobunivers.rooms.launching.queries.finding import agreed
from jobunivers.rooms.launching.queries.signing import challenge_of, digest

CODE_LIFE = timedelta(seconds=60)
TOKEN_LIFE_SECONDS = 300
TOKEN_LIFE = timedelta(seconds=TOKEN_LIFE_SECONDS)
KEPT_FOR = timedelta(days=1)  # so long a code that comes again is known


class Refused(Exception):  # noqa: N818 - it reads as what happened
    """A request for tokens is refused: the error's code (RFC 6749, section 5.2) and why."""

    def __init__(self, error: str, why: str) -> None:
        super().__init__(error, why)
        self.error = error
        self.why = why


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokens:
    """What a code is exchanged for."""

    access: str
    identity: str
    scope: str


@transaction.atomic
def make_code(
    *,
    asked: Asked,
    citizen_id: int,
    acr: str,
    language: str,
    logged_in_at: datetime,
    handed: HandOver,
    at: datetime,
) -> str:
    """Return a new code for a vendor to exchange, and keep the receipt of the hand-over."""
    LoginCode.objects.filter(expires_at__lt=at - KEPT_FOR).delete()
    code = secrets.token_urlsafe(32)
    LoginCode.objects.create(
        digest=digest(code),
        client=asked.client,
        citizen_id=citizen_id,
        redirect_uri=asked.redirect_uri,
        scope=asked.scope,
        nonce=asked.nonce,
        challenge=asked.challenge,
        acr=acr,
        language=language,
        logged_in_at=logged_in_at,
        expires_at=at + CODE_LIFE,
    )
    handing.keep_receipt(citizen_id=citizen_id, offer=asked.client.offer, handed=handed, at=at)
    return code


def exchange(
    *, client: OidcClient, code: str, redirect_uri: str, verifier: str, issuer: str, at: datetime
) -> Tokens:
    """Return tokens for a code.

    A code that comes again ends what it was exchanged for; that must last although the request
    is refused, so this is not rolled back by itself.

    Raises:
        Refused: it is not this client's, or is used, late, or lacks its proof.
    """
    rows = LoginCode.objects.select_for_update(of=("self",)).filter(digest=digest(code))
    row = rows.first()
    if row is None or row.client_id != client.pk:
        raise Refused("invalid_grant", "the code is not known")
    if row.used_at is not None:
        AccessToken.objects.filter(code=row, ended_at=None).update(ended_at=at)
        raise Refused("invalid_grant", "the code has been used")
    # Whatever is wrong with it, a code is tried once.
    LoginCode.objects.filter(pk=row.pk).update(used_at=at)
    if row.expires_at <= at:
        raise Refused("invalid_grant", "the code is too old")
    if row.redirect_uri != redirect_uri:
        raise Refused("invalid_grant", "redirect_uri is not the one the code was sent to")
    if not constant_time_compare(challenge_of(verifier), row.challenge):
        raise Refused("invalid_grant", "code_verifier does not fit code_challenge")
    if agreed(citizen_id=row.citizen_id, offer=client.offer) is None:
        raise Refused("invalid_grant", "the citizen has taken her consent back")
    access = secrets.token_urlsafe(32)
    AccessToken.objects.create(digest=digest(access), code=row, expires_at=at + TOKEN_LIFE)
    claims = _claims(row, client, issuer=issuer, at=at)
    return Tokens(access=access, identity=sign(claims, at=at), scope=row.scope)


def _claims(row: LoginCode, client: OidcClient, *, issuer: str, at: datetime) -> dict[str, Any]:
    now = int(at.timestamp())
    return {
        "iss": issuer,
        "sub": handing.subject_for(citizen_id=row.citizen_id, offer=client.offer, at=at),
        "aud": client.client_id,
        "iat": now,
        "exp": now + TOKEN_LIFE_SECONDS,
        "nonce": row.nonce,
        "auth_time": int(row.logged_in_at.timestamp()),
        "acr": row.acr,
    }


def data_for(*, token: str, at: datetime) -> dict[str, Any] | None:
    """Return the agreed data of whom a token is about; None when it opens nothing (any more)."""
    rows = AccessToken.objects.filter(digest=digest(token), ended_at=None, expires_at__gt=at)
    row = rows.select_related("code__client__offer__current", "code__client__offer__vendor").first()
    if row is None:
        return None
    offer, citizen_id = row.code.client.offer, row.code.citizen_id
    handed = agreed(citizen_id=citizen_id, offer=offer)
    person = Person.objects.filter(pk=citizen_id, is_active=True).first()
    if handed is None or person is None:
        return None
    told: dict[str, Any] = {"sub": handing.subject_for(citizen_id=citizen_id, offer=offer, at=at)}
    if "profile" in row.code.scope.split():
        # Whose name is protected is known by her number alone, whatever she has agreed to.
        if "name" in handed.data and not person.is_protected:
            told["name"] = person.name
        if "language" in handed.data:
            told["locale"] = row.code.language
    return told
